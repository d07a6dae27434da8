package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

// What a side gained at the front it keeps in mind when the front moves back.
func TestWhatWasHeldIsKeptInMind(t *testing.T) {
	back := append([]string{"front={start: 0.8, level: -0.5, reversion: 10}", "parties[A].fallback.foresight=myopic"}, stubborn...)
	floor := func(holding string) float64 {
		return mean(t, 1, func(o *talks.Outcome) float64 { return o.Floor[0] }, append(back, "parties[A].fallback.momentum=0.2", "parties[A].fallback.holding="+holding)...)
	}
	lost := floor("0")
	assert.InDelta(t, 5+.2*.8, floor("1"), 1e-9, "it compares with its best")
	assert.Less(t, lost, 5.)
	assert.InDelta(t, (lost+5+.2*.8)/2, floor("0.5"), 1e-9)
}

// A text that leaves a side less than its share of the gains is worth less to it: the
// deals that are signed leave it more, and there are fewer of them.
func TestFairness(t *testing.T) {
	const unfair = "parties[A].fairness={size: 0.3, share: 0.6}"
	lean := func(patches ...string) float64 {
		n, sum := 0., 0.
		over(t, 400, func(o *talks.Outcome) {
			if o.Signed {
				n++
				sum += (o.Worth[0] - o.Floor[0]) - (o.Worth[1] - o.Floor[1])
			}
		}, patches...)
		return sum / n
	}
	assert.Less(t, mean(t, 400, isSigned, unfair), mean(t, 400, isSigned)-.02)
	assert.Greater(t, lean(unfair), lean()+.005)
}

// Guarantors who differ wear down what their guarantees rest on; what is lost of it is
// lost of the credibility in the true hazard.
func TestCohesion(t *testing.T) {
	guarantee := func(start string) float64 {
		n, sum := 0., 0.
		over(t, 200, func(o *talks.Outcome) {
			if o.Signed && o.Guarantee > 0 {
				n++
				sum += o.Guarantee
			}
		}, "cohesion={start: "+start+", strain: 0, weight: 0.5}", "talks.settled={shield: strong}", "parties[A].loss.stock=0", "parties[B].loss.stock=0")
		return sum / n
	}
	q := func(q float64) float64 { return .8 * (1 - (1-q)*(1-q)) }
	assert.InDelta(t, q(.3), guarantee("1"), 1e-9)
	assert.InDelta(t, q(.15), guarantee("0"), 1e-9)
	worn := mean(t, 50, func(o *talks.Outcome) float64 { return o.Guarantee }, append(stubborn, "cohesion={start: 1, strain: 2, weight: 0.5}",
		"parties[G].fallback.base=2", "talks.settled={shield: strong}")...)
	assert.Less(t, worn, q(.3)-.05, "G would not have the text, H would")
}

// A side that calls texts non-starters in public is held to its words for a while.
func TestAPublicNoBinds(t *testing.T) {
	floor := func(publicity string) float64 {
		return mean(t, 20, func(o *talks.Outcome) float64 { return o.Floor[0] }, append(stubborn,
			"parties[A].narrative={commit: 0.05}", "formats.apart.publicity="+publicity)...)
	}
	assert.InDelta(t, 5, floor("0"), 1e-9, "behind closed doors nobody hears it")
	assert.Greater(t, floor("1"), 5.05)
}

// After the day until which an agreement is worth something to it, a mediator tires as
// if it had nothing at stake.
func TestAMediatorsInterestHasADate(t *testing.T) {
	left := func(until string) float64 {
		return mean(t, 100, func(o *talks.Outcome) float64 {
			if o.Class == talks.MediatorLeft {
				return 1
			}
			return 0
		}, append(stubborn, "parties[A].narrative={spin: 1}", "parties[B].narrative={spin: 1}", "talks.still=200",
			"talks.mediator={name: placebo/contact, contact: 0}", "talks.burden={capacity: 100, fatigue: 30, stake: 1, until: "+until+"}")...)
	}
	assert.Zero(t, left("0"))
	assert.Greater(t, left("60"), .5)
}

// A mediator that minds whether a text lasts proposes texts that do.
func TestALearnerMayMindWhatLasts(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	hazard := func(lasting string) float64 {
		e := talks.NewEngine(caseFrom(t, text, calm(), "talks.mediator={name: learner, lasting: "+lasting+"}"))
		n, sum := 0., 0.
		for i := range 300 {
			if o := e.Play(talksSeed(i), nil); o.Signed {
				n++
				sum += math.Log(o.Hazard)
			}
		}
		assert.Greater(t, n, 20.)
		return sum / n
	}
	assert.Less(t, hazard("3"), hazard("0")-.05)
}

// Without anything heard a party opens with nothing that it would not sign itself.
func TestNobodyOpensBelowItsFallback(t *testing.T) {
	c := caseFrom(t, parley, append(append([]string{}, pace...), "talks.mediator={name: none, contact: 1}",
		"parties[A].fallback.base=0.75", "parties[B].fallback.base=0.75", "parties[A].tactic=time-dependent", "parties[B].tactic=time-dependent")...)
	e := talks.NewEngine(c)
	for i := range 50 {
		e.Play(talksSeed(i), func(ev talks.Event) {
			if ev.Kind == talks.Visited && ev.Message.Empty && ev.Reply.Offered {
				table := talks.NewTable(c)
				table.Draw(talksSeed(i))
				assert.GreaterOrEqual(t, table.Parties[ev.Party].Worth(&ev.Reply.Offer), ev.Floor-1e-9)
			}
		})
	}
}
