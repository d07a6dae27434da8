package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// sixths is a party with one issue of seven levels, worth a sixth each.
func sixths(floor float64) (*agenda.Agenda, *Traits) {
	return plain(7), additive([]float64{1}, [][]float64{{0, 1. / 6, 2. / 6, 3. / 6, 4. / 6, 5. / 6, 1}}, floor)
}

func TestDevaluationByAuthor(t *testing.T) {
	a, own := sixths(.5)
	own.Devaluation = Devaluation{Size: .2, Adversary: .9, Unnamed: .5, Mediator: .25}
	p := seated(a, own, nil)
	d := agenda.Deal{4}
	for _, row := range []struct {
		name   string
		author agenda.Author
		loss   float64
	}{
		{"itself", 0, 0}, {"the other side", 1, .18}, {"a third", 2, .18},
		{"the mediator", agenda.Mediator, .05}, {"unnamed", agenda.Unnamed, .1},
	} {
		assert.InDelta(t, 4./6-row.loss, p.Reading(&d, row.author), 1e-15, row.name)
		assert.Equal(t, p.Reading(&d, row.author), p.self.Worth(&d, row.author), row.name)
		assert.Equal(t, 4./6-row.loss >= .5, p.Accepts(&d, row.author), row.name)
	}
	assert.InDelta(t, 4./6, p.Worth(&d), 1e-15, "what it is worth does not depend on who wrote it")
}

// A party knows its own last offer when it comes back, without a name or as the
// mediator's proposal; said to be the other side's, it is read as an adversary's.
func TestNobodyDevaluesItsOwnOffer(t *testing.T) {
	a, own := sixths(.5)
	own.Devaluation = Devaluation{Size: .2, Adversary: .9, Unnamed: .5, Mediator: .25}
	p := seated(a, own, nil)
	d, other := agenda.Deal{4}, agenda.Deal{5}
	p.self.last, p.self.offered = d, true
	for _, row := range []struct {
		name         string
		author       agenda.Author
		own, another float64
	}{
		{"itself", 0, 0, 0}, {"the mediator", agenda.Mediator, 0, .05}, {"unnamed", agenda.Unnamed, 0, .1}, {"the other side", 1, .18, .18},
	} {
		assert.InDelta(t, 4./6-row.own, p.Reading(&d, row.author), 1e-15, row.name)
		assert.InDelta(t, 5./6-row.another, p.Reading(&other, row.author), 1e-15, row.name)
	}
	p.self.offered = false
	assert.InDelta(t, 4./6-.05, p.Reading(&d, agenda.Mediator), 1e-15, "it offered nothing in this run")
}

func TestAcceptance(t *testing.T) {
	a, own := sixths(.5)
	own.Lines = []Line{{Issue: 0, Levels: set(6), Hard: true}}
	p := seated(a, own, nil)
	for level, want := range []bool{false, false, false, true, true, true, false} {
		d := agenda.Deal{uint8(level)}
		assert.Equal(t, want, p.Accepts(&d, agenda.Mediator), "level %d", level)
		assert.Equal(t, level == 6, p.Crosses(0, &d))
	}
	p.Observe(4, 28, Outside{Pressure: .2})
	assert.InDelta(t, .3, p.Floor(), 1e-15, "under pressure less will do")
	assert.True(t, p.Accepts(&agenda.Deal{2}, agenda.Mediator))
	assert.Equal(t, .5, p.Starting())
	assert.Equal(t, [2]any{4, 28.}, [2]any{p.self.Round(), p.self.Days()})
}

func TestLines(t *testing.T) {
	a := plain(4, 3, 2)
	for l, strength := range []float64{0, .4, .8} {
		a.Issues[1].Levels[l].Features.Strength = strength
	}
	own := additive([]float64{1, 1, 1}, [][]float64{{0, .3, .6, 1}, {0, .5, 1}, {0, 1}}, 0)
	own.Credibility = .5
	own.Lines = []Line{
		{Issue: 0, Levels: set(0), Hard: true, Unless: []Condition{{Guarantee: 0}}}, // a hard line knows no conditions
		{Issue: 0, Levels: set(1, 2), Unless: []Condition{{Guarantee: .4}, {On: true, Issue: 2, Levels: set(1)}}},
		{Issue: 2, Levels: set(0), Unless: []Condition{{On: true, Issue: 1, Levels: set(1, 2)}}},
	}
	p := seated(a, own, nil)
	for _, row := range []struct {
		name  string
		deal  agenda.Deal
		issue int
		out   bool
	}{
		{"hard, whatever else stands there", agenda.Deal{0, 2, 1}, 0, true},
		{"soft, both conditions met", agenda.Deal{1, 2, 1}, 0, false},
		{"soft, guaranteed at exactly the least", agenda.Deal{2, 2, 1}, 0, false},
		{"soft, the guarantee is too weak", agenda.Deal{2, 1, 1}, 0, true},
		{"soft, the other clause is missing", agenda.Deal{2, 2, 0}, 0, true},
		{"a level no line is about", agenda.Deal{3, 1, 0}, 0, false},
		{"the third line", agenda.Deal{3, 0, 0}, 2, true},
		{"two crossed, the first is named", agenda.Deal{1, 0, 0}, 0, true},
	} {
		issue, out := p.Crossed(&row.deal)
		assert.Equal(t, row.out, out, row.name)
		assert.Equal(t, row.issue, issue, row.name)
		assert.Equal(t, row.out, !p.Accepts(&row.deal, 0), row.name)
		issue, out = p.self.Crossed(&row.deal)
		assert.Equal(t, row.out, out, row.name)
		assert.Equal(t, row.issue, issue, row.name)
	}
	assert.Len(t, p.Lines(), 3)
}

