package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// measured is a measure as charts write it.
type measured struct {
	name  string
	words string // what it is called, with a capital
	unit  string
	share bool // of runs, shown in percent
	odds  bool // a mean of chances, shown in percent as well
}

// wordings are what charts call measures whose names are short for something.
var wordings = map[string]string{
	"expected_peace_5y": "Five years’ peace",
	"peace":             "Peace watched",
	"day":               "Day of signature",
	"tilt":              "Tilt of gains",
	"pareto_distance":   "Gain left unused",
	"legitimacy":        "Legitimacy",
	"ambiguity":         "Vagueness of texts",
	"garbled":           "Errors in what is said",
	"late":              "Days lost to load",
	"peace_holds.1y":    "Peace holds one year",
	"peace_holds.2y":    "Peace holds two years",
	"peace_holds.5y":    "Peace holds five years",
	"narrative_gap":     "Public word above truth",
}

// measure is a measure as charts write it; one of which nothing is known keeps its
// name.
func (d Data) measure(name string) measured {
	m := measured{name: name, words: words.Capital(spaced(name))}
	if w, ok := wordings[name]; ok {
		m.words = w
	}
	if of, party, ok := strings.Cut(name, "."); ok && wordings[name] == "" {
		at := slices.IndexFunc(d.Parties, func(p Party) bool { return p.Name == party })
		m.words = fmt.Sprintf("%s of %s", words.Capital(spaced(of)), legible("party", at+1, party))
		if of == "short" {
			m.words = "Last text below the fallback of " + legible("party", at+1, party)
		}
		if of == "outcome" {
			m.words = words.Capital(outcome{name: party}.words())
		}
	}
	if i := slices.IndexFunc(d.Columns, func(c record.Column) bool { return c.Name == name }); i >= 0 {
		m.unit = d.Columns[i].Unit
		m.share = d.Columns[i].Kind == record.KindFlag
	}
	if i := slices.IndexFunc(d.Estimates, func(r record.SummaryRow) bool { return r.Measure == name }); i >= 0 {
		m.share = m.share || d.Estimates[i].Method == analysis.MethodWilson
	}
	switch {
	case m.share:
		m.unit = "% of runs"
	case name == "expected_peace_5y", strings.HasPrefix(name, "peace_holds."):
		m.unit, m.odds = "% chance", true
	case m.unit == "share":
		m.unit = "0–1"
	}
	return m
}

// label names an axis.
func (m measured) label() string {
	if m.unit == "" {
		return m.words
	}
	return m.words + " [" + m.unit + "]"
}

// inPercent tells whether values are written in percent.
func (m measured) inPercent() bool { return m.share || m.odds }

// factor is what a value is multiplied by to be written.
func (m measured) factor() float64 {
	if m.inPercent() {
		return 100
	}
	return 1
}

// shown are the measures to draw: those asked for, else the first few of the usual
// that the result has and that vary.
func (d Data) shown(usual []string, most int) ([]measured, error) {
	var found []measured
	if len(d.Measures) > 0 {
		for _, name := range d.Measures {
			if !slices.ContainsFunc(d.Estimates, func(r record.SummaryRow) bool { return r.Measure == name && r.N > 0 }) {
				return nil, fmt.Errorf("the summary holds no value of a measure %q", name)
			}
			found = append(found, d.measure(name))
		}
		return found, nil
	}
	for _, name := range usual {
		if len(found) < most && d.varies(name) {
			found = append(found, d.measure(name))
		}
	}
	found = bothOrNeither(found)
	if len(found) == 0 {
		return nil, fmt.Errorf("none of %s has a value that differs between %ss: all say the same", words.List(usual), d.each())
	}
	return found, nil
}

// bothOrNeither leaves out what a party gains where the other's gain is not shown.
func bothOrNeither(ms []measured) []measured {
	gains := 0
	for _, m := range ms {
		gains += one(m.family() == gain)
	}
	if gains != 1 {
		return ms
	}
	return slices.DeleteFunc(ms, func(m measured) bool { return m.family() == gain })
}

// gain begins the names of what parties gain.
const gain = "gain"

// family is what measures of several parties have in common: they share a scale, so
// that no party's looks larger than it is.
func (m measured) family() string {
	if of := beforeDot(m.name); of == gain {
		return of
	}
	return m.name
}

// varies tells whether a measure differs from one estimate to another.
func (d Data) varies(name string) bool {
	first, any := 0.0, false
	for _, r := range d.Estimates {
		switch {
		case r.Measure != name || r.N == 0 || math.IsNaN(r.Estimate) || math.IsInf(r.Estimate, 0):
		case !any:
			first, any = r.Estimate, true
		case r.Estimate != first:
			return true
		}
	}
	return false
}

// belligerentMeasures are a measure of each party that must sign, of two at most.
func (d Data) belligerentMeasures(name string) []string {
	var all []string
	for _, p := range d.belligerents() {
		if len(all) < 2 {
			all = append(all, name+"."+p.Name)
		}
	}
	return all
}

// estimates finds the lines of the summary.
type estimates map[estimateKey]record.SummaryRow

type estimateKey struct {
	arm
	measure string
}

// estimatesOf sorts the lines of some measures.
func (d Data) estimatesOf(ms []measured) estimates {
	e := make(estimates)
	for _, r := range d.Estimates {
		if r.N > 0 && slices.ContainsFunc(ms, func(m measured) bool { return m.name == r.Measure }) {
			e[estimateKey{arm{r.Point, r.Mediator}, r.Measure}] = r
		}
	}
	return e
}

// at finds a line; one whose estimate is no number counts as missing.
func (e estimates) at(point int, mediator, measure string) (record.SummaryRow, bool) {
	r, ok := e[estimateKey{arm{point, mediator}, measure}]
	return r, ok && !math.IsNaN(r.Estimate) && !math.IsInf(r.Estimate, 0)
}

// ends are an estimate's interval, or the estimate itself where it has none.
func ends(r record.SummaryRow) (low, high float64) {
	if r.Interval == nil {
		return r.Estimate, r.Estimate
	}
	return r.Interval.Low, r.Interval.High
}

// value writes a value of the measure, with its sign of percent.
func (m measured) value(v float64) string {
	if m.inPercent() {
		return percent(v)
	}
	return short3(v)
}

func beforeDot(name string) string {
	of, _, _ := strings.Cut(name, ".")
	return of
}
