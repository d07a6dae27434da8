package mediator

// Leaner is a strategy of a mediator that is known to lean to one side.
type Leaner interface {
	// Leaning is the place of that side among the signatories, and what weight its share
	// has in the mediator's interests beside peace [share].
	Leaning() (favourite int, share float64)
}
