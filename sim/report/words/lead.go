package words

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
)

// Rivals is a comparison of mediators, as its files hold it.
type Rivals struct {
	Names   []string // in order, without those that see the truth
	Summary []record.SummaryRow
	Pairs   []record.ComparisonRow
	Unit    func(measure string) string
}

// Lead says who signs most and least, what goes with that, and what the runs cannot
// tell apart: a sentence or two each.
func (r Rivals) Lead() []string {
	var played []record.SummaryRow
	for _, name := range r.Names {
		if row := r.row(name, "agreement"); row.N > 0 {
			played = append(played, row)
		}
	}
	if len(played) < 2 {
		return nil
	}
	byEstimate := func(a, b record.SummaryRow) int { return cmp.Compare(a.Estimate, b.Estimate) }
	most, least := slices.MaxFunc(played, byEstimate), slices.MinFunc(played, byEstimate)
	if most.Estimate == least.Estimate {
		return []string{fmt.Sprintf("Agreement is as frequent under %s: in %s of %s.",
			List(named(r.Names)), withInterval(most), Plural(most.N, "run", "runs"))}
	}
	lead := []string{fmt.Sprintf("Agreement is most frequent under %s, in %s of %s, and least frequent under %s, in %s%s.",
		Named(most.Mediator), withInterval(most), Plural(most.N, "run", "runs"), Named(least.Mediator), withInterval(least), r.besides(most.Mediator))}
	if s := r.price(most.Mediator); s != "" {
		lead = append(lead, s)
	}
	if s := r.unsettled(); s != "" {
		lead = append(lead, s)
	}
	return lead
}

// withInterval writes an estimate with its interval.
func withInterval(r record.SummaryRow) string {
	value, between := Estimate(r)
	if r.Interval == nil {
		return value
	}
	return value + " (95% interval " + between + ")"
}

// besides names those that may sign as much as the one that signs most.
func (r Rivals) besides(most string) string {
	var alike []string
	for _, name := range r.Names {
		if pair, ok := r.pair("agreement", most, name); ok && !Apart(pair) {
			alike = append(alike, Named(name))
		}
	}
	if len(alike) == 0 {
		return ""
	}
	return fmt.Sprintf("; these runs cannot tell %s from %s", Named(most), List(alike))
}

// price says whose texts are worth more and hold longer than those of the one that signs
// most, pair by pair of runs signed under both.
func (r Rivals) price(most string) string {
	var parts []string
	for _, measure := range []string{"joint_gain", "expected_peace_5y"} {
		if s := r.below(measure, most); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "What that costs, in the runs signed under both: " + strings.Join(parts, "; ") + "."
}

// below says whom the runs show to have more of a measure than one does.
func (r Rivals) below(measure, one string) string {
	var more []record.ComparisonRow
	judged := 0
	for _, name := range r.Names {
		pair, ok := r.pair(measure, one, name)
		if !ok || pair.Interval == nil {
			continue
		}
		judged++
		if Apart(pair) && pair.Estimate < 0 {
			more = append(more, pair)
		}
	}
	switch {
	case judged == 0:
		return ""
	case len(more) == 0:
		return fmt.Sprintf("in %s these runs show nobody above %s", Label(measure), Named(one))
	}
	slices.SortStableFunc(more, func(a, b record.ComparisonRow) int { return cmp.Compare(a.Estimate, b.Estimate) })
	s := fmt.Sprintf("against %s, %s under %s is %s", Named(more[0].B), Label(measure), Named(one), Change(more[0], r.Unit(measure)))
	var others []string
	for _, pair := range more[1:] {
		others = append(others, Named(pair.B))
	}
	if len(others) > 0 {
		s += ", and it is lower than under " + List(others) + " too"
	}
	return s
}

// mostUnsettled is how many pairs that are not told apart a sentence names.
const mostUnsettled = 4

// unsettled says how many pairs the runs tell apart, and which not; of one pair the
// sentences before have said it.
func (r Rivals) unsettled() string {
	var counts, alike []string
	all := 0
	for _, measure := range Told() {
		judged, apart := 0, 0
		for _, p := range r.Pairs {
			if p.Measure != measure || p.Interval == nil {
				continue
			}
			judged++
			if Apart(p) {
				apart++
			} else if measure == "agreement" {
				alike = append(alike, Named(p.A)+" and "+Named(p.B))
			}
		}
		if judged > 0 {
			all = max(all, judged)
			counts = append(counts, fmt.Sprintf("%d in %s", apart, Label(measure)))
		}
	}
	if all < 2 {
		return ""
	}
	s := fmt.Sprintf("Of %d pairs of mediators these runs tell apart %s.", all, List(counts))
	if more := len(alike) - mostUnsettled; more > 0 {
		alike = append(alike[:mostUnsettled], fmt.Sprintf("%d more", more))
	}
	if len(alike) > 0 {
		s += " Not told apart in agreement: " + strings.Join(alike, "; ") + "."
	}
	return s
}

// pair is the comparison of two mediators by a measure, one less the other.
func (r Rivals) pair(measure, one, other string) (record.ComparisonRow, bool) {
	for _, p := range r.Pairs {
		switch {
		case p.Measure == measure && p.A == one && p.B == other:
			return p, true
		case p.Measure == measure && p.A == other && p.B == one:
			return Turned(p), true
		}
	}
	return record.ComparisonRow{}, false
}

func (r Rivals) row(mediator, measure string) record.SummaryRow {
	for _, row := range r.Summary {
		if row.Mediator == mediator && row.Measure == measure {
			return row
		}
	}
	return record.SummaryRow{}
}
