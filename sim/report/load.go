package report

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// Files are the files of a result that charts are drawn from.
type Files struct {
	Case    record.Case
	Rounds  []record.RoundRow
	Clauses []record.ClauseRow
	Summary []record.SummaryRow
}

// level is the level of all intervals.
const level = 0.95

// Load gathers what charts show of one design point (0 where there is no design).
// Seed, Focus and the outcomes of Paths are the caller's to add: they stand in no file
// that Load reads. What a file lacks stays empty; the chart that needs it
// says so. It is an error if the summary has no row of the point.
func Load(f Files, point int) (Data, error) {
	d := Data{Title: f.Case.Title, Live: f.Case.Live, Caveat: f.Case.Caveat, Space: spaceOf(f.Case)}
	if d.Title == "" {
		d.Title = f.Case.Name
	}
	for _, p := range f.Case.Parties {
		d.Parties = append(d.Parties, Party{Name: p.Name, Belligerent: p.Belligerent, Fallback: p.Fallback})
	}
	for _, i := range f.Case.Issues {
		d.Clauses = append(d.Clauses, i.Name)
	}
	d.Varied, d.Fixed = ranges(f.Case.Assumptions)
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
	for _, c := range f.Clauses {
		if c.Point == point {
			d.Objections = append(d.Objections, Objection{Mediator: c.Mediator, Draft: c.Draft, Clause: c.Clause, Party: c.Party, Count: c.Objections, N: c.N})
		}
	}
	return d, nil
}

// spaceOf takes the first two utilities of each point, the belligerents'.
func spaceOf(c record.Case) Space {
	xy := func(p *record.Point) *XY {
		if p == nil || len(p.Utilities) < 2 {
			return nil
		}
		return &XY{p.Utilities[0], p.Utilities[1]}
	}
	all := func(ps []record.Point) (out []XY) {
		for i := range ps {
			if at := xy(&ps[i]); at != nil {
				out = append(out, *at)
			}
		}
		return out
	}
	return Space{
		Frontier: all(c.Frontier), Outline: all(c.Outline), Cloud: all(c.Samples),
		Nash: xy(c.Nash), KalaiSmorodinsky: xy(c.KalaiSmorodinsky), Egalitarian: xy(c.Egalitarian), Welfare: xy(c.Welfare),
	}
}

// addSummary takes the measures that charts show; mediators are ordered by their
// first row.
func (d *Data) addSummary(r record.SummaryRow) {
	if !slices.Contains(d.Mediators, r.Mediator) {
		d.Mediators = append(d.Mediators, r.Mediator)
	}
	class, isOutcome := strings.CutPrefix(r.Measure, "outcome.")
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

// addRounds takes the agreements over all runs, and the drafts of replicate 0.
func (d *Data) addRounds(mediator string, rounds []record.RoundRow) error {
	curve := Curve{Mediator: mediator}
	for _, r := range rounds {
		if r.Mediator != mediator || r.Series != "agreed" || r.Replicate != record.AllRuns || r.N == 0 {
			continue
		}
		at, err := analysis.Wilson(countOf(r.Mean, r.N), r.N, level)
		if err != nil {
			return fmt.Errorf("agreements under mediator %q by round %d: %w", mediator, r.Round, err)
		}
		curve.N = max(curve.N, r.N)
		curve.Round, curve.Day = append(curve.Round, r.Round), append(curve.Day, r.Day)
		curve.Share = append(curve.Share, float64(countOf(r.Mean, r.N))/float64(r.N))
		curve.Low, curve.High = append(curve.Low, at.Low), append(curve.High, at.High)
	}
	if curve.N > 0 {
		d.Agreed = append(d.Agreed, curve)
	}
	path, err := d.pathOf(mediator, rounds)
	if err == nil && len(path.Drafts) > 0 {
		d.Paths = append(d.Paths, path)
	}
	return err
}

// pathOf reads the drafts of replicate 0, each where it first lay on the table.
func (d *Data) pathOf(mediator string, rounds []record.RoundRow) (Path, error) {
	path := Path{Mediator: mediator}
	pair := d.belligerents()
	if len(pair) < 2 {
		return path, nil
	}
	for _, r := range rounds {
		if r.Mediator != mediator || r.Replicate != path.Replicate || r.Series != "draft" {
			continue
		}
		number := int(math.Round(r.Mean))
		if n := len(path.Drafts); number < 1 || n > 0 && path.Drafts[n-1].Number >= number {
			continue
		}
		x, hasX := valueAt(rounds, r, "base."+pair[0].Name)
		y, hasY := valueAt(rounds, r, "base."+pair[1].Name)
		if !hasX || !hasY {
			return path, errors.New("the rounds name a draft of a run but not what it is worth to both belligerents")
		}
		path.Drafts = append(path.Drafts, Draft{Number: number, Round: r.Round, XY: XY{x, y}})
	}
	return path, nil
}

// valueAt is another series in the same run and round.
func valueAt(rounds []record.RoundRow, of record.RoundRow, series string) (float64, bool) {
	at := slices.IndexFunc(rounds, func(r record.RoundRow) bool {
		return r.Mediator == of.Mediator && r.Replicate == of.Replicate && r.Round == of.Round && r.Series == series
	})
	if at < 0 {
		return 0, false
	}
	return rounds[at].Mean, true
}

// countOf is the whole number of runs behind a share of n.
func countOf(share float64, n int) int { return int(math.Round(share * float64(n))) }

// ranges says in a caption's words which numbers of the scenario vary and how many
// do not.
func ranges(all []record.Assumption) (varied, fixed string) {
	const most = 12
	var some []string
	n := 0
	for _, a := range all {
		if a.Lo == a.Hi {
			continue
		}
		if n++; n <= most {
			some = append(some, strings.TrimSpace(fmt.Sprintf("%s %s to %s %s", a.Path, short(a.Lo), short(a.Hi), a.Unit)))
		}
	}
	switch {
	case n > most:
		varied = fmt.Sprintf("%d of the scenario's %d numbers, each in its range: %s; %d more stand in case.json.", n, len(all), strings.Join(some, "; "), n-most)
	case n > 0:
		varied = fmt.Sprintf("%d of the scenario's %d numbers, each in its range: %s.", n, len(all), strings.Join(some, "; "))
	}
	if still := len(all) - n; still > 0 {
		fixed = fmt.Sprintf("%d of the scenario's %d numbers; all stand in case.json.", still, len(all))
	}
	return varied, fixed
}

// short writes a number with the digits it needs and a true minus.
func short(v float64) string { return strings.Replace(fmt.Sprintf("%.4g", v), "-", "−", 1) }
