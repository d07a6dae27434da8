package report_test

import (
	"bytes"
	"fmt"

	"shuttle/sim/report"
)

// draw draws the chart of a name and prints what a script would check.
func draw(name string, d report.Data) {
	for _, chart := range report.Charts() {
		if chart.Name != name {
			continue
		}
		figure, err := chart.Draw(d, report.ColumnWidth)
		if err != nil {
			fmt.Println(err)
			return
		}
		var svg, png bytes.Buffer
		if err := figure.WriteSVG(&svg); err != nil {
			fmt.Println(err)
		}
		if err := figure.WritePNG(&png); err != nil {
			fmt.Println(err)
		}
		fmt.Printf("%s, %.0f mm wide, SVG %t, PNG %t\n", figure.Title, figure.Width.Points()/72*25.4, svg.Len() > 0, png.Len() > 0)
	}
}

func Example_utilitySpace() {
	draw("utility-space", report.Data{
		Mediators: []string{"single-text"},
		Parties:   []report.Party{{Name: "A", Belligerent: true, Fallback: 0.3}, {Name: "B", Belligerent: true, Fallback: 0.2}},
		Space: report.Space{
			Frontier: []report.Worths{{0.3, 0.9}, {0.6, 0.7}, {0.9, 0.2}},
			Nash:     report.Worths{0.6, 0.7},
		},
		Paths: []report.Path{{Mediator: "single-text", Drafts: []report.Draft{
			{Number: 1, Round: 1, Worths: report.Worths{0.2, 0.5}}, {Number: 2, Round: 2, Worths: report.Worths{0.5, 0.6}},
		}}},
	})
	// Output: What deals are worth to the two sides, 85 mm wide, SVG true, PNG true
}

func Example_outcomes() {
	draw("outcomes", report.Data{
		Mediators: []string{"none", "single-text"},
		Outcomes: []report.Share{
			{Mediator: "none", Outcome: "holds", Count: 3, N: 50}, {Mediator: "none", Outcome: "stalemate", Count: 47, N: 50},
			{Mediator: "single-text", Outcome: "holds", Count: 21, N: 50}, {Mediator: "single-text", Outcome: "stalemate", Count: 29, N: 50},
		},
		Agreement: []report.Rate{{Mediator: "single-text", Estimate: 0.42, Low: 0.29, High: 0.56, N: 50}},
	})
	// Output: How the talks end, 85 mm wide, SVG true, PNG true
}

func Example_agreement() {
	draw("agreement", report.Data{
		Mediators: []string{"single-text"},
		Agreed: []report.Curve{{
			Mediator: "single-text", N: 50, Round: []int{1, 2}, Day: []float64{7, 14},
			Share: []float64{0, 0.42}, Low: []float64{0, 0.29}, High: []float64{0.07, 0.56},
		}},
	})
	// Output: Agreement reached, by round, 85 mm wide, SVG true, PNG true
}

func Example_objections() {
	draw("objections", report.Data{
		Mediators: []string{"single-text"},
		Parties:   []report.Party{{Name: "A", Belligerent: true}, {Name: "B", Belligerent: true}},
		Clauses:   []string{"land", "arms"},
		Objections: []report.Objection{
			{Mediator: "single-text", Draft: 1, Clause: "land", Party: "A", Count: 30, N: 50},
			{Mediator: "single-text", Draft: 1, Clause: "arms", Party: "B", Count: 12, N: 50},
		},
	})
	// Output: Objections by clause and draft, 85 mm wide, SVG true, PNG true
}

// Data that cannot make a chart are an error in words, never an empty picture.
func Example_missing() {
	draw("agreement", report.Data{Mediators: []string{"none"}})
	// Output: chart agreement: the result holds no agreement shares by round
}
