package document

import (
	"fmt"
	"math"
)

// Bounds is what a number may be. It is made by Between, AtLeast, Above or Any;
// Unit may be set afterwards with In. The zero value allows 0 only.
type Bounds struct {
	Min, Max float64 // may be infinite
	Open     bool    // Min itself is not allowed
	Unit     string  // the unit that the code expects; "" when any will do
	whole    bool    // whole numbers only
}

// Between allows min to max, both included.
func Between(min, max float64) Bounds { return Bounds{Min: min, Max: max} }

// AtLeast allows min and more.
func AtLeast(min float64) Bounds { return Bounds{Min: min, Max: math.Inf(1)} }

// Above allows more than min.
func Above(min float64) Bounds { return Bounds{Min: min, Max: math.Inf(1), Open: true} }

// Any allows every finite number.
func Any() Bounds { return Bounds{Min: math.Inf(-1), Max: math.Inf(1)} }

// In is b with the unit that a number must have if it names one.
func (b Bounds) In(unit string) Bounds {
	b.Unit = unit
	return b
}

// keeps says whether x is within the bounds.
func (b Bounds) keeps(x float64) bool {
	return x >= b.Min && x <= b.Max && !(b.Open && x == b.Min) &&
		!(b.whole && (x != math.Trunc(x) || math.Abs(x) >= 1<<53))
}

// String is the bounds in words, e.g. "a number from 0 to 1".
func (b Bounds) String() string {
	noun := "a number"
	if b.whole {
		noun = "a whole number"
	}
	switch {
	case !math.IsInf(b.Min, 0) && !math.IsInf(b.Max, 0) && b.Open:
		return fmt.Sprintf("%s above %s, up to %s", noun, decimal(b.Min), decimal(b.Max))
	case !math.IsInf(b.Min, 0) && !math.IsInf(b.Max, 0):
		return fmt.Sprintf("%s from %s to %s", noun, decimal(b.Min), decimal(b.Max))
	case !math.IsInf(b.Min, 0) && b.Open:
		return fmt.Sprintf("%s above %s", noun, decimal(b.Min))
	case !math.IsInf(b.Min, 0):
		return fmt.Sprintf("%s of at least %s", noun, decimal(b.Min))
	case !math.IsInf(b.Max, 0):
		return fmt.Sprintf("%s of at most %s", noun, decimal(b.Max))
	}
	return noun
}
