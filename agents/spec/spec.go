// Package spec describes the parameters of a player: one typed field each, with
// unit, range and source, so that a scenario can read them, a catalog can print
// them and a sweep can vary them.
//
// The exported struct of a tactic or a strategy is its parameter set; its Fields
// method points at the struct's own fields. It is a leaf.
package spec

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Field is one parameter. Exactly one of Number, Flag and Choice is set.
type Field struct {
	Name   string // key in a scenario
	Doc    string // what it means
	Unit   string // of Number; "-" when it has none
	Source string // where the default comes from; "own choice" is an honest source

	Number   *float64
	Min, Max float64 // inclusive bounds of Number
	Flag     *bool
	Choice   *string
	Options  []string // what Choice may be
}

// Spec is a parameter set.
type Spec interface{ Fields() []Field }

// Validate names every field that is out of its range.
func Validate(s Spec) error {
	var errs []error
	for _, f := range s.Fields() {
		switch {
		case f.Number != nil && !(*f.Number >= f.Min && *f.Number <= f.Max):
			errs = append(errs, fmt.Errorf("%s: must be %s, have %v", f.Name, Bounds(f), *f.Number))
		case f.Whole() && *f.Number != math.Trunc(*f.Number):
			errs = append(errs, fmt.Errorf("%s: must be a whole number, have %v", f.Name, *f.Number))
		case f.Choice != nil && !slices.Contains(f.Options, *f.Choice):
			errs = append(errs, fmt.Errorf("%s: must be one of %v, have %q", f.Name, f.Options, *f.Choice))
		}
	}
	return errors.Join(errs...)
}

// Whole reports whether the field counts something.
func (f *Field) Whole() bool {
	return f.Number != nil && (f.Unit == "count" || f.Unit == "rounds")
}

// Bounds spells out the range of a number.
func Bounds(f Field) string {
	switch {
	case math.IsInf(f.Max, 1) && math.IsInf(f.Min, -1):
		return "any number"
	case math.IsInf(f.Max, 1):
		return fmt.Sprintf("at least %g", f.Min)
	case math.IsInf(f.Min, -1):
		return fmt.Sprintf("at most %g", f.Max)
	}
	return fmt.Sprintf("%g to %g", f.Min, f.Max)
}
