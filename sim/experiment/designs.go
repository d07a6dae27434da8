package experiment

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distmv"
	"gonum.org/v1/gonum/stat/samplemv"
)

// Design is a way of choosing the points of a set of factors.
type Design struct {
	Name, Summary, Source string
	// Sized designs take as many points as they are told; the others as many as
	// their factors make.
	Sized bool

	points func(s *set) [][]Level
}

// Designs lists the ways of choosing points.
func Designs() []Design {
	return []Design{
		{"factorial", "Every level of each factor with every level of the others.", "definition", false, factorial},
		{"one-at-a-time", "The base point, then each factor at its other levels with all others at their base.", "definition", false, oneAtATime},
		{"latin-hypercube", "So many points that each factor has one in every equal slice of its range.", "McKay, Beckman and Conover 1979", true, latinHypercube},
		{"sobol", "The first points of the Sobol sequence, unscrambled, origin first; their number a power of 2, at most 16 factors.", "Sobol 1967; direction numbers of Joe and Kuo 2008", true, sobolPoints},
		{"random", "Points drawn independently and evenly.", "definition", true, random},
		{"trajectories", "So many walks, each from a random point through steps in which one factor moves and all others stay, over an even number of levels (grid); for elementary effects.", "Morris 1991", false, trajectories},
		{"list", "The first level of every factor together, then the second, and so on.", "definition", false, listed},
	}
}

// set is some factors with their design.
type set struct {
	factors []Factor
	size    int // points, or trajectories
	grid    int // levels that trajectories walk over
	seed    uint64
}

// factorial has the last factor change fastest.
func factorial(s *set) [][]Level {
	points := [][]Level{nil}
	for i := range s.factors {
		var longer [][]Level
		for _, p := range points {
			for _, l := range s.factors[i].all() {
				longer = append(longer, append(p[:len(p):len(p)], l))
			}
		}
		points = longer
	}
	return points
}

func oneAtATime(s *set) [][]Level {
	base := make([]Level, len(s.factors))
	for i := range s.factors {
		base[i] = s.factors[i].Base
	}
	points := [][]Level{base}
	for i := range s.factors {
		for _, l := range s.factors[i].all() {
			if !s.factors[i].atBase(l) {
				p := append([]Level(nil), base...)
				p[i] = l
				points = append(points, p)
			}
		}
	}
	return points
}

func latinHypercube(s *set) [][]Level {
	src := rand.NewPCG(s.seed, 0)
	cube := mat.NewDense(s.size, len(s.factors), nil)
	samplemv.LatinHypercube{Q: distmv.NewUnitUniform(len(s.factors), src), Src: src}.Sample(cube)
	return s.spread(cube.RawRowView)
}

func random(s *set) [][]Level {
	r := rand.New(rand.NewPCG(s.seed, 0))
	return s.spread(func(int) []float64 {
		u := make([]float64, len(s.factors))
		for i := range u {
			u[i] = r.Float64()
		}
		return u
	})
}

func sobolPoints(s *set) [][]Level { return s.spread(newSobol(len(s.factors)).point) }

func listed(s *set) [][]Level {
	points := make([][]Level, len(s.factors[0].Levels))
	for i := range points {
		for k := range s.factors {
			points[i] = append(points[i], s.factors[k].Levels[i])
		}
	}
	return points
}

// spread turns points of the unit cube into levels.
func (s *set) spread(point func(i int) []float64) [][]Level {
	points := make([][]Level, s.size)
	for i := range points {
		for k, u := range point(i) {
			points[i] = append(points[i], s.factors[k].at(u))
		}
	}
	return points
}

// cross joins every point of one set with every point of the next.
func cross(a, b [][]Level) [][]Level {
	points := make([][]Level, 0, len(a)*len(b))
	for _, p := range a {
		for _, q := range b {
			points = append(points, append(p[:len(p):len(p)], q...))
		}
	}
	return points
}
