package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Learner keeps a belief of each side, begun from what is public and corrected by
// every verdict, wish and choice it hears, and tables each round the text that, as it
// now believes, all sides are most likely to sign together. Lines and refusals of
// consent are kept as learned. The lever is inference: it proposes what nobody has
// asked for in so many words.
//
// Beliefs are particle filters on an additive picture of the case; the algorithm and
// its numbers are own choices.
type Learner struct {
	Noise   float64 // of what sides say, as the mediator takes it [worth]
	Repeats float64 // how often one text may be tabled [count]
}

// Fields implements spec.Spec.
func (s *Learner) Fields() []spec.Field {
	return []spec.Field{
		{Name: "noise", Doc: "how far a side's answers may be off its worths, as the mediator takes it", Unit: "worth", Number: &s.Noise, Min: .001, Max: 1, Source: "own choice: the margin called near"},
		{Name: "repeats", Doc: "times one text may be tabled before another is tried", Unit: "count", Number: &s.Repeats, Min: 1, Max: 1000, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s Learner) New(b *Brief) Strategy {
	t := &learner{Learner: s, drafting: drafting{brief: b, text: b.Initial}, seen: newSeen(b.Rounds + 1)}
	at := 0
	for k := range b.Agenda.Issues {
		t.first = append(t.first, at)
		at += len(b.Agenda.Issues[k].Levels)
	}
	t.barred = make([]bool, at)
	t.of = make([]*belief, len(b.Seats))
	for i := range b.Seats {
		if p := b.Seats[i].Public; b.Seats[i].Signs && p != nil {
			t.of[i] = newBelief(b, p, t.first, s.Noise)
		}
	}
	return t
}

// learner goes through the steps of a round.
type learner struct {
	Learner
	drafting
	seen   seen
	of     []*belief // by seat; nil where nothing is public
	first  []int     // by issue: place of its level 0 among barred
	barred []bool    // by issue and level: somebody's line, or consent refused
	worth  []float64 // by seat: of the text in hand, as believed

	round int
	phase study
	i, j  int             // whose wishes are put to whom
	put   message.Message // the choice last put
	to    int
}

type study uint8

const (
	tabling   study = iota // the text to each side apart
	agreed                 // consent and signatures
	comparing2             // whose wish does the other mind least?
	idle
)
