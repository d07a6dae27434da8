package world

// Transient is how much of the pressure on a party, less the support it enjoys, comes
// from instruments that are withdrawn once a text is signed [worth].
func Transient(list []Instrument, on int, day, r float64) float64 {
	total := 0.0
	for i := range list {
		if !list[i].Transient {
			continue
		}
		pressure, support := Force(list[i:i+1], on, day, r)
		total += pressure - support
	}
	return total
}
