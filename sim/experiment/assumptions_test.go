package experiment

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/rng"
)

func switchNames(a *Assumptions) []string {
	var names []string
	for _, s := range a.Switches {
		names = append(names, s.Name)
	}
	return names
}

func TestAssumptionsVaryWhatTheScenarioHas(t *testing.T) {
	full, err := NewAssumptions(compiled(t, "miami"))
	require.NoError(t, err)
	assert.Subset(t, switchNames(full), []string{"foresight", "durability", "devaluation", "loss", "first-text"})
	assert.Greater(t, full.Numbers, 100)
	bare, err := NewAssumptions(compiled(t, "textbook"))
	require.NoError(t, err)
	assert.Equal(t, []string{"foresight", "durability"}, switchNames(bare), "no loss, no author, no text to choose from")
	assert.Zero(t, bare.Numbers)
}

// Every number stays inside its range, the middle between the ends, no more than half
// as wide; weights still add up; the draws differ from set to set and repeat.
func TestDrawnAssumptionsStayInTheirRanges(t *testing.T) {
	s := compiled(t, "miami")
	a, err := NewAssumptions(s)
	require.NoError(t, err)
	was := map[string]document.Number{}
	for _, n := range s.Assumptions {
		was[n.Path] = n
	}
	bases := map[string]map[float64]bool{}
	for number := range 4 {
		set, err := a.Draw(1, number)
		require.NoError(t, err)
		arm, err := set.Arm("none", s.Case.Mediator.Name)
		require.NoError(t, err)
		assert.Equal(t, "none", arm.Scenario.Case.Mediator.Name)
		for _, n := range arm.Scenario.Assumptions {
			old, known := was[n.Path]
			if !known || old.Lo == old.Hi || strings.Contains(n.Path, ".weights.") || strings.HasSuffix(n.Path, ".loss.stock") {
				continue
			}
			assert.True(t, old.Lo <= n.Lo && n.Lo <= n.Base && n.Base <= n.Hi && n.Hi <= old.Hi, n.Path)
			assert.LessOrEqual(t, n.Hi-n.Lo, (old.Hi-old.Lo)/2+1e-12, n.Path)
			if bases[n.Path] == nil {
				bases[n.Path] = map[float64]bool{}
			}
			bases[n.Path][n.Base] = true
		}
	}
	require.NotEmpty(t, bases)
	for path, seen := range bases {
		assert.Len(t, seen, 4, "%s is drawn anew for each set", path)
	}
	one, err := a.Draw(9, 2)
	require.NoError(t, err)
	same, err := a.Draw(9, 2)
	require.NoError(t, err)
	assert.Equal(t, string(one.doc.Bytes()), string(same.doc.Bytes()))
	assert.Equal(t, one.Thrown, same.Thrown)
}

func TestOneOfTwoStaysOneOfTwo(t *testing.T) {
	n := span{document.Number{Lo: 0, Base: .5, Hi: 1, Shape: document.TwoPoint, Path: "types.share"}}
	n.move(3)
	assert.Equal(t, []float64{0, 1}, []float64{n.Lo, n.Hi})
	assert.True(t, n.Base > 0 && n.Base < 1 && n.Base != .5)
	assert.Contains(t, n.yaml(), "shape: two-point")
}

// Each switch is thrown in about half of the sets; thrown, it changes the document,
// and the scenario still compiles.
func TestSwitchesAreThrownByACoin(t *testing.T) {
	a, err := NewAssumptions(compiled(t, "miami"))
	require.NoError(t, err)
	const sets = 200
	thrown := make([]int, len(a.Switches))
	for number := range sets {
		seed := rng.Seed(5).For(rng.Name("assumptions").With(number))
		for i, s := range a.Switches {
			if s.coin(seed) {
				thrown[i]++
			}
		}
	}
	for i, s := range a.Switches {
		assert.InDelta(t, .5, float64(thrown[i])/sets, 4*math.Sqrt(.25/sets), s.Name)
		doc := a.base.Clone()
		before := string(doc.Bytes())
		for _, c := range s.changes(3) {
			require.NoError(t, doc.Patch(c.path, c.value))
		}
		assert.NotEqual(t, before, string(doc.Bytes()), s.Name)
		_, err := (&AssumptionSet{doc: doc}).Arm("single-text", "single-text")
		assert.NoError(t, err, s.Name)
	}
}
