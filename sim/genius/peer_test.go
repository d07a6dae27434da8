package genius_test

import (
	"math"

	"shuttle/sim/measure"
)

// peer is what another library's definitions need beside a frontier: what no deal is
// worth, and the least and most that the whole space is worth to each.
type peer struct{ reserved, least, most []float64 }

// disagreement is NegMAS's: the reserved value, but never less than the least utility.
func (p peer) disagreement() []float64 {
	d := make([]float64, len(p.reserved))
	for i := range d {
		d[i] = max(p.reserved[i], p.least[i])
	}
	return d
}

// best is the largest value of a criterion over points.
func best(points []measure.Point, value func(u []float64) float64) (float64, []float64) {
	top, at := math.Inf(-1), []float64(nil)
	for _, p := range points {
		if v := value(p.Utilities); at == nil || v > top {
			top, at = v, p.Utilities
		}
	}
	return top, at
}

// criteria are NegMAS's, by the key of its statistics; the point with the largest value
// is the solution.
func (p peer) criteria() map[string]func(u []float64) float64 {
	d, none := p.disagreement(), make([]float64, len(p.reserved))
	return map[string]func(u []float64) float64{
		"nash_utils": func(u []float64) float64 {
			product := 1.0
			for i := range u {
				product *= u[i] - d[i]
			}
			return product
		},
		"kalai_egalitarian_utils": func(u []float64) float64 { return least(u, d) },
		"modified_kalai_utils":    func(u []float64) float64 { return least(u, none) },
		"ks_utils":                func(u []float64) float64 { return -p.spread(u, d) },
		"modified_ks_utils":       func(u []float64) float64 { return -p.spread(u, none) },
		"max_welfare_utils":       sum,
		"max_relative_welfare_utils": func(u []float64) float64 {
			total := 0.0
			for i := range u {
				total += (u[i] - p.least[i]) / (p.most[i] - d[i])
			}
			return total
		},
	}
}

// spread is how unequal the shares of what each could gain are.
func (p peer) spread(u, from []float64) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range u {
		share := (u[i] - from[i]) / (p.most[i] - from[i])
		low, high = min(low, share), max(high, share)
	}
	return high - low
}

func least(u, from []float64) float64 {
	x := math.Inf(1)
	for i := range u {
		x = min(x, u[i]-from[i])
	}
	return x
}

func sum(u []float64) float64 {
	total := 0.0
	for _, x := range u {
		total += x
	}
	return total
}

// clamped is a front as GENIUS has it: no utility above 1.
func clamped(points []measure.Point) []measure.Point {
	var out []measure.Point
	for _, p := range points {
		u := make([]float64, len(p.Utilities))
		for i, x := range p.Utilities {
			u[i] = min(x, 1)
		}
		out = append(out, measure.Point{Deal: p.Deal, Utilities: u})
	}
	return out
}

// asymmetry is what GENIUS calls Kalai-Smorodinsky makes small: the sum of the
// differences of every two utilities.
func asymmetry(u []float64) float64 {
	total := 0.0
	for i := range u {
		for j := range i {
			total += math.Abs(u[i] - u[j])
		}
	}
	return total
}

// undominated drops the points that another one beats or equals give or take noise, so
// that fronts compared to the last bit by different sums can be compared at all.
func undominated(points [][]float64, noise float64) [][]float64 {
	var kept [][]float64
	for i, p := range points {
		beaten := false
		for j, q := range points {
			better, worse := false, false
			for k := range p {
				better = better || q[k] > p[k]+noise
				worse = worse || q[k] < p[k]-noise
			}
			beaten = beaten || !worse && (better || j < i)
		}
		if !beaten {
			kept = append(kept, p)
		}
	}
	return kept
}
