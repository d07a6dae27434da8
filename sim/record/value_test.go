package record_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/record"
)

func TestValueGivesBackWhatItWasMadeOf(t *testing.T) {
	assert.Equal(t, int64(math.MinInt64), record.Int(math.MinInt64).Int())
	assert.Equal(t, "a,b", record.Text("a,b").Text())
	assert.True(t, record.Flag(true).Flag())
	assert.False(t, record.Flag(false).Flag())
	assert.True(t, record.Null().IsNull())
	assert.Equal(t, record.Value{}, record.Null())
}

func TestNumber(t *testing.T) {
	for name, c := range map[string]struct {
		value record.Value
		want  float64
		given bool
	}{
		"int":   {record.Int(-3), -3, true},
		"float": {record.Float(2.5), 2.5, true},
		"yes":   {record.Flag(true), 1, true},
		"no":    {record.Flag(false), 0, true},
		"text":  {record.Text("7"), 0, false},
		"null":  {record.Null(), 0, false},
	} {
		got, given := c.value.Number()
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, c.given, given, name)
	}
}

func TestOtherKindsAreZero(t *testing.T) {
	assert.Zero(t, record.Float(3).Int())
	assert.Zero(t, record.Int(3).Text())
	assert.False(t, record.Int(1).Flag())
}

func TestMakingValuesDoesNotAllocate(t *testing.T) {
	row := make(record.Row, 4)
	text := "single-text"
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		row[0], row[1], row[2], row[3] = record.Int(7), record.Float(.5), record.Text(text), record.Flag(true)
	}))
}

func TestSchemaReportsAllFaults(t *testing.T) {
	err := record.Schema{
		{Name: "a", Kind: record.KindInt},
		{Name: "", Kind: record.KindInt},
		{Name: "a", Kind: record.KindText},
		{Name: "b"},
	}.Validate()
	assert.ErrorContains(t, err, "column 2 has no name")
	assert.ErrorContains(t, err, `columns 1 and 3 are both named "a"`)
	assert.ErrorContains(t, err, `column "b": no column can be of kind null`)
	assert.ErrorContains(t, record.Schema{}.Validate(), "no columns")
}
