package talks

import (
	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Case is one compiled scenario: everything a run needs that no run changes. It is
// shared by all engines.
type Case struct {
	Agenda   *agenda.Agenda
	Parties  []Party
	Shared   func(*Shared, *Binder) // sets what all parties share
	Mediator Player[agents.MediatorMaker]
	Consent  []mediator.Consent
	Initial  agenda.Deal
	Clock    clock.Clock
	Tables   *clock.Tables // nil: the commitment mechanism is off
	FixedPie bool          // sides take each other's weights to be their own until they learn better
	Longest  int           // most rounds any run of the case can have
	Around   []Mechanism   // what is around the table, in the order in which it acts
	Begins   string        // date of the first day, as 2006-01-02; empty where the case names none
	Formats  []string      // names of the formats, by place
	Places   []string      // where the sides meet, by format; empty where the case does not say
	Rungs    []string      // names of the rungs, by place; nil: there is one
}

// Party is one party of a case.
type Party struct {
	Name   string
	Key    rng.Key // travels with its numbers when names or places are exchanged
	Role   party.Role
	Traits func(*party.Traits, *Binder) // sets its numbers
	Tactic Player[agents.TacticMaker]
}

// Player is a line of the catalog with the parameters this case gives it.
type Player[M any] struct {
	Name string
	Key  rng.Key
	Make func(*Binder) M // a parameter set of one's own, bound to the case's numbers
}

// Shared are the numbers of a run that are nobody's own.
type Shared struct {
	Format       Format
	Horizon      float64         // of the talks [days]
	Rounds       int             // most rounds, whatever the format
	Still        float64         // a text that has not moved for so long is a stalemate [days]
	Width        float64         // shortfall of a text at which sides are as far apart as can be [worth], > 0
	After        float64         // how long peace is watched after a signature [years]
	Jitter       float64         // spread of every score around its base [worth], ≥ 0
	Eta          float64         // log hazard per unit of effective guarantee [-]
	Verification float64         // log hazard per unit of verification [-]
	Reference    party.Reference // what a text promises whose hazard is the clock's: 1
	Ambiguity    float64         // log hazard per unit of ambiguity [-]; true hazard only
	Legitimacy   float64         // log hazard that a fully legitimate process takes off [-]; true hazard only
	Dividend     float64         // log hazard per unit of peace dividend that a text takes off [-]; true hazard only
	Usual        Usual           // what that text has of the three above
	Frailty      float64         // spread between peaces of the log hazard that no text explains: standard deviation [-], ≥ 0; true hazard only
	Imposed      float64         // log hazard of a text held up by leverage alone [-]; true hazard only
	Leverage     float64         // s_ref: shortfall without levers at which a text counts as wholly imposed [worth]
	Credibility  []float64       // q_j by party: credibility of its guarantee [share]; 0 for those who give none
	SteelAt      float64         // q_ref [share]
	Momentum     world.Momentum
	Instruments  []world.Instrument
}

// Usual is the part of the reference that no party prices.
type Usual struct {
	Ambiguity  float64 // [share]
	Legitimacy float64 // [share]
	Dividend   float64 // [share]
}

// Format is how the tracks are arranged.
type Format struct {
	Place int     // among the case's formats
	Days  float64 // one round lasts [days], > 0
	Noise float64 // chance that a clause of a relayed offer arrives one rung off [share]

	Joint     bool    // the sides sit together: who wrote an offer is known
	Clash     float64 // chance a round that they clash where there is no trust [share]
	Cost      float64 // trust that every side loses in every other by a clash [share]
	Publicity float64 // by what share more audiences are moved [share]
	Seats     []bool  // by party: who sits at the table beside the signatories; nil: nobody
}

// Rounds is how many rounds fit into the horizon.
func (s *Shared) rounds() int {
	return max(1, min(s.Rounds, int(s.Horizon/s.Format.Days+1e-9)))
}
