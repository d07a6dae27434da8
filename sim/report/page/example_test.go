package page_test

import (
	"fmt"
	"regexp"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/page"
)

// A result becomes a page; here are the first words of its answer.
func ExampleWrite() {
	var html strings.Builder
	err := page.Write(&html, page.Data{
		Command:   "run",
		Case:      record.Case{Title: "Two issues to trade"},
		Mediators: []page.Mediator{{Name: "single-text"}},
		Runs:      100,
		Summary: []record.SummaryRow{
			{Mediator: "single-text", Measure: "agreement", N: 100, Estimate: 0.4, Interval: &record.Interval{Low: 0.309, High: 0.498}, Method: "wilson"},
		},
	})
	fmt.Println(err)
	fmt.Println(regexp.MustCompile(`Under [^<]*`).FindString(html.String()))
	// Output:
	// <nil>
	// Under single-text, every party whose signature is needed signed a text in 40.0% (95% interval 30.9% to 49.8%) of 100 runs.
}
