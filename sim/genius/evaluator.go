package genius

import (
	"fmt"
	"slices"
)

// scores reads what every level of an issue is worth to a profile, in [0,1], as GENIUS
// 10.4 computes it:
//
//	discrete  evaluation / largest evaluation of the issue; 0 for all where that is below 1e-5
//	integer   slope·(value − lower bound) + offset, held within [0,1]
//	real      linear: parameter1·value + parameter0, held within [0,1]; constant: parameter0;
//	          triangular: 0 at parameter0, 1 at parameter2, 0 at parameter1
//
// (EvaluatorDiscrete, EvaluatorInteger, EvaluatorReal and EVALFUNCTYPE of its source.)
//
// They are nil where too little could be read.
func scores(e *element, is *issue) []float64 {
	if kind := kindOf(e); kind != is.kind {
		e.fault("is of type "+kind, is.kind+", as in the domain", "")
		return nil
	}
	if is.kind == kindDiscrete {
		return evaluations(e, is)
	}
	if e.has("lowerbound") || e.first("range") != nil {
		if low, high, ok := bounds(e); ok && (low != is.low || high != is.high) {
			e.fault(fmt.Sprintf("runs from %g to %g", low, high), fmt.Sprintf("%g to %g, as in the domain", is.low, is.high), "")
		}
	}
	f := e.first("evaluator")
	if f == nil {
		e.fault("has no evaluator", "", "")
		return nil
	}
	value := curve(f, is)
	if value == nil {
		return nil
	}
	list := make([]float64, is.levels)
	for i := range list {
		list[i] = value(is.amount(i))
		if !(list[i] >= 0 && list[i] <= 1) {
			f.fault(fmt.Sprintf("issue %s is worth %g at %g", is.name, list[i], is.amount(i)), "a worth from 0 to 1", "")
			return nil
		}
	}
	return list
}

// least is the largest evaluation below which GENIUS takes all for nothing.
const least = 1e-5

// evaluations reads one evaluation for each value of a discrete issue.
func evaluations(e *element, is *issue) []float64 {
	given := map[string]float64{}
	for _, item := range e.all("item") {
		v, ok := item.word("value")
		if !ok {
			continue
		}
		if _, twice := given[v]; twice {
			item.fault("the value "+v+" stands there twice", "", "")
		}
		x, ok := item.number("evaluation")
		if ok && x < 0 {
			item.fault(fmt.Sprintf("evaluation is %g", x), "0 and more", "")
		}
		given[v] = x
		if !slices.Contains(is.values, v) {
			item.unknown(fmt.Sprintf("issue %s has no value %s in the domain", is.name, v), v, is.values)
		}
	}
	list, top := make([]float64, is.levels), 0.0
	for i, v := range is.values {
		x, ok := given[v]
		if !ok {
			e.fault("has no evaluation of "+v, "one for each value of the domain", "")
		}
		list[i], top = x, max(top, x)
	}
	for i := range list {
		if top < least {
			list[i] = 0
		} else {
			list[i] /= top
		}
	}
	return list
}

// curve reads the evaluator of an integer or real issue; nil when it is none.
func curve(f *element, is *issue) func(x float64) float64 {
	read := func(name string) float64 {
		x, _ := f.number(name)
		return x
	}
	kind, given := f.lookup("ftype")
	switch {
	case is.kind == kindInteger && (kind == "linear" || !given):
		slope, offset := read("slope"), read("offset")
		return func(x float64) float64 { return share(float64(slope*(x-is.low)) + offset) }
	case is.kind == kindReal && kind == "linear":
		slope, offset := read("parameter1"), read("parameter0")
		return func(x float64) float64 { return share(float64(slope*x) + offset) }
	case is.kind == kindReal && kind == "constant":
		x := read("parameter0")
		return func(float64) float64 { return x }
	case is.kind == kindReal && kind == "triangular":
		low, high, top := read("parameter0"), read("parameter1"), read("parameter2")
		return func(x float64) float64 { return triangle(x, low, high, top) }
	case is.kind == kindInteger:
		f.fault(fmt.Sprintf("issue %s has an evaluator of ftype %q", is.name, kind), "linear, with slope and offset", "")
	default:
		f.fault(fmt.Sprintf("issue %s has an evaluator of ftype %q", is.name, kind), "linear, constant or triangular", "")
	}
	return nil
}

func share(x float64) float64 { return min(max(x, 0), 1) }

// triangle rises from low to top and falls to high.
func triangle(x, low, high, top float64) float64 {
	switch {
	case x < low:
		return 0
	case x < top:
		return (x - low) / (top - low)
	case x < high:
		return 1 - (x-top)/(high-top)
	}
	return 0
}
