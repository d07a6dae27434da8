package measure

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
	"shuttle/sim/scenario"
)

func TestCaseFileOfTheTextbook(t *testing.T) {
	c := CaseFile(shipped(t, "textbook"), 10, 1)
	assert.Equal(t, []record.CaseParty{
		{Name: "A", Role: "belligerent", Fallback: .3, Belligerent: true},
		{Name: "B", Role: "belligerent", Fallback: .3, Belligerent: true},
	}, c.Parties)
	require.Len(t, c.Issues, 2)
	x := c.Issues[0]
	assert.Equal(t, "x", x.Name)
	assert.Equal(t, "territory", x.Pillar)
	assert.InDelta(t, .8, x.Worth[0].Span, 1e-12)
	assert.InDelta(t, .4, x.Worth[0].Levels[40], 1e-12)
	assert.InDelta(t, .2, x.Worth[1].Levels[0], 1e-12, "B wants x low")
	assert.Zero(t, x.Worth[1].Levels[80])
	require.NotNil(t, c.Nash)
	assert.Equal(t, []string{"1", "0"}, c.Nash.Deal)
	assert.Equal(t, 1., c.ZoneShare, "no number varies")
	assert.Equal(t, 10, c.ZoneN)
	assert.Empty(t, c.Caveat)
	assert.Len(t, c.Samples, 300)
	assert.NotEmpty(t, c.Assumptions)
}

// The order of the file rules the report; the names of the parties do not.
func TestCaseFileKeepsTheOrderOfTheFile(t *testing.T) {
	s := shipped(t, "miami")
	c := CaseFile(s, 20, 1)
	assert.Equal(t, []string{"UKR", "RUS", "EUR", "MED"}, names(s))
	for i, p := range c.Parties {
		assert.Equal(t, names(s)[i], p.Name)
		assert.Equal(t, names(s)[i], c.Issues[0].Worth[i].Party)
	}
	assert.Equal(t, scenario.Caveat, c.Caveat)
	require.NotNil(t, c.Egalitarian)
	assert.Greater(t, c.Egalitarian.Utilities[0], c.Parties[0].Fallback)
	assert.Greater(t, c.Egalitarian.Utilities[1], c.Parties[1].Fallback)
	for _, is := range c.Issues {
		for _, w := range is.Worth {
			assert.Len(t, w.Levels, len(is.Levels))
		}
	}
	var b, again bytes.Buffer
	require.NoError(t, record.WriteCase(&b, c))
	require.NoError(t, record.WriteCase(&again, CaseFile(shipped(t, "miami"), 20, 1)))
	assert.Equal(t, b.String(), again.String(), "same input, same bytes")
}

func TestCaseFileWithoutAZone(t *testing.T) {
	c := CaseFile(shipped(t, "textbook", "parties[A].fallback.base=0.85", "parties[B].fallback.base=0.85"), 0, 1)
	assert.Nil(t, c.Nash)
	assert.NotNil(t, c.Frontier, "an empty list, not null")
	assert.Equal(t, 1., c.ZoneHigh)
	require.NoError(t, record.WriteCase(&bytes.Buffer{}, c))
}

// What the program brings along rests on the program, also where a resolved document
// spells it out.
func TestDefaultsKeepTheirBasis(t *testing.T) {
	s := shipped(t, "miami", "talks.mediator={name: single-text, options: 3}")
	c := CaseFile(s, 2, 1)
	of := map[string]record.Assumption{}
	for _, a := range c.Assumptions {
		of[a.Path] = a
	}
	assert.Equal(t, record.ByDefault, of["durability.legitimacy"].Basis)
	assert.Equal(t, record.ByDefault, of["talks.mediator.repeats"].Basis)
	assert.Equal(t, "own choice", of["talks.mediator.repeats"].Source)
	assert.NotEqual(t, record.ByDefault, of["talks.mediator.options"].Basis)
	assert.Equal(t, c.Assumptions, CaseFile(compile(t, string(s.Resolved)), 2, 1).Assumptions)
}
