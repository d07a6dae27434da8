package verify

// survival is E4: how long deals hold.
func survival() Check {
	return Check{
		ID: "E4", Mechanism: "how long deals hold", Source: "UCDP Peace Agreement Dataset, 336 agreements of 1975 to 2021, recomputed",
		trials: []trial{func(l *Lab) ([]Row, error) {
			arm, err := l.arm(formulated())
			if err != nil {
				return nil, err
			}
			var year, five, ten, early tally
			for i := range arm {
				e := &arm[i]
				if !e.force {
					continue
				}
				year.count(e.lasts(1))
				five.count(e.lasts(5))
				ten.count(!e.collapsed)
				if e.collapsed {
					early.count(e.peace < 1)
				}
			}
			first := rate(style{"within a year", 116, 77}).row(Calibrated, "of the deals that collapse within ten years, within one", "share", early.mean(), early.error(), early.n)
			first.Note = "the data: 77 of the 116 that collapse at all"
			rows := []Row{
				figure(Calibrated, "deals in force that hold a year", "share", .771, .727, .817, &year),
				figure(Calibrated, "deals in force that hold five years", "share", .676, .627, .728, &five),
				figure(Calibrated, "deals in force that hold ten years", "share", .652, .603, .706, &ten),
				first,
			}
			for i := range rows {
				rows[i].Fact = "how long deals hold"
				rows[i].Missing = "a reference deal that promises what the deals of this case do on the average"
			}
			return rows, nil
		}},
	}
}
