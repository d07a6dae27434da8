package verify

import "slices"

// selection is E6: where mediators go to the hard cases, the raw difference between
// mediated and unmediated ones says less of mediation than there is. Cases are hard by
// what the sides would have without a deal.
func selection() Check {
	return Check{
		ID: "E6", Mechanism: "mediators go to hard cases", Source: icb + "; Gartner and Bercovitch 2006 on selection",
		trials: []trial{func(l *Lab) ([]Row, error) {
			without, err := l.arm(unmediated(), l.runs(factRuns))
			if err != nil {
				return nil, err
			}
			with, err := l.arm(facilitated(), l.runs(factRuns))
			if err != nil {
				return nil, err
			}
			var floors []float64
			for i := range without {
				floors = append(floors, without[i].floors)
			}
			slices.Sort(floors)
			middle := floors[len(floors)/2]
			var hard, easy tally // mediated and unmediated, as an observer sees them
			for i := range without {
				if without[i].floors >= middle {
					hard.add(signature(&with[i]))
				} else {
					easy.add(signature(&without[i]))
				}
			}
			naive, e := apart(&hard, &easy)
			causal := paired(with, without, signature)
			r := sign(HeldOut, "effect of mediation that an observer sees who does not know which cases are hard, less the true one", "share", false,
				naive-causal.mean(), e, 2*causal.n)
			r.Note = "mediators go to the half of the runs with the higher fallbacks"
			return []Row{r}, nil
		}},
	}
}
