package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// A clause that a party would move either way is told once, as it would rather have it, and
// counts once; so does one that is passed on twice.
func TestStoriesNameAClauseOnce(t *testing.T) {
	s := step{Event: "visit", Verb: "table", Draft: 2, Verdict: "near", Of: "B", First: []string{"a", "b", "c", "b"},
		Wishes: []move{{"aid", "medium", "minimal"}, {"land", "half", "all"}, {"aid", "medium", "large"}}}
	assert.Equal(t, "is near signing; objects: aid medium → minimal, land half → all", answered(&s))
	assert.Contains(t, asked(&s), "told that B would first move a, b, c")
	assert.NotContains(t, asked(&s), "a, b, c, b")

	c := tally{objected: [][]int{make([]int, 2)}}
	c.wished(0, []agenda.Change{{Issue: 1, Level: 0}, {Issue: 0, Level: 1}, {Issue: 1, Level: 2}})
	assert.Equal(t, []int{1, 1}, c.objected[0])
}
