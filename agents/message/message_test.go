package message

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

func TestVerbsAreSpelled(t *testing.T) {
	want := []string{"unknown", "table", "choose", "adopt", "relay", "conclude"}
	assert.Len(t, want, Kinds, "a verb without a name")
	for k, name := range want {
		assert.Equal(t, name, Kind(k).String())
	}
	assert.Equal(t, "unknown", Kind(Kinds).String())
}

func TestVerdictsAreSpelled(t *testing.T) {
	assert.Equal(t, []string{"far", "near", "sign"}, []string{Far.String(), Near.String(), Sign.String()})
	assert.True(t, Far < Near && Near < Sign, "from worst to best")
	assert.NotPanics(t, func() { _ = Verdict(200).String() })
	var silent Reply
	assert.Equal(t, Far, silent.Verdict, "who says nothing signs nothing")
}

func TestAmended(t *testing.T) {
	m := Message{Kind: Choose, N: 2, Text: agenda.Deal{9, 9}}
	m.Options[0] = agenda.Amend(agenda.Change{Issue: 0, Level: 1})
	m.Options[1] = agenda.Amend(agenda.Change{Issue: 0, Level: 2}, agenda.Change{Issue: 1, Level: 3})
	text := agenda.Deal{5, 5}
	m.Amended(0, &text)
	assert.Equal(t, agenda.Deal{1, 5}, text)
	m.Amended(1, &text)
	assert.Equal(t, agenda.Deal{2, 3}, text)
	m.Whole = true
	m.Amended(0, &text)
	assert.Equal(t, agenda.Deal{9, 9}, text, "the whole text stands for the one option")
}

func TestClear(t *testing.T) {
	r := Reply{Verdict: Sign, Crossed: true, Line: 3, N: 2, Choice: 3, Strong: true, Offered: true}
	r.Wishes[0].Level, r.Offer[0] = 1, 1
	r.Clear()
	r.Wishes, r.Offer = [MaxWishes]agenda.Change{}, agenda.Deal{} // not read when N is 0 and nothing is offered
	assert.Equal(t, Reply{Choice: -1}, r)
}
