package report_test

import (
	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// estimate is a line of a summary.
func estimate(point int, mediator, measure string, v, half float64) record.SummaryRow {
	return record.SummaryRow{Point: point, Mediator: mediator, Measure: measure, N: 50, Estimate: v, Interval: &record.Interval{Low: v - half, High: v + half}}
}

func Example_strategies() {
	draw("strategies", report.Data{
		Mediators: []string{"none", "single-text"}, Runs: 50,
		Estimates: []record.SummaryRow{
			estimate(0, "none", "joint_gain", 0.05, 0.01), estimate(0, "single-text", "joint_gain", 0.08, 0.01),
		},
	})
	// Output: Agreement, gains and five years’ peace by mediator, 85 mm wide, SVG true, PNG true
}

func Example_differences() {
	draw("differences", report.Data{
		Mediators: []string{"none", "single-text"}, Runs: 50,
		Differences: []record.ComparisonRow{{
			Measure: "joint_gain", A: "none", B: "single-text", N: 12, Estimate: -0.03, Interval: &record.Interval{Low: -0.05, High: -0.01}, P: 0.004, Holm: 0.004,
		}},
	})
	// Output: What each mediator changes, run by run, 85 mm wide, SVG true, PNG true
}

// gather gathers made-up runs: every second one is signed.
func gather(mediators ...string) []report.Ends {
	g := report.NewGatherer([]string{"mediator", "outcome", "agreement", "zone", "day", "expected_peace_5y", "peace"})
	for _, m := range mediators {
		for i := range 40 {
			x := float64(i)
			if i%2 == 0 {
				g.Add(record.Row{record.Text(m), record.Text("stalemate"), record.Flag(false), record.Flag(i%4 == 0)})
				continue
			}
			g.Add(record.Row{record.Text(m), record.Text("collapsed"), record.Flag(true), record.Flag(true),
				record.Float(60 + x), record.Float(0.5 + 0.01*float64(i%7)), record.Float(x / 10)})
		}
	}
	return g.Ends()
}

func Example_tradeOff() {
	draw("trade-off", report.Data{Mediators: []string{"none", "single-text"}, Runs: 40, Ends: gather("none", "single-text")})
	// Output: Delay against durability, 85 mm wide, SVG true, PNG true
}

func Example_survival() {
	draw("survival", report.Data{Mediators: []string{"none"}, Runs: 50, Ends: []report.Ends{{
		Mediator: "none", Runs: 50, Signed: 6,
		Peaces: []analysis.Spell{{Time: 1, Event: true}, {Time: 2.5, Event: true}, {Time: 5}, {Time: 5}, {Time: 5}, {Time: 5}},
	}}})
	// Output: How long the peace lasts, 85 mm wide, SVG true, PNG true
}

func Example_breach() {
	draw("breach", report.Data{Mediators: []string{"none"}, Runs: 50, Ends: []report.Ends{{
		Mediator: "none", Runs: 50, Signed: 20, Collapsed: 7, Breaks: []report.Break{{Step: "withdrawal", Party: "A", Count: 4}, {Step: "ceasefire", Party: "B", Count: 1}},
	}}})
	// Output: Where signed texts broke, 85 mm wide, SVG true, PNG true
}

func Example_calibration() {
	draw("calibration", report.Data{Mediators: []string{"none"}, Runs: 50, Ends: []report.Ends{{
		Mediator: "none", Runs: 50, Announced: []report.Told{{}, {Sum: 6, N: 20, Signed: 4}, {Sum: 10, N: 20, Signed: 9}, {}, {Sum: 9, N: 10, Signed: 8}},
	}}})
	// Output: What is announced and what follows, 85 mm wide, SVG true, PNG true
}

func Example_funnel() {
	draw("funnel", report.Data{Mediators: []string{"none"}, Runs: 40, Ends: gather("none")})
	// Output: From a possible deal to a peace that holds, 85 mm wide, SVG true, PNG true
}

func Example_agenda() {
	draw("agenda", report.Data{
		Parties: []report.Party{{Name: "A", Belligerent: true}, {Name: "B", Belligerent: true}},
		Issues: []record.CaseIssue{{Name: "land", Levels: []string{"none", "all"}, Worth: []record.IssueWorth{
			{Party: "A", Span: 0.4, Levels: []float64{0, 0.4}}, {Party: "B", Span: 0.3, Levels: []float64{0.3, 0}},
		}}},
	})
	// Output: What each issue is worth to whom, 85 mm wide, SVG true, PNG true
}

// course is a series of three rounds.
func course(name string, mean ...float64) report.Series {
	s := report.Series{Mediator: "none", Name: name, Mean: mean, Low: mean, High: mean}
	for i := range mean {
		s.Round, s.Day, s.N = append(s.Round, i+1), append(s.Day, 7*float64(i+1)), append(s.N, 50)
	}
	return s
}

func Example_narrative() {
	draw("narrative", report.Data{Mediators: []string{"none"}, Runs: 50,
		Series: []report.Series{course("narrative", 0.6, 0.65, 0.7), course("closeness", 0.2, 0.3, 0.6)}})
	// Output: What is said and how close the sides are, 85 mm wide, SVG true, PNG true
}

func Example_load() {
	draw("load", report.Data{Mediators: []string{"none"}, Runs: 50, Series: []report.Series{course("load", 3, 5, 4)}})
	// Output: What the mediator has to carry, 85 mm wide, SVG true, PNG true
}

func Example_course() {
	draw("course", report.Data{Mediators: []string{"none"}, Runs: 50, Series: []report.Series{course("momentum", 0.1, 0, -0.1), course("trust", 0.4, 0.42, 0.5)}})
	// Output: What goes on around the talks, 85 mm wide, SVG true, PNG true
}
