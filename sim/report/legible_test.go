package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestLegibleDesign(t *testing.T) {
	g := Design{
		Factors: []Factor{{Name: "底线"}, {Name: "seat"}, {Name: "порог"}},
		Points: [][]record.Value{
			{record.Float(1), record.Text("排除"), record.Text("да")},
			{record.Float(2), record.Text("seated"), record.Text("нет")},
			{record.Float(2), record.Text("排除"), record.Text("да")},
		},
	}
	written, full := g.legible()
	assert.Equal(t, []string{"“factor 1” is “底线”", "“level 1 of seat” is “排除”"}, full)
	assert.Equal(t, []Factor{{Name: "factor 1"}, {Name: "seat"}, {Name: "порог"}}, written.Factors)
	assert.Equal(t, []record.Value{record.Float(2), record.Text("level 1"), record.Text("да")}, written.Points[2])
	assert.Equal(t, "底线", g.Factors[0].Name, "what was given stays as it is")
}

// A measure of a side whose name the font lacks says which side it means.
func TestMeasuresOfSidesInOtherLetters(t *testing.T) {
	data := foreign()
	assert.Equal(t, "Gain of party 2", data.measure("gain.الطرف الثاني").words)
	figure, err := chartNamed(t, "strategies").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "“party 1” is “甲方”")
	assert.Contains(t, figure.Warnings, otherLetters)
}

func TestArmsAreNamedByWhatVaries(t *testing.T) {
	d := Data{Mediators: []string{"none"}, Design: Design{
		Factors: []Factor{{Name: "fixed"}, {Name: "floor"}},
		Points:  [][]record.Value{{record.Float(1), record.Float(0.2)}, {record.Float(1), record.Float(0.5)}},
	}}
	assert.Equal(t, "floor 0.5", d.armName(arm{1, "none"}))
}
