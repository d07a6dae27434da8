package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/record"
)

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {.5, "0.500"}, {-.0123456, "-0.0123"}, {9, "9.00"}, {12.345, "12.3"}, {182, "182"}, {99_999, "99999"},
		{1e5, "1e+05"}, {.00005, "5e-05"}, {1e-300, "1e-300"},
	} {
		assert.Equal(t, tt.want, number(tt.x))
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		share float64
		want  string
	}{{0, "0.0%"}, {1, "100.0%"}, {.0001, "<0.1%"}, {.9999, ">99.9%"}, {.2934, "29.3%"}} {
		assert.Equal(t, tt.want, percent(tt.share))
	}
	assert.Equal(t, "–", percents(nil))
	assert.Equal(t, "10.0% to 20.0%", percents(&record.Interval{Low: .1, High: .2}))
}

func TestCounts(t *testing.T) {
	assert.Equal(t, "7", thousands(7))
	assert.Equal(t, "1,000", thousands(1000))
	assert.Equal(t, "12,345,678", thousands(12_345_678))
	assert.Equal(t, "10,497,600", many(10_497_600))
	assert.Equal(t, "1.27e+30", many(1.2676506e30))
	assert.Equal(t, "1 number", plural(1, "number", "numbers"))
	assert.Equal(t, "0 numbers", plural(0, "number", "numbers"))
}

func TestSentence(t *testing.T) {
	assert.Equal(t, "", sentence(""))
	assert.Equal(t, "A text.", sentence("a text"))
	assert.Equal(t, "A text.", sentence("a text."))
}

func TestDecimals(t *testing.T) {
	assert.Equal(t, "0.000", decimals(-7.56e-07, 3), "no minus zero, no powers of ten")
	assert.Equal(t, "-0.001", decimals(-0.0006, 3))
	assert.Equal(t, "0.800", decimals(0.8, 3))
}
