// Package clock says how long peace agreements hold: the survival clock that a
// signed deal starts, and the one yearly rate that is worth the same to a party
// that discounts the future.
//
// It is a leaf and knows no party: parties price the rate in the room, and after
// the signature the same clock tells when the peace collapsed.
package clock

import (
	"fmt"
	"math"
)

// Clock is the survival S0(t) of the reference deal, t in years since signature.
// A deal whose hazard is m times the reference's survives S0(t)^m.
type Clock struct {
	constant bool
	rate     float64
}

// Published is the clock fitted to the survival of 336 agreements of 1975–2021
// in the UCDP Peace Agreement Dataset (Kaplan–Meier at 3 and 6 months, 1, 2, 3, 5
// and 10 years, each met within .006):
//
//	S0(t) = .656 + .344·exp(−1.05·t^.69)
//
// About two thirds of agreements do not collapse at all.
func Published() Clock { return Clock{} }

// Constant is the memoryless clock exp(−rate·t), rate per year, under which the
// commitment problem has closed forms.
func Constant(rate float64) Clock { return Clock{constant: true, rate: rate} }

// The fit behind Published.
const (
	cured = .656
	scale = 1.05 // per year^shape
	shape = .69
)

// LogSurvival is ln S0(t), t ≥ 0 in years.
func (c Clock) LogSurvival(t float64) float64 {
	if c.constant {
		return -c.rate * t
	}
	return math.Log(cured + float64((1-cured)*math.Exp(-scale*math.Pow(t, shape))))
}

// Survival is S0(t)^m: the chance that a deal with relative hazard m still holds
// after t years.
func (c Clock) Survival(t, m float64) float64 { return math.Exp(m * c.LogSurvival(t)) }

// Collapse inverts the clock: the year at which a deal with relative hazard m
// collapses for a uniform draw u in [0,1); +Inf when it never does.
func (c Clock) Collapse(u, m float64) float64 {
	if m <= 0 || u <= 0 {
		return math.Inf(1)
	}
	target := math.Log(u) / m // ln S0 at the collapse
	if c.constant {
		if c.rate == 0 {
			return math.Inf(1)
		}
		return -target / c.rate
	}
	left := (math.Exp(target) - cured) / (1 - cured)
	if left <= 0 {
		return math.Inf(1)
	}
	return math.Pow(-math.Log(left)/scale, 1/shape)
}

// horizonRates is how many discount times 1/r the integral of Rate covers;
// e^-40 is below the last bit of a float64.
const horizonRates = 40

// Rate is the equivalent rate h: a party that discounts at r per year values a
// deal under the constant hazard h as it does under S0(t)^m,
//
//	h = r(1−Q)/Q,  Q = ∫0..∞ r·e^(−rt)·S0(t)^m dt        [per year]
//
// exact for the constant clock (h = m·rate), by quadrature otherwise.
func (c Clock) Rate(m, r float64) float64 {
	if c.constant {
		return m * c.rate
	}
	return newIntegral(c, r).rate(m)
}

// integral is the quadrature of Rate at one discount rate, with everything that
// does not depend on m worked out.
type integral struct {
	r                     float64
	logs, discount, weigh [nodes]float64
}

func newIntegral(c Clock, r float64) *integral {
	in := &integral{r: r}
	step := math.Exp(math.Log(horizonRates/r)/3) / (nodes - 1)
	for i := range nodes { // Simpson's rule
		y := step * float64(i)
		t := y * y * y // takes the cusp of t^.69 at zero out of the integrand
		in.logs[i] = c.LogSurvival(t)
		in.discount[i] = math.Log(3*y*y*r) - float64(r*t)
		in.weigh[i] = step / 3 * float64(2+2*(i%2))
	}
	in.weigh[0], in.weigh[nodes-1] = 0, step/3 // the integrand is 0 at 0
	in.discount[0] = 0
	return in
}

