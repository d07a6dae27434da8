package mediator

import "math"

// normal is what is believed of several numbers together: a normal distribution.
type normal struct {
	mean   []float64
	spread []float64 // covariance, a row a number
	pull   []float64 // covariance with what is said, while it is learnt
}

func newNormal(n int) normal {
	flat := make([]float64, n*(n+2))
	return normal{mean: flat[:n:n], pull: flat[n : 2*n : 2*n], spread: flat[2*n:]}
}

// begin sets the belief to another one.
func (b *normal) begin(as *normal) {
	copy(b.mean, as.mean)
	copy(b.spread, as.spread)
}

// sum is the mean of a weighted sum of the numbers, and its variance.
func (b *normal) sum(row []float64) (mean, variance float64) {
	n := len(b.mean)
	for i := range b.pull {
		b.pull[i] = 0
		for j, x := range b.spread[i*n : (i+1)*n] {
			b.pull[i] += float64(x * row[j])
		}
		mean += float64(row[i] * b.mean[i])
		variance += float64(row[i] * b.pull[i])
	}
	return mean, max(variance, 0)
}

// learn takes in an answer: that a weighted sum of the numbers, with an error of so
// much, lies between two bounds. Whatever the numbers are, the answer may also come for
// nothing, as often as void over the chance that it means what it says. The belief that
// follows is the normal distribution with the same moments (assumed density filtering;
// Minka 2001, "A family of algorithms for approximate Bayesian inference").
func (b *normal) learn(row []float64, low, high, noise, void float64) {
	m, v := b.sum(row)
	v += float64(noise * noise)
	s := math.Sqrt(v)
	from, to := (low-m)/s, (high-m)/s
	chance := below(to) - below(from) + void
	slope := (density(from) - density(to)) / (s * chance)
	bend := (float64(from*density(from)) - float64(to*density(to))) / (v * chance)
	narrower := float64(slope*slope) - bend
	n := len(b.mean)
	for i, p := range b.pull {
		b.mean[i] += float64(p * slope)
		for j, q := range b.pull {
			b.spread[i*n+j] -= float64(float64(narrower*p) * q)
		}
	}
}

// widen adds to the variance of a number.
func (b *normal) widen(number int, deviation float64) {
	b.spread[number*(len(b.mean)+1)] += float64(deviation * deviation)
}

// scale multiplies a number.
func (b *normal) scale(number int, factor float64) {
	n := len(b.mean)
	b.mean[number] *= factor
	for i := range n {
		b.spread[number*n+i] *= factor
		b.spread[i*n+number] *= factor
	}
}

// within is the range that a number is in with a chance of nine in ten.
func (b *normal) within(number int) Range {
	mean, off := b.mean[number], float64(tails*math.Sqrt(max(b.spread[number*(len(b.mean)+1)], 0)))
	return Range{Low: mean - off, Base: mean, High: mean + off}
}

// tails is how many standard deviations nine tenths of a normal distribution reach to
// either side.
const tails = 1.645

// endless is a bound that nothing comes near.
const endless = 1e6

// below is the chance that a standard normal number is below x, to 7.5e-8 (Abramowitz
// and Stegun 1964, 26.2.17): near enough for a belief, and the same to the last bit on
// processors that fuse products and sums.
func below(x float64) float64 {
	t := 1 / (1 + float64(.2316419*math.Abs(x)))
	tail := 0.0
	for _, b := range [...]float64{1.330274429, -1.821255978, 1.781477937, -.356563782, .319381530} {
		tail = float64((tail + b) * t)
	}
	if tail = float64(tail * density(x)); x < 0 {
		return tail
	}
	return 1 - tail
}

// density is that of the standard normal distribution.
func density(x float64) float64 { return math.Exp(-float64(x*x)/2) / math.Sqrt(2*math.Pi) }

// moments is the belief of one who has seen so many cases, by case and number, and
// takes what they have in common for chance by a share.
func moments(cases [][]float64, chance float64) normal {
	b := newNormal(len(cases[0]))
	n, count := len(b.mean), float64(len(cases))
	for _, c := range cases {
		for i, x := range c {
			b.mean[i] += x / count
		}
	}
	for i := range n {
		for j := range n {
			for _, c := range cases {
				b.spread[i*n+j] += (c[i] - b.mean[i]) * (c[j] - b.mean[j]) / count
			}
			if i != j {
				b.spread[i*n+j] *= 1 - chance
			}
		}
	}
	return b
}
