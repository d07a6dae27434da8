package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// How much of a scenario's numbers a caption says.
const (
	fewRanges   = 8 // so many ranges are all named
	mostKinds   = 5 // of more, so many kinds
	mostFormats = 3 // formats whose days are named
)

// ranges says in a caption's words which numbers of the scenario vary and which do not:
// all ranges where they are few, else of what kind they are, those of the fallbacks, and
// where the rest stands.
func ranges(all []record.Assumption) (varied, fixed string) {
	var vary, still []record.Assumption
	for _, a := range all {
		if a.Lo == a.Hi {
			still = append(still, a)
		} else {
			vary = append(vary, a)
		}
	}
	switch n := len(vary); {
	case n > fewRanges:
		varied = fmt.Sprintf("%d of the scenario’s %d numbers, each in its range: %s%s. All ranges stand in case.json.", n, len(all), kinds(vary), fallbackRanges(vary))
	case n > 0:
		var some []string
		for _, a := range vary {
			some = append(some, strings.TrimSpace(fmt.Sprintf("%s %s to %s %s", a.Path, short(a.Lo), short(a.Hi), a.Unit)))
		}
		varied = fmt.Sprintf("%d of the scenario’s %d numbers, each in its range: %s.", n, len(all), strings.Join(some, "; "))
	}
	if len(still) > 0 {
		fixed = fmt.Sprintf("%d of the scenario’s %d numbers%s; all stand in case.json.", len(still), len(all), frame(still))
	}
	return varied, fixed
}

// kinds counts ranges by what they are of: of a party's numbers the part of the party,
// else the part of the document.
func kinds(vary []record.Assumption) string {
	counted := make(map[string]int)
	var names []string
	for _, a := range vary {
		name := kindOf(a.Path)
		if counted[name] == 0 {
			names = append(names, name)
		}
		counted[name]++
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(counted[b], counted[a]) })
	var parts []string
	rest := len(vary)
	for _, name := range names[:min(len(names), mostKinds)] {
		parts = append(parts, fmt.Sprintf("%s (%d)", spaced(name), counted[name]))
		rest -= counted[name]
	}
	if rest > 0 {
		parts = append(parts, words.Plural(rest, "other", "others"))
	}
	return words.List(parts)
}

// kindOf is the second name of a path of a party, the first of any other.
func kindOf(path string) string {
	name := func(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz_"))] }
	if _, of, ok := strings.Cut(path, "]."); ok && strings.HasPrefix(path, "parties[") {
		return name(of)
	}
	return name(path)
}

// fallbackRanges are the ranges of what no deal is worth, which decide most.
func fallbackRanges(vary []record.Assumption) string {
	var parts []string
	for _, a := range vary {
		party, ok := strings.CutPrefix(a.Path, "parties[")
		if party, ok2 := strings.CutSuffix(party, "].fallback.base"); ok && ok2 {
			parts = append(parts, fmt.Sprintf("%s %s to %s", clean(party), short(a.Lo), short(a.Hi)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "; fallbacks [worth]: " + words.List(parts)
}

// frame are the fixed numbers that bound the talks.
func frame(still []record.Assumption) string {
	var parts []string
	formats := 0
	for _, a := range still {
		format, isFormat := strings.CutPrefix(a.Path, "formats.")
		format, isDays := strings.CutSuffix(format, ".days")
		switch {
		case a.Path == "talks.horizon":
			parts = append(parts, "a horizon of "+short(a.Base)+" days")
		case a.Path == "talks.rounds":
			parts = append(parts, "at most "+short(a.Base)+" rounds")
		case isFormat && isDays && formats < mostFormats:
			formats++
			parts = append(parts, fmt.Sprintf("%s a round of %s", days(a.Base), clean(format)))
		case a.Path == "durability.watch":
			parts = append(parts, "peace watched for "+short(a.Base)+" years")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ", among them " + words.List(parts)
}

func days(v float64) string {
	if v == 1 {
		return "1 day"
	}
	return short(v) + " days"
}
