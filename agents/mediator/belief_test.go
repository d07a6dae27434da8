package mediator

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// honest is a side whose numbers come from the public ranges, and which says what is
// so.
type honest struct {
	Like
	gap float64
}

// someone draws a side of six issues of four levels, its numbers from triangular
// ranges.
func someone(r *rand.Rand) Like {
	between := func(low, high float64) float64 { return low + (high-low)*(r.Float64()+r.Float64())/2 }
	l := Like{Worth: between(.35, .45), Fallback: between(.3, .5)}
	for range 6 {
		l.Weights = append(l.Weights, between(.05, .25))
	}
	for k, w := range l.Weights {
		l.Gains = append(l.Gains, make([]float64, 4))
		for level := range 4 {
			l.Gains[k][level] = w * float64(level) / 3
		}
	}
	return l
}

// draws is a side whose numbers nobody knows, and the belief a mediator begins with.
func draws(seed uint64) (*honest, *belief, *agenda.Agenda, *rand.Rand) {
	r := rand.New(rand.NewPCG(seed, 9))
	a, p := &agenda.Agenda{}, &Public{Gains: make([][]float64, 6)}
	for k := range 6 {
		a.Issues = append(a.Issues, agenda.Issue{Levels: agenda.Tiers("0", "1", "2", "3")})
		p.Gains[k] = make([]float64, 4)
	}
	p.Likes = func() (out []Like) {
		for range 128 {
			out = append(out, someone(r))
		}
		return out
	}
	e := newBelief(&Brief{Agenda: a, Rounds: 20}, p, .02)
	return &honest{someone(r), .2 + .4*r.Float64()}, e, a, r
}

// worth is what a text is worth to the side.
func (h *honest) worth(d *agenda.Deal) float64 {
	total := h.Worth
	for k, g := range h.Gains {
		total += g[d[k]]
	}
	return total
}

// says is the side's answer to a text, with a slip as the mediator takes it: the
// verdict on a demand that comes down evenly, and what it would move first.
func (h *honest) says(e *belief, d *agenda.Deal, r *rand.Rand) message.Reply {
	above := h.worth(d) - h.Fallback - e.fall*h.gap + e.noise*r.NormFloat64()
	switch {
	case above >= 0:
		return message.Reply{Verdict: message.Sign}
	case above >= -near:
		return message.Reply{Verdict: message.Near}
	}
	var all []agenda.Change
	for k := range h.Gains {
		if d[k] < 3 {
			all = append(all, agenda.Change{Issue: uint8(k), Level: d[k] + 1})
		}
	}
	gain := func(c agenda.Change) float64 { return h.Gains[c.Issue][c.Level] - h.Gains[c.Issue][d[c.Issue]] }
	slices.SortStableFunc(all, func(a, b agenda.Change) int { return int(math.Copysign(1, gain(b)-gain(a))) })
	out := message.Reply{}
	out.N = uint8(copy(out.Wishes[:], all))
	return out
}

// answered has a side answer for so many rounds, and its belief learn.
func answered(h *honest, e *belief, a *agenda.Agenda, r *rand.Rand, rounds int) {
	for round := 1; round <= rounds; round++ {
		var d agenda.Deal
		lot(a, r, &d)
		e.dawn(round, &d)
		said := h.says(e, &d, r)
		e.hears(&d, &said)
	}
}

// What a side says brings the belief nearer to the truth: to what it demands above the
// worth of the first text, and to which issues it cares for.
func TestBeliefsLearn(t *testing.T) {
	var before, after, blind, seen float64
	for seed := range uint64(200) {
		h, e, a, r := draws(seed)
		miss := func() float64 {
			return math.Abs(e.mean[floor] + e.mean[gap] - e.mean[start] - h.Fallback - e.fall*h.gap + h.Worth)
		}
		off := func() (sum float64) {
			for k, w := range h.Weights {
				sum += math.Abs(e.mean[weights+k] - w)
			}
			return sum
		}
		before, blind = before+miss(), blind+off()
		answered(h, e, a, r, 10)
		after, seen = after+miss(), seen+off()
	}
	assert.Less(t, after, before*.7)
	assert.Less(t, seen, blind*.9)
}

