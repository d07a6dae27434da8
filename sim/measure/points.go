package measure

import "math"

// pick is the point of the frontier with the largest value; of equal ones the first
// in document order. Every criterion below rises with each utility, so that its
// best acceptable deal is on the frontier.
func pick(frontier []Point, value func(u []float64) float64) *Point {
	var best *Point
	top := 0.0
	for i := range frontier {
		p := &frontier[i]
		v := value(p.Utilities)
		switch {
		case best == nil || v > top+same:
			best, top = p, v
		case v >= top-same && before(&p.Deal, &best.Deal):
			best, top = p, max(v, top)
		}
	}
	if best == nil {
		return nil
	}
	copied := *best
	return &copied
}

// choose finds the solution points on the frontier.
func (s *Solutions) choose(floors []float64) {
	best := ideal(s.Frontier)
	s.Nash = pick(s.Frontier, func(u []float64) float64 {
		product := 1.0
		for i := range u {
			product *= u[i] - floors[i]
		}
		return product
	})
	s.KalaiSmorodinsky = pick(s.Frontier, func(u []float64) float64 {
		least := 1.0
		for i := range u {
			if span := best[i] - floors[i]; span > same { // who can gain nothing has all of it
				least = min(least, (u[i]-floors[i])/span)
			}
		}
		return least
	})
	s.Egalitarian = pick(s.Frontier, func(u []float64) float64 { return slack(u, floors) })
	s.Welfare = pick(s.Frontier, func(u []float64) float64 {
		sum := 0.0
		for i := range u {
			sum += u[i]
		}
		return sum
	})
	s.Opposition = opposition(s.Frontier, ideal(s.Outline))
}

// slack is the least gain over the floors.
func slack(u, floors []float64) float64 {
	least := math.Inf(1)
	for i := range u {
		least = min(least, u[i]-floors[i])
	}
	return least
}

// ideal is the best of each utility.
func ideal(points []Point) []float64 {
	var best []float64
	for i := range points {
		u := points[i].Utilities
		if best == nil {
			best = append(best, u...)
		}
		for j := range u {
			best[j] = max(best[j], u[j])
		}
	}
	return best
}

// opposition is the least distance of a point from everybody's best, each utility on
// the scale of its best; a utility that is nowhere above zero has no such scale and
// is left out.
func opposition(points []Point, best []float64) float64 {
	least := 0.0
	for i := range points {
		sum := 0.0
		for j, u := range points[i].Utilities {
			if best[j] > same {
				sum += float64((1 - u/best[j]) * (1 - u/best[j]))
			}
		}
		if i == 0 || sum < least {
			least = sum
		}
	}
	return math.Sqrt(least)
}
