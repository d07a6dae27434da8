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

func TestStatisticsKeepTenDigits(t *testing.T) {
	for x, want := range map[float64]float64{
		0: 0, 1: 1, -.175: -.175, 2. / 3: .6666666667, 1e-300 / 3: 3.333333333e-301,
		.09625244140: .0962524414, math.Inf(1): math.Inf(1),
		.12345678905:          .1234567891, // half way
		.12345678905 - 2e-16:  .1234567891,
		.12345678905 + 2e-16:  .1234567891,
		-.12345678905 + 2e-16: -.1234567891,
	} {
		got, _ := record.Statistic(x).Number()
		assert.Equal(t, want, got)
	}
}
