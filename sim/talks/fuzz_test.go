package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/talks"
)

// tape deals out fuzzed bytes, then zeros.
type tape struct{ data []byte }

func (p *tape) next() uint8 {
	if len(p.data) == 0 {
		return 0
	}
	b := p.data[0]
	p.data = p.data[1:]
	return b
}

// change is any change of a clause, most of them of one that exists.
func (p *tape) change() agenda.Change {
	return agenda.Change{Issue: p.next() % 4, Level: p.next() % 9}
}

func (p *tape) text() (d agenda.Deal) {
	d[0], d[1] = p.next()%8, p.next()%8
	return d
}

func (p *tape) move() mediator.Move {
	m := mediator.Move{Act: mediator.Act(p.next() % 10), To: int(p.next()%5) - 1, Size: float64(p.next()%12) / 10, Day: float64(p.next())}
	m.Message = message.Message{Kind: message.Kind(p.next() % 7), Author: agenda.Author(int8(p.next()%6) - 2),
		Empty: p.next()%4 == 0, Free: p.next()%2 == 0, Whole: p.next()%3 == 0, N: p.next() % 10, Side: p.next() % 4,
		Named: p.next() % 7, Text: p.text()}
	for i := range m.Message.Options {
		o := &m.Message.Options[i]
		if o.N = p.next() % (agenda.MaxChanges + 2); o.N > agenda.MaxChanges {
			continue
		}
		for j := range o.Changes[:o.N] {
			o.Changes[j] = p.change()
		}
	}
	for i := range m.Message.Ranking {
		m.Message.Ranking[i] = p.next() % 4
	}
	return m
}

func (p *tape) reply(r *message.Reply) {
	r.Verdict, r.Crossed, r.Line = message.Verdict(p.next()%3), p.next()%3 == 0, p.next()%4
	r.N, r.Choice, r.Strong = p.next()%7, int8(p.next()%12)-2, p.next()%2 == 0
	for i := range r.Wishes {
		r.Wishes[i] = p.change()
	}
	if r.Offered = p.next()%3 == 0; r.Offered {
		r.Offer = p.text()
	}
}

// FuzzEngine plays whatever mediators do and parties answer, legal or not: a run ends,
// in its rounds or with a fault, and never panics.
func FuzzEngine(f *testing.F) {
	f.Add([]byte{1, 1, 1, 1})
	f.Add([]byte("a mediator and two parties that say whatever comes to their minds"))
	text := read(f, "textbook")
	c := caseFrom(f, text, `issues=[{name: x, kind: share, steps: 7, unit: share, pillar: territory}, {name: "y", kind: share, steps: 7, unit: share, pillar: guarantees}]`,
		"talks.rounds=5", "formats.one-table.noise=0.5", "talks.steps={}",
		"talks.leverage={budget: 0.1, press: {effect: 0.1, lag: 1, cost: 0.1}, pay: {effect: 0.1, cost: 0.1}, deadline: {hardness: 0.5}}")
	f.Fuzz(func(t *testing.T, data []byte) {
		p := &tape{data}
		wild := voiced(c, func(int) voice {
			return func(_ *party.Self, _ *message.Message, r *message.Reply) { p.reply(r) }
		})
		wild = mediated(wild, func() script {
			return func(_ *mediator.Notebook, move *mediator.Move) {
				if *move = (mediator.Move{}); len(p.data) > 0 {
					*move = p.move()
				}
			}
		})
		o := talks.NewEngine(wild).Play(1, nil)
		assert.LessOrEqual(t, o.Rounds, 5)
		assert.False(t, o.Signed && o.Fault != "", "a fault ends a run unsigned")
		for i := range o.History.Drafts {
			assert.True(t, c.Agenda.Legal(&o.History.Drafts[i].Deal))
		}
	})
}
