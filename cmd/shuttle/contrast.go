package main

import (
	"fmt"
	"io"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// contrast is what came out of a comparison, ready to be told.
type contrast struct {
	finding
	pairs      []comparisonRow
	robust     *robust     // nil when it was not asked for
	split      *split      // nil too
	adaptation *adaptation // nil too
	scale      ranking
	ranking    []ranked
}

// write tells the comparison as tables and sentences.
func (c *contrast) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.files.Case.Title)
	if c.files.Case.Live {
		fmt.Fprintf(&b, "%s\n", words.Sentence(c.files.Case.Caveat))
	}
	fmt.Fprintf(&b, "\n%s runs under each of %s; master seed %d. Runs of the same number share\ntheir parties and all that happens around the talks.\n\n",
		words.Thousands(c.manifest.Runs/len(c.manifest.Mediators)), strings.Join(c.manifest.Mediators, ", "), c.seed)
	if lead := c.leading(); len(lead) > 0 {
		fmt.Fprintf(&b, "%s\n\n", strings.Join(lead, "\n"))
	}
	b.WriteString(c.valuesTable())
	b.WriteString(c.outcomesTable())
	b.WriteString(c.timesTable())
	b.WriteString("Gains, tilt and expected_peace_5y are of signed texts only, and their differences of pairs signed under\nboth mediators; peace is of all runs, peace_holds of those with a peace. Talks that ended unsigned count as\nunsigned to the end of the horizon.\n\n")
	for _, line := range c.verdicts() {
		fmt.Fprintf(&b, "%s\n", words.Sentence(line))
	}
	b.WriteString(c.pairsTable())
	c.robust.write(&b, c.pairs)
	c.split.write(&b)
	c.adaptation.write(&b)
	b.WriteString(c.rankingTable())
	fmt.Fprintf(&b, "%s\n%s\n", words.Zone(c.files.Case), words.Noise)
	for _, warning := range c.warnings {
		fmt.Fprintf(&b, "Note: %s\n", words.Sentence(warning))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// valuesTable shows agreement beside what it is worth to whom, how long it holds and
// what waiting costs: never one without the others.
func (c *contrast) valuesTable() string {
	measures := c.values()
	return c.byMediator(measures, measures)
}

// values are what always stands beside agreement.
func (f *finding) values() []string {
	measures := []string{"agreement", "joint_gain"}
	each := func(of string) {
		for _, p := range f.files.Case.Parties {
			if p.Belligerent {
				measures = append(measures, of+p.Name)
			}
		}
	}
	each("gain.")
	measures = append(measures, "tilt", "expected_peace_5y", "peace")
	each("delay_cost.")
	return append(measures, f.priced()...)
}

// timesTable shows when texts are signed, and how long peace holds.
func (c *contrast) timesTable() string {
	var measures []string
	for _, r := range c.files.Summary {
		if r.Mediator != c.manifest.Mediators[0] {
			break
		}
		if r.Method == analysis.MethodKaplanMeier || r.Method == analysis.MethodRestrictedMean {
			measures = append(measures, r.Measure)
		}
	}
	if len(measures) == 0 {
		return ""
	}
	return c.byMediator(measures, measures) + logRankText(c.times)
}

// outcomesTable shows how the talks ended, all endings.
func (c *contrast) outcomesTable() string {
	var measures, heads []string
	for _, r := range c.files.Summary {
		if name, ok := strings.CutPrefix(r.Measure, "outcome."); ok && r.Mediator == c.manifest.Mediators[0] {
			measures, heads = append(measures, r.Measure), append(heads, name)
		}
	}
	return c.byMediator(heads, measures)
}

// byMediator is a table with a line a mediator and its 95% interval below.
func (c *contrast) byMediator(heads, measures []string) string {
	t := newTable(append([]string{"mediator"}, heads...)...)
	for _, m := range c.manifest.Mediators {
		values, between := []string{m}, []string{"  95% interval"}
		for _, name := range measures {
			value, at := c.cell(m, name)
			values, between = append(values, value), append(between, at)
		}
		t.AppendRow(row(values...))
		t.AppendRow(row(between...))
	}
	return t.Render() + "\n\n"
}

// cell is an estimate and its interval as the table shows them.
func (c *contrast) cell(mediator, measure string) (value, between string) {
	return words.Estimate(c.row(mediator, measure))
}

// row is a line of the summary; one of no run stands for what it lacks.
func (c *contrast) row(mediator, measure string) record.SummaryRow {
	for _, r := range c.files.Summary {
		if r.Mediator == mediator && r.Measure == measure {
			return r
		}
	}
	return record.SummaryRow{Mediator: mediator, Measure: measure}
}

// leading is the answer in two or three sentences, the same as on the page of a report.
func (c *contrast) leading() []string {
	rivals := words.Rivals{Summary: c.files.Summary, Pairs: c.files.Comparison, Unit: unitOf}
	for _, name := range c.manifest.Mediators {
		if rival(name) {
			rivals.Names = append(rivals.Names, name)
		}
	}
	return rivals.Lead()
}

// oracles says what a mediator that sees the truth would reach.
func (c *contrast) oracles() []string {
	var lines []string
	for _, name := range c.manifest.Mediators {
		if m, ok := strategy(name); ok && m.Oracle {
			lines = append(lines, words.Oracle(name, c.row(name, "agreement"), c.row(name, "joint_gain")))
		}
	}
	return lines
}

// pairLine is a line of the comparison for other programs.
type pairLine struct {
	Measure  string   `json:"measure"`
	A        string   `json:"a"`
	B        string   `json:"b"`
	N        int      `json:"n"`
	Estimate *float64 `json:"estimate"`
	ends
	P       *float64 `json:"p"`
	PHolm   *float64 `json:"p_holm"`
	Effect  *float64 `json:"effect"`
	Ratio   *float64 `json:"variance_ratio"`
	Method  string   `json:"method"`
	Verdict string   `json:"verdict"`
}

// contrastTold is a comparison as other programs read it.
type contrastTold struct {
	told
	Comparison []pairLine   `json:"comparison"`
	Robust     *robustTold  `json:"robust,omitempty"`
	Split      []splitLine  `json:"split,omitempty"`
	Adaptation []answerLine `json:"adaptation,omitempty"`
	Ranking    []ranked     `json:"ranking,omitempty"`
}

// toldWithPairs is the comparison for other programs.
func (c *contrast) toldWithPairs() contrastTold {
	lines := []pairLine{}
	for i := range c.pairs {
		r := &c.pairs[i]
		tested, varies := r.Interval != nil, r.SD > 0
		lines = append(lines, pairLine{r.measure, r.a, r.b, r.N, given(r.N > 0, &r.Estimate), endsOf(r.Interval),
			given(tested, &r.P), given(tested, &r.holm), given(varies, &r.Effect), given(varies, &r.Ratio),
			r.Method, r.verdict() + c.robust.sign(r)})
	}
	return contrastTold{c.told(), lines, c.robust.told(), c.split.told(), c.adaptation.told(), c.ranking}
}

// writeJSON tells the comparison for other programs.
func (c *contrast) writeJSON(w io.Writer) error { return writeJSON(w, c.toldWithPairs()) }
