package measure

import (
	"math"

	"shuttle/agents/agenda"
)

// worths are what a deal is worth to everybody who has a say, by seat.
func (s *space) worths(d *agenda.Deal) []float64 {
	worth := make([]float64, len(s.seats))
	for seat := range s.seats {
		worth[seat] = s.party(seat).Worth(d)
	}
	return worth
}

// weighted is a sum of the worths of those who sign.
func weighted(weights, worth []float64) float64 {
	sum := 0.0
	for seat, w := range weights {
		sum += float64(w * worth[seat])
	}
	return sum
}

// offence is how far a deal of these worths is from being acceptable: the shortfalls
// of those who refuse, and one for each whose line it crosses. 0 is acceptable.
func (s *space) offence(d *agenda.Deal, worth []float64) float64 {
	asked := s.must
	for i := range s.table.Consent {
		if c := &s.table.Consent[i]; c.Needs(d) {
			for seat, p := range s.seats {
				if p == c.Party {
					asked |= 1 << seat
				}
			}
		}
	}
	sum := 0.0
	for seat := range s.seats {
		if asked&(1<<seat) == 0 {
			continue
		}
		sum += max(0, s.floors[seat]-worth[seat])
		if _, crossed := s.party(seat).Crossed(d); crossed {
			sum++
		}
	}
	return sum
}

// climb changes one clause at a time as long as the value of a deal and its worths
// rises, and shows what it passes to the fronts, which may be nil. Neighbours are
// weighed by what the change is worth, deals it comes to by themselves.
func (s *space) climb(d agenda.Deal, value func(*agenda.Deal, []float64) float64, all, acceptable *front) agenda.Deal {
	near := make([]float64, len(s.seats))
	for {
		worth := s.worths(&d)
		at := value(&d, worth)
		best, top := d, at
		for k := range s.table.Agenda.Issues {
			try := d
			for l := range s.table.Agenda.Issues[k].Levels {
				c := agenda.Change{Issue: uint8(k), Level: uint8(l)}
				for seat := range near {
					near[seat] = worth[seat] + s.party(seat).Gain(&d, c, worth[seat])
				}
				try[k] = c.Level
				if v := value(&try, near); v > top+same {
					best, top = try, v
				}
			}
		}
		s.show(best, all, acceptable)
		if math.Abs(top-at) <= same {
			return d
		}
		d = best
	}
}

// show adds a deal to the fronts.
func (s *space) show(d agenda.Deal, all, acceptable *front) {
	worth := s.worths(&d)
	p := Point{Deal: d, Utilities: worth[:s.signs]}
	if all != nil {
		all.add(p)
	}
	if acceptable != nil && s.offence(&d, worth) == 0 {
		acceptable.add(p)
	}
}
