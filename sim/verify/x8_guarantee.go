package verify

import (
	"fmt"
	"math"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// guarantee is X8: when a side signs a peace that may not hold, what guarantee it
// needs, and what the peace that the clock then gives it is worth.
func guarantee() Check {
	c := Check{ID: "X8", Mechanism: "peace that may not hold", Source: "renewal value, after Fearon 1995 and Walter 1997",
		Finds:  "an error in how a side prices a peace that may not hold, and in the clock that ends it",
		Misses: "whether sides price it so, and clocks that do not run evenly",
	}
	at := file("x8-guarantee")
	edge := func(what, unit, path string, high, expected float64) trial {
		return func(l *Lab) ([]Row, error) {
			x, err := border(0, high, func(x float64) (bool, error) { return l.signs(at.with(put(path, x))) })
			return []Row{exact(what, unit, expected, x, 1e-4, halvings)}, err
		}
	}
	c.trials = []trial{
		edge("highest rate of collapse that A signs at", "per year", "durability.rate", .4, .133333),
		edge("least guarantee that A signs with, at 0.4 a year", "share", "issues[guarantee].levels[promised].strength", 1, .549306),
	}
	for _, r := range []struct{ rate, value float64 }{{.02, 1.121429}, {.1, 1.016667}, {.2, .98}} {
		c.trials = append(c.trials, func(l *Lab) ([]Row, error) {
			value, err := l.own(fmt.Sprint(r.rate)).realised(at, r.rate)
			if err != nil {
				return nil, err
			}
			row := sampled(fmt.Sprintf("twice the yearly value of the peace that came about, at %v a year", r.rate), "worth", r.value, value, tail)
			row.Note = "after a hundred years the peace is taken to last"
			return []Row{row}, nil
		})
	}
	return c
}

// tail is what peace beyond the years watched may add.
const tail = 5e-4

// realised is twice r·∫ e^(−rt) of what A lives through: peace until the clock ends it,
// then the loss and its fallback for good. A signs whatever the deal is worth.
func (l *Lab) realised(at setting, rate float64) (*tally, error) {
	var numbers [4]float64 // discount, loss, fallback, watch
	for i, path := range []string{"parties[A].discount", "parties[A].loss.stock", "parties[A].fallback.base", "durability.watch"} {
		x, err := l.value(at, path)
		if err != nil {
			return nil, err
		}
		numbers[i] = x
	}
	discount, loss, fallback, watch := numbers[0], numbers[1], numbers[2], numbers[3]
	flow := math.NaN() // of peace, without the risk to it
	err := l.play(at.with("mechanisms.commitment=false"), 1, func(s *scenario.Scenario, o *talks.Outcome) { flow = o.Worth[seat(s, "A")] })
	if err != nil {
		return nil, err
	}
	var t tally
	err = l.play(at.with(put("durability.rate", rate), "parties[A].fallback.base=-10"), l.draws(), func(_ *scenario.Scenario, o *talks.Outcome) {
		left := 0.0
		if o.Signed && o.Peace < watch {
			left = math.Exp(-discount * o.Peace)
		}
		t.add(2 * (flow*(1-left) + left*(fallback-discount*loss)))
	})
	return &t, err
}
