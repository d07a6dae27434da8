package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// against is a measure under one mediator less the same under the first, pair by
// pair of runs.
type against struct {
	record.ComparisonRow
	sign float64 // of the row's estimate
}

// drawDifferences draws a block a measure: the paired difference of each mediator
// from the first one.
func drawDifferences(d Data, k look) (sheet, error) {
	if len(d.Differences) == 0 {
		return sheet{}, unfit("paired differences need a comparison of mediators at one design point")
	}
	base := d.baseline()
	sh := sheet{title: "Differences from talks under " + clean(base)}
	short := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, base), base, 0.4*k.Width)
	sh.title, sh.under = "What each mediator changes, run by run", "differences from "+short+" on the same seeds"
	usual := []string{"agreement", "expected_peace_5y", "joint_gain", "peace", "day"}
	ms, err := d.differing(base, usual, 4)
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
	for i, name := range d.Mediators {
		if d.isCompared(name) && name != base {
			f.names = append(f.names, sh.label(k.body, "mediator", i+1, name, 0.22*k.Width))
		}
	}
	for _, m := range ms {
		f.blocks = append(f.blocks, d.differenceBlock(base, m))
	}
	sh.notes = []string{"n: pairs of runs. Filled: told apart with all pairs of the measure counted (Holm, 5%); bars: 95% intervals, each by itself."}
	sh.shown = d.differenceWords(base, ms)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

// baseline is the mediator that the others are compared with: the first that was
// compared.
func (d Data) baseline() string {
	for _, m := range d.Mediators {
		if d.isCompared(m) {
			return m
		}
	}
	return d.Differences[0].A
}

func (d Data) isCompared(mediator string) bool {
	return slices.ContainsFunc(d.Differences, func(r record.ComparisonRow) bool { return r.A == mediator || r.B == mediator })
}

// between finds the difference of a mediator from another in a measure.
func (d Data) between(mediator, base, measure string) (against, bool) {
	for _, r := range d.Differences {
		switch {
		case r.Measure != measure || r.N < fewestOfCell || r.Interval == nil:
		case r.A == mediator && r.B == base:
			return against{r, 1}, true
		case r.B == mediator && r.A == base:
			return against{r, -1}, true
		}
	}
	return against{}, false
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
func (d Data) differing(base string, usual []string, most int) ([]measured, error) {
	wanted := usual
	if len(d.Measures) > 0 {
		wanted, most = d.Measures, len(d.Measures)
	}
	var ms []measured
	for _, name := range wanted {
		some := slices.ContainsFunc(d.Mediators, func(m string) bool {
			a, ok := d.between(m, base, name)
			return ok && (a.Estimate != 0 || len(d.Measures) > 0)
		})
		if some && len(ms) < most {
			ms = append(ms, d.measure(name))
		}
	}
	if len(ms) == 0 {
		return nil, fmt.Errorf("no mediator differs from %s in %s in any pair of runs", base, words.List(wanted))
	}
	return ms, nil
}

// pairs says how many pairs of runs stand behind the differences of a measure.
func (d Data) pairs(base string, m measured) string {
	var ns []int
	for _, name := range d.Mediators {
		if a, ok := d.between(name, base, m.name); ok {
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

func (d Data) differenceBlock(base string, m measured) block {
	b := block{title: m.words, under: joined(", ", m.differenceUnit(), d.pairs(base, m)), lines: []float64{0}, head: "[95% interval]"}
	var values []float64
	decimals := d.decimals(base, m)
	for _, name := range d.Mediators {
		if !d.isCompared(name) || name == base {
			continue
		}
		a, ok := d.between(name, base, m.name)
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
func (d Data) decimals(base string, m measured) int {
	least := math.Inf(1)
	for _, name := range d.Mediators {
		if a, ok := d.between(name, base, m.name); ok {
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

func (d Data) differenceWords(base string, ms []measured) []string {
	shown := []string{fmt.Sprintf("Differences from talks under %s in %s: each run is compared with the run of the same number under %s, which had the same parties and the same world. "+
		"Bars: 95%% intervals of each difference by itself (shares: Newcombe's for paired shares; means: Student's). "+
		"Filled squares: told apart from no difference at 5%% with all pairs of the measure counted (Holm); hollow: not told apart. With fewer than "+fmt.Sprint(fewestOfCell)+" pairs nothing is drawn. "+
		"A measure of signed texts compares the pairs signed under both.", clean(base), d.names(ms), clean(base))}
	for _, name := range d.Mediators {
		if !d.isCompared(name) || name == base {
			continue
		}
		text := clean(name) + ": "
		for i, m := range ms {
			if i > 0 {
				text += "; "
			}
			a, ok := d.between(name, base, m.name)
			if !ok {
				text += m.words + " too few pairs"
				continue
			}
			at, low, high := a.values()
			digits := d.decimals(base, m)
			text += fmt.Sprintf("%s %s [%s, %s] (n = %s)", m.words, m.signed(at, digits), m.signed(low, digits), m.signed(high, digits), words.Thousands(a.N))
		}
		shown = append(shown, text+".")
	}
	if left := slices.DeleteFunc(slices.Clone(d.Mediators), d.isCompared); len(left) > 0 {
		shown = append(shown, "Not compared: "+words.List(left)+".")
	}
	return shown
}
