package experiment

import (
	"fmt"
	"slices"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// Known is what an experiment may name that is defined elsewhere: what is drawn, and what
// is said of its runs. Where a part is not given, every name of that kind is taken.
type Known struct {
	Charts   []string
	Measures func(*scenario.Scenario) []string // of the runs of a scenario
}

// charts reads the names of charts.
func (k Known) charts(list *document.List) []string {
	var names []string
	for _, v := range list.Values() {
		if k.Charts == nil {
			names = append(names, v.Text())
		} else {
			names = append(names, v.Choice(k.Charts))
		}
	}
	return names
}

// measures reads the names of measures. Those of a scenario with faults are not known.
func (k Known) measures(list *document.List, s *scenario.Scenario) []string {
	var names, all []string
	if k.Measures != nil && s != nil && list.Len() > 0 {
		all = k.Measures(s)
	}
	for _, v := range list.Values() {
		name := v.Text()
		if all != nil && name != "" && !slices.Contains(all, name) {
			v.Fault(fmt.Sprintf("%q is not known", name), "what is estimated of the runs, a name of `shuttle list measures` or `estimates`, with its party behind a dot where each has one", document.Nearest(name, all))
		}
		names = append(names, name)
	}
	return names
}
