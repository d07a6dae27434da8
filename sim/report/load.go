package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/record"
)

// Files are the files of a result that charts are drawn from.
type Files struct {
	Case    record.Case
	Rounds  []record.RoundRow
	Clauses []record.ClauseRow
	Summary []record.SummaryRow

	Halves     []record.HalfRow       // of a sweep; empty where they are not recorded
	Comparison []record.ComparisonRow // empty where no mediators were compared
	Points     []record.PointRow      // of a sweep: each point less the first
	Ends       []Ends                 // see [Gatherer]
	Columns    []record.Column        // of the measures
	Classes    []Class                // in the order in which reports show them
	Design     Design                 // of a sweep
}

// level is the level of all intervals.
const level = 0.95

// Load gathers what charts show of one design point (0 where there is no design).
// Seed, Focus and the outcomes of Paths are the caller's to add: they stand in no file
// that Load reads. What a file lacks stays empty; the chart that needs it
// says so. It is an error if the summary has no row of the point.
func Load(f Files, point int) (Data, error) {
	d := dataOf(f)
	for _, r := range f.Summary {
		if r.Point == point {
			d.addSummary(r)
		}
	}
	if len(d.Mediators) == 0 {
		return Data{}, fmt.Errorf("the summary holds no row of design point %d", point)
	}
	rounds := slices.Clone(f.Rounds)
	rounds = slices.DeleteFunc(rounds, func(r record.RoundRow) bool { return r.Point != point })
	slices.SortStableFunc(rounds, func(a, b record.RoundRow) int { return a.Round - b.Round })
	for _, m := range d.Mediators {
		if err := d.addRounds(m, rounds); err != nil {
			return Data{}, err
		}
	}
	for _, e := range f.Ends {
		if e.Point == point {
			d.Ends = append(d.Ends, e)
		}
	}
	for _, c := range f.Comparison {
		if c.Point == point {
			d.Differences = append(d.Differences, c)
		}
	}
	for _, c := range f.Clauses {
		if c.Point == point {
			d.Objections = append(d.Objections, Objection{Mediator: c.Mediator, Draft: c.Draft, Clause: c.Clause, Party: c.Party, Count: c.Objections, N: c.N})
		}
	}
	return d, nil
}

// dataOf takes what holds for every design point.
func dataOf(f Files) Data {
	d := Data{
		Title: f.Case.Title, Live: f.Case.Live, Caveat: f.Case.Caveat,
		Columns: f.Columns, Classes: f.Classes, Issues: f.Case.Issues,
	}
	if d.Title == "" {
		d.Title = f.Case.Name
	}
	for _, p := range f.Case.Parties {
		d.Parties = append(d.Parties, Party{Name: p.Name, Belligerent: p.Belligerent, Fallback: p.Fallback})
	}
	d.Space = spaceOf(f.Case, len(d.belligerents()))
	for _, i := range f.Case.Issues {
		d.Clauses = append(d.Clauses, i.Name)
	}
	d.Varied, d.Fixed = ranges(f.Case.Assumptions)
	d.Capacity, d.Steps = capacityOf(f.Case.Assumptions), implementationSteps(f.Case.Assumptions)
	return d
}

// capacityOf finds what the mediator carries without strain.
func capacityOf(all []record.Assumption) *Capacity {
	for _, a := range all {
		if a.Path == "talks.burden.capacity" {
			return &Capacity{a.Lo, a.Base, a.Hi}
		}
	}
	return nil
}

// implementationSteps are the steps of implementation that have a number in the document.
func implementationSteps(all []record.Assumption) []string {
	var steps []string
	for _, a := range all {
		rest, of := strings.CutPrefix(a.Path, "implementation.steps[")
		name, _, whole := strings.Cut(rest, "].")
		if of && whole && !slices.Contains(steps, name) {
			steps = append(steps, name)
		}
	}
	return steps
}

// spaceOf takes the points that say what they are worth to each of so many
// belligerents.
func spaceOf(c record.Case, belligerents int) Space {
	one := func(p *record.Point) Worths {
		if p == nil || len(p.Utilities) < belligerents {
			return nil
		}
		return p.Utilities[:belligerents]
	}
	all := func(ps []record.Point) (out []Worths) {
		for i := range ps {
			if w := one(&ps[i]); w != nil {
				out = append(out, w)
			}
		}
		return out
	}
	return Space{
		Frontier: all(c.Frontier), Outline: all(c.Outline), Cloud: all(c.Samples),
		Nash: one(c.Nash), KalaiSmorodinsky: one(c.KalaiSmorodinsky), Egalitarian: one(c.Egalitarian), Welfare: one(c.Welfare),
	}
}

// addSummary takes the measures that charts show; mediators are ordered by their
// first row.
func (d *Data) addSummary(r record.SummaryRow) {
	if !slices.Contains(d.Mediators, r.Mediator) {
		d.Mediators = append(d.Mediators, r.Mediator)
	}
	r.Point = 0 // the only one that charts of this data know
	d.Estimates = append(d.Estimates, r)
	d.addShare(r)
}

// outcomePrefix begins the name of the share of an outcome class.
const outcomePrefix = "outcome."

// addShare takes outcome shares and the share of agreements.
func (d *Data) addShare(r record.SummaryRow) {
	class, isOutcome := strings.CutPrefix(r.Measure, outcomePrefix)
	switch {
	case r.N == 0:
	case isOutcome:
		d.Runs = max(d.Runs, r.N)
		d.Outcomes = append(d.Outcomes, Share{Mediator: r.Mediator, Outcome: class, Count: countOf(r.Estimate, r.N), N: r.N})
	case r.Measure == "agreement" && r.Interval != nil:
		d.Runs = max(d.Runs, r.N)
		d.Agreement = append(d.Agreement, Rate{Mediator: r.Mediator, Estimate: r.Estimate, Low: r.Interval.Low, High: r.Interval.High, N: r.N})
	}
}

// countOf is the whole number of runs behind a share of n.
func countOf(share float64, n int) int { return int(math.Round(share * float64(n))) }

// short writes a number with the digits it needs and a true minus.
func short(v float64) string { return strings.Replace(fmt.Sprintf("%.4g", v), "-", "−", 1) }
