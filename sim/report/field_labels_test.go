package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/record"
)

// Names of measures, maps, levels and axes stand whole on a slide, where three measures
// of three maps each leave little room for any.
func TestNamesOfMapsAreWhole(t *testing.T) {
	d := fixture()
	d.Mediators = []string{"single-text"}
	var points [][]record.Value
	for _, promised := range []string{"aid", "talks", "defence", "presence"} {
		for _, kept := range numbersFrom(0.1, 0.9, 5) {
			for _, line := range []string{"freeze-contact-line", "zone-reciprocal", "leave-one-region"} {
				points = append(points, []record.Value{record.Text(promised), kept, record.Text(line)})
			}
		}
	}
	d = sweepOf(d, []Factor{{Name: "promised", Label: "What is promised by those who guarantee the text"}, {Name: "kept", Unit: "chance"}, {Name: "line"}}, points,
		func(u []float64, _ int) float64 { return 0.5*u[0] + 0.3*u[1] })
	d.Parties[0].Name, d.Parties[1].Name = "the upper valley", "the lower valley"
	d = renamed(d, map[string]string{"gain.A": "gain.the upper valley", "gain.B": "gain.the lower valley"})
	d.Measures = []string{"agreement", "gain.the upper valley", "gain.the lower valley"}
	figure, err := chartNamed(t, "heat-map").Draw(d, Slide)
	require.NoError(t, err)
	hang(t, figure, "names-slide")
	assert.Empty(t, read(figure))
	r := &reader{up: []bool{false}, size: vg.Point{X: figure.Width, Y: figure.Height}}
	figure.paint(draw.NewCanvas(steady{r}, figure.Width, figure.Height))
	var all []string
	for _, w := range r.texts {
		assert.NotContains(t, w.text, ellipsis)
		all = append(all, w.text)
	}
	assert.Contains(t, all, "presence")
	assert.Contains(t, all, "Promised")
}

// renamed gives measures of the summary other names.
func renamed(d Data, names map[string]string) Data {
	for i, r := range d.Estimates {
		if name, other := names[r.Measure]; other {
			d.Estimates[i].Measure = name
		}
	}
	for i, c := range d.Columns {
		if name, other := names[c.Name]; other {
			d.Columns[i].Name = name
		}
	}
	return d
}
