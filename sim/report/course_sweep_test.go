package report

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// moved is a small sweep whose exchanges and gap are known round by round.
func moved(t *testing.T) Data {
	t.Helper()
	return followedArms(curved(t, "single-text"))
}

// followedArms makes up what went on round by round in each arm.
func followedArms(d Data) Data {
	for i, name := range d.Arms {
		for _, of := range []string{"exchanges", "gap"} {
			s := Series{Mediator: name, Name: of}
			for r := range 12 {
				v := float64(r*(i+1)) / 10
				s.Round, s.Day, s.N = append(s.Round, r+1), append(s.Day, 7*float64(r)), append(s.N, 100-5*r)
				s.Mean, s.Low, s.High = append(s.Mean, v), append(s.Low, v-.1), append(s.High, v+.1)
			}
			d.Series = append(d.Series, s)
		}
	}
	return d
}

func TestCourseOfASweep(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := moved(t)
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "course").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "sweep-"+size.Name)
		assert.Contains(t, figure.Caption, "Exchanges so far and Gap left round by round, one line a level of hardness.")
		assert.Contains(t, figure.Caption, "Exchanges so far, day 42, hardness 0: 0 in round 1, 1.10 at its end.")
	}
	figure, err := chartNamed(t, "course").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "bands their quartiles")
	bare := d
	bare.Series = slices.Clone(d.Series)
	for i := range bare.Series {
		bare.Series[i].Low, bare.Series[i].High = nil, nil
	}
	figure, err = chartNamed(t, "course").Draw(bare, TextWidth)
	require.NoError(t, err)
	assert.NotContains(t, figure.Caption, "quartiles", "nothing is said of bands that are not drawn")
	var svg writer
	require.NoError(t, figure.WriteSVG(&svg))
	assert.NotContains(t, string(svg), "quartiles")
	assert.False(t, chartNamed(t, "course").Usual(d), "a sweep is followed round by round on demand")
	d.Series = nil
	_, err = chartNamed(t, "course").Draw(d, TextWidth)
	assert.ErrorAs(t, err, new(Unfit))
}

// One point of a sweep is drawn as a run is, but for what holds of the scenario as it
// stands.
func TestLoadPoint(t *testing.T) {
	f := files()
	f.Design = Design{Factors: []Factor{{Name: "day", Unit: "days"}}, Points: [][]record.Value{{record.Float(42)}, {record.Float(84)}}}
	d, err := LoadPoint(f, 0)
	require.NoError(t, err)
	assert.Equal(t, "two-sides: day 42", d.Title)
	assert.Empty(t, d.Design.Points)
	for name, want := range map[string]bool{"objections": true, "agreement": true, "utility-space": false, "agenda": false} {
		_, err := chartNamed(t, name).Draw(d, TextWidth)
		assert.Equal(t, want, err == nil, name)
	}
	_, err = LoadPoint(f, 9)
	assert.ErrorContains(t, err, "no row of design point 9")
}
