package verify

// selection is E6: where mediators go to the hard cases, the raw difference between
// mediated and unmediated ones says less of mediation than there is. Cases are hard by
// what the sides would have without a deal.
func selection() Check {
	return Check{
		ID: "E6", Mechanism: "mediators go to hard cases", Source: icb + "; Gartner and Bercovitch 2006 on selection",
		trials: []trial{func(l *Lab) ([]Row, error) {
			a, err := l.highest()
			if err != nil {
				return nil, err
			}
			var onlyHard []float64
			for _, h := range hardness(a.none) {
				onlyHard = append(onlyHard, one(h > 0))
			}
			record, causal, extreme := a.seen(a.onRecordSent(), signature), a.seen(a.byLot(), signature), a.seen(onlyHard, signature)
			row := func(what string, of *sighting) Row {
				return sign(Form, what, "share", false, of.mean, of.error(), 4*len(a.none))
			}
			first := row("what is seen where mediators are sent as on record, less the true effect", record.less(causal))
			first.Note = "by quarters of the crises, from the easiest to the hardest, 21%, 30%, 29% and 45% have one; on record these are crises of no, little, serious and war-like violence, here quarters of what the sides would have without a deal"
			rows := []Row{first, row("what is seen where all hard crises have a mediator and no other, less the true effect", extreme.less(causal))}
			for i := range rows {
				rows[i].Fact = "selection hides a part of what mediators do"
				rows[i].Weak = "it follows from how mediators are sent: it would fail only if crises in which sides have more without a deal agreed no less often"
			}
			return rows, nil
		}, guarded, settlements},
	}
}
