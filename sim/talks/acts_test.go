package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// means are levers for the parley: at most one side in full, and a little more.
const means = "talks.leverage={budget: 0.05, press: {effect: 0.1, lag: 6, cost: 0.02}, pay: {effect: 0.1, cost: 0.02}," +
	" commit: {of: G, effect: 0.5, cost: 0.02}, deadline: {hardness: 0.5, ramp: 9, haste: 0.1}, hurry: 0.4}"

// acting is the parley with rounds of three days, and a mediator that makes so many
// moves a round, one round after the other, from a list.
func acting(t *testing.T, moves map[int][]mediator.Move, patches ...string) *talks.Case {
	t.Helper()
	c := caseFrom(t, parley, append([]string{"talks.format=near", means}, patches...)...)
	return mediated(c, func() script {
		made := map[int]int{}
		return func(n *mediator.Notebook, move *mediator.Move) {
			*move = mediator.Move{}
			if i := made[n.Round]; i < len(moves[n.Round]) {
				*move = moves[n.Round][i]
				made[n.Round]++
			}
		}
	})
}

// floors are party A's fallback at the end of every round.
func floors(o *talks.Outcome) []float64 {
	var out []float64
	for i := range o.Course {
		out = append(out, o.Course[i].Floor[0])
	}
	return out
}

func TestPressureBitesAfterItsLagAndIsEased(t *testing.T) {
	press := func(size float64) []mediator.Move { return []mediator.Move{{Act: mediator.Press, Size: size}} }
	without := floors(played(acting(t, nil), 1))
	o := played(acting(t, map[int][]mediator.Move{1: press(.5), 2: press(1), 6: press(.25)}), 1)
	want := []float64{0, 0, .05, .1, .1, .1, .025, .025} // in force from the third day, seen on the mornings after
	for i, w := range want {
		assert.InDelta(t, w, without[i]-floors(o)[i], 1e-9, "round %d", i+1)
		assert.InDelta(t, w, o.Course[i].Pressure[0], 1e-9)
	}
	assert.InDelta(t, .02, o.Leverage, 1e-12, "what was eased was paid for")
	assert.Equal(t, 3, o.Messages)
}

// What the mediator's levers take off a fallback is told apart: with it added back the
// fallback is the one of talks without levers.
func TestLeversAreToldApart(t *testing.T) {
	use := []mediator.Move{{Act: mediator.Press, Size: 1}, {Act: mediator.Pay, Size: .5}}
	without, with := played(acting(t, nil), 1), played(acting(t, map[int][]mediator.Move{1: use}), 1)
	assert.Zero(t, without.Levered[0])
	assert.InDelta(t, .15, with.Levered[0], 1e-9)
	assert.InDelta(t, without.Floor[0], with.Floor[0]+with.Levered[0], 1e-9)
}

func TestPaymentsAreSetAsideAndPaidOnSignature(t *testing.T) {
	pay := []mediator.Move{{Act: mediator.Pay, Size: 1}}
	without := floors(played(acting(t, nil), 1))
	o := played(acting(t, map[int][]mediator.Move{1: pay}), 1)
	assert.InDelta(t, .1, without[1]-floors(o)[1], 1e-9, "seen on the next morning")
	assert.Zero(t, o.Leverage, "nobody signed")

	both := deal(10, 10, 0)
	o = played(acting(t, map[int][]mediator.Move{1: pay, 2: {gather(both)}}, "parties[A].fallback.base=0.4", "parties[B].fallback.base=0.4"), 1)
	require.True(t, o.Signed)
	assert.InDelta(t, .02, o.Leverage, 1e-12)
}

// What a text owed to levers alone is its shortfall, and makes it fail sooner.
func TestWhatLeversHeldUpIsMissing(t *testing.T) {
	both := deal(10, 10, 0) // worth .45 to either side
	off := "mechanisms={commitment: false}"
	sign := map[int][]mediator.Move{4: {gather(both)}}
	firm := played(acting(t, sign, "parties[A].fallback.base=0.4", "parties[B].fallback.base=0.4", off), 1)
	require.True(t, firm.Signed)
	assert.Zero(t, firm.Shortfall)
	for _, act := range []mediator.Act{mediator.Press, mediator.Pay} {
		patches := []string{"parties[A].fallback.base=0.52", "parties[B].fallback.base=0.4", off}
		require.False(t, played(acting(t, sign, patches...), 1).Signed)
		o := played(acting(t, map[int][]mediator.Move{1: {{Act: act, Size: 1}}, 4: {gather(both)}}, patches...), 1)
		require.True(t, o.Signed)
		assert.InDelta(t, .07, o.Shortfall, 1e-9)
		assert.InDelta(t, math.E, o.Hazard/firm.Hazard, 1e-9, "more than the .06 at which a text counts as wholly imposed")
	}
}

