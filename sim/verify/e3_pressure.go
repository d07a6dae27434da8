package verify

// pressure is E3: agreements that pressure brings about, and that end with it.
func pressure() Check {
	return Check{
		ID: "E3", Mechanism: "pressure that ends", Source: "Werner and Yuen 2005; Beardsley 2008",
		trials: []trial{func(l *Lab) ([]Row, error) {
			soft, err := l.arm(facilitated(), l.runs(factRuns))
			if err != nil {
				return nil, err
			}
			plain, err := l.arm(formulated(), l.runs(factRuns))
			if err != nil {
				return nil, err
			}
			hard, err := l.arm(manipulated(), l.runs(factRuns))
			if err != nil {
				return nil, err
			}
			more := paired(hard, plain, signature)
			worse, e := apart(hazard(hard), hazard(soft))
			collapse := sign(Form, "hazard of deals in force, under pressure less under facilitation", "-", true, worse, e, 2*more.n)
			collapse.Missing = "levers large enough: what a deal loses when those of this case are withdrawn is small beside what else may break it"
			return []Row{
				sign(Form, "agreement with pressure on both sides less without", "share", true, more.mean(), more.error(), 2*more.n),
				collapse,
			}, nil
		}},
	}
}
