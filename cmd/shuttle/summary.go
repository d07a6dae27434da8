package main

import (
	"errors"
	"math"
	"math/rand/v2"

	"shuttle/sim/analysis"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
	"shuttle/sim/rng"
)

// confidence is the level of all intervals.
const confidence = 0.95

// summary gathers what summary.csv says of rows: it turns each into the estimates
// that the measures define and hands those on to the analysis.
type summary struct {
	point, mediator    int // columns of the rows
	outcome, agreement int
	day, peace         int
	estimates          []measure.Estimate
	cells              record.Row
	gathered           *analysis.Summary
	spans              spans
	spells             map[arm]*spells
	left               int // numbers left out because they were not finite
}

// arm is a mediator at a design point.
type arm struct {
	point    int
	mediator string
}

func newSummary(rows record.Schema, spans spans) (*summary, error) {
	s := &summary{
		point: rows.Index("point"), mediator: rows.Index("mediator"), outcome: rows.Index("outcome"), agreement: rows.Index("agreement"),
		day: rows.Index("day"), peace: rows.Index("peace"), estimates: measure.Estimates(rows), spans: spans, spells: map[arm]*spells{},
	}
	schema := record.Schema{rows[s.point], rows[s.mediator]}
	var names []string
	for _, e := range s.estimates {
		kind := record.KindFloat
		if e.Share {
			kind = record.KindFlag
		}
		schema = append(schema, record.Column{Name: e.Name, Kind: kind})
		names = append(names, e.Name)
	}
	s.cells = make(record.Row, len(schema))
	var err error
	s.gathered, err = analysis.NewSummary(schema, names...)
	return s, err
}

// add takes in the row of one run.
func (s *summary) add(row record.Row) error {
	s.cells[0], s.cells[1] = row[s.point], row[s.mediator]
	for i, e := range s.estimates {
		cell := &s.cells[i+2]
		switch x, ok := e.Value(row); {
		case !ok:
			*cell = record.Null()
		case math.IsNaN(x) || math.IsInf(x, 0):
			*cell = record.Null()
			s.left++
		case e.Share:
			*cell = record.Flag(x != 0)
		default:
			*cell = record.Float(x)
		}
	}
	return errors.Join(s.follow(row), s.gathered.Add(s.cells))
}

// follow takes in the times of a run, if it was played to its end.
func (s *summary) follow(row record.Row) error {
	if row[s.outcome].IsNull() {
		return nil
	}
	key := arm{int(row[s.point].Int()), row[s.mediator].Text()}
	of := s.spells[key]
	if of == nil {
		of = newSpells()
		s.spells[key] = of
	}
	return s.followInto(of, row)
}

// followInto takes in the times of a run, if it was played to its end and they are
// finite: those that are not count among those left out.
func (s *summary) followInto(of *spells, row record.Row) error {
	if row[s.outcome].IsNull() {
		return nil
	}
	day, _ := row[s.day].Number()
	peace, _ := row[s.peace].Number()
	if infinite(day) || infinite(peace) {
		return nil
	}
	return of.add(row[s.agreement].Flag(), day, peace, row[s.outcome].Text(), s.spans)
}

// rows are the lines of summary.csv, and what is to be said beside them.
func (s *summary) rows(master uint64) ([]record.SummaryRow, []string, error) {
	rows, warnings, err := s.gathered.Rows(confidence, func(point int, mediator, measured string) *rand.Rand {
		stream := rng.NewStream()
		stream.Reset(rng.Seed(master).For(rng.Name("bootstrap").And(rng.Name(mediator)).And(rng.Name(measured)).With(point)))
		return stream.Rand
	})
	if err != nil {
		return nil, nil, err
	}
	if s.left > 0 {
		warnings = append(warnings, words.Plural(s.left, "number was not finite and is", "numbers were not finite and are")+" left out of the summary")
	}
	rows, err = s.withSpells(rows)
	return rows, warnings, err
}

// withSpells puts the times of each arm behind its measures.
func (s *summary) withSpells(rows []record.SummaryRow) ([]record.SummaryRow, error) {
	var all []record.SummaryRow
	for i, r := range rows {
		all = append(all, r)
		key := arm{r.Point, r.Mediator}
		last := i == len(rows)-1 || key != arm{rows[i+1].Point, rows[i+1].Mediator}
		if of := s.spells[key]; last && of != nil {
			lines, err := of.lines(s.spans, key.point, key.mediator)
			if err != nil {
				return nil, err
			}
			all = append(all, lines...)
		}
	}
	return all, nil
}
