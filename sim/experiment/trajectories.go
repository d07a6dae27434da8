package experiment

import (
	"fmt"
	"math/rand/v2"

	"shuttle/sim/document"
)

// Bounds and usual values of trajectories. Four levels and ten trajectories or more are
// what Morris (1991) and Campolongo, Cariboni and Saltelli (2007) use.
const (
	usualGrid        = 4
	mostGrid         = 100
	mostTrajectories = 10_000
)

// readTrajectories reads how many trajectories there are, and over how many levels.
func (s *set) readTrajectories(m *document.Map) {
	s.size = m.Int("trajectories", 2, mostTrajectories)
	s.grid = m.Int("grid", 2, mostGrid, usualGrid)
	s.seed = m.Seed("seed", 1)
	if s.grid%2 == 1 {
		m.Fault("grid", fmt.Sprintf("must be even, so that every level is as likely as the others, have %d", s.grid), "", "")
	}
}

// trajectories are walks over the grid of levels in steps of half of it: from a random
// corner every factor moves once, alone, in a random order and in a random direction
// (Morris 1991, section 3). A set of k factors makes so many times k + 1 points.
func trajectories(s *set) [][]Level {
	var points [][]Level
	r := rand.New(rand.NewPCG(s.seed, 0))
	step := s.grid / 2
	at := make([]int, len(s.factors)) // places on the grid
	add := func() {
		p := make([]Level, len(at))
		for i, place := range at {
			p[i] = s.factors[i].at(float64(place) / float64(s.grid-1))
		}
		points = append(points, p)
	}
	for range s.size {
		for i := range at {
			at[i] = r.IntN(s.grid)
		}
		add()
		for _, i := range r.Perm(len(at)) {
			if at[i] < step { // a step the one way is possible, the other way is not
				at[i] += step
			} else {
				at[i] -= step
			}
			add()
		}
	}
	return points
}

// Trajectory is, where the design is one set of trajectories, how many neighbouring
// points make one, and the share of its range that a factor moves in a step; 0 and 0
// otherwise.
func (s *Sweep) Trajectory() (points int, step float64) { return s.walk, s.step }
