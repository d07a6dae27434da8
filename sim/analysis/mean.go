package analysis

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Moments takes in a stream of numbers and keeps their count, mean and spread
// by Welford's recurrence. The zero Moments is ready.
type Moments struct {
	n    int
	mean float64
	m2   float64 // sum of squared deviations from the mean
}

// Add takes in one number.
func (m *Moments) Add(x float64) {
	m.n++
	d := x - m.mean
	m.mean += d / float64(m.n)
	m.m2 += float64(d * (x - m.mean))
}

// N returns how many numbers were taken in.
func (m *Moments) N() int { return m.n }

// Mean returns their mean, 0 of none.
func (m *Moments) Mean() float64 { return m.mean }

// SD returns their standard deviation (divisor n-1), 0 of fewer than two.
func (m *Moments) SD() float64 {
	if m.n < 2 {
		return 0
	}
	return math.Sqrt(m.m2 / float64(m.n-1))
}

// T returns Student's interval of the mean; at least two numbers are needed.
func (m *Moments) T(level float64) (Interval, error) {
	if err := checkLevel(level); err != nil {
		return Interval{}, err
	}
	if m.n < 2 {
		return Interval{}, errors.New("need at least 2 values for a t interval")
	}
	half := float64(m.student().Quantile(0.5+level/2) * m.SD() / math.Sqrt(float64(m.n)))
	return Interval{Low: m.mean - half, High: m.mean + half}, nil
}

func (m *Moments) student() distuv.StudentsT {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(m.n - 1)}
}

// MeanT returns the mean of at least two values and Student's interval of it.
func MeanT(xs []float64, level float64) (float64, Interval, error) {
	if err := checkValues(xs, 2); err != nil {
		return 0, Interval{}, err
	}
	var m Moments
	for _, x := range xs {
		m.Add(x)
	}
	at, err := m.T(level)
	return m.Mean(), at, err
}

// Paired is a comparison of two strategies on the same seeds.
type Paired struct {
	N        int
	Mean     float64 // mean of a - b
	SD       float64 // standard deviation of a - b
	Interval Interval
	T        float64 // Mean in standard errors; 0 when all differences are 0
	P        float64 // two-sided p of Mean being 0, by Student's t
	Effect   float64 // Mean in SD (Cohen's d_z); 0 when all differences are 0
}

// PairedT compares a and b value by value: the mean of a - b with Student's
// interval. At least two pairs are needed. When all differences are equal and
// not 0 there is no t: it is an error.
func PairedT(a, b []float64, level float64) (Paired, error) {
	if len(a) != len(b) {
		return Paired{}, errLengths
	}
	if err := errors.Join(checkValues(a, 2), checkValues(b, 2)); err != nil {
		return Paired{}, err
	}
	var m Moments
	for i := range a {
		m.Add(a[i] - b[i])
	}
	return pairedT(&m, level)
}

// pairedT compares by the moments of the differences.
func pairedT(m *Moments, level float64) (Paired, error) {
	at, err := m.T(level)
	if err != nil {
		return Paired{}, err
	}
	p := Paired{N: m.n, Mean: m.Mean(), SD: m.SD(), Interval: at, P: 1}
	if p.SD > 0 {
		p.Effect = p.Mean / p.SD
		p.T = p.Effect * math.Sqrt(float64(p.N))
		p.P = 2 * m.student().CDF(-math.Abs(p.T))
	} else if p.Mean != 0 {
		return Paired{}, errors.New("all differences are equal: no t")
	}
	return p, nil
}
