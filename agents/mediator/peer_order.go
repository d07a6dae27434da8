package mediator

import (
	"math/bits"

	"shuttle/agents/agenda"
)

// order is what a mediator knows of how one side likes the levels of one issue: a
// partial order, closed under what follows from it.
type order struct {
	seen  levels
	below []levels // by level: those known to be liked no better, itself included
}

// levels is a set of levels of one issue.
type levels [agenda.MaxLevels / 64]uint64

func (s *levels) add(l int)      { s[l>>6] |= 1 << (l & 63) }
func (s *levels) has(l int) bool { return s[l>>6]&(1<<(l&63)) != 0 }

func (s *levels) join(t *levels) {
	for i := range s {
		s[i] |= t[i]
	}
}

func (s *levels) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

func newOrder(n int) order {
	o := order{below: make([]levels, n)}
	for l := range o.below {
		o.below[l].add(l)
	}
	return o
}

// learn notes that level b is liked no better than level a, and what follows: all that
// is known to be above a is above all that is known to be below b.
func (o *order) learn(a, b int) {
	under := o.below[b]
	for l := range o.below {
		if o.below[l].has(a) {
			o.below[l].join(&under)
		}
	}
}

// compared reports whether two levels are known to stand in an order, or level.
func (o *order) compared(a, b int) bool { return o.below[a].has(b) || o.below[b].has(a) }

// worse reports whether level a is known to be liked less than level b.
func (o *order) worse(a, b int) bool { return o.below[b].has(a) && !o.below[a].has(b) }

// standing is the estimated worth of a level that was seen: the share of the levels
// seen that are known to be liked no better, those not compared counting half [share].
func (o *order) standing(l int) float64 {
	under, apart := 0, 0
	for i := range o.below {
		switch {
		case !o.seen.has(i):
		case o.below[l].has(i):
			under++
		case !o.below[i].has(l):
			apart++
		}
	}
	return (float64(under) + float64(apart)/2) / float64(o.seen.count())
}
