package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/talks"
)

// mutual sets the trust of both sides.
func mutual(trust string) []string {
	return []string{"parties[A].trust.B=" + trust, "parties[B].trust.A=" + trust}
}

// Shorter rounds help; where the sides distrust each other the clashes of a joint
// format take some of it back, and where they do not they hardly come.
func TestShorterRoundsHelpUntilTheSidesClash(t *testing.T) {
	agreed := func(trust, format string) int {
		return tallied(t, parley, 300, append(mutual(trust), "formats.apart="+format)...).signed
	}
	const long, short, joint = "{days: 12}", "{days: 1}", "{days: 1, joint: true, clash: 0.6, clash_cost: 0.1}"
	assert.Greater(t, agreed("0.2", short), agreed("0.2", long)+50)
	assert.Less(t, agreed("0.2", joint), agreed("0.2", short)-15)
	assert.Greater(t, agreed("0.2", joint), agreed("0.2", long), "and yet less than the long way costs")
	assert.InDelta(t, agreed("0.95", short), agreed("0.95", joint), 3)
}

// rising is a case that goes up the ladder; the sides never sign.
func rising(patches ...string) []string {
	return append([]string{"talks.ladder=[apart, near, table]", "parties[A].fallback.base=2", "formats.table.clash=0"}, patches...)
}

// No step is taken before its gate is open, and one is when it is.
func TestGatesHold(t *testing.T) {
	formats := func(patches ...string) (seen []int) {
		o := played(caseFrom(t, parley, rising(patches...)...), 1)
		require.Empty(t, o.Fault)
		for _, m := range o.Course {
			seen = append(seen, m.Format)
		}
		return seen
	}
	assert.Equal(t, []int{0, 1, 2, 2, 2}, formats()[:5], "a step an evening")
	assert.NotContains(t, formats("talks.gates={trust: 0.31}"), 1)
	assert.Contains(t, formats("talks.gates={trust: 0.29}"), 2)
	assert.NotContains(t, formats("talks.gates={exchanges: 1}"), 1)
	assert.Contains(t, formats("talks.gates={exchanges: 1}", "humanitarian={period: 5, chance: 1}"), 2)

	// The sides come closer: as soon as they are close enough, and no sooner.
	c := caseFrom(t, parley, rising("talks.width=2", "talks.gates={closeness: 0.25}")...)
	e, up, held := talks.NewEngine(c), 0, 0
	for i := range 40 {
		o := e.Play(talksSeed(i), nil)
		for r := 1; r < len(o.Course); r++ {
			before, now := &o.Course[r-1], &o.Course[r]
			switch {
			case before.Format == 2:
			case before.Closeness >= .25:
				up++
				require.Equal(t, before.Format+1, now.Format)
			default:
				held++
				require.Equal(t, before.Format, now.Format)
			}
		}
	}
	assert.Positive(t, up)
	assert.Positive(t, held)
}

// A faster format leaves more rounds until the horizon, as many as the case says that
// a run may have; the next run begins where the first did.
func TestAFasterFormatHasMoreRounds(t *testing.T) {
	c := caseFrom(t, parley, rising()...)
	require.Equal(t, 60, c.Longest)
	e := talks.NewEngine(c)
	want := digest(e.Play(7, nil))
	o := e.Play(7, nil)
	assert.Equal(t, want, digest(o))
	assert.Equal(t, 0, o.Course[0].Format)
	assert.Equal(t, 60., o.Day)
	assert.Equal(t, 47, o.Rounds, "one of 12 days, one of 3 and those of one day")
	assert.Equal(t, 5, played(caseFrom(t, parley, "parties[A].fallback.base=2"), 7).Rounds, "fixed: 60 days are 5 rounds")
	assert.Equal(t, 5, caseFrom(t, parley, rising("mechanisms={formats: false}")...).Longest)
}

