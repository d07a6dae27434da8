package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// plays are all tactics of the catalog, and what its defaults leave out of tit for tat.
func plays() []string {
	out := []string{"{name: reciprocal, terms: relative, window: 4, exchanges: true}"}
	for _, tactic := range agents.Tactics() {
		out = append(out, tactic.Name)
	}
	return out
}

// Every mediator against every tactic: runs end without a fault, the same seed gives
// the same outcome on another engine, and nobody signs below its own rule.
func TestTheWholeCatalog(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for file, guarantor := range map[string]string{"textbook": "", "miami": "MED", "dayton-1995": ""} {
		text := read(t, file)
		base := caseFrom(t, text)
		for _, m := range agents.Mediators() {
			for _, tactic := range plays() {
				t.Run(file+"/"+m.Name+"/"+tactic, func(t *testing.T) {
					t.Parallel()
					patches := append(allLevers(guarantor), "talks.mediator="+m.Name)
					first := true
					for i := range base.Parties {
						if base.Parties[i].Role != party.Belligerent {
							continue
						}
						patches = append(patches, "parties["+base.Parties[i].Name+"].tactic="+tactic)
						if first { // it alone, beside sides with the tactic of the case
							conforms(t, caseFrom(t, text, patches...), 1)
						}
						first = false
					}
					conforms(t, caseFrom(t, text, patches...), 1)
				})
			}
		}
	}
}

func conforms(t *testing.T, c *talks.Case, runs int) {
	t.Helper()
	e, fresh, table := talks.NewEngine(c), talks.NewEngine(c), talks.NewTable(c)
	for i := range runs {
		seed := rng.Derive(7, i)
		readings := make([]float64, len(c.Parties)) // of the text last put up for signature
		o := e.Play(seed, func(ev talks.Event) {
			if ev.Kind == talks.Signing {
				readings[ev.Party] = ev.Reading
			}
		})
		require.Empty(t, o.Fault)
		require.True(t, c.Agenda.Legal(&o.Deal))
		require.LessOrEqual(t, o.Rounds, c.Longest)
		require.Len(t, o.Course, o.Rounds)
		require.Zero(t, o.History.Lost)
		require.Equal(t, digest(o), digest(fresh.Play(seed, nil)), "the same seed, another engine")
		if o.Signed {
			table.Draw(seed)
			table.Close(o)
			requireWilling(t, c, table, o, readings)
		}
	}
}

// requireWilling holds the acceptance rule against everybody who had to agree.
func requireWilling(t *testing.T, c *talks.Case, table *talks.Table, o *talks.Outcome, readings []float64) {
	t.Helper()
	for i, p := range table.Parties {
		asked := p.Role() == party.Belligerent
		for _, rule := range table.Consent {
			asked = asked || rule.Party == i && rule.Needs(&o.Deal)
		}
		if !asked {
			continue
		}
		assert.InDelta(t, p.Worth(&o.Deal), o.Worth[i], 1e-12, "%s", c.Parties[i].Name)
		assert.LessOrEqual(t, readings[i], o.Worth[i]+1e-12, "%s reads it no better than it is", c.Parties[i].Name)
		assert.GreaterOrEqual(t, readings[i], o.Floor[i], "%s signed below its fallback", c.Parties[i].Name)
		_, crossed := p.Crossed(&o.Deal)
		assert.False(t, crossed, "%s signed across its line", c.Parties[i].Name)
	}
}

// A party that would sign anything still does not sign below its rule.
func TestNoTacticSignsBelowTheRule(t *testing.T) {
	c := voiced(caseOf(t, "textbook"), func(int) voice {
		return func(_ *party.Self, _ *message.Message, r *message.Reply) { r.Verdict = message.Sign }
	})
	for _, text := range []agenda.Deal{deal(0, 0), deal(80, 80), deal(20, 0)} { // .0, 1, .2 for A
		o := played(mediated(c, once(gather(text))), 1)
		assert.Empty(t, o.Fault)
		assert.False(t, o.Signed, "%v is worth less than .3 to somebody", text[:2])
	}
	o := played(mediated(c, once(gather(deal(80, 0)))), 1)
	assert.True(t, o.Signed)
}

// Rounds allocate nothing, under any mediator and whatever the sides play: ten times as
// many cost no allocation more.
func TestRoundsDoNotAllocate(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	never := append(allLevers("MED"), "formats.split-shuttle.days=1", "talks.horizon=300", "parties[UKR].fallback.base=3")
	text := read(t, "miami")
	same := func(t *testing.T, patches ...string) {
		count := func(rounds string) float64 {
			e := talks.NewEngine(caseFrom(t, text, append(patches, append(never, "talks.rounds="+rounds)...)...))
			require.False(t, e.Play(3, nil).Signed)
			return testing.AllocsPerRun(2, func() { e.Play(3, nil) })
		}
		assert.Equal(t, count("4"), count("40"))
	}
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) { same(t, "talks.mediator="+m.Name) })
	}
	for _, tactic := range plays() {
		t.Run(tactic, func(t *testing.T) {
			same(t, "talks.mediator=facilitation", "parties[UKR].tactic="+tactic, "parties[RUS].tactic="+tactic)
		})
	}
}