func TestThePledgeStaysAndNeedsSomethingToGuarantee(t *testing.T) {
	guarded := deal(10, 10, 2)
	run := func(pledge map[int][]mediator.Move, patches ...string) *talks.Outcome {
		moves := map[int][]mediator.Move{3: {gather(guarded)}}
		for round, m := range pledge {
			moves[round] = m
		}
		o := played(acting(t, moves, append(patches, "parties[A].fallback.base=0.1", "parties[B].fallback.base=0.1", "parties[G].fallback.base=0")...), 1)
		require.True(t, o.Signed)
		return o
	}
	pledge := func(size float64) []mediator.Move { return []mediator.Move{{Act: mediator.Commit, Size: size}} }
	none, half := run(nil), run(map[int][]mediator.Move{1: pledge(.5)})
	assert.InDelta(t, .8*(1-.7*.7), none.Guarantee, 1e-9)
	assert.InDelta(t, .8*(1-.45*.7), half.Guarantee, 1e-9, "a quarter is added to .3")
	assert.Less(t, half.Hazard, none.Hazard)
	assert.InDelta(t, .01, half.Leverage, 1e-12)
	back := run(map[int][]mediator.Move{1: pledge(.5), 2: pledge(0)})
	assert.Equal(t, half.Guarantee, back.Guarantee, "a pledge is not taken back")
	off := run(map[int][]mediator.Move{1: pledge(.5)}, "mechanisms={commitment: false}")
	assert.InDelta(t, none.Guarantee, off.Guarantee, 1e-9, "peace is not in doubt")
	assert.Zero(t, off.Leverage)
}

func TestTheBudgetBindsWhoeverActs(t *testing.T) {
	var left []float64
	c := caseFrom(t, parley, "talks.format=near", means)
	c = mediated(c, func() script {
		moves := []mediator.Move{{Act: mediator.Press, Size: 1}, {Act: mediator.Pay, Size: 1}, {Act: mediator.Pay, To: 1, Size: 1}, {Act: mediator.Commit, Size: 1}, {Act: mediator.Pay, Size: 0}}
		return func(n *mediator.Notebook, move *mediator.Move) {
			left = append(left, n.Left)
			if *move = (mediator.Move{}); len(moves) > 0 {
				*move, moves = moves[0], moves[1:]
			}
		}
	})
	o := played(c, 1)
	assert.InDeltaSlice(t, []float64{.05, .03, .01, 0, 0, .02}, left[:6], 1e-12, "what is on offer is set aside")
	assert.InDelta(t, .02, o.Leverage, 1e-12)
	assert.InDelta(t, .05, played(caseFromRest(t), 1).Course[3].Floor[1]-o.Course[3].Floor[1], 1e-9, "half a payment was left for B")
}

func TestALastDayOfTheMediatorsOwn(t *testing.T) {
	announce := map[int][]mediator.Move{2: {{Act: mediator.SetDeadline, Day: 15, Size: 1}}, 3: {{Act: mediator.SetDeadline, Day: 50, Size: 1}}}
	c := acting(t, announce)
	left := 0
	const runs = 400
	for i := range runs {
		switch o := played(c, talksSeed(i)); {
		case o.Class == talks.MediatorLeft:
			left++
			require.Equal(t, 6, o.Round, "the first morning after the day")
		default:
			require.Equal(t, 20, o.Round, "the second day was not believed")
		}
	}
	assert.InDelta(t, .5, float64(left)/runs, .08, "half as hard as can be")
}

// Rounds come sooner from the next one on, and as before once the hurry is over.
func TestRoundsFollowEachOtherFaster(t *testing.T) {
	hurry := map[int][]mediator.Move{2: {{Act: mediator.Hurry, Size: 1}}, 4: {{Act: mediator.Hurry}}}
	o := played(acting(t, hurry, "talks.leverage.hurry=0.5"), 1)
	days := make([]float64, 6)
	for i := range days {
		days[i] = o.Course[i].Day
	}
	assert.Equal(t, []float64{3, 6, 7.5, 9, 12, 15}, days)
	assert.Equal(t, 21, o.Rounds, "two rounds took half as long each")
}

func TestStepsMoveTrust(t *testing.T) {
	step := []mediator.Move{{Act: mediator.Step}}
	for _, row := range []struct {
		chance string
		want   []float64
	}{{"1", []float64{.3, .35, .35, .4}}, {"0", []float64{.3, .2, .2, .1}}} {
		c := acting(t, map[int][]mediator.Move{1: append(step, step...), 3: step}, "talks.steps={lag: 3, chance: "+row.chance+", gain: 0.05, loss: 0.1}")
		o := played(c, 1)
		for i, w := range row.want {
			assert.InDelta(t, w, o.Course[i].Trust, 1e-9, "round %d: one step at a time", i+1)
		}
	}
}

