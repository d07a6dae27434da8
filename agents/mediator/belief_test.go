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

// honest is a side whose weights and demand come from the public ranges, and which
// says what is so.
type honest struct {
	public  *Public
	stretch []float64
	floor   float64
	gap     float64
}

// draws is a side of six issues of four levels whose numbers nobody knows, and the
// belief a mediator begins with.
func draws(seed uint64) (*honest, *belief, *agenda.Agenda, *rand.Rand) {
	r := rand.New(rand.NewPCG(seed, 9))
	a, p := &agenda.Agenda{}, &Public{Worth: .4, Fallback: Range{.3, .4, .5}}
	for range 6 {
		a.Issues = append(a.Issues, agenda.Issue{Levels: agenda.Tiers("0", "1", "2", "3")})
		p.Weights = append(p.Weights, Range{.2, 1, 1.8})
		gains := make([]float64, 4)
		for l := range gains {
			gains[l] = float64(l) / 3 * .1
		}
		p.Gains = append(p.Gains, gains)
	}
	b := &Brief{Agenda: a, Rounds: 20}
	truth, e := newBelief(b, p, .02), newBelief(b, p, .02)
	truth.draw(r)
	e.draw(r)
	i := r.IntN(particles)
	return &honest{public: p, stretch: truth.stretch[i], floor: truth.floor[i], gap: truth.gap[i]}, e, a, r
}

// says is the side's answer to a text: the verdict, with a logistic slip as the
// mediator takes it, and what it would move first.
func (h *honest) says(e *belief, d *agenda.Deal, r *rand.Rand) message.Reply {
	slip := func() float64 { u := r.Float64(); return e.noise * math.Log(u/(1-u)) }
	above := e.worth(h.stretch, d) - h.floor - e.fall*h.gap + slip()
	var out message.Reply
	switch {
	case above >= 0:
		out.Verdict = message.Sign
		return out
	case above >= -near:
		out.Verdict = message.Near
		return out
	}
	var all []agenda.Change
	for k := range h.public.Gains {
		if d[k] < 3 {
			all = append(all, agenda.Change{Issue: uint8(k), Level: d[k] + 1})
		}
	}
	slices.SortStableFunc(all, func(a, b agenda.Change) int {
		if e.gain(h.stretch, d, a) > e.gain(h.stretch, d, b) {
			return -1
		}
		return 1
	})
	out.N = uint8(copy(out.Wishes[:], all))
	return out
}

// What a side says brings the belief nearer to the truth: its demand, and which
// issues it cares for.
func TestBeliefsLearn(t *testing.T) {
	const sides = 200
	var before, after, blind, seen float64
	for seed := range uint64(sides) {
		h, e, a, r := draws(seed)
		e.dawn(1)
		miss := func() float64 { return math.Abs(e.asked - h.floor - e.fall*h.gap) }
		off := func() (sum float64) {
			for k, s := range h.stretch {
				sum += math.Abs(e.mean[k] - s)
			}
			return sum
		}
		before += miss()
		blind += off()
		for round := 1; round <= 10; round++ {
			e.dawn(round)
			var d agenda.Deal
			lot(a, r, &d)
			said := h.says(e, &d, r)
			e.hears(&d, &said, r)
		}
		after += miss()
		seen += off()
	}
	assert.Less(t, after, before/2)
	assert.Less(t, seen, blind*.9)
}

// Nine in ten of the intervals that should hold the demand nine times in ten do.
func TestBeliefsAreCalibrated(t *testing.T) {
	const sides = 400
	held := 0
	for seed := range uint64(sides) {
		h, e, a, r := draws(1000 + seed)
		for round := 1; round <= 6; round++ {
			e.dawn(round)
			var d agenda.Deal
			lot(a, r, &d)
			said := h.says(e, &d, r)
			e.hears(&d, &said, r)
		}
		below := 0.0
		for i := range particles {
			if e.demand(i) < h.floor+e.fall*h.gap {
				below += e.weight[i]
			}
		}
		if below >= .05 && below <= .95 {
			held++
		}
	}
	share := float64(held) / sides
	t.Logf("held in %.3f", share)
	assert.InDelta(t, .9, share, .05)
}