// Nine in ten of the ranges that should hold the truth nine times in ten do: of the
// fallback and of the weights, before a word was said and after ten rounds.
func TestBeliefsAreCalibrated(t *testing.T) {
	for _, rounds := range []int{0, 10} {
		var fallback, weight, n float64
		for seed := range uint64(300) {
			h, e, a, r := draws(1000 + seed)
			answered(h, e, a, r, rounds)
			var b Belief
			e.state(&b)
			n++
			fallback += holds(b.Fallback, h.Fallback)
			for k, w := range h.Weights {
				weight += holds(b.Weights[k], w) / 6
			}
		}
		t.Logf("after %d rounds %.3f of the fallbacks, %.3f of the weights", rounds, fallback/n, weight/n)
		assert.InDelta(t, .9, fallback/n, .05)
		assert.InDelta(t, .9, weight/n, .05)
	}
}

func holds(r Range, x float64) float64 {
	if x < r.Low || x > r.High {
		return 0
	}
	return 1
}

// The same words twice teach no more of the weights than once.
func TestWhatWasSaidBeforeTeachesNothing(t *testing.T) {
	_, e, _, _ := draws(1)
	var d agenda.Deal
	e.prefers(&d, agenda.Change{Issue: 1, Level: 1}, agenda.Change{Issue: 2, Level: 1})
	once := slices.Clone(e.mean)
	assert.Greater(t, once[weights+1], once[weights+2])
	e.prefers(&d, agenda.Change{Issue: 1, Level: 1}, agenda.Change{Issue: 2, Level: 1})
	assert.Equal(t, once, e.mean)
	e.prefers(&d, agenda.Change{Issue: 1, Level: 2}, agenda.Change{Issue: 2, Level: 1})
	assert.NotEqual(t, once, e.mean)
}

// What a text promises rises with its worth as fast as slope says, and ever more
// slowly, also where it is hopeless.
func TestPromisesRiseLessAndLess(t *testing.T) {
	e := &belief{normal: normal{mean: []float64{.4}}, asked: .6, blur: .05}
	for _, power := range []float64{0, 1, 3} {
		before := math.Inf(1)
		for worth := -3.; worth < 4; worth += .01 {
			const step = 1e-6
			rise := (e.hopes(worth+step, power) - e.hopes(worth-step, power)) / (2 * step)
			slope := e.slope(worth, power)
			assert.InDelta(t, rise, slope, 1e-4*max(1, slope), "worth %v, power %v", worth, power)
			assert.LessOrEqual(t, slope, before+1e-9)
			before = slope
		}
	}
	assert.InDelta(t, math.Log(.5), e.hopes(.6, 0), 1e-12, "at the demand it is an even chance")
	assert.InDelta(t, math.Log(2), e.hopes(2.4, 1)-e.hopes(1.4, 1), 1e-6, "twice the gain, twice the promise")
}

// A side is not asked what it has said, nor what is plain.
func TestOnlyDoubtsAreAsked(t *testing.T) {
	_, e, _, _ := draws(3)
	var d agenda.Deal
	choice := func(changes ...agenda.Change) *message.Message {
		m := &message.Message{Kind: message.Choose, N: uint8(len(changes))}
		for i, c := range changes {
			m.Options[i] = agenda.Amend(c)
		}
		return m
	}
	low, high := agenda.Change{Issue: 1, Level: 1}, agenda.Change{Issue: 1, Level: 3}
	other := agenda.Change{Issue: 2, Level: 1}
	assert.False(t, e.wonders(&d, choice(low)), "there is nothing to choose")
	assert.False(t, e.wonders(&d, choice(low, high)), "more of the same is better")
	even := choice(low, other)
	assert.True(t, e.wonders(&d, even))
	e.picks(&d, even, 1)
	assert.False(t, e.wonders(&d, even), "it was said")
}

// Of a text that is far from a side it is learnt that it asks for more; less where it
// says that the text crosses a line, which may be all there is to it, or may not.
func TestWhatALineLeavesToLearn(t *testing.T) {
	asks := func(r message.Reply) float64 {
		_, e, _, _ := draws(5)
		d := agenda.Deal{2, 2, 2, 2, 2, 2}
		e.hears(&d, &r)
		return e.mean[floor] + e.mean[gap] - e.mean[start]
	}
	line := asks(message.Reply{Verdict: message.Far, Crossed: true})
	_, untold, _, _ := draws(5)
	nothing := untold.mean[floor] + untold.mean[gap] - untold.mean[start]
	assert.Greater(t, line, nothing)
	assert.Greater(t, asks(message.Reply{Verdict: message.Far}), line)
	assert.Less(t, asks(message.Reply{Verdict: message.Sign}), nothing)
}
