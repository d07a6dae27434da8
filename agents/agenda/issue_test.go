package agenda

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestValidate(t *testing.T) {
	crowded := sized(1)
	crowded.Pillars = make([]string, MaxPillars+1)
	for _, row := range []struct {
		name   string
		agenda *Agenda
		want   string
	}{
		{"nothing to agree on", sized(), "at least one issue"},
		{"too many issues", sized(make([]int, MaxIssues+1)...), "at most 128 issues, have 129"},
		{"too many pillars", crowded, "at most 8 pillars, have 9"},
		{"an issue without levels", sized(1, 0), "issue 1: needs 1 to 256 levels, have 0"},
		{"an issue with too many", sized(257), "issue 0: needs 1 to 256 levels, have 257"},
	} {
		assert.ErrorContains(t, row.agenda.Validate(), row.want, row.name)
	}
	assert.NoError(t, sized(1).Validate())
}

func TestFindByName(t *testing.T) {
	a := sized(2, 3)
	k, ok := a.Issue("issue 1")
	assert.True(t, ok)
	assert.Equal(t, 1, k)
	_, ok = a.Issue("issue 2")
	assert.False(t, ok)
	l, ok := a.Issues[1].Level("2")
	assert.True(t, ok)
	assert.Equal(t, 2, l)
	_, ok = a.Issues[0].Level("2")
	assert.False(t, ok)
}
