package report

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// curved is a small sweep of two factors whose agreements are known round by round.
func curved(t *testing.T, mediators ...string) Data {
	t.Helper()
	f := files()
	f.Summary, f.Rounds, f.Clauses = nil, nil, nil
	f.Design = Design{Factors: []Factor{{Name: "day", Unit: "days"}, {Name: "hardness", Unit: "share"}}}
	for _, day := range []float64{42, 84} {
		for _, hard := range []float64{0, 0.5, 1} {
			point := len(f.Design.Points)
			f.Design.Points = append(f.Design.Points, []record.Value{record.Float(day), record.Float(hard)})
			for _, m := range mediators {
				f.Summary = append(f.Summary, share(point, m, "outcome.holds", 40, 100), share(point, m, "agreement", 40, 100), mean(point, m, "ambiguity", 0.1+0.1*hard, 0.02, 40))
				for r := range 12 {
					signed := min(float64(r)*(2-hard), 40) / 100
					f.Rounds = append(f.Rounds, record.RoundRow{Point: point, Mediator: m, Round: r + 1, Day: 7 * float64(r), Series: "agreed", Replicate: record.AllRuns, N: 100, Mean: signed})
				}
			}
		}
	}
	d, err := LoadSweep(f)
	require.NoError(t, err)
	return d
}

func TestAgreementOfASweep(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "agreement").Draw(curved(t, "single-text"), size)
		require.NoError(t, err)
		hang(t, figure, "sweep-"+size.Name)
		assert.Contains(t, figure.Caption, "one line a level of hardness")
		assert.Contains(t, figure.Caption, "Day 42, hardness 0: 22% [15–31] of runs by round 12; vagueness 0.100.")
		assert.Contains(t, figure.Caption, "Day 84, hardness 1: 11%")
	}
}

func TestFamilies(t *testing.T) {
	names := func(d Data, most, axis int) string {
		all, by, ok := d.families(most, axis)
		if !ok {
			return "none"
		}
		text := d.lineName(by)
		for _, f := range all {
			text += fmt.Sprintf("; %s: %q of %d", f.title, f.names, len(f.arms[0]))
		}
		return text
	}
	one, two := curved(t, "a"), curved(t, "a", "b")
	assert.Equal(t, `hardness; day 42: ["hardness 0" "hardness 0.5" "hardness 1"] of 1; day 84: ["hardness 0" "hardness 0.5" "hardness 1"] of 1`, names(one, 6, noAxis))
	assert.Equal(t, `day; : ["day 42" "day 84"] of 3`, names(one, 6, 1))
	assert.Equal(t, `day; a: ["day 42" "day 84"] of 3; b: ["day 42" "day 84"] of 3`, names(two, 6, 1))
	assert.Equal(t, `mediator; day 42, hardness 0: ["a"] of 1; day 42, hardness 0.5: ["a"] of 1; day 42, hardness 1: ["a"] of 1; day 84, hardness 0: ["a"] of 1; day 84, hardness 0.5: ["a"] of 1; day 84, hardness 1: ["a"] of 1`, names(one, 1, noAxis))
	assert.Equal(t, "none", names(two, 1, noAxis))
	assert.Equal(t, "none", names(overStar(fixture()), 6, noAxis))
}
