package utility

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
)

// Gain is the difference of two worths, for every single change, whatever features
// and interactions a case has.
func TestGainIsTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := drawn(t)
		u := made(a, n, maybe(t))
		d := dealt(t, a)
		was, worth, point := d, u.Worth(&d), u.At(&d)
		assert.Equal(t, worth, point.Worth)
		for k := range a.Issues {
			for l := range a.Issues[k].Levels {
				c := agenda.Change{Issue: uint8(k), Level: uint8(l)}
				to := d
				to[k] = uint8(l)
				want := u.Worth(&to) - worth
				assert.InDelta(t, want, u.Gain(&d, c, worth), fits(worth), "issue %d to level %d", k, l)
				assert.InDelta(t, want, u.GainAt(&point, &d, c), fits(worth), "by difference, issue %d to level %d", k, l)
				assert.Equal(t, was, d, "the deal is left as it was")
			}
		}
	})
}

// The order in which the levels of an issue are written down changes no worth.
func TestRelabellingLevelsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := drawn(t)
		on := maybe(t)
		u := made(a, n, on)
		k := rapid.IntRange(0, len(a.Issues)-1).Draw(t, "issue")
		places := make([]int, len(a.Issues[k].Levels))
		for l := range places {
			places[l] = l
		}
		order := rapid.Permutation(places).Draw(t, "order") // new place → old
		b, m := relabelled(a, n, k, order)
		v := made(b, m, on)
		var d agenda.Deal
		for more := true; more; more = b.Next(&d) {
			old := d
			old[k] = uint8(order[d[k]])
			assert.Equal(t, u.Worth(&old), v.Worth(&d))
			assert.Equal(t, u.Effective(&old), v.Effective(&d))
		}
	})
}

// relabelled is the same case with the levels of one issue in another order.
func relabelled(a *agenda.Agenda, n Numbers, k int, order []int) (*agenda.Agenda, Numbers) {
	b := *a
	b.Issues = slices.Clone(a.Issues)
	b.Issues[k].Levels = make([]agenda.Level, len(order))
	n.Scores, n.Terms = slices.Clone(n.Scores), slices.Clone(n.Terms)
	scores := n.Scores[k]
	n.Scores[k] = make([]float64, len(order))
	for l, old := range order {
		b.Issues[k].Levels[l], n.Scores[k][l] = a.Issues[k].Levels[old], scores[old]
	}
	for i := range n.Terms {
		term := &n.Terms[i]
		if term.A != k {
			continue
		}
		was := *term
		clear(term.Levels[:])
		for l, old := range order {
			if was.Has(old) {
				term.Levels[l>>6] |= 1 << (l & 63)
			}
		}
	}
	n.Pairs = slices.Clone(n.Pairs)
	for i := range n.Pairs {
		n.Pairs[i] = reordered(a, n.Pairs[i], k, order)
	}
	return &b, n
}

// reordered is a pair with the levels of one issue in another order.
func reordered(a *agenda.Agenda, p Pairing, issue int, order []int) Pairing {
	width := len(a.Issues[p.B].Levels)
	old := p.Values
	p.Values = make([]float64, len(old))
	for i := range old {
		row, column := i/width, i%width
		if p.A == issue {
			row = order[row]
		}
		if p.B == issue {
			column = order[column]
		}
		p.Values[i] = old[row*width+column]
	}
	return p
}

// A utility that served other runs is the same as a new one.
func TestSetLeavesNothingBehind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, first := drawn(t)
		reused := made(a, first, maybe(t))
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			n, on := numbers(t, a), maybe(t)
			reused.Set(a, 0, &n, on)
			fresh := made(a, n, on)
			var d agenda.Deal
			for more := true; more; more = a.Next(&d) {
				assert.Equal(t, fresh.Worth(&d), reused.Worth(&d))
			}
			assert.Equal(t, fresh.Pairs(), reused.Pairs())
			assert.Equal(t, fresh.Additive(), reused.Additive())
		}
	})
}

// Without price or interaction a worth is a mean of scores: it lies among them.
func TestScoresBoundTheWorth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := drawn(t)
		n.AsGiven, n.Terms, n.Pairs, n.Hold, n.SteelAt = false, nil, nil, 0, 0
		u := made(a, n, nil)
		d := dealt(t, a)
		low, high := 1.0, 0.0
		for k := range a.Issues {
			low, high = min(low, n.Scores[k][d[k]]), max(high, n.Scores[k][d[k]])
		}
		if slices.Max(n.Weights) == 0 {
			low = 0
		}
		worth := u.Worth(&d)
		assert.GreaterOrEqual(t, worth, low-1e-9)
		assert.LessOrEqual(t, worth, high+1e-9)
	})
}

// Among deals that promise the same, the parts of Split add up to the worth.
func TestSplitAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := drawn(t)
		n.Rho = 1
		u := made(a, n, maybe(t))
		assert.True(t, u.Separable())
		d := dealt(t, a)
		parts := make([]float64, len(u.flow))
		rest := u.Split(&d, parts)
		promise := a.Promise(&d)
		var to agenda.Deal
		for more := true; more; more = a.Next(&to) {
			if p := a.Promise(&to); p.Strength != promise.Strength || p.Legal != promise.Legal || p.Verification != promise.Verification {
				continue
			}
			sum, at := rest, 0
			for k := range a.Issues {
				sum += parts[at+int(to[k])]
				at += len(a.Issues[k].Levels)
			}
			for i := range u.Pairs() {
				sum += u.Linked(i, &to)
			}
			worth := u.Worth(&to)
			assert.InDelta(t, worth, sum, 10*fits(worth))
		}
	})
}

func TestNotSeparableUnderCES(t *testing.T) {
	u := made(plain(2), Numbers{Weights: []float64{1}, Scores: [][]float64{{0, 1}}, Rho: 0}, nil)
	assert.False(t, u.Separable())
	assert.False(t, u.Additive())
}

// A run allocates nothing once the terms have been seen.
func TestSetAllocatesNothing(t *testing.T) {
	a, n := guaranteed()
	n.Terms = []Term{{Kind: Linked, K: .3, A: 0, B: 1}, {Kind: Threat, K: .1}}
	n.Pairs = []Pairing{{A: 1, B: 0, Values: make([]float64, 6)}, {A: 0, B: 0, Values: make([]float64, 4)}}
	u := New(a)
	u.Set(a, 0, &n, tables)
	d := agenda.Deal{1, 1}
	assert.Zero(t, testing.AllocsPerRun(20, func() {
		u.Set(a, 0, &n, tables)
		u.Gain(&d, agenda.Change{Issue: 1, Level: 2}, u.Worth(&d))
	}))
}
