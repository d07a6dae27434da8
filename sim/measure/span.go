package measure

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// Span is where a weighted sum of the parties' worths lies over all deals of a table,
// whatever the fallbacks and lines: the scale on which the worths of interdependent
// clauses are compared (Klein, Faratin, Sayama and Bar-Yam 2003).
type Span struct{ Low, High float64 }

// Place is where a sum lies on the scale: 0 at its least, 1 at its most. Of a scale
// without length it is 1.
func (s Span) Place(x float64) float64 {
	if s.High == s.Low {
		return 1
	}
	return (x - s.Low) / (s.High - s.Low)
}

// FindSpan looks for the least and the most of the sum, with a weight for each party
// in the order of the case, at the table's present numbers. It anneals from drawn
// deals, the same ones every time, and climbs from where that ends. What it finds is
// reached by a deal; that nothing lies beyond is not proved.
func FindSpan(t *talks.Table, weights []float64) Span {
	s := spanning{table: t, stream: rng.NewStream(), weights: weights, worths: make([]float64, len(weights))}
	s.stream.Reset(rng.Seed(rng.Name("span")))
	return Span{Low: -s.most(-1), High: s.most(1)}
}

// Sizes of a search; own choices: twenty-five times as many steps found the spans of a
// hundred clauses longer by a two-thousandth.
const (
	spanStarts = 4
	spanSteps  = 8_000
	spanTrial  = 64 // changes tried to know how hot to begin
)

// spanning is a search for the largest sum.
type spanning struct {
	table   *talks.Table
	stream  *rng.Stream
	weights []float64
	sign    float64 // of the sum: 1, or -1 for the least
	deal    agenda.Deal
	worths  []float64 // of deal, by party
}

// most is the largest sum found, times a sign.
func (s *spanning) most(sign float64) float64 {
	s.sign = sign
	best := math.Inf(-1)
	for range spanStarts {
		for k := range s.table.Agenda.Issues {
			s.deal[k] = uint8(s.stream.IntN(len(s.table.Agenda.Issues[k].Levels)))
		}
		s.weigh()
		s.anneal()
		s.weigh()
		s.climb()
		best = max(best, s.weigh())
	}
	return best
}

// weigh takes the worths of the deal anew, free of the rounding of many small steps,
// and is their sum.
func (s *spanning) weigh() float64 {
	sum := 0.0
	for i, w := range s.weights {
		s.worths[i] = s.table.Parties[i].Worth(&s.deal)
		sum += float64(s.sign * w * s.worths[i])
	}
	return sum
}

// anneal makes drawn changes of one clause: every gain, and a loss of x with chance
// e^(−x/T), T falling evenly from twice the size of a usual change to nothing.
func (s *spanning) anneal() {
	size := 0.0
	for range spanTrial {
		size += math.Abs(s.gain(s.change()))
	}
	start := 2 * size / spanTrial
	for i := range spanSteps {
		c := s.change()
		gain, heat := s.gain(c), start*(1-float64(i)/spanSteps)
		if gain >= 0 || s.stream.Float64() < math.Exp(gain/heat) {
			s.make(c)
		}
	}
}

// climb makes changes of one clause as long as any gains.
func (s *spanning) climb() {
	for moved := true; moved; {
		moved = false
		for k := range s.table.Agenda.Issues {
			for l := range s.table.Agenda.Issues[k].Levels {
				if c := (agenda.Change{Issue: uint8(k), Level: uint8(l)}); s.gain(c) > same {
					s.make(c)
					moved = true
				}
			}
		}
	}
}

// change draws a change of one clause; of one with a single level it changes nothing.
func (s *spanning) change() agenda.Change {
	k := s.stream.IntN(len(s.table.Agenda.Issues))
	c := agenda.Change{Issue: uint8(k)}
	if n := len(s.table.Agenda.Issues[k].Levels); n > 1 {
		c.Level = uint8(s.stream.IntN(n - 1))
		if c.Level >= s.deal[k] {
			c.Level++
		}
	}
	return c
}

// gain is what a change adds to the sum.
func (s *spanning) gain(c agenda.Change) float64 {
	sum := 0.0
	for i, w := range s.weights {
		if w != 0 {
			sum += float64(s.sign * w * s.table.Parties[i].Gain(&s.deal, c, s.worths[i]))
		}
	}
	return sum
}

// make changes the deal.
func (s *spanning) make(c agenda.Change) {
	for i, w := range s.weights {
		if w != 0 {
			s.worths[i] += s.table.Parties[i].Gain(&s.deal, c, s.worths[i])
		}
	}
	s.deal[c.Issue] = c.Level
}
