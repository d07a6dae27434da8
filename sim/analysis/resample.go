package analysis

import "math/rand/v2"

// mostValues is the most values a resample draws from: a draw has 16 bits.
const mostValues = 1 << 16

// resampledMean is the mean of as many values as there are, drawn with replacement.
// A bootstrap does little else, so one number of the generator makes four draws: 16
// bits times the count of values, of which the whole part is the place. Draws whose
// remainder would favour some places are made again (Lemire 2019).
func resampledMean(xs []float64, r *rand.Rand) float64 {
	n := uint32(len(xs))
	skew := uint16(mostValues % n)
	var sums [4]float64 // apart, so that no addition waits for the one before
	for left := len(xs); left > 0; {
		bits := r.Uint64()
		for lane := 0; lane < 4 && left > 0; lane++ {
			product := uint32(uint16(bits)) * n
			bits >>= 16
			if uint16(product) >= skew {
				sums[lane] += xs[product>>16]
				left--
			}
		}
	}
	return (sums[0] + sums[1] + sums[2] + sums[3]) / float64(n)
}
