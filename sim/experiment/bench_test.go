package experiment

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func BenchmarkRun(b *testing.B) {
	for _, name := range []string{"textbook", "miami"} {
		a := one(compiled(b, name))
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", name, workers), func(b *testing.B) {
				b.ReportAllocs()
				runs := max(b.N, 64) // a benchmark's op is a run
				err := Run(context.Background(), Plan{Arms: []Arm{a}, Runs: runs}, workers, Sink{Row: func(record.Row) error { return nil }})
				require.NoError(b, err)
			})
		}
	}
}
