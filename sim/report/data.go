package report

import (
	"slices"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// Data is all that charts show, read from the files of one result.
type Data struct {
	Title     string   // what the case is called in print
	Live      bool     // a conflict that is not over: figures say that they are no forecast
	Caveat    string   // the sentence live cases carry; empty: the usual one
	Runs      int      // runs per mediator
	Seed      uint64   // the master seed
	Alone     bool     // one run by itself, seen by the parties it drew: no means, no intervals
	Replicate int      // which run that is
	Point     bool     // one point of a sweep, as if it were a run
	Mediators []string // in the order of the document
	Arms      []string // of a small sweep: its points under its mediators, which then stand in place of mediators in Outcomes, Agreement and Ends
	Focus     string   // whose runs the charts of one mediator show; empty: the first mediator
	Parties   []Party  // in the order of the document
	Clauses   []string // the issues, in the order of the document
	Steps     []string // of implementation, in the order of the document; empty: in that of the runs
	Fixed     string   // what was held fixed, for captions
	Varied    string   // what was varied and over which ranges, for captions

	Space      Space       // what deals are worth to the belligerents
	Paths      []Path      // the drafts of one run under each mediator
	Outcomes   []Share     // how runs ended
	Agreement  []Rate      // the share of runs that every required party signed
	Agreed     []Curve     // that share as it grew
	Objections []Objection // who objected to what

	Classes     []Class                // the ways a run can end, from the best kept peace to the worst broken talks
	Capacity    *Capacity              // what the mediator carries without strain; nil: the case says nothing of it
	Columns     []record.Column        // the measures, with their units
	Estimates   []record.SummaryRow    // every measure of every point and mediator
	Halves      []record.HalfRow       // the estimates of a sweep by halves of its runs; empty when not recorded
	Differences []record.ComparisonRow // run by run, of every two mediators
	Against     []record.PointRow      // run by run, of each point of a sweep from its first
	Ends        []Ends                 // what became of the runs, under each mediator
	Series      []Series               // what went on, round by round
	Issues      []record.CaseIssue     // what each issue is worth to whom
	Design      Design                 // of a sweep; empty otherwise
	References  []string               // mediators that see the truth: lines to look at, no rivals

	Measures  []string // to show, where a chart has a choice; empty: the usual ones
	Threshold float64  // the share at which a heat map draws its contour; 0: one half
}

// Class is a way a run can end.
type Class struct{ Name, Meaning string }

// Series is a measure over the runs that still talked, round by round.
type Series struct {
	Mediator, Name string
	Round          []int
	Day            []float64 // days since the talks began, mean over these runs
	N              []int     // how many runs these are
	Mean           []float64
	Low, High      []float64 // their quartiles; nil for one run
}

// Capacity is how many messages a round the mediator carries without strain, and the
// range from which runs draw it [messages].
type Capacity struct{ Low, Base, High float64 }

// Design is what a sweep varied.
type Design struct {
	Factors []Factor
	Points  [][]record.Value // by point, a level a factor
	// Of a design of trajectories: how many neighbouring points make one, and the share
	// of its range that a factor moves in a step; 0 otherwise.
	Walk int
	Step float64
}

// Factor is one thing a sweep varied.
type Factor struct {
	Name, Unit, Note string
	Label            string // what axes call it; empty: its name
	Lever            bool   // somebody's to choose; otherwise an uncertainty
	Deadline         bool   // the day of a deadline of the talks: charts mark it
	Coercive         bool   // pressure, strikes, threats: shown, but in live cases never ranked
}

// Party is a party as charts name it.
type Party struct {
	Name        string
	Belligerent bool    // must sign
	Fallback    float64 // worth of no deal [worth, usually 0–1]
}

// Worths is what a deal is worth to each belligerent, in the order of the document
// [worth, usually 0–1].
type Worths []float64

// Space is the utility space of the belligerents at base values.
type Space struct {
	Frontier []Worths // undominated deals among those that nobody would refuse
	Outline  []Worths // undominated deals among all, whatever the fallbacks
	Cloud    []Worths // a sample of deals
	// Solution points; nil where the case has none.
	Nash, KalaiSmorodinsky, Egalitarian, Welfare Worths
}

// Path is what the drafts of one run were worth.
type Path struct {
	Mediator  string
	Replicate int
	Outcome   string // how the run ended, as an outcome word; empty when not recorded
	Drafts    []Draft
	LastOnly  bool // an older result, of each round the last draft only
}

// Draft is one draft of a run.
type Draft struct {
	Number, Round int
	Worths
	Author string // a party's name, or another; empty when not recorded
}

// Share counts one outcome under one mediator.
type Share struct {
	Mediator, Outcome string
	Count, N          int
}

// Rate is a share of runs with its 95% Wilson interval.
type Rate struct {
	Mediator            string
	Estimate, Low, High float64 // [0, 1]
	N                   int
}

// Curve is the cumulative share of runs with an agreement, round by round.
type Curve struct {
	Mediator         string
	Round            []int
	Day              []float64 // days since the talks began, a value a round; nil when not recorded
	Share, Low, High []float64 // [0, 1], with the 95% Wilson interval
	N                int
}

// Objection counts the runs in which a party objected to a clause of a draft.
type Objection struct {
	Mediator      string
	Draft         int // number of the draft, from 1
	Clause, Party string
	Count         int // runs with the objection
	N             int // runs that reached the draft
}

// rows are what charts put side by side: the mediators, or in a sweep each point
// under each mediator.
func (d Data) rows() []string {
	if len(d.Arms) > 0 {
		return d.Arms
	}
	return d.Mediators
}

// sweep tells whether the data are of all points of a sweep.
func (d Data) sweep() bool { return len(d.Design.Points) > 0 }

// armCount is how many arms there are, those of a sweep too large to name them included.
func (d Data) armCount() int { return max(1, len(d.Design.Points)) * len(d.Mediators) }

// arms says how many there are.
func (d Data) arms() string {
	return words.Plural(d.armCount(), "point and mediator", "points and mediators")
}

// each names one of the rows.
func (d Data) each() string {
	if len(d.Arms) > 0 {
		return "arm"
	}
	return "mediator"
}

// How many arms of a sweep stand side by side, and how many below each other, with a
// bar each.
const (
	mostSide  = 12
	mostBelow = 24
)

// beside says why rows cannot be compared side by side, nil when they can.
func (d Data) beside() error {
	switch n := len(d.rows()); {
	case d.sweep() && len(d.Arms) == 0:
		return unfit("%s are too many to stand side by side: a map or lines show them", d.arms())
	case n < 2:
		return unfit("a comparison needs two mediators, or the points of a small sweep")
	case len(d.Arms) > mostSide:
		return unfit("%d points and mediators are too many to stand side by side: a map or lines show them", n)
	}
	return nil
}

// below says why rows of a bar each cannot stand below each other, nil when they can.
func (d Data) below() error {
	if d.sweep() && len(d.Arms) == 0 || len(d.rows()) > mostBelow {
		return unfit("%s are too many for a bar each: plot one point, --point", d.arms())
	}
	return nil
}

// arm is the design point and mediator of a row.
func (d Data) arm(row int) arm {
	if len(d.Arms) > 0 {
		return arm{row / len(d.Mediators), d.Mediators[row%len(d.Mediators)]}
	}
	return arm{0, d.Mediators[row]}
}

// isReference tells whether the mediator of a row sees the truth.
func (d Data) isReference(row int) bool { return slices.Contains(d.References, d.arm(row).mediator) }

// focus is the mediator whose runs the charts of one mediator show.
func (d Data) focus() string {
	if d.Focus == "" && len(d.Mediators) > 0 {
		return d.Mediators[0]
	}
	return d.Focus
}

// path is the path of the mediator in focus, empty when none is recorded.
func (d Data) path() Path {
	for _, p := range d.Paths {
		if p.Mediator == d.focus() {
			return p
		}
	}
	return Path{}
}

// belligerents are the parties that must sign, in the order of the document.
func (d Data) belligerents() []Party {
	var b []Party
	for _, p := range d.Parties {
		if p.Belligerent {
			b = append(b, p)
		}
	}
	return b
}
