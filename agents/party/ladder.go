package party

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
)

// worthLadder finds the deal worth least at or above a demand, for parties whose
// worth is the sum of the clauses: the issues are split in two halves, the deals
// of each half sorted by worth, and a walk along both finds the pair.
type worthLadder struct {
	version     int
	split       int
	left, right []rung

	list   []considered // of the deals that the party could offer
	listed bool         // list is of this version
	deal   agenda.Deal  // room for the one that is looked at
}

type rung struct {
	worth float64
	code  int // mixed radix over the half's issues, the last fastest
}

// maxRungs bounds the deals of one half; above it Nearest is not available.
const maxRungs = 1 << 16

// Nearest is the deal worth least among those worth at least the demand, ties to
// the first in document order; ok is false when none is, when the worth is more
// than the sum of its clauses, or when the agenda is too large to sort.
func (s *Self) Nearest(demand float64) (d agenda.Deal, ok bool) {
	p := s.party
	l := &p.ladder
	if l.version != p.version && !l.build(p) {
		return d, false
	}
	best, bi, bj := math.Inf(1), -1, -1
	j := len(l.right) - 1
	for i := range l.left {
		for j >= 0 && l.left[i].worth+l.right[j].worth >= demand {
			if w := l.left[i].worth + l.right[j].worth; w < best || w == best && l.before(i, j, bi, bj) {
				best, bi, bj = w, i, j
			}
			j--
		}
		// The next left is worth more, so that the rights already passed are worth
		// more with it than what was found with this one.
	}
	if bi < 0 {
		return d, false
	}
	p.agenda.Decode(&d, 0, l.split, l.left[bi].code)
	p.agenda.Decode(&d, l.split, len(p.agenda.Issues), l.right[bj].code)
	return d, true
}

// before reports whether the first pair of rungs stands before the second in
// document order.
func (l *worthLadder) before(i, j, bi, bj int) bool {
	if x, y := l.left[i].code, l.left[bi].code; x != y {
		return x < y
	}
	return l.right[j].code < l.right[bj].code
}

func (l *worthLadder) build(p *Party) bool {
	if !p.utility.Additive() || len(p.traits.Lines) > 0 {
		return false
	}
	split, ok := halve(p.agenda)
	if !ok {
		return false
	}
	var origin agenda.Deal
	constant := p.utility.Worth(&origin)
	for k := range p.agenda.Issues {
		constant -= p.utility.Score(k, 0)
	}
	l.version, l.split, l.listed = p.version, split, false
	l.left = spread(l.left, p, 0, split, constant)
	l.right = spread(l.right, p, split, len(p.agenda.Issues), 0)
	return true
}

// halve finds where to cut the issues so that both halves have the fewest deals.
func halve(a *agenda.Agenda) (split int, ok bool) {
	fewest := maxRungs + 1
	for cut := range len(a.Issues) + 1 {
		if n := max(a.Count(0, cut), a.Count(cut, len(a.Issues))); n < fewest {
			split, fewest = cut, n
		}
	}
	return split, fewest <= maxRungs
}

// spread lists the worths of all deals over some issues, in rising order.
func spread(rungs []rung, p *Party, from, to int, constant float64) []rung {
	rungs = append(rungs[:0], rung{worth: constant})
	for k := from; k < to; k++ {
		n, levels := len(rungs), len(p.agenda.Issues[k].Levels)
		rungs = slices.Grow(rungs, n*(levels-1))[:n*levels]
		for i := n - 1; i >= 0; i-- {
			base := rungs[i]
			for v := levels - 1; v >= 0; v-- {
				rungs[i*levels+v] = rung{base.worth + p.utility.Score(k, uint8(v)), base.code*levels + v}
			}
		}
	}
	slices.SortFunc(rungs, func(a, b rung) int {
		switch {
		case a.worth < b.worth:
			return -1
		case a.worth > b.worth:
			return 1
		}
		return a.code - b.code
	})
	return rungs
}
