package talks_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// pace gives the parley rounds of a week and time enough.
var pace = []string{"formats.apart.days=7", "talks.horizon=210", "talks.still=60"}

// over plays so many runs and hands each to a counter.
func over(t testing.TB, runs int, count func(*talks.Outcome), patches ...string) {
	t.Helper()
	e := talks.NewEngine(caseFrom(t, parley, append(append([]string{}, pace...), patches...)...))
	for i := range runs {
		o := e.Play(talksSeed(i), nil)
		require.Empty(t, o.Fault)
		require.NotEmpty(t, o.Reason)
		count(o)
	}
}

// mean of a number of the runs.
func mean(t testing.TB, runs int, of func(*talks.Outcome) float64, patches ...string) float64 {
	t.Helper()
	sum := 0.0
	over(t, runs, func(o *talks.Outcome) { sum += of(o) }, patches...)
	return sum / float64(runs)
}

func isSigned(o *talks.Outcome) float64 {
	if o.Signed {
		return 1
	}
	return 0
}

// stubborn sides sign nothing, so that a whole course of talks can be looked at.
var stubborn = []string{"parties[A].fallback.base=5", "parties[B].fallback.base=5", "parties[B].trust.A=0.9"}

func last(o *talks.Outcome) talks.Moment { return o.Course[len(o.Course)-1] }

// Strikes cost the struck side's trust, and move its fallback by the sign that the
// case gives their effect.
func TestStrikesCostTrust(t *testing.T) {
	calm := mean(t, 50, func(o *talks.Outcome) float64 { return last(o).Trust }, stubborn...)
	struck := mean(t, 50, func(o *talks.Outcome) float64 {
		assert.Positive(t, o.Strikes)
		return last(o).Trust
	}, append(stubborn, "strikes=[{by: A, on: B, rate: 40, trust: 0.05}]", "parties[A].trust.B=0.9")...)
	assert.InDelta(t, .3, calm, 1e-12, "A trusts B .3, and nothing moves it")
	assert.Less(t, struck, .3)

	floor := func(resolve string) float64 {
		return mean(t, 50, func(o *talks.Outcome) float64 { return o.Floor[1] }, append(stubborn,
			"strikes=[{by: A, on: B, rate: 40, resolve: "+resolve+", fade: 60}]")...)
	}
	assert.Greater(t, floor("0.02"), 5.01, "it rallies")
	assert.Less(t, floor("-0.02"), 4.99, "it wears down")
}

// Less trust, fewer agreements: what strikes do to trust they do to the talks.
func TestStrikesCostAgreements(t *testing.T) {
	const with, without = "strikes=[{by: A, on: B, rate: 40, trust: 0.05}, {by: B, on: A, rate: 40, trust: 0.05}]", "strikes=[]"
	trusting := []string{"parties[A].trust.B=0.8", "parties[B].trust.A=0.8"}
	assert.Less(t, mean(t, 300, isSigned, append(trusting, with)...), mean(t, 300, isSigned, append(trusting, without)...)-.05)
}

// An offensive that is announced by A has B expect less of the war, and nothing moves
// at the front.
func TestThreatsShiftExpectations(t *testing.T) {
	run := func(threats string) float64 {
		return mean(t, 50, func(o *talks.Outcome) float64 {
			assert.Zero(t, last(o).Momentum)
			return o.Floor[1]
		}, append(stubborn, "parties[A].fallback.momentum=0.2", "parties[B].fallback.momentum=-0.2", threats)...)
	}
	assert.Less(t, run("threats=[{by: A, rate: 20, shift: 0.5, fade: 60}]"), run("threats=[]")-.01)
}

