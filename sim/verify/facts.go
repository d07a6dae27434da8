package verify

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// ended is what facts ask of a run.
type ended struct {
	signed    bool
	day       float64 // of the signature, or when the talks ended
	force     bool    // signed, and not refused at home
	collapsed bool
	peace     float64 // years, of a deal in force
	hazard    float64 // of a deal in force, 1 is the reference deal [-]
	floors    float64 // fallbacks of those who sign when talks began, summed [worth]
}

// lasts reports whether a deal came into force and held for some years.
func (e *ended) lasts(years float64) bool { return e.force && (!e.collapsed || e.peace >= years) }

// factRuns is how many runs an arm of the facts has.
const factRuns = 3000

// arm plays runs of a setting; the same run of two settings has the same parties and
// the same world.
func (l *Lab) arm(at setting) ([]ended, error) {
	var list []ended
	err := l.play(at, l.runs(factRuns), func(s *scenario.Scenario, o *talks.Outcome) {
		e := ended{signed: o.Signed, day: o.Day, collapsed: o.Class == talks.Collapsed, peace: o.Peace, hazard: o.Hazard}
		e.force = e.collapsed || o.Class == talks.Holds
		for i := range s.Case.Parties {
			if s.Case.Parties[i].Role == party.Belligerent {
				e.floors += o.Start[i]
			}
		}
		list = append(list, e)
	})
	return list, err
}

// crises is the case that facts are looked for in.
func crises(set ...string) setting { return file("crises", set...) }

// share is how often something is so in an arm.
func share(arm []ended, is func(e *ended) bool) *tally {
	var t tally
	for i := range arm {
		t.count(is(&arm[i]))
	}
	return &t
}

// agreed is how often an arm ends with a signature.
func agreed(arm []ended) *tally { return share(arm, func(e *ended) bool { return e.signed }) }

// inForce is something of the deals in force.
func inForce(arm []ended, of func(e *ended) float64) *tally {
	var t tally
	for i := range arm {
		if arm[i].force {
			t.add(of(&arm[i]))
		}
	}
	return &t
}

// hazard is that of the deals in force.
func hazard(arm []ended) *tally { return inForce(arm, func(e *ended) float64 { return e.hazard }) }

// riskier is the logarithm of what a hazard is multiplied by, from one arm to another, of
// the runs with a deal in force under both: what a collapse rests on before it is drawn,
// and the same peace either way.
func riskier(more, less []ended) *tally {
	var t tally
	for i := range more {
		if more[i].force && less[i].force {
			t.add(math.Log(more[i].hazard) - math.Log(less[i].hazard))
		}
	}
	return &t
}

// paired is the difference of two arms, run by run.
func paired(more, less []ended, of func(e *ended) float64) *tally {
	var t tally
	for i := range more {
		t.add(of(&more[i]) - of(&less[i]))
	}
	return &t
}

// signature is 1 for a run that ends with one.
func signature(e *ended) float64 { return one(e.signed) }

// fiveYears is 1 for a run that ends with a deal that holds for five.
func fiveYears(e *ended) float64 { return one(e.lasts(5)) }

// one is 1 for what is so.
func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// ninetyFive is the half width of an interval of facts, in standard errors.
const ninetyFive = 1.96

// figure is a row of a number that the data give with an interval of their own.
func figure(c Class, what, unit string, expected, least, most float64, t *tally) Row {
	e := ninetyFive * t.error()
	return Row{Class: c, What: what, Unit: unit, Expected: expected, Least: least, Most: most,
		Simulated: t.mean(), Low: t.mean() - e, High: t.mean() + e, Runs: t.n, by: hits}
}

// sign is a row of a difference of which the data give the sign: all of the interval
// has to be above nothing, or below.
func sign(c Class, what, unit string, positive bool, mean, err float64, runs int) Row {
	r := Row{Class: c, What: what, Unit: unit, Expected: math.NaN(), Least: 0, Most: math.Inf(1), Simulated: mean,
		Low: mean - ninetyFive*err, High: mean + ninetyFive*err, Runs: runs, by: inside}
	if !positive {
		r.Least, r.Most = math.Inf(-1), 0
	}
	return r
}

// apart is the difference of two means of different runs, and its standard error.
func apart(a, b *tally) (mean, err float64) {
	return a.mean() - b.mean(), math.Hypot(a.error(), b.error())
}
