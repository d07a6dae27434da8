package page

import (
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// Data is all that a report says. The page says in a sentence what is empty where a
// reader would look for it.
type Data struct {
	Command    string                 // that made the result: run, compare or sweep
	Question   string                 // what the case or the experiment asks, in plain words
	Case       record.Case            // parties, issues, zone of agreement, every assumption
	Mediators  []Mediator             // in the order in which they were compared
	Design     Design                 // of a sweep
	Runs       int                    // runs under each mediator, at each point of a design
	Summary    []record.SummaryRow    // estimates by point, mediator and measure
	Comparison []record.ComparisonRow // differences of mediators, run by run
	Points     []record.PointRow      // differences of points of a design, run by run
	Robust     []record.RobustRow     // how many drawn sets of assumptions keep the differences of mediators
	Regret     []record.RegretRow     // what every choice of a design gives up at worst
	Missed     string                 // a sentence on deals that existed and were missed
	Figures    []Figure               // in the order in which they are shown
	Undrawn    []string               // why charts are not there, a sentence each
	Switches   []Switch               // the parts of the model that can be switched off
	Measures   []Term                 // what is recorded of a run, for the glossary
	Outcomes   []Term                 // how a run can end, in the order of tables
	Warnings   []string               // to be read beside every number
	Origin     Origin
}

// Figure is a chart of the page.
type Figure struct {
	report.Figure
	Small *report.Figure // the same for the narrow windows of phones; nil where it cannot be drawn so small
}

// Term is a word of the glossary.
type Term struct {
	Name string
	Unit string // "" for a pure number, a share or a word
	Text string // what it means
}

// Mediator is a mediation strategy.
type Mediator struct {
	Name, Summary, Source string
	Oracle                bool // sees the truth: a line, never a rival
}

// Design is what a sweep varied. The zero Design is that of one point.
type Design struct {
	Factors []Factor
	Points  [][]string // by point, the level of each factor
}

// Factor is one thing that a sweep varied.
type Factor struct {
	Name, Role, Unit, Note string
	Paths                  []string // what of the scenario it sets
	Levels                 string   // in words
}

// Switch is a part of the model that a scenario can switch off.
type Switch struct {
	Name, Summary, Source string
	State                 State
}

// State tells whether a part of the model was at work.
type State string

// The states of a [Switch].
const (
	On     State = "on"
	Off    State = "off"
	Varied State = "varied" // a factor of the design
)

// Origin is where a result comes from.
type Origin struct {
	Version, Revision string // of the program; Revision is "" where its build recorded none
	Date              string // when the result was made, as it is to be printed
	Seed              uint64 // master seed
	ConfigHash        string // SHA-256 of what was played, in hex: of config.yaml, or of that and the experiment
	Commands          []string
	Files             []File
}

// File is a file of the result.
type File struct {
	Name, SHA256 string
	Size         int64 // bytes
}
