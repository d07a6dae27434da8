package verify

// powerShift is X9: how large a shift of power makes a declining side fight that could
// have everything today.
func powerShift() Check {
	return Check{
		ID: "X9", Mechanism: "power shift", Source: "Fearon 1995",
		Finds:  "an error in how a side prices what it will be held to later",
		Misses: "what sides do over many rounds",
		trials: []trial{func(l *Lab) ([]Row, error) {
			const today = .3 // A's chance of winning, before the shift
			shift, err := border(0, .5, func(x float64) (bool, error) {
				return l.signs(file("x9-power-shift", put("parties[B].fallback.weariness", x)))
			})
			return []Row{exact("A's chance of winning later above which B fights now", "share", (.3+.2*.1*.1)/.9, today+shift, 1e-6, halvings)}, err
		}},
	}
}
