package report

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// Limits of the trade-off.
const (
	fewestSigned = 5 // signed texts that a place takes
	mostRegions  = 4 // ellipses that one panel can tell apart
)

// tradeOff is delay against durability.
type tradeOff struct {
	look
	spots []tradeSpot
	x, y  axis
}

// tradeSpot is one row.
type tradeSpot struct {
	name, short string
	region      ellipse
	signed      float64 // share of runs
	n, runs     int
	hollow      bool
}

// drawTradeOff draws how late texts are signed against how long they are likely to
// hold; the size of a mark is the share of runs that sign.
func drawTradeOff(d Data, k look) (sheet, error) {
	if err := d.beside(); err != nil {
		return sheet{}, err
	}
	sh := sheet{title: "Delay against durability", under: "means of signed texts; size: share of runs that sign"}
	t := tradeOff{look: k}
	var left []string
	short := sh.rowLabels(d, k.body, 0.3*k.Width, false)
	if len(short) > mostRegions {
		short = sh.rowLabels(d, k.strong, k.panelName(len(short)), true)
	}
	for i, name := range d.rows() {
		at := slices.IndexFunc(d.Ends, func(e Ends) bool { return e.Mediator == name })
		if at < 0 {
			continue
		}
		e := d.Ends[at]
		region, ok := regionOf(e)
		if !ok || e.Delay.N() < fewestSigned {
			left = append(left, clean(name))
			continue
		}
		t.spots = append(t.spots, tradeSpot{
			name: clean(name), short: short[i], region: region,
			signed: float64(e.Signed) / float64(e.Runs), n: e.Delay.N(), runs: e.Runs, hollow: d.isReference(i),
		})
	}
	switch {
	case len(d.Ends) == 0:
		return sheet{}, errors.New("the day and the durability of each text were not read from the rows")
	case len(t.spots) == 0:
		return sheet{}, fmt.Errorf("under no %s did as many as %d runs sign a text with a day and a durability", d.each(), fewestSigned)
	case len(t.spots) == 1:
		return sheet{}, fmt.Errorf("only under %s did as many as %d runs sign a text with a day and a durability: there is nothing to compare it with", t.spots[0].name, fewestSigned)
	}
	t.scale(d)
	sh.notes = []string{fmt.Sprintf("Ellipses: 95%% confidence regions of the two means. n = %s.", t.counts())}
	if len(left) > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown, with fewer than %d signed texts: %s.", fewestSigned, words.List(left)))
	}
	sh.key = t.key()
	sh.shown = t.words(d.each(), left)
	sh.panel, sh.paint = min(0.7*k.Width, 105*vg.Millimeter), t.paint
	if n := len(t.spots); n > mostRegions {
		sh.under = "across: mean day of the signature; up: " + lower(t.y.label) + "; size: share that sign"
		sh.notes = append(sh.notes, "Grey: the others.")
		sh.panel, sh.low, sh.paint = 1.25*panelsHeight(k, n), k.lowAcross(n), t.paintEach
	}
	return sh, nil
}

// counts says how many signed texts stand behind a mark.
func (t tradeOff) counts() string {
	least, most := t.spots[0].n, t.spots[0].n
	for _, s := range t.spots {
		least, most = min(least, s.n), max(most, s.n)
	}
	if least == most {
		return words.Thousands(most) + " signed texts"
	}
	return words.Thousands(least) + " to " + words.Thousands(most) + " signed texts"
}

// scale fits the axes to the ellipses.
func (t *tradeOff) scale(d Data) {
	var xs, ys []float64
	for _, s := range t.spots {
		for _, p := range s.region.outline(24) { // a region goes on where no day and no chance can be
			xs, ys = append(xs, max(p.X, 0)), append(ys, min(max(p.Y, 0), 1))
		}
	}
	t.x = valueAxis(measured{words: "Day of the signature since the talks began", unit: "days"}, xs, 5)
	t.x.lo = max(0, t.x.lo)
	m := d.measure("expected_peace_5y")
	m.odds, m.words, m.unit = true, "Chance of five years’ peace", "%"
	plain := valueAxis(measured{}, ys, 5)
	t.y = axis{label: m.label(), lo: max(0, plain.lo), hi: min(1, plain.hi)}
	t.y.ticks = ticksOf(m, t.y.lo, t.y.hi, 5)
}

// radius is that of a mark, its area in proportion to the share that signs.
func (t tradeOff) radius(share float64) vg.Length {
	return (1 + 5.2*vg.Length(math.Sqrt(share))) * t.u
}

// key explains the sizes: the least, the greatest, and one between.
func (t tradeOff) key() []keyItem {
	least, most := 1.0, 0.0
	for _, s := range t.spots {
		least, most = min(least, s.signed), max(most, s.signed)
	}
	shares := []float64{least, (least + most) / 2, most}
	if most-least < 0.1 {
		shares = []float64{most}
	}
	var key []keyItem
	for _, share := range shares {
		key = append(key, keyItem{percent(share) + " sign", func(c draw.Canvas, r vg.Rectangle) {
			p := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}
			dot(c, p, min(t.radius(share), r.Size().Y), faint(blue, 0.35))
		}})
	}
	return key
}

func (t tradeOff) words(each string, left []string) []string {
	shown := []string{fmt.Sprintf("Each mark is %s: across, the mean day on which texts are signed; up, the mean chance that the signed text still holds after five years; "+
		"the area of the mark is the share of runs that sign. Ellipses: 95%% confidence regions of the two means together (Hotelling). "+
		"Only signed texts count in both means: a mark far up with few signatures tells of few and choice texts.", anArm(each))}
	for _, s := range t.spots {
		signed := Rate{Estimate: s.signed}
		if at, err := analysis.Wilson(int(math.Round(s.signed*float64(s.runs))), s.runs, level); err == nil {
			signed.Low, signed.High = at.Low, at.High
		}
		shown = append(shown, fmt.Sprintf("%s: day %s, %s after five years (n = %s), signed in %s of %s runs.",
			s.name, number(s.region.x, 0), percent(s.region.y), words.Thousands(s.n), interval(signed), words.Thousands(s.runs)))
	}
	if len(left) > 0 {
		shown = append(shown, fmt.Sprintf("Left out, with fewer than %d signed texts: %s.", fewestSigned, words.List(left)))
	}
	return shown
}
