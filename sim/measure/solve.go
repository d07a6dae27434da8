package measure

import (
	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// Options say how a space of deals is to be mapped. The zero value is ready to use.
type Options struct {
	Signatories []int   // places of those who sign, in the order of Point.Utilities; nil: in the order of the case
	Limit       float64 // deals up to which every one is looked at; 0: 30 million
	Samples     int     // deals in the cloud; 0: 300, negative: none
}

// Point is a deal and what it is worth to those who sign.
type Point struct {
	Deal      agenda.Deal
	Utilities []float64 // in the order of Options.Signatories [worth]
}

// Solutions are who could have had what, at a table's present numbers. Points are
// nil when no deal is acceptable; equal points are the first in document order (the
// last issue runs fastest), equal meaning within 1e-12.
type Solutions struct {
	Outcomes float64 // size of the space of deals
	Frontier []Point // undominated among acceptable deals, best for the first signatory first; one deal a vector of utilities
	Outline  []Point // undominated among all deals, whatever the fallbacks and lines
	Samples  []Point // some deals, drawn evenly; the same ones every time

	Nash             *Point // largest product of gains over the fallbacks
	KalaiSmorodinsky *Point // largest least share of what each could gain at most in acceptable deals
	Egalitarian      *Point // largest least gain
	Welfare          *Point // largest sum of utilities

	Opposition       float64  // least distance of an acceptable deal from everybody's best, each on the scale of its best in the whole space; 0 when nothing is acceptable
	RationalFraction float64  // share of deals that are acceptable and leave every signatory more than its fallback [share]
	Warnings         []string // what was not exact, and why
}

// Solve maps the space of deals of a table at its present numbers.
func Solve(t *talks.Table, o Options) Solutions {
	return Solutions{Outcomes: t.Agenda.Size()}
}
