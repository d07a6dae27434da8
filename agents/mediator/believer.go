package mediator

// Believer is a strategy that can say what it believes of the sides, for those who
// compare it with the truth.
type Believer interface {
	// Believed writes what is believed of a seat today; false when nothing is.
	Believed(seat int, b *Belief) bool
}

// Belief is what a mediator believes of one side. A range is said to hold the truth in
// nine of ten cases; its base is the mean.
type Belief struct {
	Fallback Range   // [worth]
	Weights  []Range // by issue, as they count [share]
}

// state writes a belief.
func (e *belief) state(b *Belief) {
	b.Fallback, b.Weights = e.within(floor), b.Weights[:0]
	for k := range e.mean[weights:] {
		b.Weights = append(b.Weights, e.within(weights+k))
	}
}

// Believed implements Believer.
func (s *learner) Believed(seat int, b *Belief) bool {
	e := s.of[seat]
	if e == nil || s.round == 0 {
		return false
	}
	e.state(b)
	return true
}
