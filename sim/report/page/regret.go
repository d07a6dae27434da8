package page

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// regretTable shows what every choice gives up at worst, by all measures at once, and
// names no winner.
func (b *builder) regretTable() *table {
	var measures, choices []string
	for _, r := range b.Regret {
		if !slices.Contains(measures, r.Measure) {
			measures = append(measures, r.Measure)
		}
		if c := choice(r); !slices.Contains(choices, c) {
			choices = append(choices, c)
		}
	}
	t := b.table(fmt.Sprintf("Regret: the most that a choice gives up against the best one, over %s", words.Plural(b.Regret[0].Scenarios, "scenario", "scenarios")),
		texts("choice")...)
	t.Class = "wide"
	for _, m := range measures {
		t.Columns = append(t.Columns, column{Name: words.Label(m), Number: true})
	}
	for _, c := range choices {
		row := []cell{head(c)}
		for _, m := range measures {
			row = append(row, b.regret(c, m))
		}
		t.add(row...)
	}
	t.clip("regret.csv")
	t.Notes = append(t.Notes, "Means over all runs; 0 is best in every scenario. Below: where the choice gives up most. Read off estimates, so that noise makes it look larger. Which measure counts for how much is not for this table to say.")
	return t
}

// choice is what somebody could decide: who mediates, at which levels of the levers.
func choice(r record.RegretRow) string {
	if r.Levers == "" {
		return r.Mediator
	}
	return r.Mediator + ", " + r.Levers
}

// regret is a cell with the regret of a choice.
func (b *builder) regret(of, measure string) cell {
	for _, r := range b.Regret {
		if choice(r) != of || r.Measure != measure {
			continue
		}
		text := words.Number(r.Max)
		if strings.HasPrefix(measure, "agreement") {
			text = words.Percent(r.Max)
		}
		c := value(text, r.Max)
		if r.Max > 0 {
			c.Below = fmt.Sprintf("at point %d", r.Point)
		}
		return c
	}
	return absent()
}
