package party

// Exchanger is a tactic that has a way of its own on the humanitarian track.
type Exchanger interface {
	// Returns reports whether an exchange that came about is answered with the next.
	Returns() bool
}

// Returns reports whether the party goes along with an exchange that is on offer after
// the last one came about, whatever else it thinks.
func (p *Party) Returns() bool {
	x, ok := p.tactic.(Exchanger)
	return ok && x.Returns()
}
