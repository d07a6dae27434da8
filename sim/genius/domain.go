package genius

import (
	"fmt"
	"math"

	"shuttle/agents/agenda"
)

// issue is a question of a domain and the ladder that becomes of it.
type issue struct {
	name      string
	kind      string   // discrete, integer or real
	values    []string // discrete
	low, high float64  // integer and real
	levels    int
}

// The kinds of issue of the format.
const (
	kindDiscrete = "discrete"
	kindInteger  = "integer"
	kindReal     = "real"
)

// amount is what level i of a ladder of numbers stands for.
func (is *issue) amount(i int) float64 {
	if i == is.levels-1 {
		return is.high
	}
	return is.low + float64(is.step()*float64(i))
}

// step is the distance of two levels; 1 where there is only one.
func (is *issue) step() float64 {
	if is.levels == 1 {
		return 1
	}
	return (is.high - is.low) / float64(is.levels-1)
}

// readDomain reads the issues of a domain, in the order of the file, through nested
// objectives. Real issues are cut into steps.
func readDomain(p *page, root *element, steps int) []issue {
	if root.tag != "negotiation_template" {
		root.fault("is not the top of a domain", "negotiation_template; the domain is named before the profiles", "")
		return nil
	}
	var issues []issue
	seen := map[string]bool{}
	root.each("issue", func(e *element) {
		is, ok := readIssue(e, steps)
		switch {
		case !ok:
		case seen[is.name]:
			e.fault("stands there twice", "a name of its own for each issue", "")
		default:
			seen[is.name] = true
			issues = append(issues, is)
		}
	})
	switch {
	case len(p.faults) > 0:
	case len(issues) == 0:
		root.fault("has no issues", "", "")
	case len(issues) > agenda.MaxIssues:
		root.fault(fmt.Sprintf("has %d issues", len(issues)), fmt.Sprintf("at most %d", agenda.MaxIssues), "")
	}
	return issues
}

// kindOf is what an issue says it is; GENIUS takes one that says nothing for discrete.
func kindOf(e *element) string {
	for _, name := range []string{"type", "vtype", "etype"} {
		if kind, ok := e.lookup(name); ok {
			return kind
		}
	}
	return kindDiscrete
}

// readIssue reads one of them.
func readIssue(e *element, steps int) (issue, bool) {
	name, named := e.word("name")
	is := issue{name: name, kind: kindOf(e)}
	ok := true
	switch is.kind {
	case kindDiscrete:
		is.values = values(e)
		is.levels = len(is.values)
	case kindInteger, kindReal:
		ok = is.span(e, steps)
	default:
		e.fault(fmt.Sprintf("is of type %q", is.kind), "discrete, integer or real", "")
		ok = false
	}
	if ok && (is.levels < 1 || is.levels > agenda.MaxLevels) {
		e.fault(fmt.Sprintf("has %d values", is.levels), fmt.Sprintf("1 to %d", agenda.MaxLevels), "")
		ok = false
	}
	return is, ok && named
}

// span reads the range of an issue of numbers.
func (is *issue) span(e *element, steps int) (ok bool) {
	if is.low, is.high, ok = bounds(e); !ok {
		return false
	}
	switch is.levels = steps + 1; {
	case is.kind == kindInteger && (is.low != math.Trunc(is.low) || is.high != math.Trunc(is.high)):
		e.fault(fmt.Sprintf("runs from %g to %g", is.low, is.high), "whole numbers", "")
		return false
	case is.kind == kindInteger:
		is.levels = int(is.high-is.low) + 1
	case is.low == is.high:
		is.levels = 1
	case is.step() < finest*max(math.Abs(is.low), math.Abs(is.high)):
		e.fault("the range is too narrow to be cut into steps", "", "")
		return false
	}
	return true
}

// finest is the least step of a ladder, as a share of its larger end: its levels are
// named by twelve digits.
const finest = 1e-10

// values reads what a discrete issue can come to.
func values(e *element) []string {
	var list []string
	seen := map[string]bool{}
	for _, item := range e.all("item") {
		v, ok := item.word("value")
		if ok && seen[v] {
			item.fault("the value "+v+" stands there twice", "", "")
		}
		seen[v] = true
		list = append(list, v)
	}
	return list
}

// bounds reads a range: attributes of the issue, or of an element of their own.
func bounds(e *element) (low, high float64, ok bool) {
	if r := e.first("range"); r != nil && !e.has("lowerbound") {
		e = r
	}
	low, okLow := e.number("lowerbound")
	high, okHigh := e.number("upperbound")
	if ok = okLow && okHigh; ok && low > high {
		e.fault(fmt.Sprintf("the lower bound %g is above the upper bound %g", low, high), "", "")
		ok = false
	}
	return low, high, ok
}
