package verify

import "math"

// selection is E6: where mediators go to the hard cases, the raw difference between
// mediated and unmediated ones says less of mediation than there is. Cases are hard by
// what the sides would have without a deal.
func selection() Check {
	return Check{
		ID: "E6", Mechanism: "mediators go to hard cases", Source: icb + "; Gartner and Bercovitch 2006 on selection",
		trials: []trial{func(l *Lab) ([]Row, error) {
			a, err := l.arms()
			if err != nil {
				return nil, err
			}
			var onlyHard []float64
			for _, h := range hardness(a.none) {
				onlyHard = append(onlyHard, one(h > 0))
			}
			record, causal, extreme := a.seen(a.sent(), signature), a.seen(a.byLot(), signature), a.seen(onlyHard, signature)
			row := func(what string, positive bool, of *sighting) Row {
				return sign(Form, what, "share", positive, of.mean, of.error(), 4*len(a.none))
			}
			first := row("agreement with a mediator less without, mediators sent as on record", true, record)
			first.Note = "by quarters of the crises, from the easiest to the hardest, 21%, 30%, 29% and 45% have one; on record these are crises of no, little, serious and war-like violence, here quarters of what the sides would have without a deal"
			return []Row{first, row("what is seen where mediators are sent as on record, less the true effect", false, record.less(causal)),
				row("what is seen where all hard crises have a mediator and no other, less the true effect", false, extreme.less(causal))}, nil
		}, guarded},
	}
}

// sighting is the difference between mediated and unmediated crises that an observer sees
// who does not know which are hard, and by how much each run is off it.
type sighting struct {
	mean float64
	off  []float64
}

// seen is that difference in something where each crisis has a mediator with a chance of
// its own.
func (a *arms) seen(sent []float64, of func(e *ended) float64) *sighting {
	var with, without, n, m float64
	for i, p := range sent {
		with += float64(p * a.styled(i, of))
		without += float64((1 - p) * of(&a.none[i]))
		n += p
		m += 1 - p
	}
	with, without = with/n, without/m
	s := sighting{mean: with - without}
	for i, p := range sent {
		s.off = append(s.off, float64(p*(a.styled(i, of)-with)/n)-float64((1-p)*(of(&a.none[i])-without)/m))
	}
	return &s
}

// less is the difference of two sightings of the same runs.
func (s *sighting) less(other *sighting) *sighting {
	d := sighting{mean: s.mean - other.mean}
	for i := range s.off {
		d.off = append(d.off, s.off[i]-other.off[i])
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
