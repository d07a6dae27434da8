package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// two logrollers find the trades that the      Moran and Ritov 2002        weights of the sides alike: nothing to      TestLogrollersFindTheTrades
//   fixed pie hides; one gains more than the                               trade; fixed_pie: what is public shows
//   other side                                                             the trades to anybody
// tit for tat gives more to who gives more     Faratin, Sierra and         echo: nothing is answered                   TestTitForTatGivesWhatItGets
//   averaged, it answers later and keeps more    Jennings 1998             window                                      TestAveragedTitForTatAnswersLater
//   relative, it answers a way begun far off                               terms                                       TestRelativeTitForTatCountsTheWay
//   with less
// exchange is answered with exchange: there    tit for tat; own            exchanges                                   TestExchangeIsAnsweredWithExchange
//   are more, in series                          formulation

// between is a case of six shares between sides with such tactics, who meet every
// round.
func between(t *testing.T, runs int, factor float64, one, other string, patches ...string) []ending {
	return endings(t, runs, many(6, factor), append(patches, meeting, "parties[A].tactic="+one, "parties[B].tactic="+other)...)
}

// Parameters of the sides of these cases.
const (
	byClock  = "horizon: {lo: 40, base: 50, hi: 60}, haste: {lo: 0.3, base: 0.6, hi: 1.2}}"
	plain    = "{name: time-dependent, " + byClock
	roller   = "{name: logroller, " + byClock
	conceder = "{name: time-dependent, haste: 3, horizon: 50}"
	boulware = "{name: time-dependent, haste: 0.2, horizon: 50}"
)

// own is what the first signatory gains.
func own(x *ending) float64 { return (x.gain + x.lead) / 2 }

func lead(x *ending) float64 { return x.lead }

func TestLogrollersFindTheTrades(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 300
	gains := func(factor float64, patches ...string) series {
		return change(between(t, runs, factor, roller, roller, patches...), between(t, runs, factor, plain, plain, patches...), gain)
	}
	gains(3).more(t, "joint gain of two")
	gains(1).nothing(t, 1e-9, "where weights are alike")
	gains(3, candid).fewer(t, "where anybody can see the trades")

	alone, neither := between(t, runs, 3, roller, plain), between(t, runs, 3, plain, plain)
	change(alone, neither, lead).more(t, "of one, over the other side")
}

// reciprocator is a side that plays tit for tat and gives little unasked.
func reciprocator(how string) string {
	return "{name: reciprocal, goodwill: 0.5, horizon: {lo: 40, base: 50, hi: 60}, " + how + "}"
}

func TestTitForTatGivesWhatItGets(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 120
	hastens := func(to string) series {
		return change(between(t, runs, 3, reciprocator("echo: 1"), to), between(t, runs, 3, reciprocator("echo: 0"), to), day)
	}
	early, late := hastens(conceder), hastens(boulware)
	early.fewer(t, "days to an agreement, with one who gives early")
	early.less(late).fewer(t, "less those with one who gives late")
}

func TestAveragedTitForTatAnswersLater(t *testing.T) {
	const runs = 300
	slow, quick := between(t, runs, 3, reciprocator("window: 8"), conceder), between(t, runs, 3, reciprocator("window: 1"), conceder)
	ofBoth(slow, quick, day).more(t, "day of agreement")
	ofBoth(slow, quick, own).more(t, "own gain")
}

// The opening text of Camp David lay below what no deal was worth to both: of a way that
// begins there a concession is a smaller share than it is worth.
func TestRelativeTitForTatCountsTheWay(t *testing.T) {
	const runs = 400
	text := read(t, "camp-david-1978")
	play := func(terms string) []ending {
		patches := []string{"talks.mediator=single-text"}
		for _, name := range []string{"EGY", "ISR"} {
			patches = append(patches, "parties["+name+"].tactic={name: reciprocal, terms: "+terms+"}")
		}
		return endings(t, runs, text, patches...)
	}
	share, worth := play("relative"), play("absolute")
	change(share, worth, hasSigned).fewer(t, "agreement")
	change(share, worth, day).more(t, "days")
}

// exchanged plays a case between two that answer exchange with exchange, or do not. It
// counts exchanges a run, and how many of them follow on one at the occasion before.
func exchanged(t *testing.T, answers string, runs int) (each, following float64) {
	tactic := "{name: reciprocal, exchanges: " + answers + "}"
	c := caseOf(t, "miami", "parties[UKR].tactic="+tactic, "parties[RUS].tactic="+tactic)
	e := talks.NewEngine(c)
	for i := range runs {
		last := math.Inf(-1)
		o := e.Play(talksSeed(i), func(ev talks.Event) {
			if ev.Kind != talks.Happened || ev.Note != "a humanitarian exchange" {
				return
			}
			if each++; ev.Day-last < 15 { // an occasion is every 14 days
				following++
			}
			last = ev.Day
		})
		require.Empty(t, o.Fault)
	}
	return each / float64(runs), following / each
}

func TestExchangeIsAnsweredWithExchange(t *testing.T) {
	const runs = 300
	each, following := exchanged(t, "true", runs)
	alone, chance := exchanged(t, "false", runs)
	t.Logf("%.2f exchanges a run, %.2f of them after another; %.2f and %.2f where none is answered", each, following, alone, chance)
	assert.Greater(t, each, alone*1.5)
	assert.Greater(t, following, chance*1.5)
}
