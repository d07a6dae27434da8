package page

import (
	"fmt"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report"
	"shuttle/sim/report/words"
)

// hostile are names that a page must show as they are and do nothing else with.
const (
	tag     = `<script>alert("A")</script>`
	quoted  = `B' " & <b>` + "`${x}`"
	arabic  = "الطرف الأول"
	chinese = "第二方"
)

var long = strings.Repeat("VeryLongNameWithoutAnyBreak", 8)

// made is a made-up result of parties with these names.
func made(command string, mediators []string, points int, parties ...string) Data {
	d := Data{
		Command: command, Question: "What comes of it?", Runs: 50,
		Case:     record.Case{Name: "made-up", Title: "A made-up case", ZoneN: 50, ZoneShare: .5, ZoneLow: .4, ZoneHigh: .6},
		Outcomes: []Term{{Name: "holds", Text: "signed, and the peace holds"}, {Name: "stalemate", Text: "no text moved"}},
		Measures: []Term{{Name: "agreement", Text: "signed by all who must"}, {Name: "gain.<party>", Unit: "worth", Text: "above the fallback"},
			{Name: "joint_gain", Unit: "worth", Text: "sum of gains"}, {Name: "expected_peace_5y", Unit: "share", Text: "chance that it holds"}},
		Switches: []Switch{{Name: "commitment", Summary: "Peace may not hold.", Source: "Fearon 1995", State: On}, {Name: "noise", Summary: "Garbled offers.", State: Off}},
		Origin: Origin{Version: "v1", Revision: "abc", Date: "1 January 2026", Seed: 7, ConfigHash: strings.Repeat("0f", 32),
			Commands: []string{"shuttle run config.yaml --runs 50 --seed 7 --out again"}, Files: []File{{"runs.csv", strings.Repeat("1e", 32), 4096}}},
	}
	for i, p := range parties {
		d.Case.Parties = append(d.Case.Parties, record.CaseParty{Name: p, Role: "belligerent", Belligerent: i < 2, Fallback: .3})
		d.Case.Assumptions = append(d.Case.Assumptions,
			record.Assumption{Path: "parties[" + p + "].fallback.base", Unit: "worth", Basis: "assumption", Note: "about " + p, Lo: .2, Base: .3, Hi: .4, Shape: "triangular"},
			record.Assumption{Path: "parties[" + p + "].discount", Unit: "per year", Basis: "source", Source: "Somebody 1999", Lo: .05, Base: .05, Hi: .05, Shape: "fixed"})
		d.Case.Issues = append(d.Case.Issues, record.CaseIssue{Name: "land of " + p, Pillar: "territory", Levels: []string{"none", "all"},
			Worth: []record.IssueWorth{{Party: p, Span: .25}}})
	}
	for _, m := range mediators {
		d.Mediators = append(d.Mediators, Mediator{Name: m, Summary: "does " + m, Oracle: strings.HasPrefix(m, "oracle/")})
	}
	if points > 1 {
		d.Design.Factors = []Factor{{Name: "noise", Role: "uncertainty", Paths: []string{"mechanisms.noise"}, Levels: "0 to 1"}}
	}
	for point := range points {
		if points > 1 {
			d.Design.Points = append(d.Design.Points, []string{fmt.Sprintf("%g", float64(point)/float64(points))})
		}
		for k, m := range mediators {
			d.estimates(point, m, .2+.1*float64(k), parties)
		}
		d.differences(point, mediators)
	}
	return d
}

// estimates adds the lines of the summary of a point under a mediator.
func (d *Data) estimates(point int, mediator string, agreement float64, parties []string) {
	add := func(measure, method string, n int, x float64) {
		r := record.SummaryRow{Point: point, Mediator: mediator, Measure: measure, N: n, Estimate: x, Method: method}
		if n > 1 {
			r.Interval = &record.Interval{Low: x - .05, High: x + .05}
		}
		d.Summary = append(d.Summary, r)
	}
	signed := int(50 * agreement)
	add("agreement", analysis.MethodWilson, 50, agreement)
	for _, p := range parties {
		add("gain."+p, analysis.MethodBCa, signed, agreement/2)
	}
	add("joint_gain", analysis.MethodBCa, signed, agreement)
	add("expected_peace_5y", analysis.MethodBCa, signed, .8)
	add("outcome.holds", analysis.MethodWilson, 50, agreement)
	add("outcome.stalemate", analysis.MethodWilson, 50, 1-agreement)
}

// differences adds the lines of the comparison at a point: the first of two mediators
// has less, unless it is the third that is compared.
func (d *Data) differences(point int, mediators []string) {
	for i, a := range mediators {
		for k, b := range mediators[i+1:] {
			holm := .001
			if k > 0 {
				holm = .5
			}
			for _, measure := range []string{"agreement", "joint_gain"} {
				d.Comparison = append(d.Comparison, record.ComparisonRow{Point: point, Measure: measure, A: a, B: b, N: 40, Estimate: -.1,
					Interval: &record.Interval{Low: -.15, High: -.05}, P: holm / 2, Holm: holm, Effect: -1, Ratio: 2, Method: analysis.MethodPairedMean,
					Verdict: b + " has " + words.Label(measure) + " higher by 0.100 than " + a + ", 95% interval 0.0500 to 0.150, n = 40 pairs"})
			}
		}
	}
}

// drawn draws the outcomes of a made-up result.
func withFigures(d Data) (Data, error) {
	data, err := report.Load(report.Files{Case: d.Case, Summary: d.Summary}, 0)
	if err != nil {
		return d, err
	}
	for _, c := range report.Charts() {
		if c.Name == "outcomes" {
			f, err := c.Draw(data, report.TextWidth)
			if err != nil {
				return d, err
			}
			small, err := c.Draw(data, report.ColumnWidth)
			if err != nil {
				return d, err
			}
			d.Figures = append(d.Figures, Figure{f, &small}, Figure{Figure: f})
		}
	}
	return d, nil
}
