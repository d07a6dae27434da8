package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

const (
	cascade = "talks.rungs=[{name: envoys, mandate: 1}, {name: advisers, mandate: 2, gate: {closeness: 0.3}}, {name: leaders, gate: {closeness: 0.9}}]"
	never   = "parties[A].fallback.base=2"
)

// story is a run with what happened in it.
func story(t testing.TB, c *talks.Case) (o *talks.Outcome, told []talks.Event) {
	t.Helper()
	o = talks.NewEngine(c).Play(1, func(e talks.Event) { told = append(told, e) })
	require.Empty(t, o.Fault)
	return o, told
}

// What is agreed below the top is initialled, and signed when the leaders have looked
// at it, so many days later. Leaders who are there sign at once.
func TestLeadersConfirmWhatIsInitialled(t *testing.T) {
	kinds := func(patches ...string) (o *talks.Outcome, kinds []talks.EventKind) {
		c := mediated(caseFrom(t, parley, append(patches, "parties[A].fallback.base=0.3", "parties[B].fallback.base=0.3")...), once(gather(deal(14, 6, 1))))
		o, told := story(t, c)
		for _, e := range told {
			kinds = append(kinds, e.Kind)
		}
		return o, kinds
	}
	o, below := kinds(cascade, "talks.confirm=9")
	require.True(t, o.Signed)
	assert.Equal(t, 12.+9, o.Day)
	assert.Equal(t, o.Day, o.Course[0].Day)
	assert.Equal(t, 1, o.Initialled)
	assert.Equal(t, []talks.EventKind{talks.RoundBegins, talks.Signing, talks.Signing, talks.Initialled, talks.Signing, talks.Signing, talks.Signed, talks.Ended}, below)

	o, top := kinds(cascade, "talks.rung=leaders")
	assert.Equal(t, 12., o.Day)
	assert.Zero(t, o.Initialled)
	assert.Equal(t, []talks.EventKind{talks.RoundBegins, talks.Signing, talks.Signing, talks.Signed, talks.Ended}, top)
}

// Leaders judge the text in the world of their own day: support that arrives in
// between makes one of them refuse, and the talks go on.
func TestLeadersMayRefuseWhatIsInitialled(t *testing.T) {
	for _, side := range []string{"A", "B"} {
		c := func(confirm string) *talks.Outcome {
			with := caseFrom(t, parley, cascade, "talks.confirm="+confirm, "parties[A].fallback={base: 0.3, foresight: myopic}", "parties[B].fallback={base: 0.3, foresight: myopic}",
				"pressure=[{name: arms, on: "+side+", kind: support, use: 1, effect: 1, lag: 15}]")
			return played(mediated(with, once(gather(deal(14, 6, 1)))), 1)
		}
		assert.True(t, c("1").Signed)
		late := c("9")
		assert.False(t, late.Signed)
		assert.Equal(t, 1, late.Initialled, "agreed at the table and refused at home")
		assert.Greater(t, late.Rounds, 1)
	}
}

// A rung opens when its gate does, and whoever speaks moves as many clauses as its
// mandate lets it.
func TestMandatesWidenWithTheRung(t *testing.T) {
	c := caseFrom(t, parley, never, "talks.mediator=facilitation", "talks.width=2.5", "formats.apart.days=3",
		"talks.rungs=[{name: envoys, mandate: 1}, {name: leaders, gate: {closeness: 0.45}}]")
	e := talks.NewEngine(c)
	most, rung := [2]int{}, 0
	for i := range 100 {
		var last [2]agenda.Deal
		var made [2]bool
		var moved [][2]int // by round and how many clauses
		o := e.Play(talksSeed(i), func(ev talks.Event) {
			if ev.Kind == talks.Visited && ev.Reply.Offered {
				if d := agenda.Diff(&last[ev.Party], &ev.Reply.Offer); made[ev.Party] {
					moved = append(moved, [2]int{ev.Round, d.Len()})
				}
				last[ev.Party], made[ev.Party] = ev.Reply.Offer, true
			}
		})
		for _, m := range moved {
			rung = o.Course[m[0]-1].Rung
			most[rung] = max(most[rung], m[1])
		}
		for r := 1; r < len(o.Course); r++ {
			before := &o.Course[r-1]
			if before.Rung == 0 {
				require.Equal(t, before.Closeness >= .45, o.Course[r].Rung == 1)
			}
		}
	}
	assert.Equal(t, 1, most[0])
	assert.Greater(t, most[1], 1)
}

// A meeting at the top while the sides are far apart fails in public: trust falls,
// what was said there weighs on both sides, and the talks go back to advisers. One
// that comes when its time has come does not.
func TestAPrematureSummitCosts(t *testing.T) {
	summit := []string{cascade, never, "talks.rung=leaders", "talks.premature=1", "talks.premature_cost=0.1", "talks.premature_audience=0.05"}
	o := played(caseFrom(t, parley, summit...), 1)
	plain := played(caseFrom(t, parley, never), 1)
	assert.Equal(t, []int{2, 1, 1}, []int{o.Course[0].Rung, o.Course[1].Rung, o.Course[2].Rung})
	assert.Equal(t, .3, o.Course[0].Trust)
	for r := 1; r < 5; r++ {
		assert.InDelta(t, .2, o.Course[r].Trust, 1e-12)
		for i := range 2 {
			assert.InDelta(t, plain.Course[r].Floor[i]+.05, o.Course[r].Floor[i], 1e-12)
		}
	}
	public := played(caseFrom(t, parley, append(summit, "formats.apart.publicity=1")...), 1)
	assert.InDelta(t, plain.Course[1].Floor[0]+.1, public.Course[1].Floor[0], 1e-12, "the more so the more watch")

	ready := played(caseFrom(t, parley, append(summit, "talks.width=100")...), 1)
	assert.Equal(t, 2, ready.Course[4].Rung)
	assert.Equal(t, .3, ready.Course[4].Trust)

	const leaders = "talks.rungs=[{name: leaders, gate: {closeness: 1}}]"
	calm := tallied(t, parley, 300, "formats.apart.days=3", leaders, "talks.premature=0")
	costly := tallied(t, parley, 300, "formats.apart.days=3", leaders, "talks.premature=0.5", "talks.premature_cost=0.1", "talks.premature_audience=0.02")
	assert.Less(t, costly.signed, calm.signed-20)
	assert.Equal(t, tallied(t, parley, 300, "formats.apart.days=3").signed, calm.signed, "leaders alone change nothing")
}
