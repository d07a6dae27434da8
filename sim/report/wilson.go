package report

import "math"

// wilson is the 95% interval of a share of n runs (Wilson 1927): unlike the usual
// one it stays within [0, 1] and is honest at shares near 0 and 1.
func wilson(share float64, n int) (low, high float64) {
	const z = 1.959963984540054 // the normal quantile at 0.975
	N := float64(n)
	centre := share + z*z/(2*N)
	half := z * math.Sqrt(share*(1-share)/N+z*z/(4*N*N))
	return min(share, max(0, (centre-half)/(1+z*z/N))), max(share, min(1, (centre+half)/(1+z*z/N)))
}