func (in *integral) rate(m float64) float64 {
	q := 0.0
	for i, w := range in.weigh {
		q += float64(w * math.Exp(float64(m*in.logs[i])+in.discount[i]))
	}
	return in.r * (1 - q) / q
}

// nodes of the quadrature, odd; agrees with ten times as many to seven digits over
// the tables' range. The rule is spelled out here because its sums have to come out
// the same on every processor.
const nodes = 241

// The grid of the tables: natural logarithm of the relative hazard.
const (
	minLog  = -9.0
	maxLog  = 4.0
	perUnit = 16
	entries = int((maxLog-minLog)*perUnit) + 1
)

// Rates is Rate at one discount rate, as a table over ln m.
type Rates struct {
	constant bool
	rate     float64
	table    [entries]float64
}

// At is the equivalent rate at relative hazard e^logm, by cubic interpolation
// (relative error below 6e-5 from 3% a year up); outside e^-9..e^4 the end of the table holds.
func (t *Rates) At(logm float64) float64 {
	if t.constant {
		return t.rate * math.Exp(logm)
	}
	x := (logm - minLog) * perUnit
	if x <= 1 {
		return t.table[1]
	}
	if x >= float64(entries-2) {
		return t.table[entries-2]
	}
	i := int(x)
	f := x - float64(i)
	a, b, c, d := t.table[i-1], t.table[i], t.table[i+1], t.table[i+2]
	// Lagrange's cubic through four neighbours.
	return float64(-a*f*(f-1)*(f-2)/6) + float64(b*(f+1)*(f-1)*(f-2)/2) -
		float64(c*(f+1)*f*(f-2)/2) + float64(d*(f+1)*f*(f-1)/6)
}

// Tables holds Rate over relative hazards and a span of discount rates, built
// once a case so that a run only interpolates.
type Tables struct {
	clock Clock
	span  [2]float64 // of discount rates, per year
	low   float64    // ln of the lowest
	step  float64    // between rows, in ln r
	rows  []Rates
}

// NewTables covers discount rates from low to high per year, both > 0.
func NewTables(c Clock, low, high float64) (*Tables, error) {
	if !(low > 0) || !(high >= low) || math.IsInf(high, 0) {
		return nil, fmt.Errorf("discount rates must be > 0 and finite, have %v to %v", low, high)
	}
	t := &Tables{clock: c, span: [2]float64{low, high}}
	if c.constant {
		return t, nil
	}
	const widest = 1. / 25 // rows this close in ln r leave a relative error below 2e-4
	n := 1
	if high > low {
		n = int(math.Ceil(math.Log(high/low)/widest)) + 1
		t.step = math.Log(high/low) / float64(n-1)
	}
	t.low = math.Log(low)
	t.rows = make([]Rates, n)
	for i := range t.rows {
		in := newIntegral(c, math.Exp(t.low+float64(t.step*float64(i))))
		for j := range t.rows[i].table {
			t.rows[i].table[j] = in.rate(math.Exp(minLog + float64(float64(j)/perUnit)))
		}
	}
	return t, nil
}

// Are tells whether these are the tables that [NewTables] would make.
func (t *Tables) Are(c Clock, low, high float64) bool {
	return t != nil && t.clock == c && t.span == [2]float64{low, high}
}

// At fills out with the table at discount rate r, which is held inside the span
// the tables cover.
func (t *Tables) At(r float64, out *Rates) {
	if t.clock.constant {
		out.constant, out.rate = true, t.clock.rate
		return
	}
	out.constant = false
	if len(t.rows) == 1 {
		out.table = t.rows[0].table
		return
	}
	x := (math.Log(r) - t.low) / t.step
	i := min(max(int(x), 0), len(t.rows)-2)
	f := min(max(x-float64(i), 0), 1)
	a, b := &t.rows[i].table, &t.rows[i+1].table
	for j := range out.table {
		out.table[j] = a[j] + float64(f*(b[j]-a[j]))
	}
}