// A clash costs every side trust in the other and a round's time, and leads back one
// step.
func TestAClashLeadsBack(t *testing.T) {
	c := caseFrom(t, parley, rising("talks.format=table", "formats.table.clash=1", "talks.gates={trust: 0.25}")...)
	var told []string
	o := talks.NewEngine(c).Play(1, func(ev talks.Event) {
		if ev.Kind == talks.Happened {
			told = append(told, ev.Note)
		}
	})
	first, second := &o.Course[0], &o.Course[1]
	clashed := false
	for r := 1; r < len(o.Course) && !clashed; r++ {
		if first, second = &o.Course[r-1], &o.Course[r]; second.Format != first.Format {
			clashed = true
		}
	}
	require.True(t, clashed)
	assert.Equal(t, 2, first.Format)
	assert.Equal(t, 1, second.Format)
	assert.Equal(t, .3, first.Trust)
	assert.InDelta(t, .2, second.Trust, 1e-12)
	assert.Equal(t, 1.+3, second.Day-first.Day, "a round of the old format is lost, then one of the new")
	assert.Equal(t, []string{"the sides clash at the table", "the talks move to another format: near"}, told)
}

// A clash comes as often as distrust and the format say.
func TestClashesComeAsOftenAsSaid(t *testing.T) {
	c := caseFrom(t, parley, append(mutual("0.6"), "talks.format=table", "formats.table.clash_cost=0", "parties[A].fallback.base=2")...)
	e, clashes, rounds := talks.NewEngine(c), 0, 0
	for i := range 200 {
		rounds += e.Play(talksSeed(i), func(ev talks.Event) {
			if ev.Note == "the sides clash at the table" {
				clashes++
			}
		}).Rounds
	}
	assert.InDelta(t, .3*.4, float64(clashes)/float64(rounds), .015)
}

// At one table everybody knows whose offer is read out.
func TestAtOneTableAuthorsAreKnown(t *testing.T) {
	heard := func(patch string) (name agenda.Author) {
		c := caseFrom(t, parley, patch)
		ear := func(i int) voice {
			return func(_ *party.Self, m *message.Message, r *message.Reply) {
				if name = m.Author; m.Empty {
					r.Offered, r.Offer = true, deal(3, 4, 1)
				}
			}
		}
		step := 0
		carry := func() script {
			return func(n *mediator.Notebook, move *mediator.Move) {
				*move = mediator.Move{}
				if step++; n.Round > 1 || step > 2 {
					return
				}
				*move = visit(step-1, message.Message{Kind: message.Relay, Empty: step == 1, Author: agenda.Unnamed, Text: deal(3, 4, 1)})
			}
		}
		require.Empty(t, played(voiced(mediated(c, carry), ear), 1).Fault)
		return name
	}
	assert.Equal(t, agenda.Unnamed, heard("formats.apart.joint=false"))
	assert.Equal(t, agenda.Author(0), heard("formats.apart.joint=true"))
}

// Rounds in which formats and rungs change allocate nothing.
func TestChangingFormatsDoesNotAllocate(t *testing.T) {
	for _, m := range agents.Mediators() {
		if m.Oracle {
			continue
		}
		count := func(rounds string) float64 {
			e := talks.NewEngine(caseFrom(t, parley, rising("talks.rounds="+rounds, "talks.mediator="+m.Name, "talks.horizon=300",
				"formats.table.clash=0.5", "formats.table.seats=[G]", "parties[A].formats={table: 0.1}",
				"talks.rungs=[{name: envoys, mandate: 1}, {name: leaders, gate: {closeness: 0.1}}]",
				"parties[G].inclusion={legitimacy: 0.2, credibility: 0.2, delay: 0.1, walkout: {B: 0.01}}")...))
			require.False(t, e.Play(3, nil).Signed)
			return testing.AllocsPerRun(2, func() { e.Play(3, nil) })
		}
		assert.Equal(t, count("4"), count("40"), m.Name)
	}
}
