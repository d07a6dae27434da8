package world

import "math"

// Instrument is a standing means of pressure on a party, or of support for it, that
// its users keep up whatever is said in the room.
type Instrument struct {
	Name    string
	On      int     // party whose fallback it moves
	Use     float64 // how far it is used [share]
	Effect  float64 // on the fallback at full use [worth]
	Lag     float64 // until it bites [days], ≥ 0
	Decay   float64 // how fast it wears off [per year], ≥ 0
	Support bool    // it raises the fallback instead of lowering it

	Transient bool // it is withdrawn once a text is signed

	Missing   float64 // share of what is promised that is not counted on [share]
	Disbelief float64 // share by which what is announced is discounted until it bites [share]
	Bluff     bool    // it is not carried out
}

// Force sums up what the instruments do to a party on a day: pressure and support
// [worth]. A party that looks ahead and discounts at r counts what is announced and
// bites later at its present worth, and an instrument that decays at κ for r/(r+κ);
// r = 0 stands for a myopic party, for which only what bites today counts, in full.
func Force(list []Instrument, on int, day, r float64) (pressure, support float64) {
	for i := range list {
		in := &list[i]
		ahead := in.Lag - day // until it bites
		if in.On != on || in.Use == 0 || ahead > 0 && r == 0 {
			continue
		}
		worth := in.Use * in.Effect * (1 - in.Missing)
		switch {
		case ahead > 0:
			worth *= 1 - in.Disbelief
		case in.Bluff:
			continue
		}
		if r > 0 {
			worth *= math.Exp(-r*max(ahead, 0)/Year) * r / (r + in.Decay)
		}
		worth *= math.Exp(-in.Decay * max(-ahead, 0) / Year)
		if in.Support {
			support += worth
		} else {
			pressure += worth
		}
	}
	return pressure, support
}
