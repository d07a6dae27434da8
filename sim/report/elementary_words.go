package report

import (
	"fmt"
	"slices"
	"strings"
)

// allClear tells whether what chance adds is taken out of all.
func allClear(all []elementary) bool {
	return !slices.ContainsFunc(all, func(e elementary) bool { return !e.clear.known() })
}

// sizeName begins the sentence that says what is shown.
func sizeName(all []elementary) string {
	if allClear(all) {
		return "Size (root mean square), without what chance adds to it,"
	}
	return "Mean size (μ* of Campolongo, Cariboni and Saltelli 2007)"
}

// chanceNote says below a figure whether chance is taken out.
func chanceNote(all []elementary) string {
	if allClear(all) {
		return "; noise taken out"
	}
	return "; noise adds to sizes"
}

// chanceWords says in a caption how that is done, or that it is not.
func chanceWords(all []elementary) string {
	if allClear(all) {
		return "The mean of sizes counts simulation noise as effect. Therefore runs of even and of odd number tell each effect apart from one another: their noise has nothing in common, so that the mean product of the two is the mean square of the effects without noise, " +
			"and its root is shown, 0 where it is negative (own choice). Lines are 95% intervals of it (Student, of the products; upwards at least as far as noise alone would make the mean size); they reach 0 also where a factor acts from some starting points only. A factor is told from noise where the halves agree better than they would without effects (F of their sums and differences squared, at 1%)."
	}
	return "Simulation noise counts as effect in it, the more the fewer the runs: this result does not hold the halves of its runs by which it could be taken out. Lines are 95% intervals (Student), which do not cover that."
}

// withChance says what the mean sizes are with chance left in, and what chance alone
// would make of them; nothing where that is not known.
func withChance(all []elementary, m measured) string {
	var parts []string
	for _, e := range all {
		if e.clear.known() && e.mean > 0 {
			parts = append(parts, fmt.Sprintf("%s %s (%s)", e.factor.called(), short3(e.mean*m.factor()), short3(e.clear.floor*m.factor())))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("Mean sizes μ* for %s with noise left in (in brackets what noise alone would make of them): %s.", m.words, strings.Join(parts, "; "))
}
