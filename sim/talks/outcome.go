package talks

import "shuttle/agents/agenda"

// Class is how a run came out, exactly one each.
type Class uint8

// The classes that the mechanisms of this package lead to.
const (
	TalksGoOn    Class = iota // the horizon came while texts still moved
	Stalemate                 // no text had moved for a stated time
	OneSided                  // one camp would sign the mediator's text, another would not
	MediatorLeft              // the mediator gave up
	Holds                     // signed, and the peace holds as long as it is watched
	Collapsed                 // signed, and the peace collapsed
)

// Classes lists the outcome classes in the order reports show them.
func Classes() []Class {
	return []Class{Holds, Collapsed, OneSided, TalksGoOn, Stalemate, MediatorLeft}
}

// String is the class as results spell it.
func (c Class) String() string {
	return [...]string{"talks-go-on", "stalemate", "one-sided", "mediator-left", "holds", "collapsed"}[c]
}

// Outcome is what a run came to. Its slices belong to the engine and hold until the
// next run.
type Outcome struct {
	Class     Class
	Signed    bool
	Round     int         // of the signature, or the last played
	Day       float64     // since talks began
	Rounds    int         // played
	Messages  int         // said in all rooms
	Deal      agenda.Deal // signed, or the last on the table
	Tabled    bool        // there is such a text
	Worth     []float64   // of Deal by party [worth]
	Floor     []float64   // fallback by party on that day [worth]
	Start     []float64   // fallback by party when talks began [worth]
	Hazard    float64     // m of Deal, 1 is the reference deal [-]
	Guarantee float64     // effective guarantee of Deal [share]
	Peace     float64     // years of peace watched; 0 when nothing was signed
	History   *agenda.History
	Course    []Moment // by round
	Fault     string   // why the run could not be played to its end; empty normally
}

// Moment is the state of a run at the end of a round.
type Moment struct {
	Day      float64
	Momentum float64
	Load     int       // messages of the round
	Gap      float64   // largest shortfall of the text below a signatory's fallback [worth]
	Worth    []float64 // of the text on the table, by party [worth]
	Floor    []float64 // by party [worth]
	Pressure []float64 // in force, by party [worth]
	Text     bool      // there is a text on the table
}
