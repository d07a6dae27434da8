package verify

import "math"

// The styles of mediation on record, in the terms of Touval and Zartman 1985.
//
// The data code the highest style that a mediator used: one that formulates carries offers
// too, and one that manipulates does both, and pays and presses where that is not enough.
func unmediated() setting  { return crises("talks.mediator=none") }
func facilitated() setting { return crises("talks.mediator=facilitation") }
func formulated() setting  { return crises("talks.mediator=bridging") }
func manipulated() setting { return crises("talks.mediator=mixed") }

// Each style by itself, as the checks of these crises were first written: facilitation as it
// stands in the catalog, which carries offers and tells each side what the other would move
// first; drafting; and drafting with payments or pressure that end with the talks.
func drafted() setting { return crises("talks.mediator=single-text") }
func paid() setting    { return crises("talks.mediator=carrots") }
func pressed() setting { return crises("talks.mediator=sticks") }

// arms are runs without a mediator and under each style: facilitation, formulation,
// manipulation. A style may be several ways of mediating, each as often as the others.
type arms struct {
	none   []ended
	styles [3][][]ended
}

// highest plays the styles as the data code them.
func (l *Lab) highest(change ...string) (*arms, error) {
	played, err := l.each(changed(change, unmediated(), facilitated(), formulated(), manipulated())...)
	if err != nil {
		return nil, err
	}
	return &arms{played[0], [3][][]ended{played[1:2], played[2:3], played[3:4]}}, nil
}

// alone plays each style by itself. A mediator that manipulates pays as often as it presses.
func (l *Lab) alone(change ...string) (*arms, error) {
	played, err := l.each(changed(change, unmediated(), facilitated(), drafted(), paid(), pressed())...)
	if err != nil {
		return nil, err
	}
	return &arms{played[0], [3][][]ended{played[1:2], played[2:3], played[3:5]}}, nil
}

// changed are settings with the same further values changed.
func changed(change []string, list ...setting) []setting {
	for i := range list {
		list[i] = list[i].with(change...)
	}
	return list
}

// each plays an arm for each setting.
func (l *Lab) each(of ...setting) ([][]ended, error) {
	var list [][]ended
	for _, at := range of {
		arm, err := l.arm(at)
		if err != nil {
			return nil, err
		}
		list = append(list, arm)
	}
	return list, nil
}

// runs is how many runs have a mediator.
func (a *arms) runs() int {
	n := 0
	for _, ways := range a.styles {
		n += len(ways) * len(a.none)
	}
	return n
}

// under is the mean of something over the ways of one style in one run.
func (a *arms) under(style, run int, of func(e *ended) float64) float64 {
	x, ways := 0.0, a.styles[style]
	for _, arm := range ways {
		x += of(&arm[run])
	}
	return x / float64(len(ways))
}

// styled is the mean of that over the styles, mixed as on record.
func (a *arms) styled(run int, of func(e *ended) float64) float64 {
	x := 0.0
	for k, share := range mix() {
		x += float64(share * a.under(k, run, of))
	}
	return x
}

// sighting is a mean over runs that weigh differently, or a difference of such means, and
// by how much each run is off it.
type sighting struct {
	mean float64
	off  []float64
}

// weigh is the mean over runs, each with a weight of its own.
func weigh(weights []float64, of func(run int) float64) *sighting {
	s, n := &sighting{off: make([]float64, len(weights))}, 0.0
	for i, w := range weights {
		s.mean += float64(w * of(i))
		n += w
	}
	s.mean /= n
	for i, w := range weights {
		s.off[i] = float64(w*(of(i)-s.mean)) / n
	}
	return s
}

// less is the difference of two sightings of the same runs.
func (s *sighting) less(other *sighting) *sighting {
	d := sighting{mean: s.mean - other.mean}
	for i := range s.off {
		d.off = append(d.off, s.off[i]-other.off[i])
	}
	return &d
}

// over is the logarithm of their ratio.
func (s *sighting) over(other *sighting) *sighting {
	d := sighting{mean: math.Log(s.mean / other.mean)}
	for i := range s.off {
		d.off = append(d.off, s.off[i]/s.mean-other.off[i]/other.mean)
	}
	return &d
}

// odds is the logarithm of the ratio of their odds, where they are shares.
func (s *sighting) odds(other *sighting) *sighting {
	logit := func(p float64) float64 { return math.Log(p / (1 - p)) }
	slope := func(p float64) float64 { return 1 / (p * (1 - p)) }
	d := sighting{mean: logit(s.mean) - logit(other.mean)}
	for i := range s.off {
		d.off = append(d.off, float64(slope(s.mean)*s.off[i])-float64(slope(other.mean)*other.off[i]))
	}
	return &d
}

// error is the standard error.
func (s *sighting) error() float64 {
	square := 0.0
	for _, x := range s.off {
		square += float64(x * x)
	}
	return math.Sqrt(square)
}

// with is something in the crises that have a mediator, where each is sent one with a
// chance of its own.
func (a *arms) with(sent []float64, of func(e *ended) float64) *sighting {
	return weigh(sent, func(run int) float64 { return a.styled(run, of) })
}

// without is the same in the crises that are left.
func (a *arms) without(sent []float64, of func(e *ended) float64) *sighting {
	left := make([]float64, len(sent))
	for i, p := range sent {
		left[i] = 1 - p
	}
	return weigh(left, func(run int) float64 { return of(&a.none[run]) })
}

// seen is the difference that an observer sees who does not know which crises are hard.
func (a *arms) seen(sent []float64, of func(e *ended) float64) *sighting {
	return a.with(sent, of).less(a.without(sent, of))
}