// The war ends at the rates that the case gives: a share 1 − e^(−rate·years·over) of
// runs within the horizon.
func TestTheWarEnds(t *testing.T) {
	const years = 210 / 365.25
	front := []string{"front={start: 0.5}", "parties[A].fallback.momentum=0.2", "parties[B].fallback.momentum=-0.2"}
	won := func(victory, from string) float64 {
		return mean(t, 400, func(o *talks.Outcome) float64 {
			if o.Class != talks.Victory {
				return 0
			}
			assert.Equal(t, "A prevailed", o.Reason)
			return 1
		}, append(append(append([]string{}, stubborn...), front...), "war={victory: "+victory+", from: "+from+"}")...)
	}
	want := 1 - math.Exp(-2*years*(.5-.2)/.8)
	assert.InDelta(t, want, won("2", "0.2"), 4*math.Sqrt(want*(1-want)/400))
	assert.Zero(t, won("2", "0.6"), "below that momentum nobody wins")
	tired := mean(t, 200, func(o *talks.Outcome) float64 {
		if o.Class == talks.Victory {
			assert.Equal(t, "B could not go on", o.Reason)
			return 1
		}
		return 0
	}, append(stubborn, "war={exhaustion: 3}", "parties[B].fallback.weariness=0.01")...)
	assert.Greater(t, tired, .4)
}

// Support that is not paid out is counted on less.
func TestFundingThatDoesNotCome(t *testing.T) {
	floor := func(paid string) float64 {
		return mean(t, 50, func(o *talks.Outcome) float64 { return o.Floor[0] }, append(stubborn,
			"pressure=[{name: aid, on: A, kind: support, use: 1, effect: 0.1, by: G, paid: "+paid+", period: 30}]")...)
	}
	assert.InDelta(t, 5.1, floor("1"), 1e-9)
	assert.InDelta(t, 5, floor("0"), 1e-9)
	assert.InDelta(t, 5.05, floor("0.5"), .02)
}

// A bluff bites while it is believed, and no longer.
func TestABluffIsCalled(t *testing.T) {
	over(t, 20, func(o *talks.Outcome) {
		assert.Less(t, o.Course[0].Floor[0], 4.99, "announced")
		if last(o).Floor[0] < 4.99 {
			assert.Less(t, last(o).Floor[0], o.Course[0].Floor[0], "it bites")
		} else {
			assert.InDelta(t, 5, last(o).Floor[0], 1e-9, "it was a bluff")
		}
	}, append(stubborn, "pressure=[{name: cut, on: A, use: 1, effect: 0.1, lag: 60, credibility: 0.5}]")...)
	kept := mean(t, 400, func(o *talks.Outcome) float64 {
		if last(o).Floor[0] < 4.95 {
			return 1
		}
		return 0
	}, append(stubborn, "pressure=[{name: cut, on: A, use: 1, effect: 0.1, lag: 60, credibility: 0.5}]")...)
	assert.InDelta(t, .5, kept, 4*.5/20)
}

// Pressure costs its users: worth while it is in force, and the target's trust.
func TestPressureHasItsPrice(t *testing.T) {
	const lever = "pressure=[{name: cut, on: A, use: 1, effect: 0.1, by: B, cost: 0.02, trust: 0.1}]"
	over(t, 1, func(o *talks.Outcome) {
		assert.InDelta(t, .02*210/365.25, o.Leverage, 1e-9)
		assert.InDelta(t, 4.98, o.Floor[1], 1e-9, "B bears it")
		assert.InDelta(t, .2, last(o).Trust, 1e-9, "A trusts B less")
	}, append(stubborn, lever)...)
}

