package report

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/record"
)

func TestRangesSayWhatMattersAndWhereTheRestStands(t *testing.T) {
	var all []record.Assumption
	add := func(path, unit string, lo, hi float64) {
		all = append(all, record.Assumption{Path: path, Unit: unit, Lo: lo, Base: lo, Hi: hi})
	}
	add("talks.horizon", "days", 70, 70)
	add("talks.rounds", "rounds", 3, 3)
	add("formats.one-table.days", "days", 1, 1)
	add("formats.one-table.noise", "share", 0, 0)
	for i := range 4 {
		add(fmt.Sprintf("parties[A].weights.i%d", i), "weight", 0.1, 0.2)
	}
	for _, part := range []string{"front.noise", "parties[B [x]].trust.start", "parties[A].trust.start", "jitter", "strikes[0].size"} {
		add(part, "", 0, 1)
	}
	add("parties[A].fallback.base", "worth", 0.3, 0.5)
	varied, fixed := ranges(all)
	assert.Equal(t, "10 of the scenario’s 14 numbers, each in its range: weights (4), trust (2), front (1), jitter (1), strikes (1) and 1 other; fallbacks [worth]: A 0.3 to 0.5. All ranges stand in case.json.", varied)
	assert.Equal(t, "4 of the scenario’s 14 numbers, among them a horizon of 70 days, at most 3 rounds and 1 day a round of one-table; all stand in case.json.", fixed)
	varied, fixed = ranges(all[:5])
	assert.Equal(t, "1 of the scenario’s 5 numbers, each in its range: parties[A].weights.i0 0.1 to 0.2 weight.", varied)
	assert.Contains(t, fixed, "4 of the scenario’s 5 numbers")
}

func TestTextsHaveTheApostrophesOfPrint(t *testing.T) {
	sh := sheet{title: "a side's", notes: []string{"Fisher's"}, shown: []string{"the mediator's"}, key: []keyItem{{text: "people's"}}}
	sh.typeset()
	assert.Equal(t, sheet{title: "a side’s", notes: []string{"Fisher’s"}, shown: []string{"the mediator’s"}, key: []keyItem{{text: "people’s"}}}, sh)
	assert.Equal(t, "People’s Hall", clean("People's  Hall"))
}

func TestCurvesSayWhyRoundsHaveNoDays(t *testing.T) {
	assert.Contains(t, noDays([]ending{{Curve: Curve{Day: []float64{1}}}}), "different numbers of days")
	assert.Contains(t, noDays([]ending{{Curve: Curve{Day: []float64{1}}}, {}}), "were not recorded")
}
