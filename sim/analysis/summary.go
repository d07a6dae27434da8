package analysis

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"shuttle/sim/record"
)

// MaxBootstrap is how many values of a measure are kept for a bootstrap
// interval; with more runs a mean gets Student's, which is then as good.
const MaxBootstrap = 5000

// MinBootstrap is how many values a bootstrap interval needs: resamples of fewer vary
// too little, so that it would be too short; such a mean gets Student's. Source: Hesterberg
// 2015, The American Statistician 69, 371–386, on bootstrap intervals of small samples;
// the bound is an own choice.
const MinBootstrap = 30

// The ways an interval of a [record.SummaryRow] is made.
const (
	MethodWilson = "wilson" // share: score interval
	MethodBCa    = "bca"    // mean of MinBootstrap to MaxBootstrap values: bootstrap
	MethodT      = "t"      // mean of fewer or more: Student's
)

// Summary takes in rows of runs, one after the other, and gives a line for each
// measure of each point and mediator. A flag is a share, a number a mean; a run
// without the measure (null) is not counted. At most MaxBootstrap values are
// kept a measure, point and mediator.
type Summary struct {
	point, mediator int // their places in a row
	measures        []measure
	groups          []*group // in the order in which they first came
	find            map[groupKey]*group
}

// Stream hands out the generator for the bootstrap of one line. Keyed by its
// arguments, it keeps a line's interval the same whatever the other lines are.
type Stream func(point int, mediator, measure string) *rand.Rand

type measure struct {
	name  string
	place int
	share bool
}

type groupKey struct {
	point    int
	mediator string
}

type group struct {
	groupKey
	tallies []tallied // one a measure
}

// tallied is what is kept of one measure: a share's yes count in hits, a mean's
// moments and, up to MaxBootstrap, its values.
type tallied struct {
	hits    int
	moments Moments
	values  []float64
}

// NewSummary returns a summary of the named columns, which must be flags, ints
// or floats. The schema needs the columns "point" (int) and "mediator" (text).
func NewSummary(schema record.Schema, measures ...string) (*Summary, error) {
	s := &Summary{
		point: schema.Index("point"), mediator: schema.Index("mediator"),
		find: make(map[groupKey]*group),
	}
	if s.point < 0 || schema[s.point].Kind != record.KindInt {
		return nil, errors.New(`summary: no column "point" of whole numbers`)
	}
	if s.mediator < 0 || schema[s.mediator].Kind != record.KindText {
		return nil, errors.New(`summary: no column "mediator" of texts`)
	}
	for _, name := range measures {
		i := schema.Index(name)
		if i < 0 {
			return nil, fmt.Errorf("summary: no column %q", name)
		}
		kind := schema[i].Kind
		if kind == record.KindText {
			return nil, fmt.Errorf("summary: column %q holds texts, which have no mean", name)
		}
		s.measures = append(s.measures, measure{name, i, kind == record.KindFlag})
	}
	return s, nil
}

// Add takes in one run. It keeps nothing of the row. A number that is not finite
// and a row too short for the schema are errors, and the run is not counted.
func (s *Summary) Add(row record.Row) error {
	if err := s.check(row); err != nil {
		return err
	}
	g := s.group(groupKey{int(row[s.point].Int()), row[s.mediator].Text()})
	for i, m := range s.measures {
		x, given := row[m.place].Number()
		if !given {
			continue
		}
		t := &g.tallies[i]
		t.moments.Add(x)
		switch {
		case m.share && x == 1:
			t.hits++
		case !m.share && t.moments.N() <= MaxBootstrap:
			t.values = append(t.values, x)
		case !m.share:
			t.values = nil
		}
	}
	return nil
}

// Rows returns the lines: points and mediators in the order in which they first
// came, measures in the order in which they were named. A measure that no run
// of a group has is a line without estimate; an interval that too few runs leave
// open is missing as well, and there is a word on each such measure. Faults are a level
// outside (0, 1) and a stream that is nil where a bootstrap needs one.
func (s *Summary) Rows(level float64, stream Stream) (rows []record.SummaryRow, thin []Thin, err error) {
	open := make([]Thin, len(s.measures))
	for _, g := range s.groups {
		for i, m := range s.measures {
			row := record.SummaryRow{Point: g.point, Mediator: g.mediator, Measure: m.name}
			if err := g.tallies[i].fill(&row, m.share, level, stream); err != nil {
				return nil, nil, fmt.Errorf("summary: point %d, %s, %s: %w", g.point, g.mediator, m.name, err)
			}
			if row.Interval == nil {
				open[i].add(g.point)
			}
			rows = append(rows, row)
		}
	}
	for i, m := range s.measures {
		if open[i].Open > 0 {
			open[i].Measure, open[i].Lines = m.name, len(s.groups)
			thin = append(thin, open[i])
		}
	}
	return rows, thin, nil
}

func (s *Summary) check(row record.Row) error {
	need := max(s.point, s.mediator)
	for _, m := range s.measures {
		need = max(need, m.place)
	}
	if len(row) <= need {
		return fmt.Errorf("summary: row has %d values, need %d", len(row), need+1)
	}
	for _, m := range s.measures {
		if x, given := row[m.place].Number(); given && (math.IsNaN(x) || math.IsInf(x, 0)) {
			return fmt.Errorf("summary: %s is %g", m.name, x)
		}
	}
	return nil
}

func (s *Summary) group(k groupKey) *group {
	g := s.find[k]
	if g == nil {
		g = &group{k, make([]tallied, len(s.measures))}
		s.find[k] = g
		s.groups = append(s.groups, g)
	}
	return g
}

// fill completes a line with the estimate, its interval and how it was made.
func (t *tallied) fill(row *record.SummaryRow, share bool, level float64, stream Stream) error {
	n := t.moments.N()
	row.N, row.Method = n, MethodT
	switch {
	case share:
		row.Method = MethodWilson
	case n == 0 || n >= MinBootstrap && n <= MaxBootstrap: // of no value there is neither
		row.Method = MethodBCa
	}
	if n == 0 || n == 1 && !share {
		row.Estimate = t.moments.Mean()
		return nil
	}
	var at Interval
	var err error
	switch row.Method {
	case MethodWilson:
		row.Estimate = float64(t.hits) / float64(n)
		at, err = Wilson(t.hits, n, level)
	case MethodBCa:
		if stream == nil {
			return errors.New("a bootstrap needs a stream")
		}
		row.Estimate, at, err = BCa(t.values, level, Resamples, stream(row.Point, row.Mediator, row.Measure))
	default:
		row.Estimate = t.moments.Mean()
		at, err = t.moments.T(level)
	}
	row.Interval = &at
	return err
}
