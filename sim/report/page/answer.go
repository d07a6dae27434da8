package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// answer says in plain words what the runs say. Agreement never stands without what
// it is worth and how long it holds.
func (b *builder) answer() []part {
	switch {
	case len(b.Summary) == 0:
		return []part{{Text: []string{"This result holds no summary of runs, so there is nothing to say yet."}}}
	case b.points > 1:
		return b.sweepAnswer()
	case len(b.Mediators) > 1:
		return b.compareAnswer()
	}
	return []part{{Text: append(b.runAnswer(), b.existed(words.Noise)...)}}
}

// existed says how often there was anything to agree on, and then what else is to be
// said.
func (b *builder) existed(more ...string) []string {
	return slices.DeleteFunc(append([]string{words.Zone(b.Case), b.Missed}, more...), func(s string) bool { return s == "" })
}

// row is a line of the summary; one of no run stands for what it lacks.
func (b *builder) row(point int, mediator, measure string) record.SummaryRow {
	if i, ok := b.rows[key{point, mediator, measure}]; ok {
		return b.Summary[i]
	}
	return record.SummaryRow{Point: point, Mediator: mediator, Measure: measure}
}

// estimate writes a line of the summary with its interval, "32.3% (95% interval
// 27.3% to 37.8%)".
func estimate(r record.SummaryRow) string {
	value, between := words.Estimate(r)
	if r.Interval == nil {
		return value
	}
	return value + " (95% interval " + between + ")"
}

// runAnswer says how the runs of one mediator came out.
func (b *builder) runAnswer() []string {
	m := ""
	if len(b.Mediators) > 0 {
		m = b.Mediators[0].Name
	}
	lines := b.agreement(m)
	for _, line := range []string{b.endings(m), b.worths(m)} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// agreement says how often everybody signed.
func (b *builder) agreement(m string) []string {
	r := b.row(0, m, "agreement")
	switch {
	case r.N == 0:
		return []string{"No run could be played to its end."}
	case r.Estimate == 0:
		return []string{fmt.Sprintf("Under %s none of %s came to an agreement (95%% interval of the share %s): whatever is said of signed texts is said of none.",
			m, words.Plural(r.N, "run", "runs"), words.Percents(r.Interval))}
	}
	return []string{fmt.Sprintf("Under %s, every party whose signature is needed signed a text in %s of %s.", m, estimate(r), words.Plural(r.N, "run", "runs"))}
}

// mostEndings is how many endings are told with their share; the table has all.
const mostEndings = 4

// endings says how the talks ended, the most frequent ending first.
func (b *builder) endings(m string) string {
	var seen []record.SummaryRow
	var never []string
	for _, o := range b.Outcomes {
		switch r := b.row(0, m, "outcome."+o.Name); {
		case r.N > 0 && r.Estimate > 0:
			seen = append(seen, r)
		case r.N > 0:
			never = append(never, o.Name)
		}
	}
	if len(seen) == 0 {
		return ""
	}
	slices.SortStableFunc(seen, func(a, b record.SummaryRow) int { return cmp.Compare(b.Estimate, a.Estimate) })
	var parts, rare []string
	for i, r := range seen {
		if i < mostEndings {
			parts = append(parts, words.Label(r.Measure)+" in "+estimate(r))
		} else {
			rare = append(rare, words.Label(r.Measure))
		}
	}
	s := "The talks ended as " + words.List(parts) + " of the runs"
	if len(rare) > 0 {
		s += "; less often as " + words.List(rare)
	}
	if len(never) > 0 {
		s += "; in none as " + strings.Join(never, ", ")
	}
	return s + "."
}

// worths says what signed texts are worth to whom, and for how long.
func (b *builder) worths(m string) string {
	var gains []string
	for _, p := range b.belligerents() {
		if r := b.row(0, m, "gain."+p); r.N > 0 {
			gains = append(gains, estimate(r)+" to "+p)
		}
	}
	if len(gains) == 0 {
		return ""
	}
	s := "Where a text was signed it was worth more than no deal by " + words.List(gains) + ", in units of worth"
	if r := b.row(0, m, "expected_peace_5y"); r.N > 0 {
		s += "; the chance that it still holds after five years is " + estimate(r)
	}
	return s + "."
}

// belligerents are the names of the parties that must sign.
func (b *builder) belligerents() []string {
	var names []string
	for _, p := range b.Case.Parties {
		if p.Belligerent {
			names = append(names, p.Name)
		}
	}
	return names
}
