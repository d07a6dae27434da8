package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// against is a measure in one row less the same in the row that all are compared with,
// pair by pair of runs.
type against struct {
	record.ComparisonRow
	sign float64 // of the row's estimate
}

// drawDifferences draws a block a measure: the paired difference of each mediator from
// the first one, or in a sweep of each point from the first.
func drawDifferences(d Data, k look) (sheet, error) {
	sh := sheet{title: "What each mediator changes, run by run"}
	c := d.mediatorContrasts()
	var err error
	if d.sweep() {
		sh.title = "What each point changes, run by run"
		if d.Design.shape() == star {
			sh.title = "What each change does by itself, run by run"
		}
		c, err = d.pointContrasts()
	} else if len(d.Differences) == 0 {
		err = unfit("paired differences need a comparison of mediators at one design point, or a sweep of few points")
	}
	if err != nil {
		return sheet{}, err
	}
	sh.under = "differences from " + sh.label(k.note, c.kind, c.number, c.base, 0.4*k.Width) + " on the same seeds"
	if d.sweep() {
		sh.under += ", under " + sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.4*k.Width)
	}
	usual := []string{"agreement", "expected_peace_5y", "joint_gain", "peace", "day"}
	ms, err := d.differing(c, usual, 4)
	if err != nil {
		return sheet{}, err
	}
	f := facets{look: k, columns: 1, written: true}
	if !k.stacked() && len(ms)%2 == 0 {
		f.columns = 2
	}
	if k.Height > 0 {
		ms, f.columns = ms[:min(len(ms), 2)], min(len(ms), 2)
	}
	most := 0.22 * k.Width
	if d.sweep() { // levels differ in their last words
		most = 0.27 * k.Width
	}
	for i, name := range c.names {
		f.names = append(f.names, sh.label(k.body, c.kind, c.numbers[i], name, most))
	}
	for _, m := range ms {
		f.blocks = append(f.blocks, c.block(m))
	}
	sh.notes = []string{"n: pairs of runs. Filled: told apart with all pairs of the measure counted (Holm, 5%); bars: 95% intervals, each by itself."}
	sh.shown = d.differenceWords(c, ms)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

func (a against) values() (at, low, high float64) {
	if a.sign < 0 {
		return -a.Estimate, -a.Interval.High, -a.Interval.Low
	}
	return a.Estimate, a.Interval.Low, a.Interval.High
}

// apart tells whether the runs tell the two from each other, all pairs counted.
func (a against) apart() bool { return a.Holm <= 1-level }

// differing are the measures to draw: those asked for, else the first usual ones
// that differ anywhere.
func (d Data) differing(c contrasts, usual []string, most int) ([]measured, error) {
	wanted := usual
	if len(d.Measures) > 0 {
		wanted, most = d.Measures, len(d.Measures)
	}
	var ms []measured
	for _, name := range wanted {
		some := false
		for row := range c.names {
			a, ok := c.at(row, name)
			some = some || ok && (a.Estimate != 0 || len(d.Measures) > 0)
		}
		if some && len(ms) < most {
			ms = append(ms, d.measure(name))
		}
	}
	if len(ms) == 0 {
		return nil, fmt.Errorf("no %s differs from %s in %s in any pair of runs", c.kind, c.base, words.List(wanted))
	}
	return ms, nil
}

// pairs says how many pairs of runs stand behind the differences of a measure.
func (c contrasts) pairs(m measured) string {
	var ns []int
	for row := range c.names {
		if a, ok := c.at(row, m.name); ok {
			ns = append(ns, a.N)
		}
	}
	return counts(ns)
}

// counts writes how many there are, or from how many to how many.
func counts(ns []int) string {
	switch {
	case len(ns) == 0:
		return "n = 0"
	case slices.Min(ns) == slices.Max(ns):
		return "n = " + words.Thousands(ns[0])
	}
	return fmt.Sprintf("n = %s–%s", words.Thousands(slices.Min(ns)), words.Thousands(slices.Max(ns)))
}

func (c contrasts) block(m measured) block {
	b := block{title: m.words, under: joined(", ", m.differenceUnit(), c.pairs(m)), lines: []float64{0}, head: "[95% interval]"}
	var values []float64
	decimals := c.decimals(m)
	for row := range c.names {
		a, ok := c.at(row, m.name)
		if !ok {
			b.marks, b.text = append(b.marks, nil), append(b.text, "too few pairs")
			continue
		}
		at, low, high := a.values()
		values = append(values, at, low, high)
		ground := blue
		if !a.apart() {
			ground = soft
		}
		b.marks = append(b.marks, []mark{{at: at, low: low, high: high, color: ground, hollow: !a.apart(), shape: square}})
		b.text = append(b.text, fmt.Sprintf("%s [%s, %s]", m.signed(at, decimals), m.signed(low, decimals), m.signed(high, decimals)))
	}
	b.scaled(m, values, true, 4)
	return b
}

// differenceUnit is the unit of a difference: of shares, points of a hundred.
func (m measured) differenceUnit() string {
	if m.inPercent() {
		return "percentage points"
	}
	return m.unit
}

// decimals are as many as tell the ends of a block's shortest interval apart.
func (c contrasts) decimals(m measured) int {
	least := math.Inf(1)
	for row := range c.names {
		if a, ok := c.at(row, m.name); ok {
			if _, low, high := a.values(); high > low {
				least = min(least, (high-low)/2*m.factor())
			}
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return min(max(-int(math.Floor(math.Log10(least))), 0), 6)
}

// signed writes a difference with its sign.
func (m measured) signed(v float64, decimals int) string {
	text := number(v*m.factor(), decimals)
	if v > 0 && strings.Trim(text, "0.") != "" { // what rounds to nothing has no sign
		return "+" + text
	}
	return text
}

func (d Data) differenceWords(c contrasts, ms []measured) []string {
	shown := []string{fmt.Sprintf("Differences from %s in %s: %s "+
		"Bars: 95%% intervals of each difference by itself (shares: Newcombe's for paired shares; means: Student's). "+
		"Filled squares: told apart from no difference at 5%% with all pairs of the measure counted (Holm); hollow: not told apart. With fewer than "+fmt.Sprint(fewestOfCell)+" pairs nothing is drawn. "+
		"A measure of signed texts compares the pairs signed under both.", c.from, d.names(ms), c.pairing)}
	for row, name := range c.names {
		text := name + ": "
		for i, m := range ms {
			if i > 0 {
				text += "; "
			}
			a, ok := c.at(row, m.name)
			if !ok {
				text += m.words + " too few pairs"
				continue
			}
			at, low, high := a.values()
			digits := c.decimals(m)
			text += fmt.Sprintf("%s %s [%s, %s] (n = %s)", m.words, m.signed(at, digits), m.signed(low, digits), m.signed(high, digits), words.Thousands(a.N))
		}
		shown = append(shown, text+".")
	}
	return append(shown, c.more...)
}
