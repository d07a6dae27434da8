package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Drafts that crowd in a corner are shown large, with the whole beside them.
func TestCrowdedDraftsAreShownLarge(t *testing.T) {
	u := utilitySpace{fallback: xy{0.5, 0.6}, outline: []xy{{-0.5, 0.9}, {1, 0}}, drafts: []spotted{{1, 0, xy{0.45, 0.55}}, {2, 0, xy{0.55, 0.65}}}}
	part, zoomed := u.view()
	assert.True(t, zoomed)
	assert.InDelta(t, 0.5-0.125*1.5, part.lo.X, 1e-12)
	assert.InDelta(t, 0.6+0.125*0.9, part.hi.Y, 1e-12)
	u.drafts[0].xy = xy{-0.4, 0.85}
	part, zoomed = u.view()
	assert.False(t, zoomed)
	assert.Equal(t, extent{xy{-0.5, 0}, xy{1, 0.9}}, part)
}

func TestWorthsOutsideTheUsualRangeNameNoRange(t *testing.T) {
	assert.Equal(t, " [0–1]", unitOf(0, 1))
	assert.Equal(t, " [worth]", unitOf(-0.5, 0.9))
}

// Where no number has a range, no party drew numbers of its own.
func TestCaptionsClaimNoDrawsWhereNothingVaries(t *testing.T) {
	data := fixture()
	figure, err := chartNamed(t, "utility-space").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "numbers of their own")
	data.Varied = ""
	figure, err = chartNamed(t, "utility-space").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.NotContains(t, figure.Caption, "of their own")
}