// Under myopia pressure opens a zone at its cost; a side that looks ahead counts a
// lever that decays for what it is worth over time. A text that only leverage holds up
// breaks sooner once the lever is withdrawn, on the very same draws.
func TestPressureUnderForesight(t *testing.T) {
	const lever = "pressure=[{name: a, on: A, use: 1, effect: 0.2, decay: 2, withdrawn: true}, {name: b, on: B, use: 1, effect: 0.2, decay: 2, withdrawn: true}]"
	myopic := []string{"parties[A].fallback.foresight=myopic", "parties[B].fallback.foresight=myopic"}
	foresight := mean(t, 300, isSigned, lever) - mean(t, 300, isSigned)
	short := mean(t, 300, isSigned, append(myopic, lever)...) - mean(t, 300, isSigned, myopic...)
	assert.Greater(t, short, .1)
	assert.Less(t, foresight, short/2)

	free, held := map[int]float64{}, map[int]float64{}
	collect := func(into map[int]float64, patches ...string) {
		i := 0
		over(t, 300, func(o *talks.Outcome) {
			if o.Signed {
				into[i] = o.Hazard
			}
			i++
		}, append(myopic, patches...)...)
	}
	collect(free, "pressure=[{name: a, on: A, use: 1, effect: 0.2, decay: 2}, {name: b, on: B, use: 1, effect: 0.2, decay: 2}]")
	collect(held, lever)
	n, worse := 0, 0.0
	for i, h := range held {
		if base, both := free[i]; both {
			n++
			worse += math.Log(h / base)
		}
	}
	require.Greater(t, n, 50)
	assert.Greater(t, worse/float64(n), .1, "paired over the same draws")
}

// A hard deadline brings agreements, vague ones, that last less long.
func TestADeadlineHurriesAndBlurs(t *testing.T) {
	patient := []string{"parties[A].tactic={name: time-dependent, haste: 0.4, horizon: 300}", "parties[B].tactic={name: time-dependent, haste: 0.4, horizon: 300}"}
	under := func(deadline string) (signed, vague, hazard float64) {
		n := 0.
		over(t, 300, func(o *talks.Outcome) {
			if o.Signed {
				n++
				vague += o.Ambiguity
				hazard += math.Log(o.Hazard)
			}
			if o.Class == talks.Stalemate && o.Reason == "the deadline passed" {
				assert.GreaterOrEqual(t, o.Day, 168.)
			}
		}, append(patient, deadline)...)
		return n / 300, vague / n, hazard / n
	}
	signed, vague, hazard := under("mechanisms={deadline: false}")
	hurried, blurred, breaks := under("talks.deadline={day: 175, hardness: 0.9, ramp: 42, haste: 0.6}")
	assert.Greater(t, hurried, signed+.05)
	assert.Greater(t, blurred, vague+.01)
	assert.Greater(t, breaks, hazard)
}

// A side that plays for time while the front runs its way signs less, and what it
// signs breaks sooner; the others come to expect it.
func TestPlayingForTime(t *testing.T) {
	front := []string{"front={start: 0.5}", "parties[A].fallback.momentum=0.01", "parties[B].fallback.momentum=-0.01"}
	sincere := mean(t, 300, isSigned, front...)
	assert.Less(t, mean(t, 300, isSigned, append(front, "parties[A].type={tactical: 1}", "types={renews: 1}")...), sincere-.05)
	assert.Less(t, mean(t, 300, isSigned, append(front, "parties[A].type={tactical: 0.5}", "types={renews: 4}")...),
		mean(t, 300, isSigned, append(front, "parties[A].type={tactical: 0.5}", "types={renews: 1}")...), "suspicion alone costs agreements")
}

// An envoy that takes texts to be better than they are says too soon that its side
// would sign; one that keeps its lines to itself does not name them.
func TestEnvoysMisread(t *testing.T) {
	said := func(patches ...string) (would, did int) {
		c := caseFrom(t, parley, append(append([]string{}, pace...), patches...)...)
		e := talks.NewEngine(c)
		for i := range 100 {
			e.Play(talksSeed(i), func(ev talks.Event) {
				if ev.Kind == talks.Signing {
					would++
					if ev.Reply.Verdict.String() == "sign" {
						did++
					}
				}
			})
		}
		return would, did
	}
	would, did := said()
	assert.Equal(t, would, did, "who speaks for itself keeps to what it said")
	would, did = said("parties[A].envoy={optimism: 0.05}", "parties[B].envoy={optimism: 0.05}")
	assert.Greater(t, would, did+5)

	lines := func(disclosure string) (named int) {
		c := caseFrom(t, parley, append(append([]string{"parties[A].lines=[{issue: shield, levels: [some], kind: hard}]"}, pace...), "parties[A].envoy={disclosure: "+disclosure+"}")...)
		talks.NewEngine(c).Play(talksSeed(1), func(ev talks.Event) {
			if ev.Kind == talks.Visited && ev.Reply.Crossed {
				named++
			}
		})
		return named
	}
	assert.Positive(t, lines("1"))
	assert.Zero(t, lines("0"))
}

