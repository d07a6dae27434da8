package words

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"shuttle/sim/record"
)

// Noise says what an interval does not show.
const Noise = "Intervals show simulation noise only, not how far the assumptions may be off."

// Capital gives a text a capital.
func Capital(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Sentence gives a text a capital and a full stop.
func Sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.TrimSuffix(Capital(s), ".") + "."
}

// List joins words as a sentence does.
func List(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// Zone says how often there was anything to agree on; it is empty when nobody
// looked.
func Zone(c record.Case) string {
	if c.ZoneN == 0 {
		return ""
	}
	return fmt.Sprintf("In %s of %s (95%% interval %s) there was a text that nobody would have refused.",
		Percent(c.ZoneShare), Plural(c.ZoneN, "draw", "draws"), Percents(&record.Interval{Low: c.ZoneLow, High: c.ZoneHigh}))
}

// Missed tells deals that were missed from deals that did not exist, over the runs
// that came to no agreement; it is empty when all did.
func Missed(runs, existed, open int) string {
	if runs == 0 {
		return ""
	}
	s := fmt.Sprintf("Of the %s without agreement, %s had a deal on the first day that nobody would have refused",
		Plural(runs, "run", "runs"), Thousands(existed))
	if open > 0 {
		s += fmt.Sprintf("; of %s it could not be established", Thousands(open))
	}
	return s + "."
}

// Oracle says what a mediator that sees the truth reached: its share of agreements
// with their interval, its joint gain.
func Oracle(name string, agreement, jointGain record.SummaryRow) string {
	share, between := Estimate(agreement)
	gain, _ := Estimate(jointGain)
	return fmt.Sprintf("%s sees the truth and is a line, no rival: agreement in %s of the runs, 95%% interval %s, joint gain %s where signed",
		name, share, between, gain)
}

// Family says how the differences of a measure are judged when it has so many
// pairs.
func Family(pairs int) string {
	return fmt.Sprintf("Whether a pair is told apart is judged with all %s of a measure counted (Holm); its interval is its own. All measures stand in comparison.csv.",
		Plural(pairs, "pair", "pairs"))
}
