package page

import (
	"slices"

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