// eager says that it signs, whatever it is asked.
type eager struct{}

func (eager) Answer(_ *Self, _ *message.Message, r *message.Reply) { r.Verdict = message.Sign }

// No tactic makes its party sign what its own rule does not allow.
func TestSignaturesAreTakenBack(t *testing.T) {
	a, own := sixths(.5)
	own.Lines = []Line{{Issue: 0, Levels: set(6), Hard: true}}
	own.Devaluation = Devaluation{Size: .2, Adversary: 1}
	p := seated(a, own, nil)
	p.Begin(eager{}, nil, nil, nil, false, Outside{})
	for _, kind := range []message.Kind{message.Table, message.Relay, message.Conclude} {
		for _, row := range []struct {
			name   string
			level  uint8
			author agenda.Author
			want   message.Verdict
		}{
			{"below the fallback", 2, agenda.Mediator, message.Near},
			{"at the fallback", 3, agenda.Mediator, message.Sign},
			{"below it for who wrote it", 4, 1, message.Near},
			{"past a line", 6, agenda.Mediator, message.Near},
			{"good enough", 5, 1, message.Sign},
		} {
			m := message.Message{Kind: kind, Author: row.author, Text: agenda.Deal{row.level}}
			assert.Equal(t, row.want, says(p, m).Verdict, "%v: %s", kind, row.name)
		}
	}
}

// There is nothing to sign before an offer is made, though the empty text be good.
func TestNothingIsNotSigned(t *testing.T) {
	_, own := sixths(-1)
	p := seated(plain(7), own, nil)
	p.Begin(eager{}, nil, nil, nil, false, Outside{})
	assert.Equal(t, message.Near, says(p, message.Message{Kind: message.Relay, Empty: true}).Verdict)
	assert.Equal(t, message.Sign, says(p, message.Message{Kind: message.Relay}).Verdict)
}

func TestRolesAreSpelled(t *testing.T) {
	for role, want := range map[Role]string{Belligerent: "belligerent", Guarantor: "guarantor", Stakeholder: "stakeholder"} {
		p := New(plain(1), 3, role)
		assert.Equal(t, want, p.Role().String())
		assert.Equal(t, 3, p.Index())
	}
}

// What those who measure may ask of a party is its utility's word.
func TestTruth(t *testing.T) {
	a := plain(2, 3)
	a.Issues[1].Levels[2].Features.Strength = .8
	own := additive([]float64{3, 1}, [][]float64{{0, 1}, {0, .5, 1}}, .2)
	own.Credibility = .5
	own.Terms = []Term{{Kind: Linked, K: .4, A: 0, B: 1}}
	p := seated(a, own, nil)
	d := agenda.Deal{1, 2}
	assert.InDelta(t, 1.4, p.Worth(&d), 1e-15)
	assert.InDelta(t, -.125-.2, p.Gain(&d, agenda.Change{Issue: 1, Level: 1}, 1.4), 1e-15)
	assert.InDelta(t, .4, p.Effective(&d), 1e-15)
	assert.Equal(t, .75, p.Weight(0))
	assert.Equal(t, .125, p.Score(1, 1))
	assert.True(t, p.Separable())
	parts := make([]float64, 5)
	assert.Zero(t, p.Split(&d, parts))
	assert.Equal(t, []float64{0, .75, 0, .125, .25}, parts)
	assert.Equal(t, 1, p.Pairs())
	i, j := p.Pair(0)
	assert.Equal(t, [2]int{0, 1}, [2]int{i, j})
	assert.InDelta(t, .4, p.Linked(0, &d), 1e-15)
}
