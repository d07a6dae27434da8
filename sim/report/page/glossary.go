package page

import (
	"strings"

	"shuttle/sim/report/words"
)

// glossary explains measures, endings and terms.
func (b *builder) glossary() []part {
	var measures, outcomes []entry
	for _, m := range b.Measures {
		base := strings.TrimSuffix(m.Name, ".<party>")
		t := Term{Name: words.Label(base), Unit: m.Unit, Text: words.Sentence(m.Text)}
		if base != m.Name {
			t.Name += " of a party"
		}
		measures = append(measures, entry{b.terms[base], t})
	}
	for _, o := range b.Outcomes {
		outcomes = append(outcomes, entry{b.terms["outcome."+o.Name], Term{Name: o.Name, Text: words.Sentence(o.Text)}})
	}
	var terms []entry
	for _, t := range vocabulary() {
		terms = append(terms, entry{Term: t})
	}
	return []part{{Head: "Measures", Terms: measures}, {Head: "How a run can end", Terms: outcomes}, {Head: "Terms", Terms: terms}}
}

// vocabulary are the words that readers of other fields may not know.
func vocabulary() []Term {
	return []Term{
		{Name: "95% interval", Text: "Where the value would lie if very many runs were played, with 95% confidence. Of shares by Wilson's score method, of means by the bootstrap (BCa) or, over many runs, by Student's t. It says nothing of the assumptions."},
		{Name: "Difference run by run", Text: "Runs of the same number have the same parties and the same world under every mediator, so that the difference of each pair of runs is the mediator's doing. Shares by the score interval of paired shares and McNemar's test, means by the paired t."},
		{Name: "Fallback, worth of no deal", Text: "What a party expects if nothing is signed: it signs only what it thinks worth at least as much."},
		{Name: "Mediator that sees the truth", Text: "An oracle: it knows what everything is worth to everybody, which no mediator does. A line to compare with, never a rival."},
		{Name: "Run", Text: "One course of talks, with parties and world drawn from the ranges of the scenario."},
		{Name: "Zone of agreement", Text: "There is one when some deal exists that nobody whose consent is needed would refuse."},
	}
}
