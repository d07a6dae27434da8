package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Procedure is control of the talks' own course: a single text whose mediator settles
// who is seen first and how soon rounds follow each other. Rounds come faster once a
// side is near, when there is something to lose by waiting; a mediator that hurries is
// sooner at the end of what it can carry.
type Procedure struct {
	SingleText
	First string  // who is seen first
	Hurry float64 // once a side is near [share of the days that can be saved]
}

// Fields implements spec.Spec.
func (s *Procedure) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "first", Doc: "who is seen first: whoever a coin falls to, the side that was furthest from signing, or the nearest", Choice: &s.First, Options: []string{"coin", "furthest", "nearest"}, Source: "own choice"},
		spec.Field{Name: "hurry", Doc: "of the days between rounds that can be saved, how many are once a side is near", Unit: "share", Number: &s.Hurry, Min: 0, Max: 1, Source: "own choice: all"},
	)
}

// New makes the player of one run.
func (s Procedure) New(b *Brief) Strategy {
	return &procedure{Procedure: s, singleText: s.start(b)}
}

type procedure struct {
	Procedure
	*singleText
	round int
	pace  float64 // of the days that can be saved [share]
}

// Next implements Strategy.
func (s *procedure) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round = n.Round
		s.order(n)
	}
	s.singleText.Next(n, move)
	if move.Act != Rest || s.brief.Means.Hurry == 0 {
		return
	}
	pace := 0.0
	if _, nearest := s.ends(n); s.verdict(n, nearest) >= message.Near {
		pace = s.Hurry
	}
	if pace != s.pace {
		s.pace = pace
		*move = Move{Act: Hurry, Size: pace}
	}
}

// order settles who is seen first, by what the sides said of the last text.
func (s *procedure) order(n *Notebook) {
	furthest := s.First == "furthest"
	if n.Round == 1 || s.First == "coin" {
		return
	}
	first := n.First
	for i := range n.Sides() {
		v, w := s.verdict(n, n.Signatory(i)), s.verdict(n, n.Signatory(first))
		if furthest && v < w || !furthest && v > w {
			first = i
		}
	}
	n.First = first
}
