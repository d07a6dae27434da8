package analysis

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Resamples is how many resamples a bootstrap interval rests on where the
// caller has no reason for another number. Own choice: the ends of a 95%
// interval then move by a few hundredths of its width between generators.
const Resamples = 2000

// BCa returns the mean of two to 65,536 values and its bias-corrected and
// accelerated bootstrap interval (Efron 1987), from the given number of
// resamples drawn with the generator. Work grows with values times resamples.
func BCa(xs []float64, level float64, resamples int, r *rand.Rand) (float64, Interval, error) {
	if resamples < 1 {
		return 0, Interval{}, fmt.Errorf("resamples must be at least 1, have %d", resamples)
	}
	if r == nil {
		return 0, Interval{}, errors.New("bootstrap needs a generator")
	}
	if err := checkValues(xs, 2); err != nil {
		return 0, Interval{}, err
	}
	if len(xs) > mostValues {
		return 0, Interval{}, fmt.Errorf("bootstrap of %d values, of at most %d", len(xs), mostValues)
	}
	if slices.Min(xs) == slices.Max(xs) {
		return xs[0], Interval{Low: xs[0], High: xs[0]}, checkLevel(level)
	}
	means := make([]float64, resamples)
	for i := range means {
		means[i] = resampledMean(xs, r)
	}
	return bca(xs, means, level)
}

// bca makes the interval from the means of the resamples, which it sorts.
func bca(xs, means []float64, level float64) (float64, Interval, error) {
	z, err := normal(level)
	if err != nil {
		return 0, Interval{}, err
	}
	mean := sum(xs) / float64(len(xs))
	slices.Sort(means)
	bias, skew := biasOf(means, mean), acceleration(xs, mean)
	end := func(z float64) float64 {
		stretch := 1 - float64(skew*(bias+z))
		if stretch <= 0 { // past the pole of the correction: the outermost resample
			return quantile(means, math.Round(distuv.UnitNormal.CDF(z)))
		}
		return quantile(means, distuv.UnitNormal.CDF(bias+(bias+z)/stretch))
	}
	return mean, Interval{Low: end(-z), High: end(z)}, nil
}

// biasOf returns the normal score of the share of resamples below the estimate,
// ties by half. All on one side count as half a resample on the other.
func biasOf(sorted []float64, estimate float64) float64 {
	below, _ := slices.BinarySearch(sorted, estimate)
	upTo := below
	for upTo < len(sorted) && sorted[upTo] == estimate {
		upTo++
	}
	n := float64(len(sorted))
	share := float64(below+upTo) / (2 * n)
	return distuv.UnitNormal.Quantile(min(max(share, 0.5/n), 1-0.5/n))
}

// acceleration returns the skewness correction from the jackknife of the mean,
// whose pseudo-deviations are the deviations of the values themselves.
func acceleration(xs []float64, mean float64) float64 {
	var square, cube float64
	for _, x := range xs {
		d := x - mean
		square += float64(d * d)
		cube += float64(d * d * d)
	}
	return cube / (6 * square * math.Sqrt(square))
}

func sum(xs []float64) float64 {
	total := 0.0
	for _, x := range xs {
		total += x
	}
	return total
}
