package main

import (
	"fmt"

	"shuttle/sim/report/words"
)

// mostVerdicts is up to how many pairs the terminal has a sentence on each.
const mostVerdicts = 6

// family is how many pairs the p-values of a measure are adjusted over, at most.
func (c *contrast) family() int {
	family := 0
	for _, r := range c.pairs {
		family = max(family, r.family)
	}
	return family
}

// spoken are the measures whose pairs the terminal speaks of: agreement never without
// what it is worth and how long it holds.
func spoken() []string { return words.Told() }

// pairsTable shows the numbers behind the sentences; of many pairs, all that is said of
// them.
func (c *contrast) pairsTable() string {
	if c.family() > mostVerdicts {
		return c.manyPairs()
	}
	t := newTable("measure", "a less b", "difference", "95% interval", "p (Holm)", "effect", "pairing saved")
	for _, name := range spoken() {
		for _, r := range c.pairs {
			if r.measure != name || r.Interval == nil {
				continue
			}
			saved := words.None
			if r.SD > 0 {
				saved = fmt.Sprintf("× %.2f", r.Ratio)
			}
			t.AppendRow(row(name, r.a+" – "+r.b, r.amount(r.Estimate), r.between(1), chance(r.holm), r.effect(), saved))
		}
	}
	return "\n" + t.Render() + "\n" + effectNote
}

// effectNote explains the effect, and what pairing saves.
const effectNote = `The effect of a share is the odds of the pairs in which only one of the two has it, a to b; of a mean Cliff's
delta within pairs, the share of pairs in which a is above b less the share in which it is below. Without
pairing so many times the runs would be needed.
`

// effect is the size of a difference, without its unit and whatever its spread.
func (r *comparisonRow) effect() string {
	if !r.share {
		return "δ " + words.Number(r.Dominance())
	}
	if odds, ok := r.Odds(); ok {
		return "odds " + words.Number(odds)
	}
	if r.Above == 0 {
		return words.None
	}
	return fmt.Sprintf("%s : 0", words.Thousands(r.Above))
}

// manyPairs has a line a pair, with a star at what is told apart.
func (c *contrast) manyPairs() string {
	var order []string
	lines := map[string]map[string]string{}
	for _, r := range c.pairs {
		pair := r.a + " – " + r.b
		if lines[pair] == nil {
			lines[pair], order = map[string]string{}, append(order, pair)
		}
		if r.Interval != nil {
			lines[pair][r.measure] = r.amount(r.Estimate) + " (" + r.between(1) + ")" + map[bool]string{true: " *"}[r.apart()]
		}
	}
	t := newTable(append([]string{"a less b"}, spoken()...)...)
	for _, pair := range order {
		cells := []string{pair}
		for _, name := range spoken() {
			cell := lines[pair][name]
			if cell == "" {
				cell = words.None
			}
			cells = append(cells, cell)
		}
		t.AppendRow(row(cells...))
	}
	return "\n" + t.Render() + "\nDifferences with their 95% intervals; * is told apart. Sentences, sizes of effects and all other measures stand in comparison.csv.\n"
}

// verdicts are the sentences on every pair, of many only what the table does not say, and
// the lines of the oracles.
func (c *contrast) verdicts() []string {
	var lines []string
	family := c.family()
	for _, name := range spoken() {
		for _, r := range c.pairs {
			if r.measure == name && family <= mostVerdicts {
				lines = append(lines, r.verdict()+c.robust.sign(&r))
			}
		}
	}
	lines = append(lines, c.oracles()...)
	if family > 0 {
		lines = append(lines, words.Family(family))
	}
	return lines
}

// priced is what force costs those who use it, in the tables wherever a mediator presses
// or pays.
func (f *finding) priced() []string {
	const cost = "leverage_cost"
	for _, r := range f.files.Summary {
		if r.Measure == cost && (r.Estimate != 0 || presses(r.Mediator)) {
			return []string{cost}
		}
	}
	return nil
}
