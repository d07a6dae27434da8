package report

import (
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// Ends says what became of the runs of one design point under one mediator.
type Ends struct {
	Point    int
	Mediator string
	Runs     int // a run that could not be played does not count

	Zone, ZoneKnown int // runs with a deal on the first day that nobody would have refused; runs of which this is known
	Signed          int
	SignedNoZone    int // signed, although it is known that no such deal existed on the first day
	Ratified        int // signed and ratified; notRecorded where rows do not say
	Holding         int // the peace held as long as it was watched
	Fulfilled       int // the same, and every step of the text was taken; notRecorded where rows do not say

	// Breaks count the texts that broke at a step of theirs, by step and party, in the
	// order in which they came; Collapsed all that broke, at a step or later.
	Breaks    []Break
	Collapsed int
	// Announced and Close put runs into bins by how close the sides were said to be after
	// the third round, and by how close they were; nil where rows do not say.
	Announced, Close []Told

	// Peaces are how long each peace that began was watched [years], and whether it
	// collapsed.
	Peaces []analysis.Spell
	// Delay is the day of the signature, Durability the chance that the signed text
	// holds for five years, Both their sum: over the runs that have both.
	Delay, Durability, Both analysis.Moments
}

// Break counts the texts that broke at one step by one party.
type Break struct {
	Step, Party string
	Count       int
}

// Told counts the runs in one bin of what was said, or was true.
type Told struct {
	Sum       float64 // of the values, for their mean
	N, Signed int
}

// toldBins is how many equal bins there are from 0 to 1. Own choice: wide enough for
// an interval in each.
const toldBins = 5

// notRecorded is the count of what rows do not tell.
const notRecorded = -1

// Limits of what is kept, so that a large sweep takes no more memory than a small
// one: of more arms than a chart can show nothing is, and peaces only so many.
const (
	mostKept   = 64
	mostPeaces = 1 << 18
)

// Gatherer gathers the ends of runs from their rows, in the order in which points
// and mediators come.
type Gatherer struct {
	columns map[string]int
	ends    []*Ends
	find    map[arm]*Ends
	peaces  int
}

// arm is a design point under a mediator.
type arm struct {
	point    int
	mediator string
}

// NewGatherer makes a gatherer for rows with these columns.
func NewGatherer(columns []string) *Gatherer {
	g := &Gatherer{columns: make(map[string]int), find: make(map[arm]*Ends)}
	for i, name := range columns {
		g.columns[name] = i
	}
	return g
}

// Ends are what was gathered; nothing when there were more arms than a chart can
// show.
func (g *Gatherer) Ends() []Ends {
	if len(g.ends) > mostKept {
		return nil
	}
	var all []Ends
	for _, e := range g.ends {
		all = append(all, *e)
	}
	return all
}

// Add takes in one run. A column that rows lack counts as empty.
func (g *Gatherer) Add(row record.Row) {
	outcome := g.cell(row, "outcome").Text()
	if outcome == "" {
		return
	}
	e := g.of(arm{int(g.cell(row, "point").Int()), g.cell(row, "mediator").Text()})
	if e == nil {
		return
	}
	signed, zone := g.cell(row, "agreement").Flag(), g.cell(row, "zone")
	e.Runs++
	e.ZoneKnown += one(!zone.IsNull())
	e.Zone += one(zone.Flag())
	e.Signed += one(signed)
	e.SignedNoZone += one(signed && !zone.IsNull() && !zone.Flag())
	if e.Ratified != notRecorded {
		e.Ratified += one(signed && g.cell(row, "ratified").Flag())
	}
	e.Holding += one(outcome == "holds")
	if e.Fulfilled != notRecorded {
		e.Fulfilled += one(outcome == "holds" && g.cell(row, "implemented").Flag())
	}
	years, watched := g.cell(row, "peace").Number()
	if watched && signed && (years > 0 || outcome == "collapsed") && g.peaces < mostPeaces {
		g.peaces++
		e.Peaces = append(e.Peaces, analysis.Spell{Time: years, Event: outcome == "collapsed"})
	}
	if outcome == "collapsed" {
		e.Collapsed++
		// The reason names the step where there is one: "A defected at withdrawal".
		if party, step, at := strings.Cut(g.cell(row, "reason").Text(), " defected at "); at {
			e.addBreak(step, party)
		}
	}
	e.Announced = addTold(e.Announced, g.cell(row, "early_narrative"), signed)
	e.Close = addTold(e.Close, g.cell(row, "early_closeness"), signed)
	day, hasDay := g.cell(row, "day").Number()
	peace, hasPeace := g.cell(row, "expected_peace_5y").Number()
	if signed && hasDay && hasPeace {
		e.Delay.Add(day)
		e.Durability.Add(peace)
		e.Both.Add(day + peace)
	}
}

// addBreak counts a text that broke at a step.
func (e *Ends) addBreak(step, party string) {
	for i := range e.Breaks {
		if b := &e.Breaks[i]; b.Step == step && b.Party == party {
			b.Count++
			return
		}
	}
	e.Breaks = append(e.Breaks, Break{step, party, 1})
}

// addTold puts a run into its bin.
func addTold(bins []Told, v record.Value, signed bool) []Told {
	x, ok := v.Number()
	if !ok {
		return bins
	}
	if bins == nil {
		bins = make([]Told, toldBins)
	}
	b := &bins[int(min(max(x*toldBins, 0), toldBins-1))]
	b.Sum, b.N, b.Signed = b.Sum+x, b.N+1, b.Signed+one(signed)
	return bins
}

// cell is a cell of a row, null where the rows have no such column.
func (g *Gatherer) cell(row record.Row, name string) record.Value {
	if i, ok := g.columns[name]; ok && i < len(row) {
		return row[i]
	}
	return record.Null()
}

// of finds what was gathered of an arm, nil when there are too many.
func (g *Gatherer) of(at arm) *Ends {
	if e := g.find[at]; e != nil || len(g.ends) > mostKept {
		return e
	}
	e := &Ends{Point: at.point, Mediator: at.mediator}
	if _, ok := g.columns["ratified"]; !ok {
		e.Ratified = notRecorded
	}
	if _, ok := g.columns["implemented"]; !ok {
		e.Fulfilled = notRecorded
	}
	g.find[at], g.ends = e, append(g.ends, e)
	return e
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
