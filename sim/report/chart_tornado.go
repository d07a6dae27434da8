package report

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// Limits of the tornado.
const (
	mostFactors    = 12
	fewestOfSample = 8 // points of a sampled design
	nothingToRank  = "no factor moves %s: every point of the sweep says the same"
	usualFirst     = "agreement"
	usualSecond    = "expected_peace_5y"
	fewestInBar    = 5 // runs behind an end of a bar; fewer make it pale
)

// swing is what one factor does to the measures, a mark or two for each.
type swing struct {
	factor factorScale
	marks  [][]mark  // by measure
	size   []float64 // by measure
	moves  bool      // if by chance only, or in few runs
}

// drawTornado draws which factors move the measures most.
func drawTornado(d Data, k look) (sheet, error) {
	varying, _, left := d.ranked()
	if len(varying)+len(left) < 3 {
		return sheet{}, unfit("a tornado needs a sweep of three factors or more; this result has %d that vary", len(varying)+len(left))
	}
	if len(varying) == 0 {
		return sheet{}, Unfit(leftOut(left))
	}
	ms, err := d.shown([]string{usualFirst, usualSecond, "peace", "joint_gain"}, 2)
	if err != nil {
		return sheet{}, err
	}
	var sh sheet
	var all []swing
	if d.Design.shape() == star {
		all, sh = d.starSwings(ms, k)
	} else if d.Design.Walk > 0 {
		all, sh = d.walkSwings(ms, k)
	} else if all, sh, err = d.ranks(ms); err != nil {
		return sheet{}, err
	} else {
		sh.key = []keyItem{{"rises with the factor", k.swatchOf(highEnd)}, {"falls", k.swatchOf(lowEnd)}}
	}
	if all = slices.DeleteFunc(all, func(s swing) bool { return slices.Max(s.size) == 0 && !s.moves }); len(all) == 0 {
		return sheet{}, fmt.Errorf(nothingToRank, d.names(ms))
	}
	slices.SortStableFunc(all, func(a, b swing) int { return cmp.Compare(b.size[0], a.size[0]) })
	if n := len(all) - mostFactors; n > 0 {
		all = all[:mostFactors]
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s of the least effect.", words.Plural(n, "factor", "factors")))
	}
	if words := leftOut(left); words != "" {
		sh.notes, sh.shown = append(sh.notes, words), append(sh.shown, words)
	}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.4*k.Width)
	sh.under += " under " + mediator
	f := facets{look: k, columns: 1}
	if d.Design.shape() == star {
		f.lanes = 3 // room for two bars, each with its label
	}
	if !k.stacked() {
		f.columns = len(ms)
	}
	for i, s := range all {
		f.names = append(f.names, sh.label(k.body, "factor", i+1, s.factor.within(k, 0.4*k.Width), 0.4*k.Width))
	}
	d.tornadoBlocks(&f, ms, all)
	f.columns = min(f.columns, len(f.blocks))
	sh.shown = append(sh.shown, tornadoWords(ms, all, d.Design.Walk > 0)...)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

// tornadoBlocks makes a block of each measure.
func (d Data) tornadoBlocks(f *facets, ms []measured, all []swing) {
	for i, m := range ms {
		b := block{title: m.words, under: m.unit}
		var values []float64
		for _, s := range all {
			b.marks = append(b.marks, s.marks[i])
			for _, one := range s.marks[i] {
				values = append(values, one.at, one.low, one.high, one.from)
				b.lines = []float64{one.from}
			}
		}
		switch {
		case len(values) == 0:
			continue // the base has no value
		case d.Design.shape() == star:
			lo, hi := slices.Min(values), slices.Max(values)
			plain := measured{}
			a := valueAxis(plain, []float64{lo, hi}, 4)
			b.lo, b.hi = f.withLabels(b.marks, lo, hi)
			for _, t := range ticksOf(m, a.lo, a.hi, 4) {
				if t.Value >= b.lo && t.Value <= b.hi {
					b.ticks = append(b.ticks, tick{t.Value, t.Label})
				}
			}
		case d.Design.Walk > 0:
			b.under = m.perRange()
			a := valueAxis(measured{}, append(values, 0), 4)
			b.lo, b.hi = 0, a.hi
			for _, t := range ticksOf(m, 0, a.hi, 4) {
				b.ticks = append(b.ticks, tick{t.Value, t.Label})
			}
		default:
			b.under = "rank correlation"
			b.lo, b.hi = -1, 1
			for _, v := range []float64{-1, -0.5, 0, 0.5, 1} {
				b.ticks = append(b.ticks, tick{v, short(v)})
			}
		}
		f.blocks = append(f.blocks, b)
	}
}

