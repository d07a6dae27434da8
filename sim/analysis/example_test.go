package analysis_test

import (
	"fmt"

	"shuttle/sim/analysis"
)

func ExampleWilson() {
	at, err := analysis.Wilson(314, 1000, .95)
	fmt.Printf("%.3f to %.3f, %v\n", at.Low, at.High, err)
	// Output: 0.286 to 0.343, <nil>
}

func ExampleKaplanMeier() {
	curve, err := analysis.KaplanMeier([]analysis.Spell{
		{Time: 4, Event: true}, {Time: 7, Event: true}, {Time: 9, Event: true}, {Time: 12, Event: false},
	}, analysis.LogLog, .95)
	median, reached := curve.Median()
	fmt.Println(median, reached, err)
	// Output: 8 true <nil>
}
