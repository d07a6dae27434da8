package report_test

import (
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// sweep is a made-up sweep: what comes out is a rule of the levels.
func sweep(rule func(levels []float64) float64, names []string, points ...[]float64) report.Data {
	d := report.Data{Mediators: []string{"single-text"}, Runs: 50}
	for _, n := range names {
		d.Design.Factors = append(d.Design.Factors, report.Factor{Name: n, Unit: "share"})
	}
	for i, p := range points {
		var levels []record.Value
		for _, v := range p {
			levels = append(levels, record.Float(v))
		}
		d.Design.Points = append(d.Design.Points, levels)
		d.Estimates = append(d.Estimates, estimate(i, "single-text", "joint_gain", rule(p), 0.01))
	}
	return d
}

func sum(levels []float64) float64 {
	total := 0.0
	for i, v := range levels {
		total += v / float64(i+1)
	}
	return total
}

func Example_lines() {
	draw("lines", sweep(sum, []string{"credibility"}, []float64{0}, []float64{0.5}, []float64{1}))
	// Output: What depends on “credibility”, 85 mm wide, SVG true, PNG true
}

func Example_heatMap() {
	draw("heat-map", sweep(sum, []string{"credibility", "line"}, []float64{0, 0}, []float64{0, 1}, []float64{1, 0}, []float64{1, 1}))
	// Output: What depends on “credibility” and “line”, 85 mm wide, SVG true, PNG true
}

func Example_tornado() {
	draw("tornado", sweep(sum, []string{"credibility", "line", "haste"},
		[]float64{0.5, 0.5, 0.5}, []float64{1, 0.5, 0.5}, []float64{0.5, 1, 0.5}, []float64{0.5, 0.5, 1}))
	// Output: Which assumption moves the result, 85 mm wide, SVG true, PNG true
}

func Example_effects() {
	draw("effects", sweep(sum, []string{"credibility", "line", "haste"},
		[]float64{0, 0, 0}, []float64{1, 0, 0}, []float64{1, 1, 0}, []float64{1, 1, 1}, []float64{0, 1, 1}, []float64{0, 0, 1}))
	// Output: How much and how evenly each assumption acts, 85 mm wide, SVG true, PNG true
}
