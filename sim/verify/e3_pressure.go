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
		Finds:  "pressure that wears off at another pace than is said, to within a year",
		Misses: "whether pressure wears off like that",
		trials: []trial{wane, func(l *Lab) ([]Row, error) {
			arms, err := l.each(facilitated(), drafted(), pressed())
			if err != nil {
				return nil, err
			}
			soft, plain, hard := arms[0], arms[1], arms[2]
			more, worse, beside := paired(hard, plain, signature), riskier(hard, plain), riskier(hard, soft)
			collapse := sign(Form, "logarithm of the hazard of deals in force either way, under a single text with pressure less without", "-", true, worse.mean(), worse.error(), 2*worse.n)
			collapse.Note = fmt.Sprintf("the same deals less under facilitation: %.3f, 95%% interval %.3f to %.3f; all deals that pressure brings about less all under a single text without it, as a difference of hazards: %.3f",
				beside.mean(), beside.mean()-ninetyFive*beside.error(), beside.mean()+ninetyFive*beside.error(), hazard(hard).mean()-hazard(plain).mean())
			collapse.Missing = "levers large enough: what a deal loses when they are withdrawn is small beside what else may break it"
			fail := func(arm []ended) *tally { return inForce(arm, func(e *ended) float64 { return one(e.collapsed) }) }
			broke, e := apart(fail(hard), fail(plain))
			realised := sign(Form, "deals in force that collapse within ten years, under a single text with pressure less without", "share", true, broke, e, 2*more.n)
			realised.Missing = "more runs, or larger levers: the draw of a collapse adds noise to the hazard that the row above tells without"
			agree := sign(Form, "agreement under a single text with pressure less without", "share", true, more.mean(), more.error(), 2*more.n)
			agree.Fact = "pressure brings about agreements"
			agree.Weak = "pressure takes from what a side has without a deal; it would fail only if its price and the faith that it costs outweighed that"
			collapse.Fact = "agreements under pressure are likelier to break"
			collapse.Weak = "that a deal which leverage alone holds up is likelier to break once the leverage ends is assumed, of a size that is not known; it would fail only if hardly any deal were held up so, or if texts under pressure promised more"
			realised.Fact, realised.Weak = collapse.Fact, collapse.Weak
			return []Row{agree, collapse, realised}, nil
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
