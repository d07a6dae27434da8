package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/party"
)

// Class is how a run came out, exactly one each.
type Class uint8

// The classes.
const (
	TalksGoOn    Class = iota // the horizon came while texts still moved
	Stalemate                 // no text had moved for a stated time
	OneSided                  // one camp would sign the mediator's text, another would not
	MediatorLeft              // the mediator gave up
	Holds                     // signed, and the peace holds as long as it is watched
	Collapsed                 // signed, and the peace collapsed
	NotRatified               // signed, and refused at home
	Partial                   // humanitarian results, and no text
	Escalation                // the talks were broken off by the war or by a walk-out
	Victory                   // the war was decided while talks went on
)

// Classes lists the outcome classes in the order reports show them.
func Classes() []Class {
	return []Class{Holds, Collapsed, NotRatified, Partial, OneSided, TalksGoOn, Stalemate, Escalation, Victory, MediatorLeft}
}

// String is the class as results spell it.
func (c Class) String() string {
	return [...]string{"talks-go-on", "stalemate", "one-sided", "mediator-left", "holds", "collapsed",
		"not-ratified", "partial", "escalation", "victory"}[c]
}

// Outcome is what a run came to. Its slices belong to the engine and hold until the
// next run.
type Outcome struct {
	Class      Class
	Reason     string // why it ended so, in a few words; never empty
	Signed     bool
	Ratified   bool            // nobody whose refusal undoes the signed text refused it
	InForce    bool            // every step of the signed text was taken
	Broke      int             // party by which the peace collapsed; -1 nobody, or nobody knows
	Initialled int             // texts that those at the table agreed on and leaders had to confirm
	Round      int             // of the signature, or the last played
	Day        float64         // since talks began
	Rounds     int             // played
	Messages   int             // said in all rooms
	Deal       agenda.Deal     // signed, or the last on the table
	Tabled     bool            // there is such a text
	Worth      []float64       // of Deal by party [worth]
	Floor      []float64       // fallback by party on that day [worth]
	Levered    []float64       // of Floor: what the mediator's own pressure and payments had taken off it [worth]
	Seen       []party.Outside // by party: the world of that day
	Start      []float64       // fallback by party when talks began [worth]
	Hazard     float64         // m of Deal, 1 is the reference deal [-]
	Guarantee  float64         // effective guarantee of Deal [share]
	Peace      float64         // years of peace watched; 0 when nothing was signed
	Ambiguity  float64         // of Deal: what its levels say and what haste added [share]
	Shortfall  float64         // by how much the signatory held worst would have fallen short of its fallback without levers that are withdrawn [worth]
	Legitimacy float64         // of the process, by who had a part in it [share]
	Exchanges  int             // humanitarian exchanges
	Strikes    int             // while talks went on
	Garbled    int             // clauses, priorities, verdicts and choices that arrived otherwise than they were said
	Late       float64         // by which messages past the mediator's capacity put rounds off [days]
	Leverage   float64         // what pressure, payments and guarantees given on the way cost those who used them [worth·years]
	History    *agenda.History
	Course     []Moment // by round
	Fault      string   // why the run could not be played to its end; empty normally

	Documents [MaxDocuments]Status // of the signed text, by place among the agenda's
}

// Moment is the state of a run at the end of a round.
type Moment struct {
	Day       float64
	Momentum  float64
	Load      int       // messages of the round
	Exchanges int       // humanitarian exchanges so far
	Gap       float64   // largest shortfall of the text below a signatory's fallback [worth]
	Worth     []float64 // of the text on the table, by party [worth]
	Floor     []float64 // by party [worth]
	Pressure  []float64 // in force, by party [worth]
	Text      bool      // there is a text on the table

	Trusts    []float64 // of each party in the signatory it trusts least [share]; NaN where nothing is said
	Trust     float64   // of the signatory that trusts another least [share]; NaN where nothing is said
	Closeness float64   // 1 at a text that all would sign, 0 at one that is far from it [share]
	Misbelief float64   // how wrong the mediator is about the sides [worth]; NaN where it states no belief
	Narrative float64   // how close the sides say they are [share]; NaN where they say nothing
	Format    int       // place of the format among the case's
	Rung      int       // place of the rung among the case's
}
