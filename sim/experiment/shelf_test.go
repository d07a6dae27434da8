package experiment

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShelfKeepsTheFirstArms(t *testing.T) {
	var s shelf
	made := map[int]int{}
	compile := func(i int) (Arm, error) {
		made[i]++
		return Arm{Point: i}, nil
	}
	for range 2 {
		for i := range mostKept + 3 {
			a, err := s.arm(i, compile)
			require.NoError(t, err)
			assert.Equal(t, i, a.Point)
		}
	}
	assert.Equal(t, 1, made[0])
	assert.Equal(t, 1, made[mostKept-1])
	assert.Equal(t, 2, made[mostKept], "the shelf is full")
	_, err := s.arm(-1, func(int) (Arm, error) { return Arm{}, errors.New("why") })
	assert.EqualError(t, err, "why")
}
