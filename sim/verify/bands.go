package verify

import (
	"math"

	"shuttle/sim/analysis"
)

// band is a number of the data with its 95% interval, in which a simulated one has to lie.
type band struct{ expected, least, most float64 }

// rate is a share of crises, or of agreements, with Wilson's interval.
func rate(s style) band {
	at := sure(analysis.Wilson(int(s.agreed), int(s.n), .95))
	return band{s.agreed / s.n, at.Low, at.High}
}

// difference is that of two shares, with Newcombe's interval.
func difference(more, less style) band {
	at := sure(analysis.Newcombe(int(more.agreed), int(more.n), int(less.agreed), int(less.n), .95))
	return band{more.agreed/more.n - less.agreed/less.n, at.Low, at.High}
}

// quotient is the ratio of two shares, with the interval of its logarithm.
func quotient(more, less style) band {
	log := math.Log((more.agreed / more.n) / (less.agreed / less.n))
	return logarithmic(log, 1/more.agreed-1/more.n+1/less.agreed-1/less.n)
}

// odds is the ratio of two odds, with Woolf's interval.
func odds(more, less style) band {
	no := func(s style) float64 { return s.n - s.agreed }
	log := math.Log((more.agreed / no(more)) / (less.agreed / no(less)))
	return logarithmic(log, 1/more.agreed+1/no(more)+1/less.agreed+1/no(less))
}

// logarithmic is what has a logarithm of that variance.
func logarithmic(log, variance float64) band {
	e := ninetyFive * math.Sqrt(variance)
	return band{math.Exp(log), math.Exp(log - e), math.Exp(log + e)}
}

// sure is an interval of counts that stand in the program.
func sure(at analysis.Interval, err error) analysis.Interval {
	if err != nil {
		panic(err) // a count above its total
	}
	return at
}

// row is a row of a number that has to lie in the band.
func (b band) row(c Class, what, unit string, mean, err float64, runs int) Row {
	e := ninetyFive * err
	return Row{Class: c, What: what, Unit: unit, Expected: b.expected, Least: b.least, Most: b.most,
		Simulated: mean, Low: mean - e, High: mean + e, Runs: runs, by: hits}
}

// times is the same of a ratio, of which the logarithm is given.
func (b band) times(c Class, what string, log, err float64, runs int) Row {
	r := b.row(c, what, "-", math.Exp(log), 0, runs)
	r.Low, r.High = math.Exp(log-ninetyFive*err), math.Exp(log+ninetyFive*err)
	return r
}
