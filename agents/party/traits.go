package party

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/party/internal/utility"
)

// Role is what a party has to say on a deal.
type Role uint8

// The roles.
const (
	Belligerent Role = iota + 1 // must sign
	Guarantor                   // must consent to what it guarantees
	Stakeholder                 // is heard
)

// String is the role as a scenario spells it.
func (r Role) String() string {
	return [...]string{"", "belligerent", "guarantor", "stakeholder"}[r]
}

// The building blocks of a utility, for those who compile a case. Outside this
// package a utility can be described but not evaluated.
type (
	Numbers   = utility.Numbers
	Reference = utility.Reference
	Term      = utility.Term
	Curve     = utility.Curve
	Linear    = utility.Linear
	Power     = utility.Power
	Sigmoid   = utility.Sigmoid
	Peaked    = utility.Peaked
	Prospect  = utility.Prospect
)

// The interactions; see package utility for their formulas.
const (
	Guarded = utility.Guarded
	Threat  = utility.Threat
	Bonus   = utility.Bonus
	Linked  = utility.Linked
)

// Traits are one party's numbers for one run, drawn and plain.
type Traits struct {
	Numbers
	Fallback    Fallback
	Devaluation Devaluation
	Lines       []Line
	Near        float64 // margin below its demand at which a party calls a text near [worth], ≥ 0
	Learning    float64 // step by which priorities passed on correct the party's guess of the other side [share]
	Mandate     int     // clauses an offer may move from the party's last one; 0 is no bound

	Trust     []float64   // by place: that the party there keeps its promises [share]; below 0 where nothing is said
	Faith     float64     // trust in the mediator [share]; below 0 where nothing is said
	Anchoring float64     // how far the text that lies on the table first draws what the party hopes for [share]
	First     agenda.Deal // that text

	Fairness Fairness

	Passing func(*agenda.Deal) float64 // chance that a signed text passes at home and abroad [share]; nil: it always does
	Failure float64                    // what it costs the party when a text that it signed fails [worth], ≥ 0
}

// Theta is the logarithm of θ = clip(2·(1 − t), .3, 2), the factor by which a party
// that trusts the others t scales the hazard it expects.
func Theta(trust float64) float64 { return math.Log(min(max(2*(1-trust), .3), 2)) }

// Foresight is the rate at which the party discounts what is to come when it looks at
// the world; 0 when it is myopic [per year].
func (t *Traits) Foresight() float64 {
	if t.Fallback.Myopic {
		return 0
	}
	return t.Discount
}

// Fairness is what a party makes of a text that leaves it less than its share: the
// worth falls by Size times what its share of what both sides gain, as it sees them,
// lacks of Share (after Fehr and Schmidt 1999, on being behind).
type Fairness struct {
	Size  float64 // for a text that leaves it nothing where it holds half to be fair: half of this [worth], ≥ 0
	Share float64 // that it holds to be fair [share]
}

// Devaluation is how much less a text is worth for who wrote it (Ross and
// Stillinger 1991): the worth of a text falls by Size times the share below. The
// additive form is used because a factor on the gain cannot flip a decision.
type Devaluation struct {
	Size      float64 // δ [worth], ≥ 0
	Adversary float64 // share for a text the other side is known to have written [share]
	Unnamed   float64 // share for a text whose author it can only guess [share]
	Mediator  float64 // share for a text of the mediator [share]
}

// of is what a text loses by its author, read by party self. The more faith in the
// mediator is lost, the more its texts, and those that it brings without a name, are read
// like an adversary's.
func (d *Devaluation) of(author agenda.Author, self int, lost float64) float64 {
	switch author {
	case agenda.Author(self):
		return 0
	case agenda.Mediator:
		return d.Size * (d.Mediator + float64(lost*max(0, d.Adversary-d.Mediator)))
	case agenda.Unnamed:
		return d.Size * (d.Unnamed + float64(lost*max(0, d.Adversary-d.Unnamed)))
	}
	return d.Size * d.Adversary
}

// Line is a red line: levels of one issue that a party never accepts, or only
// under conditions.
type Line struct {
	Issue  int
	Levels Levels
	Hard   bool
	Unless []Condition // soft lines: all must hold
}

// Levels is a set of levels of one issue.
type Levels [agenda.MaxLevels / 64]uint64

// Add puts a level into the set.
func (s *Levels) Add(l int) { s[l>>6] |= 1 << (l & 63) }

// Has reports whether a level is in the set.
func (s *Levels) Has(l uint8) bool { return s[l>>6]&(1<<(l&63)) != 0 }

// Condition is one thing a soft line asks of the text.
type Condition struct {
	Guarantee float64 // effective guarantee at least this [share]; 0 asks nothing
	On        bool    // the level of Issue must be among Levels
	Issue     int
	Levels    Levels
}