// starSwings are the estimates at the ends of each factor, all others at their base.
func (d Data) starSwings(ms []measured, k look) ([]swing, sheet) {
	sh := sheet{title: "Which assumption moves the result", under: "one factor at a time"}
	sh.notes = []string{fmt.Sprintf("n = %s runs per point. Bars: from the base to each factor's ends; lines: 95%% intervals.", words.Thousands(d.Runs))}
	sh.shown = []string{fmt.Sprintf("%s when one factor goes to its lowest and to its highest level and all others stay at their base; labels give the levels, each beside its own bar and interval; "+
		"the upright line is the base; lines over the ends of bars are 95%% intervals of the estimates there; n = %s runs per point, the same seeds everywhere. "+
		"One factor at a time says nothing of how factors act together.", words.Capital(d.names(ms)), words.Thousands(d.Runs))}
	varying, all, _ := d.ranked()
	found := d.estimatesOf(ms)
	var swings []swing
	for _, i := range varying {
		s := swing{factor: all[i]}
		for _, m := range ms {
			marks := d.starMarks(i, all[i], m, found)
			size := 0.0
			for _, one := range marks {
				s.moves = s.moves || one.at != one.from
				if !one.weak() {
					size = max(size, math.Abs(one.at-one.from))
				}
			}
			s.marks, s.size = append(s.marks, marks), append(s.size, size)
		}
		swings = append(swings, s)
	}
	sh.key = k.starKey(swings)
	if weak(swings) {
		sh.notes = append(sh.notes, fmt.Sprintf("Pale: fewer than %d runs have the measure there; such ends do not count in the order.", fewestInBar))
		sh.shown = append(sh.shown, fmt.Sprintf("Ends at which fewer than %d runs have a measure are pale, with their number of runs, and have no part in the order of the factors.", fewestInBar))
	}
	return swings, sh
}

// starKey explains the colours that bars have.
func (k look) starKey(all []swing) []keyItem {
	has := func(c color.NRGBA) bool {
		return slices.ContainsFunc(all, func(s swing) bool {
			return slices.ContainsFunc(slices.Concat(s.marks...), func(m mark) bool { return m.color == c || m.color == pale(c) })
		})
	}
	var key []keyItem
	if has(lowEnd) {
		key = append(key, keyItem{"lowest or first level", k.swatchOf(lowEnd)})
	}
	if has(highEnd) {
		key = append(key, keyItem{"highest or last level", k.swatchOf(highEnd)})
	}
	return key
}

// pale is the colour of a bar that too few runs speak for.
func pale(c color.NRGBA) color.NRGBA { return faint(c, 0.35) }

// weak tells whether too few runs speak for a bar.
func (m mark) weak() bool { return m.color.A < 255 }

// weak tells whether too few runs speak for some bar.
func weak(all []swing) bool {
	return slices.ContainsFunc(all, func(s swing) bool {
		return slices.ContainsFunc(slices.Concat(s.marks...), mark.weak)
	})
}

