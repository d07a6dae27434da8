package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMany(t *testing.T) {
	assert.Equal(t, "10,497,600", many(10_497_600))
	assert.Equal(t, "1.27e+30", many(1.2676506e30))
}

func TestDecimals(t *testing.T) {
	assert.Equal(t, "0.000", decimals(-7.56e-07, 3), "no minus zero, no powers of ten")
	assert.Equal(t, "-0.001", decimals(-0.0006, 3))
	assert.Equal(t, "0.800", decimals(0.8, 3))
}
