package party

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// random is any deal.
func random(r *rand.Rand, a *agenda.Agenda) (d agenda.Deal) {
	for k := range a.Issues {
		d[k] = uint8(r.IntN(len(a.Issues[k].Levels)))
	}
	return d
}

// moved counts the clauses in which two deals differ.
func moved(a, b *agenda.Deal) int {
	diff := agenda.Diff(a, b)
	return diff.Len()
}

// A counter-offer is worth the demand whenever the party's own worth is a sum, and
// hands back what the demand leaves: no single change is better for the other side
// and still worth the demand.
func TestCounterMeetsTheDemand(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	for range 400 {
		a := plain(2+r.IntN(4), 2+r.IntN(4), 2+r.IntN(4), 2+r.IntN(4))
		one, two := opposed(r, a)
		p := seated(a, one, nil, two)
		demand := p.Floor() + (1-p.Floor())*r.Float64()
		heard := random(r, a)
		offer := p.self.Counter(&heard, demand)
		worth := p.Worth(&offer)
		assert.GreaterOrEqual(t, worth, demand-1e-12)
		other := p.guess[0].utility
		for _, c := range p.self.scratch.changes {
			if other.Gain(&offer, c, other.Worth(&offer)) > 1e-6 {
				assert.Less(t, worth+p.Gain(&offer, c, worth), demand+1e-12, "it could give more")
			}
		}
	}
}

// With lines, guarantees and interactions offers stay inside the lines.
func TestCounterStaysInsideTheLines(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	short, demands := 0, 0
	for range 400 {
		p := guarded(r)
		demand := p.self.Aspiration(r.Float64())
		heard := random(r, p.agenda)
		offer := p.self.Counter(&heard, demand)
		_, crossed := p.Crossed(&offer)
		assert.False(t, crossed)
		demands++
		if p.Worth(&offer) < demand-1e-9 {
			short++
		}
	}
	t.Logf("%d of %d below the demand", short, demands)
	assert.LessOrEqual(t, short, demands/50)
}

// With nothing heard a party opens with its anchor.
func TestOpening(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	a := plain(4, 4, 4)
	one, two := opposed(r, a)
	p := seated(a, one, nil, two)
	reply := says(p, message.Message{Kind: message.Relay, Empty: true})
	assert.True(t, reply.Offered)
	assert.Equal(t, p.self.anchor.deal, reply.Offer)
	assert.Zero(t, reply.N, "there is no text to object to")
}

// What costs the party nothing is handed back at once.
func TestCounterHandsBackWhatIsFree(t *testing.T) {
	a := plain(2, 2)
	own := additive([]float64{1, 0}, [][]float64{{0, 1}, {0, 1}}, .5)
	other := additive([]float64{.2, .8}, [][]float64{{1, 0}, {0, 1}}, .1)
	p := seated(a, own, nil, other)
	assert.Equal(t, agenda.Deal{1, 1}, p.self.Counter(&agenda.Deal{0, 0}, .9))
}

// A soft line on every level of a clause is met elsewhere in the text.
func TestCounterMeetsTheConditionOfALine(t *testing.T) {
	a := plain(2, 2)
	own := additive([]float64{.5, .5}, [][]float64{{0, 1}, {.5, .4}}, .2)
	own.Lines = []Line{{Issue: 0, Levels: set(0, 1), Unless: []Condition{{On: true, Issue: 1, Levels: set(1)}}}}
	other := additive([]float64{1, 1}, [][]float64{{1, 0}, {1, 0}}, .1)
	p := seated(a, own, nil, other)
	offer := p.self.Counter(&agenda.Deal{0, 0}, .5)
	_, crossed := p.Crossed(&offer)
	assert.False(t, crossed)
	assert.Equal(t, agenda.Deal{1, 1}, offer)
}

// An envoy moves no more clauses than its mandate, from its last offer; its first
// offer is free. On the way it never falls below the demand.
func TestMandate(t *testing.T) {
	for _, nearest := range []bool{false, true} {
		r := rand.New(rand.NewPCG(14, 14))
		for range 100 {
			a := plain(4, 4, 4, 4, 4)
			one, two := opposed(r, a)
			one.Mandate = 1 + r.IntN(3)
			p := seated(a, one, nil, two)
			p.self.seek()
			last, worth := agenda.Deal{}, 0.0
			for step := range 12 {
				demand := p.self.Aspiration(1 - float64(step)/12)
				m := message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{}}
				for k := range a.Issues { // the worst the other side could ask
					for l := range a.Issues[k].Levels {
						if p.Score(k, uint8(l)) < p.Score(k, m.Text[k]) {
							m.Text[k] = uint8(l)
						}
					}
				}
				var reply message.Reply
				p.self.Bargain(&m, &reply, demand, nearest)
				assert.True(t, reply.Offered)
				now := p.Worth(&reply.Offer)
				if step > 0 {
					assert.LessOrEqual(t, moved(&last, &reply.Offer), one.Mandate)
					assert.GreaterOrEqual(t, now, min(demand, worth)-1e-9)
				}
				last, worth = reply.Offer, now
			}
		}
	}
}

// An offer heard that is worth the demand is signed, not countered.
func TestHear(t *testing.T) {
	a, own := sixths(.5)
	own.Devaluation = Devaluation{Size: .1, Adversary: 1}
	_, other := sixths(.1)
	p := seated(a, own, nil, other)
	r := says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{4}})
	assert.Equal(t, message.Sign, r.Verdict)
	assert.False(t, r.Offered)
	r = says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{3}})
	assert.Equal(t, message.Far, r.Verdict, "worth its fallback, had another written it")
	assert.True(t, r.Offered)
	assert.Equal(t, moves(0, 4), r.Wishes[:r.N])
}
