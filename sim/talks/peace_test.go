package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// The hazard of a text is exp(−1.8·Δe − 0.5·Δv) against the reference, here e = 0.12
// and v = 0.5. In the draft e = 0.7·0.9·Q and v = 0.5, with Q = 1 − (1 − 0.45)·(1 − 0.5)
// from the guarantors' credibilities.
func TestHazardByHand(t *testing.T) {
	c := caseOf(t, "miami", calm(), "talks.text=draft-20", "durability.guarantee=1.8", "durability.verification=0.5", "durability.ambiguity=0", "durability.dividend=0", "durability.reference={guarantee: 0.12, verification: 0.5}",
		"parties[EUR].guarantee.credibility=0.45", "parties[MED].guarantee.credibility=0.5")
	show := func(text agenda.Deal) *talks.Outcome {
		return played(mediated(c, once(visit(0, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: text}))), 1)
	}
	q := 1 - .55*.5
	o := show(c.Initial)
	require.True(t, o.Tabled)
	assert.InDelta(t, .7*.9*q, o.Guarantee, 1e-12)
	assert.InDelta(t, math.Exp(-1.8*(.7*.9*q-.12)), o.Hazard, 1e-12)
}

// A signed text that promises what the reference does holds as often as the published
// clock says: with the share S0(5) for the five years that it is watched.
func TestPeaceHoldsAsTheClockSays(t *testing.T) {
	const runs = 4000
	c := caseFrom(t, guarded, "mechanisms.commitment=true", "durability={watch: 5}")
	e := talks.NewEngine(mediated(c, once(gather(deal(3, 1)))))
	holds := 0
	for i := range runs {
		o := e.Play(talksSeed(i), nil)
		require.True(t, o.Signed)
		require.Equal(t, 1., o.Hazard)
		if o.Class == talks.Holds {
			holds++
		}
	}
	p := clock.Published().Survival(5, 1)
	assert.InDelta(t, p, float64(holds)/runs, 4*math.Sqrt(p*(1-p)/runs))
}

// Replicate r has the same parties under every mediator, those that a table draws:
// comparisons are paired.
func TestReplicatesArePaired(t *testing.T) {
	text := read(t, "miami")
	var engines []*talks.Engine
	for _, m := range agents.Mediators() {
		if !m.Oracle {
			engines = append(engines, talks.NewEngine(caseFrom(t, text, calm(), "talks.mediator="+m.Name)))
		}
	}
	table := talks.NewTable(caseFrom(t, text, calm()))
	for i := range 5 {
		table.Draw(talksSeed(i))
		for _, e := range engines {
			o := e.Play(talksSeed(i), nil)
			for p := range table.Parties {
				require.Equal(t, table.Parties[p].Floor(), o.Start[p])
				require.InDelta(t, table.Parties[p].Worth(&o.Deal), o.Worth[p], 1e-12)
			}
		}
	}
}

// Talks of three sides, all of whom must sign.
func TestThreeSides(t *testing.T) {
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			conforms(t, caseFrom(t, guarded, "parties[G].role=belligerent", "parties[G].tactic=time-dependent",
				"mechanisms.fixed_pie=false", "talks.mediator="+m.Name), 10)
		})
	}
	c := caseFrom(t, guarded, "parties[G].role=belligerent", "parties[G].fallback.base=0", "parties[G].tactic=hill-climber", "talks.mediator=facilitation")
	assert.Positive(t, signed(t, c, 20))
}