// starMarks are the bars of one factor: to its first level and to its last, where
// these are not the base.
func (d Data) starMarks(factor int, s factorScale, m measured, found estimates) []mark {
	base, ok := found.at(0, d.focus(), m.name)
	if !ok {
		return nil
	}
	var marks []mark
	for end, v := range []record.Value{s.levels[0], s.levels[len(s.levels)-1]} {
		point := slices.IndexFunc(d.Design.Points, func(p []record.Value) bool { return p[factor] == v })
		if v == d.Design.Points[0][factor] {
			continue
		}
		if r, ok := found.at(point, d.focus(), m.name); ok {
			low, high := ends(r)
			one := mark{at: r.Estimate, low: low, high: high, bar: true, from: base.Estimate, label: levelText(v), color: []color.NRGBA{lowEnd, highEnd}[end]}
			if min(r.N, base.N) < fewestInBar {
				one.color = pale(one.color)
				one.label += fmt.Sprintf(" (n = %d)", min(r.N, base.N))
			}
			marks = append(marks, one)
		}
	}
	for i := range marks {
		marks[i].left = marks[i].at < marks[i].from
		if len(marks) == 2 { // one below the other, so that neither bar nor interval hides the other's
			marks[i].lane = 0.5 - float64(i)
		}
	}
	return marks
}

// ranks are the rank correlations of each factor with the estimates, point by
// point.
func (d Data) ranks(ms []measured) ([]swing, sheet, error) {
	sh := sheet{title: "Which assumption moves the result", under: "rank correlation over sampled assumptions"}
	varying, all, _ := d.ranked()
	found := d.estimatesOf(ms)
	var swings []swing
	fewest := len(d.Design.Points)
	for _, i := range varying {
		s := swing{factor: all[i]}
		for _, m := range ms {
			var xs, ys []float64
			for point, levels := range d.Design.Points {
				if r, ok := found.at(point, d.focus(), m.name); ok {
					x, _ := all[i].place(levels[i])
					xs, ys = append(xs, x), append(ys, r.Estimate)
				}
			}
			if fewest = min(fewest, len(xs)); len(xs) < fewestOfSample {
				return nil, sheet{}, fmt.Errorf("%d points of the sweep have a value of %s, too few to rank factors by", len(xs), m.words)
			}
			rho, low, high := rankCorrelation(xs, ys)
			if math.IsNaN(rho) {
				rho, low, high = 0, 0, 0
			}
			s.marks = append(s.marks, []mark{{at: rho, low: low, high: high, bar: true, color: []color.NRGBA{highEnd, lowEnd}[one(rho < 0)]}})
			s.size = append(s.size, math.Abs(rho))
		}
		swings = append(swings, s)
	}
	sh.notes = []string{fmt.Sprintf("n = %s to %s points of %s runs. Lines: 95%% intervals.", words.Thousands(fewest), words.Thousands(len(d.Design.Points)), words.Thousands(d.Runs))}
	if fewest == len(d.Design.Points) {
		sh.notes = []string{fmt.Sprintf("n = %s points of %s runs. Lines: 95%% intervals.", words.Thousands(fewest), words.Thousands(d.Runs))}
	}
	sh.shown = []string{fmt.Sprintf("Rank correlation (Spearman) of each factor with the estimates of %s over the points of the design: 1 when the estimate always rises with the factor, −1 when it always falls; "+
		"lines are 95%% intervals (Fisher's transform, Bonett and Wright 2000). A factor that acts up and down in turn, or only together with another, shows little here.", d.names(ms))}
	return swings, sh, nil
}

func tornadoWords(ms []measured, all []swing, walk bool) []string {
	var shown []string
	for _, s := range all {
		text := words.Capital(s.factor.called())
		if s.factor.Unit != "" {
			text += " [" + s.factor.Unit + "]"
		}
		for i, m := range ms {
			for _, one := range s.marks[i] {
				if one.label != "" {
					text += fmt.Sprintf("; %s %s at %s", m.words, m.value(one.at), one.label)
				} else if walk && one.low == one.high && one.at > 0 {
					text += fmt.Sprintf("; %s %s, too few for an interval", m.words, short3(one.at*m.factor()))
				} else if walk {
					text += fmt.Sprintf("; %s %s [%s to %s]", m.words, short3(one.at*m.factor()), short3(one.low*m.factor()), short3(one.high*m.factor()))
				} else {
					text += fmt.Sprintf("; %s %s [%s to %s]", m.words, number(one.at, 2), number(one.low, 2), number(one.high, 2))
				}
			}
		}
		shown = append(shown, text+".")
	}
	return shown
}
