package verify

import (
	"fmt"
	"math"

	"shuttle/sim/measure"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// pair is two voters over a hundred clauses, and what they come to on the scale from
// the least to the most that can be: the sum, and each. Figures of a replication of the
// published table over 200 runs, which the table confirms to two digits.
type pair struct {
	name, file string
	sum        float64
	each       [2]float64
}

func pairs() []pair {
	return []pair{
		{"two hill climbers", "klein-climbers", .860, [2]float64{.755, .757}},
		{"a hill climber and an annealer", "klein-mixed", .857, [2]float64{.992, .514}},
		{"two annealers", "klein-annealers", .980, [2]float64{.839, .841}},
	}
}

// votes is X6: single-text search over interdependent clauses, and the dilemma in it. A
// side does best as a climber beside an annealer, next as one of two annealers, then as
// one of two climbers, and worst as an annealer beside a climber.
func votes() Check {
	return Check{
		ID: "X6", Mechanism: "votes over interdependent clauses", Source: "Klein, Faratin, Sayama and Bar-Yam 2003, and a replication of 200 runs",
		Finds:  "an error in worth that depends on pairs of clauses, in the votes and in the search",
		Misses: "a difference of less than 0.02, and anything about the remedy but its sign",
		trials: []trial{func(l *Lab) ([]Row, error) {
			spans, err := l.spans()
			if err != nil {
				return nil, err
			}
			var rows []Row
			var got []*placed
			for _, p := range pairs() {
				r, err := l.vote(p.file, spans)
				if err != nil {
					return nil, err
				}
				got = append(got, r)
				rows = append(rows, near("joint worth of "+p.name, p.sum, &r.sum, .02),
					near("worth of the first of "+p.name, p.each[0], &r.each[0], .02),
					near("worth of the second of "+p.name, p.each[1], &r.each[1], .02))
			}
			climbers, mixed, annealers := got[0], got[1], got[2]
			spared, err := l.vote("klein-weak-votes", spans[:max(4, len(spans)/4)])
			if err != nil {
				return nil, err
			}
			remedy := above("what two climbers gain together from a mediator who overrides weak noes", &spared.sum, &climbers.sum)
			remedy.Note = "a sign only: the published figures could not be confirmed"
			return append(rows, remedy,
				above("what climbing beside an annealer gains over two annealers", &mixed.each[0], &annealers.each[0]),
				above("what two annealers gain over two climbers", &annealers.each[0], &climbers.each[0]),
				above("what climbing beside a climber gains over annealing", &climbers.each[1], &mixed.each[1])), nil
		}},
	}
}

// above is a row of one mean that is to lie above another.
func above(what string, high, low *tally) Row {
	d := high.mean() - low.mean()
	e := reach * math.Hypot(high.error(), low.error())
	return Row{Class: Published, What: what, Unit: "share of the scale", Expected: math.NaN(), Least: 0, Most: math.Inf(1),
		Simulated: d, Low: d - e, High: d + e, Runs: high.n + low.n, by: inside}
}

// near is a row of a mean that agrees when the estimate itself is within a tolerance,
// whatever its interval.
func near(what string, expected float64, t *tally, tolerance float64) Row {
	r := sampled(what, "share of the scale", expected, t, tolerance)
	r.Class, r.by = Published, hits
	return r
}

// votesRuns is how many runs of ten thousand proposals each are played of a pair.
const votesRuns = 100

// placed is what runs came to on their scales.
type placed struct {
	sum  tally
	each [2]tally
}

// spans are the scales of the sum and of each side, by run: every run has clauses of
// its own, whoever votes on them.
func (l *Lab) spans() ([][3]measure.Span, error) {
	s, err := l.compile(file(pairs()[0].file))
	if err != nil {
		return nil, err
	}
	if len(s.Case.Parties) != 2 {
		return nil, fmt.Errorf("%s.yaml has %d parties, not two", pairs()[0].file, len(s.Case.Parties))
	}
	table := talks.NewTable(s.Case)
	list := make([][3]measure.Span, max(4, l.runs(votesRuns)))
	for i := range list {
		table.Draw(rng.Derive(l.seed, i))
		for k, weights := range [3][]float64{{1, 1}, {1, 0}, {0, 1}} {
			list[i][k] = measure.FindSpan(table, weights)
		}
	}
	return list, nil
}

// vote plays a pair, and places what its runs came to.
func (l *Lab) vote(name string, spans [][3]measure.Span) (*placed, error) {
	var r placed
	run := 0
	err := l.play(file(name), len(spans), func(_ *scenario.Scenario, o *talks.Outcome) {
		span := &spans[run]
		run++
		if !o.Signed {
			r.sum.add(math.NaN()) // nothing to place: the row does not agree
			return
		}
		r.sum.add(span[0].Place(o.Worth[0] + o.Worth[1]))
		r.each[0].add(span[1].Place(o.Worth[0]))
		r.each[1].add(span[2].Place(o.Worth[1]))
	})
	return &r, err
}
