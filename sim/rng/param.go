package rng

import "math"

// Shape is the distribution of a parameter over its range.
type Shape uint8

// Shapes.
const (
	Fixed      Shape = iota // always the base
	Triangular              // from low to high with its mode at the base
	Uniform                 // from low to high
	TwoPoint                // low or high, with the base as mean
)

// Param is one number of a scenario: a value or a range, and the key of its draw.
type Param struct {
	Low, Base, High float64
	Shape           Shape
	Key             Key
}

// Constant is a parameter that does not vary.
func Constant(x float64) Param { return Param{Low: x, Base: x, High: x} }

// Varies reports whether runs differ in it.
func (p *Param) Varies() bool { return p.Shape != Fixed && p.Low < p.High }

// Draw is the parameter's value in the run with this seed, by inversion of the one
// uniform that belongs to its key.
func (p *Param) Draw(s Seed) float64 {
	if !p.Varies() {
		return p.Base
	}
	return p.Invert(s.Uniform(p.Key))
}

// Invert is the quantile of the parameter at u in [0,1].
func (p *Param) Invert(u float64) float64 {
	span := p.High - p.Low
	switch p.Shape {
	case Uniform:
		return p.Low + float64(u*span)
	case TwoPoint:
		if u*span < p.High-p.Base {
			return p.Low
		}
		return p.High
	case Triangular:
		if rise := p.Base - p.Low; u*span < rise {
			return p.Low + math.Sqrt(u*span*rise)
		}
		return p.High - math.Sqrt((1-u)*span*(p.High-p.Base))
	}
	return p.Base
}
