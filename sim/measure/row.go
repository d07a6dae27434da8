package measure

import (
	"shuttle/agents/oracle"
	"shuttle/agents/party"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// Schema is the columns of a run's row: which run it is, the factors, how it came
// out, the measures, and why it could not be played if it could not. Parties stand
// in the order of the file.
func Schema(parties []string, factors []record.Column) record.Schema {
	s := record.Schema{
		{Name: "experiment", Doc: "name of the scenario or experiment", Kind: record.KindText},
		{Name: "point", Doc: "design point, from 0", Kind: record.KindInt},
		{Name: "replicate", Doc: "replicate, from 0; equal replicates share parties and world", Kind: record.KindInt},
		{Name: "seed", Doc: "derived from the master seed and the replicate, its 64 bits as a signed number; no value of --seed: trace RESULT --replicate N plays the run again", Kind: record.KindInt},
		{Name: "mediator", Doc: "mediation strategy", Kind: record.KindText},
	}
	s = append(s, factors...)
	s = append(s, record.Column{Name: outcomeColumn, Doc: "how the run came out; empty when it could not be played", Kind: record.KindText})
	s = append(s, Columns(parties)...)
	return append(s, record.Column{Name: faultColumn, Doc: "why the run could not be played to its end; normally empty", Kind: record.KindText})
}

// The columns between which the measures stand.
const (
	outcomeColumn = "outcome"
	faultColumn   = "fault"
)

// ID says which run a row is of.
type ID struct {
	Experiment string
	Point      int
	Replicate  int
	Seed       rng.Seed // of the run, as handed to Engine.Play
	Mediator   string
	Factors    []record.Value // one a factor of the schema
}

// write fills the leading cells of a row and returns the others.
func (id *ID) write(row record.Row) record.Row {
	row[0] = record.Text(id.Experiment)
	row[1] = record.Int(int64(id.Point))
	row[2] = record.Int(int64(id.Replicate))
	row[3] = record.Int(int64(id.Seed))
	row[4] = record.Text(id.Mediator)
	return row[5+copy(row[5:], id.Factors):]
}

// Fault fills the row of a run that could not be played.
func Fault(row record.Row, id *ID, fault string) {
	rest := id.write(row)
	clear(rest)
	rest[len(rest)-1] = record.Text(fault)
}

// Ledger fills rows of one scenario. It is for one goroutine; a row allocates
// nothing.
type Ledger struct {
	measures []Measure
	run      run
}

// run is what measures look at: an outcome and the truth behind it.
type run struct {
	*talks.Outcome
	c     *talks.Case
	order []int // parties' places, in the order of the file
	signs []int // those of them that sign
	seed  rng.Seed
	table *talks.Table // the run's parties, once somebody asked
	on    moment       // to which they are set
	zones *Finder

	points *pointed // nil where the scenario does not ask for them
}

type pointed = oracle.Points

// NewLedger makes a ledger for a scenario.
func NewLedger(s *scenario.Scenario) *Ledger {
	table := talks.NewTable(s.Case)
	l := &Ledger{measures: All(), run: run{c: s.Case, order: s.Order, signs: signatories(s.Case, s.Order),
		table: table, zones: NewFinder(table, Search{})}}
	if s.Points {
		l.run.points = table.Points()
	}
	return l
}

// signatories are the places in order whose signature is needed.
func signatories(c *talks.Case, order []int) []int {
	var signs []int
	for _, i := range order {
		if c.Parties[i].Role == party.Belligerent {
			signs = append(signs, i)
		}
	}
	return signs
}

// Fill fills the row of a run, of the length of its Schema. A run with a fault has
// no measures.
func (l *Ledger) Fill(row record.Row, id *ID, o *talks.Outcome) {
	if o.Fault != "" {
		Fault(row, id, o.Fault)
		return
	}
	r := &l.run
	r.Outcome, r.seed, r.on = o, id.Seed, noDay
	rest := id.write(row)
	rest[0] = record.Text(o.Class.String())
	at := 1
	for i := range l.measures {
		m := &l.measures[i]
		if !m.Each {
			rest[at] = m.value(r, 0)
			at++
			continue
		}
		for _, p := range r.order {
			rest[at] = m.value(r, p)
			at++
		}
	}
	rest[at] = record.Null()
}

// moment is the day to which the parties of a table are set.
type moment uint8

const (
	noDay moment = iota // of another run
	firstDay
	lastDay
)

// truth is the table with the parties of this run, on a day of it.
func (r *run) truth(on moment) *talks.Table {
	if r.on == on {
		return r.table
	}
	if r.on != firstDay {
		r.table.Draw(r.seed)
	}
	if on == lastDay {
		r.table.Close(r.Outcome)
	}
	r.on = on
	return r.table
}
