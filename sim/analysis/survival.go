package analysis

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// The ways an estimate of times to an event is made.
const (
	MethodKaplanMeier    = "kaplan-meier"    // share without the event, or with it, by a time: Greenwood's interval
	MethodRestrictedMean = "restricted-mean" // area under the curve up to a time: normal interval
)

// Spell is how long one run was followed and how that ended: with the event, or
// with the event still to come (censored).
type Spell struct {
	Time  float64 // any unit, at least 0
	Event bool
}

// Transform is the scale on which an interval of survival is symmetric.
type Transform uint8

// The transforms, as in common use.
const (
	Plain  Transform = iota // survival itself
	Log                     // its logarithm
	LogLog                  // the logarithm of its negative logarithm
)

// Step is a survival curve from one time to the next.
type Step struct {
	Time     float64
	AtRisk   int     // runs followed up to this time
	Events   int     // events at this time
	Censored int     // runs followed no further than this time
	Survival float64 // share without the event after this time
	StdErr   float64 // of Survival, by Greenwood's formula; 0 once Survival is 0
	Low      float64 // interval of Survival; Survival itself where that is 0 or 1
	High     float64
}

// Curve is a Kaplan–Meier curve, one step a distinct time, times rising.
type Curve []Step

// KaplanMeier estimates survival (Kaplan & Meier 1958) with intervals of the
// given level on the given scale, cut to [0, 1].
func KaplanMeier(spells []Spell, scale Transform, level float64) (Curve, error) {
	all, err := NewSpells(spells...)
	if err != nil {
		return nil, err
	}
	return all.KaplanMeier(scale, level)
}

// KaplanMeier is [KaplanMeier] of the spells taken in so far, of which there must be
// one at least.
func (s *Spells) KaplanMeier(scale Transform, level float64) (Curve, error) {
	if s.n == 0 {
		return nil, errors.New("no spells")
	}
	curve := s.steps()
	z, err := normal(level)
	if err != nil {
		return nil, err
	}
	if scale > LogLog {
		return nil, fmt.Errorf("no such transform: %d", scale)
	}
	survival, hazard := 1.0, 0.0 // hazard: Greenwood's sum, the variance of log survival
	for i := range curve {
		s := &curve[i]
		d, n := float64(s.Events), float64(s.AtRisk)
		survival *= (n - d) / n
		s.Survival = survival
		if survival > 0 {
			hazard += d / (n * (n - d))
			s.StdErr = survival * math.Sqrt(hazard)
		}
		s.Low, s.High = scale.interval(survival, z*math.Sqrt(hazard))
	}
	return curve, nil
}

// interval returns the interval of a survival s whose logarithm is uncertain by
// half to either side.
func (t Transform) interval(s, half float64) (low, high float64) {
	if s <= 0 || s >= 1 {
		return s, s
	}
	switch t {
	case Log:
		low, high = s*math.Exp(-half), s*math.Exp(half)
	case LogLog:
		stretch := half / math.Log(s)
		low, high = math.Pow(s, math.Exp(-stretch)), math.Pow(s, math.Exp(stretch))
	default:
		low, high = s-float64(s*half), s+float64(s*half)
	}
	return max(0, low), min(1, high)
}

// Median returns the first time at which half the runs have had the event, the
// middle of the step when exactly half have; false when it never comes to that.
func (c Curve) Median() (float64, bool) {
	return c.halved(func(s Step) float64 { return s.Survival })
}

// MedianLow and MedianHigh return the ends of the median's interval, the times
// at which the interval's ends are halved; false where they never are.
func (c Curve) MedianLow() (float64, bool) {
	return c.halved(func(s Step) float64 { return s.Low })
}

// MedianHigh returns the upper end of the median's interval: see [Curve.MedianLow].
func (c Curve) MedianHigh() (float64, bool) {
	return c.halved(func(s Step) float64 { return s.High })
}

func (c Curve) halved(value func(Step) float64) (float64, bool) {
	const tolerance = 1e-12 // products of ratios that make one half exactly
	for i, s := range c {
		if value(s) > 0.5+tolerance {
			continue
		}
		if value(s) >= 0.5-tolerance {
			for _, next := range c[i+1:] {
				if value(next) < 0.5-tolerance {
					return (s.Time + next.Time) / 2, true
				}
			}
		}
		return s.Time, true
	}
	return 0, false
}

// RestrictedMean returns the mean time without the event up to tau > 0, the area
// below the curve, and its standard error. Past its last step the curve is flat.
func (c Curve) RestrictedMean(tau float64) (mean, stdErr float64, err error) {
	if !(tau > 0) || math.IsInf(tau, 0) {
		return 0, 0, fmt.Errorf("a restricted mean needs a time above 0, have %g", tau)
	}
	end, variance := tau, 0.0
	for _, s := range slices.Backward(c) {
		if s.Time >= tau {
			continue
		}
		mean += float64(s.Survival * (end - s.Time)) // area from this step to tau
		end = s.Time
		if d, n := float64(s.Events), float64(s.AtRisk); d < n {
			variance += float64(mean * mean * d / (n * (n - d)))
		}
	}
	return mean + end, math.Sqrt(variance), nil
}

// At returns the curve at a time; false past its last step, unless nobody is left at
// risk there because all had the event.
func (c Curve) At(t float64) (Step, bool) {
	at := Step{Survival: 1, Low: 1, High: 1}
	for i, s := range c {
		if s.Time > t {
			return at, true
		}
		if at = s; i == len(c)-1 {
			return at, t == s.Time || s.Survival == 0
		}
	}
	return at, false
}

// RestrictedMeanWithin returns the mean of [Curve.RestrictedMean] with its normal
// interval, cut to [0, tau].
func (c Curve) RestrictedMeanWithin(tau, level float64) (float64, Interval, error) {
	z, err := normal(level)
	if err != nil {
		return 0, Interval{}, err
	}
	mean, stdErr, err := c.RestrictedMean(tau)
	half := float64(z * stdErr)
	return mean, Interval{Low: max(0, mean-half), High: min(tau, mean+half)}, err
}
