package verify

import (
	"fmt"
	"math"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// pressure is E3: agreements that pressure brings about, and that end with it.
func pressure() Check {
	return Check{
		ID: "E3", Mechanism: "pressure that ends", Source: "Werner and Yuen 2005; Beardsley 2008",
		trials: []trial{wane, func(l *Lab) ([]Row, error) {
			arms, err := l.each(facilitated(), drafted(), pressed())
			if err != nil {
				return nil, err
			}
			soft, plain, hard := arms[0], arms[1], arms[2]
			more := paired(hard, plain, signature)
			worse, e := apart(hazard(hard), hazard(soft))
			same, se := apart(hazard(hard), hazard(plain))
			collapse := sign(Form, "hazard of deals in force, under pressure less under facilitation", "-", true, worse, e, 2*more.n)
			collapse.Note = fmt.Sprintf("less under a single text without pressure: %.3f, 95%% interval %.3f to %.3f", same, same-ninetyFive*se, same+ninetyFive*se)
			collapse.Missing = "levers large enough: what a deal loses when they are withdrawn is small beside what else may break it"
			return []Row{
				sign(Form, "agreement under a single text with pressure less without", "share", true, more.mean(), more.error(), 2*more.n),
				collapse,
			}, nil
		}},
	}
}

// wane is how long pressure that wears off holds up a text: rounds of a year in which
// the text is worth A's while.
func wane(l *Lab) ([]Row, error) {
	rounds := 0
	err := l.play(file("e3-transient-leverage"), 1, func(s *scenario.Scenario, o *talks.Outcome) {
		a := seat(s, "A")
		for i := range o.Course {
			if m := &o.Course[i]; m.Text && m.Worth[a] >= m.Floor[a] {
				rounds++
			}
		}
	})
	r := exact("years for which a text is held up by pressure of 0.2 that wears off at 0.1 a year, over a gap of 0.05", "years", math.Log(4)/.1, float64(rounds), 1, 1)
	r.Source = "in closed form, after Beardsley 2008"
	return []Row{r}, err
}
