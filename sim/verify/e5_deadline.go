package verify

// deadline is E5: pressure of time.
func deadline() Check {
	return Check{
		ID: "E5", Mechanism: "hard deadlines", Source: "Pinfari 2011, 68 episodes of 1990 to 2005",
		trials: []trial{func(l *Lab) ([]Row, error) {
			last := formulated().with("talks.deadline.hardness=1") // on the day on which talks end either way
			arms, err := l.each(formulated(), last)
			if err != nil {
				return nil, err
			}
			soft, hard := arms[0], arms[1]
			more := paired(hard, soft, signature)
			worse, e := apart(hazard(hard), hazard(soft))
			collapse := sign(Form, "hazard of deals in force, after a hard deadline less without", "-", true, worse, e, 2*more.n)
			collapse.Missing = "vaguer texts: what haste adds to a clause's ambiguity weighs little in this case"
			return []Row{
				sign(Form, "agreement with a hard deadline less without", "share", true, more.mean(), more.error(), 2*more.n),
				collapse,
			}, nil
		}},
	}
}
