package verify_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/verify"
)

// Facts are told whatever comes out: with an interval that holds the estimate, a class
// that cannot fail the program, and what is missing where they are not reproduced.
func TestFactsAreTold(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	lab := verify.NewLab(shipped, .05, 1)
	told := 0
	for _, c := range verify.Checks() {
		if c.ID[0] != 'E' {
			continue
		}
		for i := range c.Trials() {
			rows, err := c.Play(lab, i)
			require.NoError(t, err)
			assert.False(t, verify.Failed(rows), "a fact fails nothing")
			for _, r := range rows {
				assert.NotEmpty(t, r.Source)
				if r.Class.Decides() {
					continue
				}
				told++
				assert.Contains(t, []string{"reproduced", "NOT reproduced"}, r.Verdict())
				if r.Runs > 0 {
					assert.LessOrEqual(t, r.Low, r.Simulated, r.What)
					assert.GreaterOrEqual(t, r.High, r.Simulated, r.What)
				}
			}
		}
	}
	assert.Equal(t, 60, told)
	assumed, err := lab.Assumed()
	require.NoError(t, err)
	assert.Regexp(t, `Of its \d{3} numbers \d+ are assumptions`, assumed)
}

// What has an exact answer among the facts holds, and fails when the file is another.
func TestHowLongPressureHoldsUpAText(t *testing.T) {
	for _, tt := range []struct {
		open  verify.Open
		fails bool
	}{{shipped, false}, {changed("pressure[0].decay", "0.2"), true}} {
		for _, c := range verify.Checks() {
			if c.ID == "E3" {
				rows, err := c.Play(verify.NewLab(tt.open, 1, 1), 0)
				require.NoError(t, err)
				assert.Equal(t, tt.fails, verify.Failed(rows))
			}
		}
	}
}
