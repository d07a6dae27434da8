package measure

import "math"

// dual looks for the weights under which the best weighted gain is smallest, by
// steps against the gains of the deal that is best under the present weights: who
// gains much needs little weight.
type dual struct {
	s      *space
	logs   []float64 // logarithms of the weights
	try    []float64
	gains  []float64
	choice []int
}

// steps of the search for weights; own choice, between the time they take and the
// branches they spare.
const steps = 16

func newDual(s *space) dual {
	return dual{s: s, logs: make([]float64, s.signs), try: make([]float64, s.signs), gains: make([]float64, s.signs), choice: make([]int, len(s.clauses))}
}

// weigh sets the weights for the present core and returns the bound; false when the
// core or a clause leaves no level that crosses no line. Deals met on the way are
// offered.
func (b *bound) weigh() (most float64, ok bool) {
	s, t := b.s, &b.trial
	if s.crossed&(s.must|s.needs) != 0 {
		return 0, false
	}
	clear(t.logs)
	most = math.Inf(1)
	for i := range steps {
		t.normalise()
		value, needs, crossed, ok := t.best()
		if !ok {
			return 0, false
		}
		if value < most {
			most = value
			copy(b.weights, t.try)
		}
		b.met(needs, crossed)
		if b.done() || !b.open(most) || !t.step(i) {
			break
		}
	}
	return most, true
}

// normalise turns logarithms into weights that add up to one.
func (t *dual) normalise() {
	top, sum := t.logs[0], 0.0
	for _, x := range t.logs {
		top = max(top, x)
	}
	for i, x := range t.logs {
		t.try[i] = math.Exp(x - top)
		sum += t.try[i]
	}
	for i := range t.try {
		t.try[i] /= sum
	}
}

// best finds the deal with the largest weighted gain.
func (t *dual) best() (value float64, needs, crossed mask, ok bool) {
	s := t.s
	needs, crossed = s.needs, s.crossed
	for i := range t.gains {
		t.gains[i] = s.rest[i] - s.floors[i]
	}
	for c := range s.clauses {
		clause, at, top := &s.clauses[c], -1, 0.0
		for o := range clause.size {
			if !clause.may(o, s.must) {
				continue
			}
			if v := clause.weighted(t.try, o); at < 0 || v > top {
				at, top = o, v
			}
		}
		if at < 0 {
			return 0, 0, 0, false
		}
		t.choice[c] = at
		needs, crossed = needs|clause.needs[at], crossed|clause.crossed[at]
		for i := range t.gains {
			t.gains[i] += clause.worth[i][at]
		}
	}
	for i, g := range t.gains {
		value += float64(t.try[i] * g)
	}
	return value, needs, crossed, true
}

// step moves weight from those who gain to those who do not; false when all gain the
// same, which nothing can better.
func (t *dual) step(i int) bool {
	mean, size := 0.0, 0.0
	for j, g := range t.gains {
		mean += float64(t.try[j] * g)
	}
	for _, g := range t.gains {
		size = max(size, math.Abs(g-mean))
	}
	if size <= same {
		return false
	}
	length := 1 / math.Sqrt(float64(i+1))
	for j, g := range t.gains {
		t.logs[j] -= length * (g - mean) / size
	}
	return true
}

// met offers the deal that is best under the present weights.
func (b *bound) met(needs, crossed mask) {
	s, t := b.s, &b.trial
	if crossed&(s.must|needs) != 0 || !b.open(slackOf(t.gains)) {
		return
	}
	copy(b.choice, t.choice)
	worth := b.sums[len(s.clauses)]
	for seat := range s.seats {
		worth[seat] = s.rest[seat]
		for c := range s.clauses {
			worth[seat] += s.clauses[c].worth[seat][t.choice[c]]
		}
	}
	b.offer(worth, needs)
}

// slackOf is the least of the gains.
func slackOf(gains []float64) float64 {
	least := math.Inf(1)
	for _, g := range gains {
		least = min(least, g)
	}
	return least
}
