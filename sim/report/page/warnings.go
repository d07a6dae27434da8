package page

import (
	"slices"
	"strings"

	"shuttle/sim/report/words"
)

// warnings are what is to be read beside every number, and what no number shows.
func (b *builder) warnings() []part {
	seen := part{Text: []string{"The program noted nothing unusual about this result."}}
	if noted := b.noted(); len(noted) > 0 {
		seen = part{Text: []string{"The program noted:"}, List: noted}
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

// noted are the warnings, each once: points of a design repeat each other.
func (b *builder) noted() []string {
	var noted []string
	for _, w := range b.Warnings {
		if name, rest, ok := strings.Cut(w, ": "); ok && b.terms[name] != "" {
			w = words.Label(name) + ": " + rest
		}
		if s := words.Sentence(w); !slices.Contains(noted, s) {
			noted = append(noted, s)
		}
	}
	return noted
}

// fewNotes is how many warnings stand beside the numbers; all stand in a section of
// their own.
const fewNotes = 3

// besideNumbers are the first warnings, to be read with the tables.
func (b *builder) besideNumbers() []string {
	noted := b.noted()
	if more := len(noted) - fewNotes; more > 0 {
		noted = append(noted[:fewNotes], words.Plural(more, "more warning stands", "more warnings stand")+" below, under warnings and limits.")
	}
	return noted
}
