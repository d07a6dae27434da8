package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// A sweep is answered by its two ends, never by a range that reads as an interval, and
// by what each factor changes alone.
func TestSweepsAreAnsweredByTheirEnds(t *testing.T) {
	d := made("sweep", []string{"learner"}, 4, "A", "B")
	d.Design.Factors = append(d.Design.Factors, Factor{Name: "horizon", Unit: "days"})
	d.Design.Points = [][]string{{"0", "90"}, {"0", "180"}, {"1", "90"}, {"1", "180"}}
	for i := range d.Summary {
		if r := &d.Summary[i]; r.Measure == "agreement" {
			r.Estimate = []float64{.3, .2, .4, .35}[r.Point]
		}
	}
	for point := 1; point < 4; point++ {
		d.Points = append(d.Points, record.PointRow{Mediator: "learner", ComparisonRow: record.ComparisonRow{Point: point, Measure: "agreement",
			N: 50, Estimate: .1 * float64(point), Interval: &record.Interval{Low: .05, High: .4}, Holm: .01, Method: analysis.MethodPairedShare}})
	}
	page := body(written(t, d))
	assert.Contains(t, page, "Agreement is least frequent at noise 0, horizon 180 days: 20.0% (95% interval")
	assert.Contains(t, page, "It is most frequent at noise 1, horizon 90 days: 40.0% (95% interval")
	assert.Contains(t, page, "Joint gain of signed texts: 0.200")
	assert.Contains(t, page, "noise 1 instead of 0: agreement 20.0 points higher (95% interval 5.00 to 40.0, n\u00a0=\u00a050 pairs).")
	assert.Contains(t, page, "horizon 180 days instead of 90 days: agreement 10.0 points higher")
	assert.NotContains(t, page, "20.0% to 40.0%")
}

func TestWarningsStandBesideTheNumbersOnce(t *testing.T) {
	d := made("run", []string{"none"}, 1, "A", "B")
	d.Warnings = []string{"joint_gain: too few", "joint_gain: too few", "b", "c", "d"}
	_, tables, _ := strings.Cut(body(written(t, d)), `<section id="tables"`)
	tables, rest, _ := strings.Cut(tables, "</section>")
	assert.Equal(t, 1, strings.Count(tables, "Joint gain: too few."))
	assert.Contains(t, tables, "1 more warning stands below")
	assert.Contains(t, rest, `<li dir="auto">D.</li>`)
}

// A hash says of which file of the result it is.
func TestHashesAreOfFiles(t *testing.T) {
	d := made("run", []string{"none"}, 1, "A", "B")
	d.Origin.ConfigHash = d.Origin.Files[0].SHA256
	assert.Contains(t, body(written(t, d)), d.Origin.ConfigHash+", of runs.csv</dd>")
	d = made("sweep", []string{"none"}, 2, "A", "B")
	d.Origin.Files = append(d.Origin.Files, File{"config.yaml", "c0", 1}, File{"experiment.yaml", "e0", 1})
	page := body(written(t, d))
	assert.Contains(t, page, "c0, of config.yaml</dd>")
	assert.Contains(t, page, "e0, of experiment.yaml</dd>")
	assert.Contains(t, page, d.Origin.ConfigHash+", of the hash of config.yaml in hex followed by the text of experiment.yaml")
}

func TestFiguresThatAnswerComeFirst(t *testing.T) {
	for command, want := range map[string]string{
		"run":     "outcomes agreement lines load utility-space agenda",
		"compare": "outcomes agreement lines load utility-space agenda",
		"sweep":   "lines outcomes agreement load utility-space agenda",
	} {
		b := builder{Data: Data{Command: command}}
		for _, name := range strings.Fields("utility-space agreement agenda lines outcomes load") {
			b.Figures = append(b.Figures, Figure{Figure: report.Figure{Name: name}})
		}
		var got []string
		for _, f := range b.ordered() {
			got = append(got, f.Name)
		}
		assert.Equal(t, want, strings.Join(got, " "), command)
	}
}
