package agenda_test

import (
	"fmt"
	"strings"

	"shuttle/agents/agenda"
)

// Every deal over a small agenda, in document order: the last issue runs fastest.
func Example() {
	zone := agenda.Tiers("none", "5 km", "20 km")
	zone[1].Features.Verification = .3
	zone[2].Features.Verification = .8
	a := &agenda.Agenda{
		Issues: []agenda.Issue{
			{Name: "crossing", Levels: agenda.YesNo()},
			{Name: "zone", Levels: zone},
		},
		Pillars:   []string{agenda.Guarantees},
		Documents: []string{"ceasefire"},
	}
	var d agenda.Deal
	for more := true; more; more = a.Next(&d) {
		fmt.Printf("%s: verification %.1f\n", strings.Join(a.Labels(&d), ", "), a.Promise(&d).Verification)
	}
	// Output:
	// no, none: verification 0.0
	// no, 5 km: verification 0.3
	// no, 20 km: verification 0.8
	// yes, none: verification 0.0
	// yes, 5 km: verification 0.3
	// yes, 20 km: verification 0.8
}

// A ladder of amounts holds both ends.
func ExampleRange() {
	days, err := agenda.Range(0, 100, 30)
	for _, l := range days {
		fmt.Print(l.Label, " ")
	}
	fmt.Println(err)
	// Output: 0 30 60 90 100 <nil>
}

// A history keeps what was on the table, and the clauses that are still open.
func ExampleHistory() {
	h := agenda.NewHistory(10, 10)
	h.Table(&agenda.Deal{0, 0}, agenda.Mediator, 1)
	h.Table(&agenda.Deal{0, 2}, agenda.Mediator, 2)
	h.Object(0, 1)
	for _, d := range h.Drafts {
		fmt.Println("draft", d.Number, "open clauses:", d.Open.Len())
	}
	// Output:
	// draft 1 open clauses: 0
	// draft 2 open clauses: 2
}
