package agents_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/oracle"
	"shuttle/agents/spec"
)

// Noninterference: the seed, the brief and every reply are the same; what the
// parties truly want is not. Whoever moves differently has seen it.
func TestOnlyOraclesSeeTheTruth(t *testing.T) {
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			differ := 0
			for seed := range uint64(15) {
				first := moves(m, seed, private{seed: 1})
				require.Equal(t, first, moves(m, seed, private{seed: 1}), "the same seed, the same moves")
				for world := range uint64(4) {
					if !assert.ObjectsAreEqual(first, moves(m, seed, private{seed: 2 + world})) {
						differ++
					}
				}
			}
			if m.Oracle {
				assert.Positive(t, differ, "an oracle that nothing tells apart from an honest mediator sees nothing")
				return
			}
			assert.Zero(t, differ)
		})
	}
}

// The script leads to every act there is: no strategy keeps its lever to itself here.
func TestEveryActIsTried(t *testing.T) {
	tried := map[mediator.Act]string{mediator.Leave: "nobody in the catalog"}
	for _, m := range agents.Mediators() {
		for seed := range uint64(5) {
			for _, move := range moves(m, seed, private{seed: seed}) {
				tried[move.Act] = m.Name
			}
		}
	}
	for act := mediator.Rest; act <= mediator.Hurry; act++ {
		assert.NotEmpty(t, tried[act], "act %d", act)
	}
	assert.Len(t, tried, int(mediator.Hurry)+1, "acts after the last that is listed here")
}

// Whatever the parties say, a strategy's moves are legal and its rounds end.
func TestStrategiesAnswerAnything(t *testing.T) {
	b := brief()
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			for seed := range uint64(30) {
				for _, move := range moves(m, seed, private{seed: seed}) {
					require.NotEqual(t, mediator.Leave, move.Act, "none of the catalog gives up")
					requireLegal(t, b, move)
				}
			}
		})
	}
}

func requireLegal(t *testing.T, b *mediator.Brief, move mediator.Move) {
	t.Helper()
	m := &move.Message
	switch {
	case move.Act == mediator.Rest:
		return
	case move.Act == mediator.Gather:
		require.Equal(t, message.Conclude, m.Kind)
	case move.Act > mediator.Leave:
		require.Contains(t, []int{0, 1, 3}, move.To)
		require.True(t, move.Size >= 0 && move.Size <= 1)
		return
	default:
		require.Less(t, move.To, len(b.Seats))
		require.GreaterOrEqual(t, move.To, 0)
	}
	require.LessOrEqual(t, m.N, uint8(message.MaxOptions))
	require.LessOrEqual(t, m.Named, uint8(message.MaxWishes))
	require.True(t, b.Agenda.Legal(&m.Text), "%+v", m)
	for _, o := range m.Options[:m.N] {
		var d agenda.Deal
		o.Apply(&d)
		require.True(t, b.Agenda.Legal(&d), "%+v", o)
	}
}

// Parameter sets are fresh, at defaults that are in range, and say what they are.
func TestTheCatalogIsInOrder(t *testing.T) {
	specs := map[string]func() spec.Spec{}
	var names []string
	honest := true
	for _, m := range agents.Mediators() {
		assert.False(t, m.Oracle && honest && len(names) == 0, "honest strategies come first")
		assert.True(t, honest || m.Oracle, "%s comes after an oracle", m.Name)
		honest = honest && !m.Oracle
		names = append(names, m.Name)
		specs["mediator "+m.Name] = func() spec.Spec { return m.Make().Spec }
		assert.NotEmpty(t, m.Summary, m.Name)
		assert.NotEmpty(t, m.Source, m.Name)
		found, ok := agents.FindMediator(m.Name)
		assert.True(t, ok)
		assert.Equal(t, m.Summary, found.Summary)
	}
	for _, l := range agents.Tactics() {
		specs["tactic "+l.Name] = func() spec.Spec { return l.Make().Spec }
		assert.NotEmpty(t, l.Summary, l.Name)
		assert.NotEmpty(t, l.Source, l.Name)
		found, ok := agents.FindTactic(l.Name)
		assert.True(t, ok)
		assert.Equal(t, l.Summary, found.Summary)
	}
	for name, fresh := range specs {
		for i, f := range fresh().Fields() {
			assert.NotEmpty(t, f.Name, name)
			assert.NotEmpty(t, f.Doc, "%s %s", name, f.Name)
			assert.NotEmpty(t, f.Source, "%s %s", name, f.Name)
			if f.Number == nil {
				continue
			}
			assert.NotEmpty(t, f.Unit, "%s %s", name, f.Name)
			before := *f.Number
			*f.Number = f.Min - 1
			assert.Equal(t, before, *fresh().Fields()[i].Number, "%s: one set leaves the next alone", name)
		}
	}
	_, ok := agents.FindMediator("nobody")
	assert.False(t, ok)
	_, ok = agents.FindTactic("nobody")
	assert.False(t, ok)
}

