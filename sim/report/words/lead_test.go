package words

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// rivals are three mediators of rising agreement, with these p-values of their pairs.
func rivals(holm ...float64) Rivals {
	r := Rivals{Names: []string{"none", "carrots", "mixed"}, Unit: func(string) string { return "worth" }}
	for i, name := range r.Names {
		x := .1 * float64(i+1)
		r.Summary = append(r.Summary, record.SummaryRow{Mediator: name, Measure: "agreement", N: 400, Estimate: x,
			Interval: &record.Interval{Low: x - .05, High: x + .05}, Method: analysis.MethodWilson})
	}
	for i, pair := range [][2]string{{"none", "carrots"}, {"none", "mixed"}, {"carrots", "mixed"}} {
		for measure, method := range map[string]string{"agreement": analysis.MethodPairedShare, "joint_gain": analysis.MethodPairedMean} {
			row := record.ComparisonRow{Measure: measure, A: pair[0], B: pair[1], N: 90, Estimate: .01 * float64(i+1),
				Interval: &record.Interval{Low: .005, High: .06}, Holm: holm[i], Method: method}
			r.Pairs = append(r.Pairs, row)
		}
	}
	return r
}

func TestLead(t *testing.T) {
	const most = "Agreement is most frequent under mixed, in 30.0% (95% interval 25.0% to 35.0%) of 400 runs, and least frequent under “none”, in 10.0% (95% interval 5.0% to 15.0%)"
	for _, tt := range []struct {
		name string
		holm []float64
		want []string
	}{
		{"all apart", []float64{.001, .001, .001}, []string{most + ".",
			"What that costs, in the runs signed under both: against carrots, joint gain under mixed is 0.0300 units of worth lower (95% interval 0.00500 to 0.0600, n = 90 pairs), and it is lower than under “none” too.",
			"Of 3 pairs of mediators these runs tell apart 3 in agreement and 3 in joint gain."}},
		{"none apart", []float64{.5, .5, .5}, []string{most + "; these runs cannot tell mixed from “none” and carrots.",
			"What that costs, in the runs signed under both: in joint gain these runs show nobody above mixed.",
			"Of 3 pairs of mediators these runs tell apart 0 in agreement and 0 in joint gain. Not told apart in agreement: “none” and carrots; “none” and mixed; carrots and mixed."}},
	} {
		assert.Equal(t, tt.want, rivals(tt.holm...).Lead(), tt.name)
	}
	alike := rivals(.5, .5, .5)
	for i := range alike.Summary {
		alike.Summary[i].Estimate, alike.Summary[i].Interval = .5, nil
	}
	assert.Equal(t, []string{"Agreement is as frequent under “none”, carrots and mixed: in 50.0% of 400 runs."}, alike.Lead())
	assert.Empty(t, Rivals{Names: []string{"none", "mixed"}}.Lead(), "no run to speak of")
}

func TestManyPairsAreNotAllNamed(t *testing.T) {
	r := Rivals{}
	for i := range 7 {
		r.Pairs = append(r.Pairs, record.ComparisonRow{Measure: "agreement", A: "none", B: fmt.Sprint("m", i), Interval: &record.Interval{}, Holm: 1})
	}
	assert.Equal(t, "Of 7 pairs of mediators these runs tell apart 0 in agreement. Not told apart in agreement: “none” and m0; “none” and m1; “none” and m2; “none” and m3; 3 more.", r.unsettled())
}

func TestChange(t *testing.T) {
	between := &record.Interval{Low: -.06, High: -.02}
	row := func(change func(*record.ComparisonRow)) record.ComparisonRow {
		r := record.ComparisonRow{N: 2000, Estimate: -.04, Interval: between, Holm: .001, Method: analysis.MethodPairedMean}
		change(&r)
		return r
	}
	for _, tt := range []struct {
		name, unit, want string
		row              record.ComparisonRow
	}{
		{"in its unit", "years", "0.0400 years lower (95% interval 0.0200 to 0.0600, n = 2,000 pairs)", row(func(*record.ComparisonRow) {})},
		{"a chance", "share", "4.00 points lower (95% interval 2.00 to 6.00, n = 2,000 pairs)", row(func(*record.ComparisonRow) {})},
		{"a share of runs", "", "4.00 points lower (95% interval 2.00 to 6.00, n = 2,000 pairs)", row(func(r *record.ComparisonRow) { r.Method = analysis.MethodPairedShare })},
		{"the other way round", "years", "0.0400 years higher (95% interval 0.0200 to 0.0600, n = 2,000 pairs)", Turned(row(func(*record.ComparisonRow) {}))},
		{"not told apart", "years", "not told apart (0.0400 years lower, 95% interval 0.0200 to 0.0600, n = 2,000 pairs)", row(func(r *record.ComparisonRow) { r.Holm = .06 })},
		{"nothing", "years", "not told apart (0 years, 95% interval -0.0600 to -0.0200, n = 2,000 pairs)", row(func(r *record.ComparisonRow) { r.Estimate, r.Holm = 0, 1 })},
		{"too few", "years", "not compared, with too few pairs (1)", row(func(r *record.ComparisonRow) { r.N, r.Interval = 1, nil })},
	} {
		assert.Equal(t, tt.want, Change(tt.row, tt.unit), tt.name)
	}
}