// Steps tell the types apart: after the same steps a side that plays for time is trusted
// less than a sincere one, and suspected more, by those who see what it keeps.
func TestStepsTellTheTypesApart(t *testing.T) {
	moves := map[int][]mediator.Move{}
	for round := 1; round <= 9; round += 2 {
		moves[round] = []mediator.Move{{Act: mediator.Step}}
	}
	play := func(tactical, keeps string) (trust, floor float64) {
		c := acting(t, moves, "talks.steps={lag: 3, chance: 0.9, gain: 0.05, loss: 0.05, tactical: "+keeps+"}",
			"parties[A].fallback.momentum=0.05", "front={start: 0.2, level: 0.2}", "parties[A].type={tactical: "+tactical+"}", "types={renews: 3, signal: 0}")
		const runs = 300
		e := talks.NewEngine(c)
		for i := range runs {
			o := e.Play(talksSeed(i), nil)
			trust += o.Course[10].Trusts[seat(t, c, "B")] / runs
			floor += o.Course[10].Trusts[seat(t, c, "A")] / runs
		}
		return trust, floor
	}
	sincere, of := play("0", "0.2")
	tactical, too := play("1", "0.2")
	same, _ := play("1", "1")
	assert.Less(t, tactical, sincere-.1, "the other side's trust in it")
	assert.Less(t, too, of, "steps that are not kept by all win nobody trust")
	assert.Equal(t, sincere, same, "at 1 the types keep alike")
}

// What is seen of a step is evidence of the type: one that a suspect keeps lowers what the
// other fears for the peace, one that it breaks raises it, where the types differ.
func TestStepsAreEvidence(t *testing.T) {
	text := visit(1, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: deal(10, 10, 1)})
	worths := func(keeps string) map[string]float64 {
		c := acting(t, map[int][]mediator.Move{1: {{Act: mediator.Step}}, 3: {text}}, "talks.steps={lag: 3, chance: 1, gain: 0, loss: 0, tactical: "+keeps+"}",
			"parties[A].fallback.momentum=0.05", "front={start: 0.2, level: 0.2}", "parties[A].type={tactical: 0.5}", "types={renews: 3, signal: 0}")
		seen := map[string]float64{}
		for i := range 20 {
			note := ""
			o := talks.NewEngine(c).Play(talksSeed(i), func(ev talks.Event) {
				if ev.Kind == talks.Happened {
					note = ev.Note
				}
			})
			seen[note] = o.Course[2].Worth[seat(t, c, "B")]
		}
		return seen
	}
	const kept, broken = "a step is kept by all sides", "a step is not kept"
	told, alike := worths("0"), worths("1")
	require.Len(t, told, 2)
	require.Len(t, alike, 1)
	assert.Greater(t, told[kept], alike[kept]+.01)
	assert.Less(t, told[broken], alike[kept]-.01)
}

// A side that trusts the other too little takes no step, and none is lost by it.
func TestStepsNeedSomeTrust(t *testing.T) {
	step := map[int][]mediator.Move{1: {{Act: mediator.Step}}}
	for least, want := range map[string]float64{"0.29": .4, "0.31": .3} {
		o := played(acting(t, step, "talks.steps={lag: 3, chance: 1, gain: 0.1, trust: "+least+"}"), 1)
		assert.InDelta(t, want, o.Course[2].Trust, 1e-9)
	}
}

func TestIllegalActs(t *testing.T) {
	for _, row := range []struct {
		move  mediator.Move
		fault string
	}{
		{mediator.Move{Act: mediator.Press, To: 4, Size: 1}, "the mediator used a lever on party 4 of 4"},
		{mediator.Move{Act: mediator.Pay, To: -1, Size: 1}, "the mediator used a lever on party -1 of 4"},
		{mediator.Move{Act: mediator.Commit, Size: 1.5}, "the mediator used 1.5 of a lever"},
		{mediator.Move{Act: mediator.SetDeadline, Day: 9, Size: math.NaN()}, "the mediator used NaN of a lever"},
	} {
		assert.Equal(t, row.fault, played(acting(t, map[int][]mediator.Move{1: {row.move}}), 1).Fault)
	}
}

// What the case does not give is not there, and neither is what is switched off.
func TestWithoutMeansActsChangeNothing(t *testing.T) {
	all := map[int][]mediator.Move{1: {{Act: mediator.Press, Size: 1}, {Act: mediator.Pay, Size: 1}, {Act: mediator.Commit, Size: 1},
		{Act: mediator.SetDeadline, Day: 9, Size: 1}, {Act: mediator.Step}, {Act: mediator.Hurry, Size: 1}}}
	want := digest(played(caseFromRest(t), 1))
	off := played(acting(t, all, "talks.steps={}", "mechanisms={leverage: false, steps: false}"), 1)
	assert.Equal(t, want, digest(off))
	assert.Equal(t, want, digest(played(acting(t, all, "talks.leverage={budget: 1}"), 1)), "a budget and nothing to spend it on")
}

// caseFromRest is the parley near by under a mediator that does nothing.
func caseFromRest(t *testing.T) *talks.Case {
	t.Helper()
	return mediated(caseFrom(t, parley, "talks.format=near"), once(mediator.Move{}))
}
