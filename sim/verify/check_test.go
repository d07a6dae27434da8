package verify_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/verify"
)

func shipped(name string) ([]byte, error) { return os.ReadFile("../../configs/verify/" + name) }

// Every row of the shipped files holds.
func TestTheModelHolds(t *testing.T) {
	if testing.Short() {
		t.Skip("millions of runs")
	}
	lab := verify.NewLab(shipped, false, 1)
	for _, c := range verify.Checks() {
		t.Run(c.ID+" "+c.Mechanism, func(t *testing.T) {
			for i := range c.Trials() {
				rows, err := c.Play(lab, i)
				require.NoError(t, err)
				for _, r := range rows {
					t.Logf("%-90s %.6f  %.6f [%.6f, %.6f] %s", r.What, r.Expected, r.Simulated, r.Low, r.High, r.Verdict())
					assert.True(t, r.Agrees(), "%s: want %v, got %v", r.What, r.Expected, r.Simulated)
				}
			}
		})
	}
}