// What is said in public runs ahead of how close the sides are, and costs the mediator
// the faith that its texts rest on.
func TestPromisesThatDoNotComeTrue(t *testing.T) {
	over(t, 1, func(o *talks.Outcome) {
		m := last(o)
		assert.InDelta(t, m.Closeness+.5*(1-m.Closeness), m.Narrative, 1e-12)
	}, append(stubborn, "parties[A].narrative={spin: 0.5}", "parties[B].narrative={spin: 0.5}")...)
	faithful := []string{"parties[A].trust.mediator=0.5", "parties[B].trust.mediator=0.5",
		"parties[A].devaluation={size: 0.1, mediator: 0, adversary: 1}", "parties[B].devaluation={size: 0.1, mediator: 0, adversary: 1}"}
	honest := mean(t, 300, isSigned, faithful...)
	assert.Less(t, mean(t, 300, isSigned, append(faithful, "parties[A].narrative={spin: 1}", "parties[B].narrative={spin: 1}", "narrative={cost: 5}")...), honest-.03)
	assert.Less(t, mean(t, 300, isSigned, append(faithful, "talks.tilt_cost=2")...), honest-.03, "and so does a tilt")
}

// Past its capacity a mediator is late, and gives up; one with a stake in the talks
// holds out longer.
func TestAMediatorWearsOut(t *testing.T) {
	left := func(o *talks.Outcome) float64 {
		if o.Class == talks.MediatorLeft {
			return 1
		}
		return 0
	}
	assert.Zero(t, mean(t, 50, left, append(stubborn, "talks.burden={capacity: 100, exit: 5, lag: 1}")...))
	assert.Greater(t, mean(t, 50, left, append(stubborn, "talks.burden={capacity: 0, exit: 5}")...), .8)
	rounds := func(o *talks.Outcome) float64 { return float64(o.Rounds) }
	assert.Less(t, mean(t, 20, rounds, append(stubborn, "talks.burden={capacity: 0, lag: 1}")...),
		mean(t, 20, rounds, append(stubborn, "talks.burden={capacity: 100, lag: 1}")...)-5)
	hopeful := append(stubborn, "parties[A].narrative={spin: 1}", "parties[B].narrative={spin: 1}", "talks.still=200",
		"talks.mediator={name: placebo/contact, contact: 0}")
	assert.Less(t, mean(t, 100, left, append(hopeful, "talks.burden={capacity: 100, fatigue: 30, stake: 1}")...)+.2,
		mean(t, 100, left, append(hopeful, "talks.burden={capacity: 100, fatigue: 30, stake: 0}")...))
}

// Exchanges build trust; with enough of them talks without a text were not for
// nothing.
func TestExchangesAreAResult(t *testing.T) {
	class := map[talks.Class]int{}
	over(t, 100, func(o *talks.Outcome) {
		class[o.Class]++
		if o.Exchanges > 0 {
			assert.Greater(t, last(o).Trust, .3)
		}
	}, append(stubborn, "humanitarian={period: 14, chance: 0.3, trust: 0.02, partial: 5}")...)
	assert.Greater(t, class[talks.Partial], 20)
	assert.Positive(t, class[talks.Stalemate]+class[talks.TalksGoOn]+class[talks.OneSided])
	assert.Greater(t, mean(t, 300, isSigned, "humanitarian={period: 14, chance: 0.8, trust: 0.05}"), mean(t, 300, isSigned)+.02, "trust opens zones")
}

