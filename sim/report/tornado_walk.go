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
var mixedEnd = color.NRGBA{0x8C, 0x8C, 0x8C, 0xFF}

// noiseEnd is the colour of factors whose effects cannot be told from noise.
var noiseEnd = color.NRGBA{0xD2, 0xD2, 0xD2, 0xFF}

// walkSwings are the mean sizes of each factor's elementary effects, along the
// trajectories of the design.
func (d Data) walkSwings(ms []measured, k look) ([]swing, sheet) {
	sh := sheet{title: "Which assumption moves the result", under: "size of the effects of moving one factor over its range"}
	varying, all, _ := d.ranked()
	swings := make([]swing, len(varying))
	for i, f := range varying {
		swings[i] = swing{factor: all[f], marks: make([][]mark, len(ms)), size: make([]float64, len(ms))}
	}
	colors, fewest, most := map[color.NRGBA]bool{}, math.MaxInt, 0
	var ranked []elementary
	var found []string
	for m, of := range ms {
		effects := d.elementaries(of)
		if text := withChance(effects, of); text != "" {
			found = append(found, text)
		}
		for _, e := range effects {
			one := mark{at: e.size, low: e.size, high: e.size, bar: true, color: e.color()}
			ranked = append(ranked, e)
			if e.known() {
				one.low, one.high = e.low, e.high
			}
			fewest, most = min(fewest, e.n), max(most, e.n)
			colors[one.color] = true
			for i := range swings {
				if swings[i].factor.Name == e.factor.Name {
					swings[i].marks[m], swings[i].size[m] = []mark{one}, e.size
					swings[i].moves = swings[i].moves || e.mean > 0
				}
			}
		}
	}
	for _, item := range []struct {
		text  string
		color color.NRGBA
	}{{"rises with the factor", highEnd}, {"falls", lowEnd}, {"now rises, now falls", mixedEnd}, {"not told from noise", noiseEnd}} {
		if colors[item.color] {
			sh.key = append(sh.key, keyItem{item.text, k.swatchOf(item.color)})
		}
	}
	n := words.Thousands(fewest)
	if most > fewest {
		n += " to " + words.Thousands(most)
	}
	sh.notes = []string{fmt.Sprintf("n = %s effects per factor, %s runs per point%s. Lines: 95%% intervals, from %d effects on.", n, words.Thousands(d.Runs), chanceNote(ranked), fewestForInterval)}
	sh.shown = []string{fmt.Sprintf("%s of each factor's elementary effects on %s: what changes when the factor moves and no other does, over the share of its range that it moves, along the trajectories of the design (Morris 1991). %s "+
		"n = %s effects per factor, %s runs per point. Points at which fewer than %d runs have a measure do not count in it. A colour tells the direction where the mean of the signed effects is at least half as large as their mean size.",
		sizeName(ranked), d.names(ms), chanceWords(ranked), n, words.Thousands(d.Runs), fewestInBar)}
	sh.shown = append(sh.shown, found...)
	return swings, sh
}

// color tells a factor's direction, where there is an effect.
func (e elementary) color() color.NRGBA {
	switch {
	case e.noise():
		return noiseEnd
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
	case m.inPercent():
		return "percentage points over the range"
	case m.unit == "":
		return "over the range"
	}
	return m.unit + " over the range"
}