// brief is a small case: three sides, a guarantor whose consent one level needs.
func brief() *mediator.Brief {
	tiers := func(name string, n int) agenda.Issue {
		return agenda.Issue{Name: name, Levels: agenda.Tiers([]string{"a", "b", "c", "d", "e"}[:n]...)}
	}
	b := &mediator.Brief{
		Agenda: &agenda.Agenda{Issues: []agenda.Issue{tiers("w", 2), tiers("x", 3), tiers("y", 4), tiers("z", 5)}, Pillars: []string{"p"}},
		Seats:  []mediator.Seat{{Name: "A", Signs: true}, {Name: "B", Signs: true}, {Name: "G"}, {Name: "C", Signs: true}},
		Rounds: 12,
		Means: mediator.Means{Budget: 1, Press: mediator.Lever{Effect: .1, Cost: .1}, Pay: mediator.Lever{Effect: .1, Cost: .1},
			Commit: mediator.Lever{Effect: .1, Cost: .1}, Hardness: .5, Hurry: .5, Steps: true},
	}
	b.Agenda.Issues[1].Levels[0].Features.Deferred = true
	for i := range b.Seats {
		if b.Seats[i].Signs {
			b.Seats[i].Public = public(b.Agenda, float64(i))
		}
	}
	c := mediator.Consent{Issue: 1, Party: 2}
	c.Levels[0] = 1 << 2
	b.Consent = []mediator.Consent{c}
	return b
}

// public is what everybody knows of a side: the weights all alike, the gains up or down
// the ladders, the fallback somewhere in the middle.
func public(a *agenda.Agenda, seat float64) *mediator.Public {
	p := &mediator.Public{Worth: .5, Fallback: mediator.Range{Low: .3, Base: .4, High: .6}}
	for k := range a.Issues {
		gains := make([]float64, len(a.Issues[k].Levels))
		for l := range gains {
			gains[l] = (1 - seat) * float64(l) / 20
		}
		p.Gains = append(p.Gains, gains)
		p.Weights = append(p.Weights, mediator.Range{Low: .1, Base: .25, High: .4})
	}
	p.Likes = func() (out []mediator.Like) {
		for i := range 10 { // worths and fallbacks differ, so that there is something to learn
			x := float64(i) / 100
			out = append(out, mediator.Like{Fallback: .35 + x, Worth: .55 - x, Weights: []float64{.1 + x, .4 - x, .25, .25}, Gains: p.Gains})
		}
		return out
	}
	return p
}

// mostMoves bounds a round of a script: far above what any strategy needs here.
const mostMoves = 10_000

// moves plays a strategy against scripted replies. They are keyed by how far the
// script has come and by who is asked, so that nothing but the strategy's own moves
// decides what it hears. So are the signals that it has by its own means.
func moves(m agents.Mediator, seed uint64, truth oracle.Truth) []mediator.Move {
	b := brief()
	n := mediator.NewNotebook(b)
	n.Reset(rand.New(rand.NewPCG(seed, 0)))
	for i := range b.Signatories() {
		low := .3 + float64((seed+uint64(i))%3)/10
		n.Learn(b.Signatories()[i], mediator.Signal{Low: low, High: low + .1, Accuracy: .8, Cells: 3})
	}
	s := m.Make().New(b, truth)
	var made []mediator.Move
	var move mediator.Move
	for round := 1; round <= b.Rounds; round++ {
		n.Round, n.Day, n.First = round, float64(round), int(seed+uint64(round))%3
		for range mostMoves {
			s.Next(n, &move)
			made = append(made, move)
			if move.Act == mediator.Rest {
				break
			}
			r := rand.New(rand.NewPCG(seed+1, uint64(len(made))))
			switch {
			case move.Act == mediator.Gather:
				n.Gathered(r.IntN(len(b.Seats)))
				continue
			case move.Act > mediator.Leave: // a lever
				n.Left, n.Steps = r.Float64(), mediator.Steps{Kept: r.IntN(3), Broken: r.IntN(3), Pending: r.IntN(2) == 0}
				continue
			}
			*n.Page(move.To, move.Message.Kind) = reply(r, b, &move.Message)
		}
		if made[len(made)-1].Act != mediator.Rest {
			panic(m.Name + " does not rest")
		}
	}
	return made
}

// reply is what somebody might say to a message.
func reply(r *rand.Rand, b *mediator.Brief, m *message.Message) message.Reply {
	var out message.Reply
	draw := func(d *agenda.Deal) {
		for k := range b.Agenda.Issues {
			d[k] = uint8(r.IntN(len(b.Agenda.Issues[k].Levels)))
		}
	}
	switch m.Kind {
	case message.Choose:
		out.Choice, out.Strong = int8(r.IntN(int(m.N))), r.IntN(2) == 0
		if m.Free && r.IntN(2) == 0 {
			out.Choice = -1
		}
	case message.Table, message.Relay:
		if out.Verdict = message.Verdict(r.IntN(3)); out.Verdict == message.Sign {
			break
		}
		out.Crossed, out.Line = r.IntN(4) == 0, uint8(r.IntN(len(b.Agenda.Issues)))
		for k := range b.Agenda.Issues {
			if l := uint8(r.IntN(len(b.Agenda.Issues[k].Levels))); l != m.Text[k] {
				out.Wishes[out.N] = agenda.Change{Issue: uint8(k), Level: l}
				out.N++
			}
		}
		if out.Offered = m.Kind == message.Relay; out.Offered {
			draw(&out.Offer)
		}
	}
	return out
}

// private is a world of parties that nobody has seen: worths drawn by seed, party
// and clause.
type private struct{ seed uint64 }

func (p private) Worth(party int, d *agenda.Deal) float64 {
	total := 0.0
	for k := range 4 {
		total += rand.New(rand.NewPCG(p.seed, uint64(party<<16|k<<8|int(d[k])))).Float64() / 4
	}
	return total
}

func (p private) Floor(int) float64 { return .4 }

func (p private) Inside(int, *agenda.Deal) bool { return true }
