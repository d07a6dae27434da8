package party

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// α(t) of Faratin, Sierra and Jennings 1998, section 4.1, by hand.
func TestConcessionCurves(t *testing.T) {
	for _, row := range []struct {
		name                 string
		curve                string
		haste, opening, days float64
		want                 float64
	}{
		{"polynomial, first day", "polynomial", 2, .1, 0, .1},
		{"polynomial, conceder", "polynomial", 2, .1, 25, .1 + .9*.5},
		{"polynomial, even", "polynomial", 1, 0, 25, .25},
		{"polynomial, Boulware", "polynomial", .5, 0, 50, .25},
		{"polynomial, last day", "polynomial", .2, .1, 100, 1},
		{"polynomial, past the last day", "polynomial", .2, .1, 400, 1},
		{"exponential, first day", "exponential", 1, .1, 0, .1},
		{"exponential, half way", "exponential", 1, .01, 50, .1},
		{"exponential, conceder", "exponential", 2, .0001, 50, .1},
		{"exponential, Boulware", "exponential", .5, .01, 75, .1},
		{"exponential, last day", "exponential", .5, .01, 100, 1},
		{"exponential, past the last day", "exponential", .5, .01, 150, 1},
		{"exponential from nothing, before the end", "exponential", 1, 0, 99, 0},
		{"exponential from nothing, at the end", "exponential", 1, 0, 100, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			x := &timeDependent{TimeDependent: TimeDependent{Haste: row.haste, Horizon: 100, Opening: row.opening, Curve: row.curve}}
			assert.InDelta(t, row.want, x.Alpha(row.days), 1e-12)
		})
	}
}

// What is conceded only grows, from the opening to everything; more haste concedes
// no less on any day.
func TestConcessionsGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := &timeDependent{TimeDependent: TimeDependent{
			Haste: rapid.Float64Range(.05, 20).Draw(t, "haste"), Horizon: rapid.Float64Range(1, 400).Draw(t, "horizon"),
			Opening: rapid.Float64Range(0, 1).Draw(t, "opening"), Curve: rapid.SampledFrom([]string{"polynomial", "exponential"}).Draw(t, "curve"),
		}}
		days := rapid.Float64Range(0, 500).Draw(t, "days")
		alpha := x.Alpha(days)
		assert.GreaterOrEqual(t, alpha, x.Opening-1e-12)
		assert.LessOrEqual(t, alpha, 1.0)
		assert.GreaterOrEqual(t, x.Alpha(days+1), alpha)
		hasty := *x
		hasty.Haste *= 1.5
		assert.GreaterOrEqual(t, hasty.Alpha(days), alpha-1e-12)
	})
}

// playing is a party that plays by a tactic on the ladder of seven sixths, against
// one that wants the opposite.
func playing(tactic Tactic, floor float64) *Party {
	a, own := sixths(floor)
	other := additive([]float64{1}, [][]float64{{1, 5. / 6, 4. / 6, 3. / 6, 2. / 6, 1. / 6, 0}}, .3)
	p := seated(a, own, nil, other)
	p.Begin(tactic, nil, p.public, p.guess, false, Outside{})
	return p
}

// least is the lowest level of the ladder that a party would sign today.
func least(p *Party) int {
	for l := range p.agenda.Issues[0].Levels {
		if says(p, message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: agenda.Deal{uint8(l)}}).Verdict == message.Sign {
			return l
		}
	}
	return -1
}

// The demand comes down from the anchor to the fallback: the best the other side
// would plausibly take (4/6, for its fallback is .3) or the dream.
func TestTimeDependentDemands(t *testing.T) {
	for _, row := range []struct {
		anchor string
		want   []int // least level signed after 0, 25, 50, 75 and 100 days
	}{
		{"plausible", []int{4, 4, 3, 2, 1}}, // demands .667 .538 .408 .279 .15
		{"ideal", []int{6, 5, 4, 3, 1}},     // demands 1 .788 .575 .363 .15
	} {
		p := playing(TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: row.anchor, Offers: "trade"}.New(nil), .15)
		for i, want := range row.want {
			p.Observe(i, 25*float64(i), Outside{})
			assert.Equal(t, want, least(p), "%s, day %d", row.anchor, 25*i)
		}
	}
}

