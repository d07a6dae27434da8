package measure

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// On small cases the span is that of all deals.
func TestSpanIsThatOfAllDeals(t *testing.T) {
	cases := uint64(20)
	if testing.Short() {
		cases = 2 // much work on one goroutine
	}
	for seed := range cases {
		table := table(t, small(t, seed))
		weights := make([]float64, len(table.Parties))
		for i := range weights {
			weights[i] = float64(i%3) - .5
		}
		want := Span{Low: math.Inf(1), High: math.Inf(-1)}
		var d agenda.Deal
		for more := true; more; more = table.Agenda.Next(&d) {
			sum := 0.0
			for i, p := range table.Parties {
				sum += weights[i] * p.Worth(&d)
			}
			want.Low, want.High = min(want.Low, sum), max(want.High, sum)
		}
		got := FindSpan(table, weights)
		assert.InDelta(t, want.Low, got.Low, 1e-9, "seed %d", seed)
		assert.InDelta(t, want.High, got.High, 1e-9, "seed %d", seed)
		assert.Equal(t, got, FindSpan(table, weights), "the same every time")
	}
}

func TestPlace(t *testing.T) {
	s := Span{Low: -1, High: 3}
	assert.Equal(t, 0., s.Place(-1))
	assert.Equal(t, .75, s.Place(2))
	assert.Equal(t, 1., Span{Low: 2, High: 2}.Place(2))
}
