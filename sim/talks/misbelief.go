package talks

import "math"

// misbelief is how wrong the mediator is about the sides it believes something of, as
// a mean over them: the most by which it can misjudge what a text gains a side over
// its fallback, for what it believes of the fallback and of the weights [worth]. NaN
// where it states no belief. What is worked out here it is not told.
func (e *Engine) misbelief() float64 {
	if e.believer == nil {
		return math.NaN()
	}
	sum, sides := 0.0, 0
	for i := range e.seats {
		if !e.believer.Believed(i, &e.stated) {
			continue
		}
		p := e.seats[i].party
		sum += math.Abs(e.stated.Fallback.Base - p.Floor())
		for k, w := range e.stated.Weights {
			sum += math.Abs(w.Base-p.Weight(k)) / 2 // weights sum to one: what is too much here is too little there
		}
		sides++
	}
	return sum / float64(sides) // NaN for no side
}
