package measure

import (
	"cmp"
	"math"
	"slices"

	"shuttle/agents/agenda"
)

// bound is one search for a zone of agreement. For any weights that add up to one,
// the weighted mean of the signatories' gains is no less than their least gain; and
// under a settled core its maximum over all deals is found clause by clause. The
// weights for which that maximum is smallest (the Lagrangian dual) bound the branch.
type bound struct {
	s   *space
	how Search

	weights []float64 // of those who sign
	order   [][]int   // by clause: joint levels, the best by weight first
	value   [][]float64
	rest    []float64 // by depth: the most that clauses from there on add, weighted
	above   [][]float64
	sums    [][]float64 // by depth and seat
	choice  []int

	zone     Zone
	nodes    int
	spent    bool // the limit was met
	trial    dual
	branches []branch // still to be looked into
}

// branch is a core and the bound on the slack of its deals.
type branch struct {
	core agenda.Deal
	most float64
}

// search settles one core after the other, the most promising first.
func (b *bound) search() {
	branches := b.branches[:0]
	for more := true; more && !b.done(); more = b.s.next() {
		b.s.enter()
		if most, ok := b.weigh(); ok && b.open(most) {
			branches = append(branches, branch{b.s.deal, most})
		}
		b.count()
	}
	b.branches = branches
	slices.SortStableFunc(branches, func(x, y branch) int { return cmp.Compare(y.most, x.most) })
	for i := range branches {
		if b.done() || !b.open(branches[i].most) {
			return
		}
		b.s.deal = branches[i].core
		b.s.enter()
		b.weigh()
		b.prepare()
		b.down(0, b.s.needs, b.s.crossed)
	}
}

// newBound makes the books of searches in a space.
func newBound(s *space, how Search) *bound {
	n := len(s.clauses)
	b := &bound{s: s, how: how, trial: newDual(s)}
	b.choice, b.rest = make([]int, n), make([]float64, n+1)
	b.weights = make([]float64, s.signs)
	if !s.handy() {
		return b
	}
	for range n + 1 {
		b.sums = append(b.sums, make([]float64, len(s.seats)))
		b.above = append(b.above, make([]float64, len(s.seats)))
	}
	for i := range s.clauses {
		order := make([]int, s.clauses[i].size)
		for o := range order {
			order[o] = o
		}
		b.order = append(b.order, order)
		b.value = append(b.value, make([]float64, len(order)))
	}
	return b
}

// done reports whether nothing more is to be looked at.
func (b *bound) done() bool {
	return b.spent || !b.how.Widest && b.zone.Found && b.zone.Slack >= 0
}

// open reports whether a branch with such a bound may hold what is looked for.
func (b *bound) open(most float64) bool {
	if b.how.Widest {
		return !b.zone.Found || most > b.zone.Slack+same
	}
	return most >= -same
}

// count keeps the number of branches within the limit.
func (b *bound) count() {
	if b.nodes++; b.nodes >= b.how.Nodes {
		b.spent = true
	}
}

// prepare sorts the joint levels and adds up, from the last clause on, what is still
// to be had.
func (b *bound) prepare() {
	s := b.s
	for c := len(s.clauses) - 1; c >= 0; c-- {
		clause, value := &s.clauses[c], b.value[c]
		for o := range value {
			value[o] = clause.weighted(b.weights, o)
		}
		slices.SortStableFunc(b.order[c], func(x, y int) int { return cmp.Compare(value[y], value[x]) })
		b.rest[c] = math.Inf(-1)
		for seat := range s.seats {
			b.above[c][seat] = math.Inf(-1)
		}
		for o := range value {
			if !clause.may(o, s.must) {
				continue
			}
			b.rest[c] = max(b.rest[c], b.rest[c+1]+value[o])
			for seat := range s.seats {
				b.above[c][seat] = max(b.above[c][seat], b.above[c+1][seat]+clause.worth[seat][o])
			}
		}
	}
	copy(b.sums[0], s.rest)
}

// weighted is what a joint level is worth under weights of those who sign.
func (c *clause) weighted(weights []float64, option int) float64 {
	sum := 0.0
	for seat, w := range weights {
		sum += float64(w * c.worth[seat][option])
	}
	return sum
}

// may reports whether a joint level crosses no line of those whose word it needs.
func (c *clause) may(option int, must mask) bool {
	return c.crossed[option]&(must|c.needs[option]) == 0
}

// down looks at the deals below a choice for the first clauses.
func (b *bound) down(depth int, needs, crossed mask) {
	s := b.s
	b.count()
	if crossed&(s.must|needs) != 0 || b.done() || !b.open(b.most(depth)) || b.refused(depth, needs) {
		return
	}
	if depth == len(s.clauses) {
		b.offer(b.sums[depth], needs)
		return
	}
	c, next := &s.clauses[depth], b.sums[depth+1]
	for _, o := range b.order[depth] {
		if !c.may(o, s.must) {
			continue
		}
		for seat := range next {
			next[seat] = b.sums[depth][seat] + c.worth[seat][o]
		}
		b.choice[depth] = o
		b.down(depth+1, needs|c.needs[o], crossed|c.crossed[o])
	}
}

// most bounds the slack of the deals below: by the weights, and by each signatory
// alone.
func (b *bound) most(depth int) float64 {
	weighted, alone := b.rest[depth], math.Inf(1)
	for seat, w := range b.weights {
		x := b.sums[depth][seat] - b.s.floors[seat]
		weighted += float64(w * x)
		alone = min(alone, x+b.above[depth][seat])
	}
	return min(weighted, alone)
}

// refused reports whether somebody whose consent is needed would refuse every deal
// below.
func (b *bound) refused(depth int, needs mask) bool {
	for seat := b.s.signs; seat < len(b.s.seats); seat++ {
		if needs&(1<<seat) != 0 && b.sums[depth][seat]+b.above[depth][seat] < b.s.floors[seat]-same {
			return true
		}
	}
	return false
}

// offer takes a deal that crosses no line if it is better than what was found, by the
// parties' own reckoning.
func (b *bound) offer(worth []float64, needs mask) {
	s := b.s
	d := s.deal
	for c, option := range b.choice {
		s.write(&d, &s.clauses[c], option)
	}
	for seat := s.signs; seat < len(s.seats); seat++ {
		if needs&(1<<seat) != 0 && worth[seat] < s.floors[seat]+same && s.party(seat).Worth(&d) < s.floors[seat] {
			return
		}
	}
	least := math.Inf(1)
	for seat := range s.signs {
		least = min(least, s.party(seat).Worth(&d)-s.floors[seat])
	}
	if !b.zone.Found && (b.how.Widest || least >= 0) || b.zone.Found && least > b.zone.Slack {
		b.zone.Found, b.zone.Deal, b.zone.Slack = true, d, least
	}
}
