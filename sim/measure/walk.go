package measure

import "shuttle/agents/agenda"

// walk visits the deals of a space under a settled core, clause by clause, with the
// sums so far kept at each depth. Branches that a bound rules out are not entered.
type walk struct {
	s        *space
	free     bool                              // red lines do not count
	hopeless func(most []float64, n mask) bool // nothing below is wanted; most is by seat what deals below are worth at most
	leaf     func(worth []float64, needs mask) // a deal; w.deal spells it out

	sums   [][]float64 // by depth and seat
	above  [][]float64 // by depth and seat: the most that clauses from there on add
	most   []float64
	choice []int // joint level of each clause
}

func newWalk(s *space) *walk {
	w := &walk{s: s, most: make([]float64, len(s.seats)), choice: make([]int, len(s.clauses))}
	for range len(s.clauses) + 1 {
		w.sums = append(w.sums, make([]float64, len(s.seats)))
		w.above = append(w.above, make([]float64, len(s.seats)))
	}
	return w
}

// run visits the deals under the present core.
func (w *walk) run() {
	s := w.s
	if !w.free && s.crossed&(s.must|s.needs) != 0 {
		return
	}
	for depth := len(s.clauses) - 1; depth >= 0; depth-- {
		for seat := range s.seats {
			w.above[depth][seat] = w.above[depth+1][seat] + highest(s.clauses[depth].worth[seat])
		}
	}
	copy(w.sums[0], s.rest)
	w.down(0, s.needs, s.crossed)
}

func highest(xs []float64) float64 {
	top := xs[0]
	for _, x := range xs {
		top = max(top, x)
	}
	return top
}

func (w *walk) down(depth int, needs, crossed mask) {
	sums := w.sums[depth]
	for seat, x := range sums {
		w.most[seat] = x + w.above[depth][seat]
	}
	if w.hopeless(w.most, needs) {
		return
	}
	if depth == len(w.s.clauses) {
		w.leaf(sums, needs)
		return
	}
	c, next := &w.s.clauses[depth], w.sums[depth+1]
	for o := range c.size {
		n, x := needs|c.needs[o], crossed|c.crossed[o]
		if !w.free && x&(w.s.must|n) != 0 {
			continue
		}
		for seat := range next {
			next[seat] = sums[seat] + c.worth[seat][o]
		}
		w.choice[depth] = o
		w.down(depth+1, n, x)
	}
}

// deal is the deal the walk stands at.
func (w *walk) deal() agenda.Deal {
	d := w.s.deal
	for c, option := range w.choice {
		w.s.write(&d, &w.s.clauses[c], option)
	}
	return d
}
