package experiment

import "sync"

// mostKept bounds the arms of a sweep that are kept compiled: a full-size case takes
// about a third of a megabyte. Own choice.
const mostKept = 160

// shelf keeps the first arms that were compiled: a sweep comes back to each of its
// arms in turn, so that the last ones used are the last to be used again.
type shelf struct {
	mu   sync.Mutex
	arms map[int]Arm
}

// arm gives an arm from the shelf, or makes it. Two goroutines may make the same arm
// at once: they make the same.
func (s *shelf) arm(i int, make func(int) (Arm, error)) (Arm, error) {
	s.mu.Lock()
	a, ok := s.arms[i]
	s.mu.Unlock()
	if ok {
		return a, nil
	}
	a, err := make(i)
	if err == nil {
		s.keep(i, a)
	}
	return a, err
}

func (s *shelf) keep(i int, a Arm) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arms == nil {
		s.arms = map[int]Arm{}
	}
	if len(s.arms) < mostKept {
		s.arms[i] = a
	}
}
