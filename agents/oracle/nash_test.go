package oracle_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/oracle"
)

// world is two sides and a guarantor with worths that add up over the clauses.
type world struct {
	scores [3][4][4]float64 // by party, issue and level
	floor  [3]float64
	barred uint8 // level of the first issue that East never accepts; 0 is none
}

func (w *world) Worth(party int, d *agenda.Deal) float64 {
	sum := 0.0
	for k := range w.scores[party] {
		sum += w.scores[party][k][d[k]]
	}
	return sum
}

func (w *world) Floor(party int) float64 { return w.floor[party] }

func (w *world) Inside(party int, d *agenda.Deal) bool {
	return party != 1 || w.barred == 0 || d[0] != w.barred
}

// random has scores in [0, 1/4], so that worths are in [0,1].
func random(seed uint64, floor float64) *world {
	w := &world{floor: [3]float64{floor, floor, .3}}
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range w.scores {
		for k := range w.scores[i] {
			for l := range w.scores[i][k] {
				w.scores[i][k][l] = r.Float64() / 4
			}
		}
	}
	return w
}

func brief() *mediator.Brief {
	b := &mediator.Brief{Agenda: &agenda.Agenda{Pillars: []string{"p"}}, Rounds: 20,
		Seats: []mediator.Seat{{Name: "West", Signs: true}, {Name: "East", Signs: true}, {Name: "Guard"}}}
	for _, name := range []string{"w", "x", "y", "z"} {
		b.Agenda.Issues = append(b.Agenda.Issues, agenda.Issue{Name: name, Levels: agenda.Tiers("0", "1", "2", "3")})
	}
	return b
}

// shown is the first text an oracle tables.
func shown(t *testing.T, b *mediator.Brief, w *world) agenda.Deal {
	t.Helper()
	n := mediator.NewNotebook(b)
	n.Reset(nil)
	n.Round = 1
	var move mediator.Move
	oracle.Nash{Every: 1}.New(b, w).Next(n, &move)
	require.Equal(t, mediator.Visit, move.Act)
	require.Equal(t, message.Table, move.Message.Kind)
	return move.Message.Text
}

// best is the highest product of gains over all deals that everybody accepts, by
// looking at every one; 0 when there is none.
func best(b *mediator.Brief, w *world) float64 {
	top := 0.0
	var d agenda.Deal
	for more := true; more; more = b.Agenda.Next(&d) {
		west, east := w.Worth(0, &d)-w.floor[0], w.Worth(1, &d)-w.floor[1]
		allowed := west >= 0 && east >= 0 && w.Inside(1, &d)
		for i := range b.Consent {
			allowed = allowed && (!b.Consent[i].Needs(&d) || w.Worth(2, &d) >= w.floor[2])
		}
		if allowed {
			top = max(top, west*east)
		}
	}
	return top
}

// The climb ends at the highest product on nearly every small case, and on none
// above it, across a line, or without the consent it needs.
func TestNashIsFound(t *testing.T) {
	b := brief()
	rule := mediator.Consent{Issue: 1, Party: 2}
	rule.Levels[0] = 0b1100
	b.Consent = []mediator.Consent{rule}
	const cases = 400
	exact := 0
	for seed := range uint64(cases) {
		w := random(seed, .55)
		w.barred = uint8(seed % 4)
		want := best(b, w)
		d := shown(t, b, w)
		got := (w.Worth(0, &d) - w.floor[0]) * (w.Worth(1, &d) - w.floor[1])
		if want == 0 {
			exact++
			continue
		}
		require.LessOrEqual(t, got, want+1e-12, "no better than the best")
		require.True(t, w.Inside(1, &d))
		require.False(t, rule.Needs(&d) && w.Worth(2, &d) < w.floor[2])
		if got > want-1e-12 {
			exact++
		}
	}
	t.Logf("exact in %d of %d", exact, cases)
	assert.Greater(t, exact, cases*9/10)
}

// It shows its text every so many rounds, and gathers everybody when both sides
// would sign.
func TestNashGathersWhenBothWouldSign(t *testing.T) {
	b := brief()
	w := random(1, .2)
	n := mediator.NewNotebook(b)
	n.Reset(nil)
	s := oracle.Nash{Every: 3}.New(b, w)
	var move mediator.Move
	say := func(round int, verdicts ...message.Verdict) mediator.Act {
		n.Round = round
		for _, v := range verdicts {
			s.Next(n, &move)
			require.Equal(t, mediator.Visit, move.Act)
			*n.Page(move.To, message.Table) = message.Reply{Verdict: v}
		}
		s.Next(n, &move)
		return move.Act
	}
	assert.Equal(t, mediator.Rest, say(1, message.Sign, message.Near))
	assert.Equal(t, mediator.Rest, say(2))
	assert.Equal(t, mediator.Rest, say(3))
	assert.Equal(t, mediator.Gather, say(4, message.Sign, message.Sign))
	assert.Equal(t, mediator.Rest, say(4))
}
