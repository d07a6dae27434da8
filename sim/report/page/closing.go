package page

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/report/words"
)

// warnings are what is to be read beside every number, and what no number shows.
func (b *builder) warnings() []part {
	seen := part{Text: []string{"The program noted nothing unusual about this result."}}
	if len(b.Warnings) > 0 {
		seen = part{Text: []string{"The program noted:"}}
		for _, w := range b.Warnings {
			seen.List = append(seen.List, words.Sentence(w))
		}
	}
	limits := part{Head: "What these results are not", List: []string{
		"No forecast and no advice: they show what follows from the stated assumptions, over the stated ranges, and how often.",
		words.Noise,
		"Utilities of governments are not welfare, and are not comparable across parties.",
		"The Nash point and the Nash product reward a strong fallback: they are no standard of fairness.",
		"Pressure and other coercion are varied and priced, never optimised.",
	}}
	if b.Case.Live {
		limits.List = slices.Insert(limits.List, 0, words.Sentence(b.Case.Caveat))
	}
	return []part{seen, limits}
}

// reproduce says how to get the same numbers again.
func (b *builder) reproduce() []part {
	o := b.Origin
	parts := []part{
		{Text: []string{"In the folder of this result; the same program gives the same data, byte for byte:"}, Code: o.Commands},
		{Terms: []entry{
			{Term: Term{Name: "Master seed", Text: fmt.Sprint(o.Seed)}},
			{Term: Term{Name: "Configuration, SHA-256", Text: o.ConfigHash}},
			{Term: Term{Name: "Program", Text: program(o)}},
		}},
	}
	if len(o.Files) > 0 {
		t := b.table("Files of the result", append(texts("file"), append(numbers("bytes"), texts("SHA-256")...)...)...)
		t.Class = "dense"
		for _, f := range o.Files {
			t.Rows = append(t.Rows, []cell{head(f.Name), count(int(f.Size)), word(f.SHA256)})
		}
		parts = append(parts, part{Table: t})
	}
	return parts
}

// program names the program that made the result.
func program(o Origin) string {
	return fmt.Sprintf("shuttle %s, revision %s", o.Version, o.Revision)
}

// cite says how to name the result in print.
func (b *builder) cite() []part {
	o := b.Origin
	hash := o.ConfigHash[:min(16, len(o.ConfigHash))]
	text := fmt.Sprintf("“%s”. Simulation result of %s; %s, master seed %d, configuration %s", b.title(), program(o),
		words.Plural(b.Runs*len(b.Mediators)*b.points, "run", "runs"), o.Seed, hash)
	if o.Date != "" {
		text += "; made " + o.Date
	}
	lines := []string{text + "."}
	if b.Case.Live {
		lines[0] += " " + words.Sentence(b.Case.Caveat)
	}
	return []part{{Text: append(lines, "When one number is quoted, quote its interval, the number of runs and the assumptions it rests on. Sources of single numbers stand beside them in the list of assumptions.")}}
}

// glossary explains measures, endings and terms.
func (b *builder) glossary() []part {
	var measures, outcomes []entry
	for _, m := range b.Measures {
		base := strings.TrimSuffix(m.Name, ".<party>")
		t := Term{Name: label(base), Unit: m.Unit, Text: words.Sentence(m.Text)}
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
