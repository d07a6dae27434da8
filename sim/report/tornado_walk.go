package report

import (
	"fmt"
	"image/color"
	"math"

	"shuttle/sim/report/words"
)

// fickle is the share of the size of a factor's effects below which their mean tells
// no direction. Own choice.
const fickle = 0.5

// mixedEnd is the colour of factors that act now upwards, now downwards.
var mixedEnd = color.NRGBA{0xA8, 0xA8, 0xA8, 0xFF}

// walkSwings are the mean sizes of each factor's elementary effects, along the
// trajectories of the design.
func (d Data) walkSwings(ms []measured, k look) ([]swing, sheet) {
	sh := sheet{title: "Which assumption moves the result", under: "mean size of the effects of moving one factor over its range"}
	varying, all, _ := d.ranked()
	swings := make([]swing, len(varying))
	for i, f := range varying {
		swings[i] = swing{factor: all[f], marks: make([][]mark, len(ms)), size: make([]float64, len(ms))}
	}
	colors, fewest, most := map[color.NRGBA]bool{}, math.MaxInt, 0
	for m, of := range ms {
		for _, e := range d.elementaries(of) {
			one := mark{at: e.mean, low: e.mean, high: e.mean, bar: true, color: e.color()}
			if e.known() {
				one.low, one.high = e.low, e.high
			}
			fewest, most = min(fewest, e.n), max(most, e.n)
			colors[one.color] = true
			for i := range swings {
				if swings[i].factor.Name == e.factor.Name {
					swings[i].marks[m], swings[i].size[m] = []mark{one}, e.mean
				}
			}
		}
	}
	for _, item := range []struct {
		text  string
		color color.NRGBA
	}{{"rises with the factor", highEnd}, {"falls", lowEnd}, {"now rises, now falls", mixedEnd}} {
		if colors[item.color] {
			sh.key = append(sh.key, keyItem{item.text, k.swatchOf(item.color)})
		}
	}
	n := words.Thousands(fewest)
	if most > fewest {
		n += " to " + words.Thousands(most)
	}
	sh.notes = []string{fmt.Sprintf("n = %s effects per factor, %s runs per point. Lines: 95%% intervals, from %d effects on.", n, words.Thousands(d.Runs), fewestForInterval)}
	sh.shown = []string{fmt.Sprintf("Mean size of each factor's elementary effects on %s (μ* of Campolongo, Cariboni and Saltelli 2007): what changes when the factor moves and no other does, over the share of its range that it moves, along the trajectories of the design (Morris 1991); "+
		"lines are 95%% intervals (Student); n = %s effects per factor, %s runs per point. Points at which fewer than %d runs have a measure do not count in it. A colour tells the direction where the mean of the signed effects is at least half as large as their mean size.",
		d.names(ms), n, words.Thousands(d.Runs), fewestInBar)}
	return swings, sh
}

// color tells a factor's direction.
func (e elementary) color() color.NRGBA {
	switch {
	case math.Abs(e.signed) < fickle*e.mean:
		return mixedEnd
	case e.signed < 0:
		return lowEnd
	}
	return highEnd
}

// perRange is the unit of an effect.
func (m measured) perRange() string {
	switch {
	case m.share:
		return "percentage points over the range"
	case m.unit == "":
		return "over the range"
	}
	return m.unit + " over the range"
}