// Optimism that fighting informs goes; a first text draws what a side hopes for.
func TestLearningAndAnchoring(t *testing.T) {
	biased := []string{"parties[A].fallback.bias=0.1", "parties[B].fallback.bias=0.1"}
	stays := mean(t, 300, isSigned, biased...)
	assert.Greater(t, mean(t, 300, isSigned, append(biased, "parties[A].fallback.learning=0.1", "parties[B].fallback.learning=0.1")...), stays+.05)

	worth := func(anchoring string) float64 {
		n, sum := 0., 0.
		over(t, 300, func(o *talks.Outcome) {
			if o.Signed {
				n++
				sum += o.Worth[0] - o.Worth[1]
			}
		}, "texts={mine: {x: 1, \"y\": 1, shield: some}}", "talks.text=mine", "talks.mediator=facilitation", "parties[A].anchoring="+anchoring,
			"parties[A].tactic=time-dependent", "parties[B].tactic=time-dependent")
		return sum / n
	}
	assert.Greater(t, worth("0.8"), worth("0")+.005, "a first text that is A's own leaves A with more")
}

// No mechanism draws anything for another: with any one switched off, parties and
// front are as they were, and yet some run comes out otherwise.
func TestEverySwitchMattersAndDrawsForItself(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	used := []string{"pressure[sanctions-and-secondary-measures].use=0.5", "pressure[european-funding].use=0.5",
		"talks.caucus=[{of: UKR, with: [EUR], wishes: 2}]"}
	used = append(used, allLevers("MED")...)
	users := map[string]string{"leverage": "carrots", "steps": "gradual"} // mediators; the others' is the case's
	const runs = 300
	table := talks.NewTable(caseFrom(t, text, used...))
	var starts [][]float64
	for i := range runs {
		table.Draw(talksSeed(i))
		var s []float64
		for _, p := range table.Parties {
			s = append(s, p.Weight(0), p.Score(0, 1))
		}
		starts = append(starts, s)
	}
	for _, name := range around() {
		t.Run(name, func(t *testing.T) {
			patches := used
			if user, ok := users[name]; ok {
				patches = append(slices.Clip(used), "talks.mediator="+user)
			}
			off := caseFrom(t, text, append(slices.Clip(patches), "mechanisms."+name+"=false")...)
			with, without, table := talks.NewEngine(caseFrom(t, text, patches...)), talks.NewEngine(off), talks.NewTable(off)
			changed := 0
			for i := range runs {
				if digest(with.Play(talksSeed(i), nil)) != digest(without.Play(talksSeed(i), nil)) {
					changed++
				}
				table.Draw(talksSeed(i))
				for k, p := range table.Parties {
					require.Equal(t, starts[i][2*k], p.Weight(0))
					require.Equal(t, starts[i][2*k+1], p.Score(0, 1))
				}
			}
			assert.Positive(t, changed, "switching it off changes nothing")
		})
	}
}

// The strength of a guarantee has an interior best for agreement: too little does not
// protect the one side, too much is more than the other side takes, where it believes in it.
func TestAGuaranteeCanBeTooStrong(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	agreed := map[string]int{}
	for _, level := range []string{"aid-only", "article-5-like", "article-5-like-with-presence"} {
		agreed[level] = signed(t, caseFrom(t, text, "talks.mediator=facilitation", "talks.settled={guarantee-scope: "+level+"}",
			"parties[RUS].interactions[0].size=0.4", "parties[RUS].trust.EUR=0.9", "parties[RUS].trust.MED=0.9"), 1200)
	}
	t.Log(agreed)
	assert.Greater(t, agreed["article-5-like"], agreed["aid-only"]+20)
	assert.Greater(t, agreed["article-5-like"], agreed["article-5-like-with-presence"]+20)
}
