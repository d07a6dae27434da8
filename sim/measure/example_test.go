package measure_test

import (
	"fmt"
	"os"

	"shuttle/sim/document"
	"shuttle/sim/measure"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// The textbook case has two issues that the sides value differently. Best for both is
// to trade them whole.
func ExampleSolve() {
	text, err := os.ReadFile("../../configs/textbook.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := document.Parse("textbook.yaml", text)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := scenario.Compile(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	t := talks.NewTable(s.Case)
	solved := measure.Solve(t, measure.Options{})
	fmt.Println("deals:", solved.Outcomes)
	fmt.Println("Nash:", s.Case.Agenda.Labels(&solved.Nash.Deal), solved.Nash.Utilities)
	zone := measure.NewFinder(t, measure.Search{Widest: true}).Find()
	fmt.Printf("zone of agreement: %v, up to %.1f each\n", zone.Exists == measure.Yes, zone.Slack)
	// Output:
	// deals: 6561
	// Nash: [1 0] [0.8 0.8]
	// zone of agreement: true, up to 0.5 each
}
