package analysis

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// mostTimes is how many different times are told apart, where they may be rounded.
const mostTimes = MaxBootstrap

// Spells takes in spells, one after the other, and counts them by time. The zero
// Spells is ready.
type Spells struct {
	// Cell, where it is above 0, bounds memory: once there are more than 5,000
	// different times, each is rounded up to a multiple of it.
	Cell float64

	n       int
	at      map[float64]counted
	rounded bool
}

// counted is how many spells ended at one time.
type counted struct{ events, censored int }

// NewSpells takes in spells. A time below 0, or none, is an error.
func NewSpells(spells ...Spell) (*Spells, error) {
	s := &Spells{}
	for i, spell := range spells {
		if err := s.Add(spell); err != nil {
			return nil, fmt.Errorf("spell %d: %w", i, err)
		}
	}
	return s, nil
}

// Add takes in a spell. One whose time is below 0 or not finite is an error and not
// counted.
func (s *Spells) Add(spell Spell) error {
	if !(spell.Time >= 0) || math.IsInf(spell.Time, 0) {
		return fmt.Errorf("a time must be at least 0 and finite, have %g", spell.Time)
	}
	if s.at == nil {
		s.at = map[float64]counted{}
	}
	if s.n++; spell.Event {
		s.put(spell.Time, counted{events: 1})
	} else {
		s.put(spell.Time, counted{censored: 1})
	}
	if s.Cell > 0 && !s.rounded && len(s.at) > mostTimes {
		s.round()
	}
	return nil
}

// N is how many there are.
func (s *Spells) N() int { return s.n }

func (s *Spells) put(time float64, more counted) {
	if s.rounded {
		time = float64(s.Cell * math.Ceil(time/s.Cell))
	}
	of := s.at[time]
	s.at[time] = counted{of.events + more.events, of.censored + more.censored}
}

// round counts by cells from now on.
func (s *Spells) round() {
	before := s.at
	s.at, s.rounded = map[float64]counted{}, true
	for _, time := range slices.Sorted(maps.Keys(before)) {
		s.put(time, before[time])
	}
}

// steps are the different times, rising, with who was at risk and what happened.
func (s *Spells) steps() Curve {
	var curve Curve
	left := s.n
	for _, time := range slices.Sorted(maps.Keys(s.at)) {
		of := s.at[time]
		curve = append(curve, Step{Time: time, AtRisk: left, Events: of.events, Censored: of.censored})
		left -= of.events + of.censored
	}
	return curve
}