// Offers at the nearest deal sit on the demand.
func TestTimeDependentOffers(t *testing.T) {
	p := playing(TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal", Offers: "nearest"}.New(nil), .15)
	for i, want := range []uint8{6, 5, 4, 3, 1} {
		p.Observe(i, 25*float64(i), Outside{})
		r := says(p, message.Message{Kind: message.Relay, Empty: true})
		assert.True(t, r.Offered)
		assert.Equal(t, agenda.Deal{want}, r.Offer)
	}
}

// Tit for tat: the demand falls by echo times what the texts shown have gained,
// and never rises again.
func TestReciprocalGivesWhatItGets(t *testing.T) {
	p := playing(Reciprocal{Echo: 1, Window: 1, Goodwill: 0, Horizon: 100}.New(nil), .15)
	p.Observe(1, 50, Outside{})
	assert.Equal(t, 4, least(p), "the anchor")
	shown := func(level uint8) message.Reply { return table(p, agenda.Deal{level}) }
	assert.Equal(t, message.Far, shown(0).Verdict)
	assert.Equal(t, 4, least(p), "the first text is no concession")
	shown(1)
	assert.Equal(t, 3, least(p))
	shown(0)
	assert.Equal(t, 3, least(p), "what was given is not taken back")
	says(p, message.Message{Kind: message.Relay, Empty: true})
	assert.Equal(t, 3, least(p), "no offer, no concession")
	assert.Equal(t, message.Sign, shown(2).Verdict, "it met the text half way")
	shown(6)
	assert.Equal(t, 1, least(p), "never below the fallback")
}

func TestReciprocalEcho(t *testing.T) {
	for _, row := range []struct {
		echo float64
		want int
	}{{0, 4}, {.5, 3}, {1, 2}, {1.5, 1}, {10, 1}} {
		p := playing(Reciprocal{Echo: row.echo, Window: 1, Goodwill: 0, Horizon: 100}.New(nil), .15)
		table(p, agenda.Deal{0})
		table(p, agenda.Deal{2})
		assert.Equal(t, row.want, least(p), "echo %v", row.echo)
	}
}

// Relative tit for tat goes the share of its way, from 4/6 to .15, that the texts shown
// have gone of theirs, from the first to 4/6.
func TestReciprocalInRelativeTerms(t *testing.T) {
	for _, row := range []struct {
		first, then uint8
		want        float64 // demand
	}{
		{0, 1, .15 + .75*(4./6-.15)},
		{0, 2, .15 + .5*(4./6-.15)},
		{0, 4, .15},
		{2, 3, .15 + .5*(4./6-.15)}, // in absolute terms that was 1/6 again
		{2, 6, .15},
	} {
		p := playing(Reciprocal{Echo: 1, Terms: "relative", Window: 1, Horizon: 100}.New(nil), .15)
		table(p, agenda.Deal{row.first})
		table(p, agenda.Deal{row.then})
		assert.InDelta(t, row.want, p.Demand(), 1e-12, "from %d to %d", row.first, row.then)
	}
}

// Averaged tit for tat answers a leap step by step: a third of it with each of three
// texts.
func TestReciprocalOnAverage(t *testing.T) {
	p := playing(Reciprocal{Echo: 1, Terms: "absolute", Window: 3, Horizon: 100}.New(nil), .15)
	demand := func(level uint8) float64 {
		table(p, agenda.Deal{level})
		return p.Demand()
	}
	for range 3 {
		assert.InDelta(t, 4./6, demand(0), 1e-12)
	}
	for i, want := range []float64{4./6 - 1./6, 4./6 - 2./6, 4./6 - 3./6, 4./6 - 3./6} {
		assert.InDelta(t, max(want, .15), demand(3), 1e-12, "text %d after the leap", i+1)
	}
	quick := playing(Reciprocal{Echo: 1, Terms: "absolute", Window: 1, Horizon: 100}.New(nil), .15)
	table(quick, agenda.Deal{0})
	table(quick, agenda.Deal{3})
	assert.InDelta(t, 4./6-3./6, quick.Demand(), 1e-12)
}

// Goodwill is given unasked, evenly over the horizon, and ends with it.
func TestReciprocalGoodwill(t *testing.T) {
	p := playing(Reciprocal{Echo: 1, Window: 1, Goodwill: .5, Horizon: 100}.New(nil), .15)
	for _, row := range []struct {
		days float64
		want int
	}{{0, 4}, {60, 4}, {100, 3}, {900, 3}} { // demands .667 .512 .408 .408
		p.Observe(1, row.days, Outside{})
		assert.Equal(t, row.want, least(p), "day %v", row.days)
	}
}

// A hill climber, and a party whose consent is asked, sign what is worth the
// fallback and vote for what makes the text better.
func TestClimberAndConsent(t *testing.T) {
	for _, tactic := range []Tactic{HillClimber{}.New(nil), Consent{}.New(nil)} {
		p := playing(tactic, .45)
		assert.Equal(t, 3, least(p))
		p.Observe(3, 90, Outside{Support: .2})
		assert.Equal(t, 4, least(p), "with more support it wants more")
		r := pick(p, agenda.Deal{2}, true, agenda.Amend(moves(0, 1)...), agenda.Amend(moves(0, 3)...))
		assert.EqualValues(t, 1, r.Choice)
		r = pick(p, agenda.Deal{2}, true, agenda.Amend(moves(0, 1)...))
		assert.EqualValues(t, -1, r.Choice)
	}
}

func TestParametersAreDescribed(t *testing.T) {
	for _, s := range []spec.Spec{new(TimeDependent), new(Reciprocal), new(HillClimber), new(Consent)} {
		seen := map[string]bool{}
		for _, f := range s.Fields() {
			assert.False(t, seen[f.Name], "%T names %s twice", s, f.Name)
			seen[f.Name] = true
			assert.NotEmpty(t, f.Doc, f.Name)
			assert.NotEmpty(t, f.Source, f.Name)
			if f.Number != nil {
				assert.NotEmpty(t, f.Unit, f.Name)
				assert.Less(t, f.Min, f.Max, f.Name)
			}
		}
	}
	x := TimeDependent{Haste: 1, Horizon: 10, Curve: "polynomial", Anchor: "ideal", Offers: "trade"}
	assert.NoError(t, spec.Validate(&x))
	x.Haste, x.Curve = math.NaN(), "straight"
	assert.ErrorContains(t, spec.Validate(&x), "haste")
	assert.ErrorContains(t, spec.Validate(&x), "curve")
}

// A tactic draws from its own stream, and knows the calendar.
func TestSelf(t *testing.T) {
	a, own := sixths(.2)
	p := New(a, 0, Belligerent)
	p.Set(own, nil)
	stream := rand.New(rand.NewPCG(1, 2))
	p.Begin(climber{}, stream, nil, nil, false, Outside{})
	assert.Same(t, stream, p.self.Rand())
	assert.Equal(t, .2, p.self.Floor())
	assert.Equal(t, 1.0, p.self.Best(), "nobody else has to agree")
	assert.InDelta(t, .6, p.self.Aspiration(.5), 1e-15)
	p.Observe(1, 7, Outside{Support: .9})
	assert.InDelta(t, 1.1, p.self.Best(), 1e-15, "no deal is worth as much as going on")
	assert.InDelta(t, 1.1, p.self.Aspiration(.5), 1e-15)
}
