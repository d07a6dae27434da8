package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/sim/talks"
)

// Each outcome class is reached by a small case.
func TestOutcomeClasses(t *testing.T) {
	const never, single = "parties[A].fallback.base=2", "talks.mediator=single-text"
	left := func() script {
		return func(n *mediator.Notebook, move *mediator.Move) {
			if *move = (mediator.Move{}); n.Round == 3 {
				move.Act = mediator.Leave
			}
		}
	}
	sure := once(gather(deal(3, 1)))
	for _, c := range []struct {
		class   talks.Class
		patches []string
		by      func() script // nil: the mediator of the case
		signed  bool
		rounds  int
	}{
		{talks.Holds, nil, sure, true, 1},
		{talks.Collapsed, []string{"mechanisms.commitment=true", "durability={clock: constant, rate: 1000}"}, sure, true, 1},
		{talks.OneSided, []string{never, single}, nil, false, 20},
		{talks.TalksGoOn, []string{never, "parties[B].fallback.base=2", "talks.mediator={name: none, contact: 1}", "talks.still=30"}, nil, false, 20},
		{talks.Stalemate, []string{never, "talks.mediator={name: none, contact: 0}"}, nil, false, 20},
		{talks.MediatorLeft, nil, left, false, 3},
	} {
		t.Run(c.class.String(), func(t *testing.T) {
			with := caseFrom(t, guarded, c.patches...)
			if c.by != nil {
				with = mediated(with, c.by)
			}
			o := played(with, 1)
			require.Empty(t, o.Fault)
			assert.Equal(t, c.class, o.Class)
			assert.Equal(t, c.signed, o.Signed)
			assert.Equal(t, c.rounds, o.Rounds)
			assert.Equal(t, float64(c.rounds), o.Day)
			switch c.class {
			case talks.Holds:
				assert.Equal(t, 5., o.Peace, "as long as it is watched")
			case talks.Collapsed:
				assert.Positive(t, o.Peace)
				assert.Less(t, o.Peace, 5.)
			default:
				assert.Zero(t, o.Peace)
			}
			assert.NotEmpty(t, o.Class.Meaning())
		})
	}
	assert.Len(t, talks.Classes(), 10)
}

// Whoever must consent is asked with the signatories, and its no is enough.
func TestAGuarantorRefuses(t *testing.T) {
	c := caseFrom(t, guarded)
	g := seat(t, c, "G")
	refused := -2
	top := func() script { // x at its top needs G, to whom it is worth nothing
		move := once(gather(deal(4, 1)))()
		return func(n *mediator.Notebook, m *mediator.Move) {
			move(n, m)
			if m.Act == mediator.Rest && n.Round == 1 {
				refused = n.Refused()
			}
		}
	}
	assert.False(t, played(mediated(c, top), 1).Signed)
	assert.Equal(t, g, refused)

	free := caseFrom(t, guarded, "mechanisms.consent=false")
	assert.True(t, played(mediated(free, top), 1).Signed, "without the rule nobody asks it")
	below := once(gather(deal(3, 1)))
	assert.True(t, played(mediated(c, below), 1).Signed, "the rule is for the top level only")
	willing := caseFrom(t, guarded, "parties[G].fallback.base=0")
	assert.True(t, played(mediated(willing, top), 1).Signed)
}

// The strategies ask for consent before they gather, and redraft when it is
// refused: no agreement has the level that the guarantor would not have.
func TestStrategiesSeekConsent(t *testing.T) {
	for _, m := range []string{"{name: none, contact: 1}", "facilitation", "single-text", "oracle/nash"} {
		t.Run(m, func(t *testing.T) {
			with, without := 0, 0
			ruled := talks.NewEngine(caseFrom(t, guarded, "talks.mediator="+m))
			free := talks.NewEngine(caseFrom(t, guarded, "mechanisms.consent=false", "talks.mediator="+m))
			for i := range 40 {
				if o := ruled.Play(talksSeed(i), nil); o.Signed {
					with++
					assert.NotEqual(t, uint8(4), o.Deal[0])
				}
				if o := free.Play(talksSeed(i), nil); o.Signed {
					without++
				}
			}
			assert.Positive(t, with)
			assert.Positive(t, without)
		})
	}
}
