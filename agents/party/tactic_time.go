package party

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// TimeDependent concedes by the clock (Faratin, Sierra and Jennings 1998,
// "Negotiation decision functions for autonomous agents", Robotics and Autonomous
// Systems 24): the demand falls from an anchor to the fallback as time runs out,
//
//	polynomial   α(t) = κ + (1−κ)·(t/T)^(1/β)
//	exponential  α(t) = exp((1−t/T)^β · ln κ)
//	demand       = fallback + (1−α)·(anchor − fallback)
//
// β below 1 holds out (Boulware), above 1 gives way early (conceder).
type TimeDependent struct {
	Haste   float64 // β, exponent of the concession curve [-], > 0
	Horizon float64 // T, when all is conceded [days]
	Opening float64 // κ, share conceded at the start [share]
	Curve   string  // polynomial or exponential
	Anchor  string  // plausible or ideal
	Offers  string  // trade or nearest
}

// Fields implements spec.Spec.
func (t *TimeDependent) Fields() []spec.Field {
	const faratin = "Faratin, Sierra and Jennings 1998"
	return []spec.Field{
		{Name: "haste", Doc: "exponent β of the concession curve: below 1 holds out, above 1 gives way early", Unit: "-", Number: &t.Haste, Min: .001, Max: 1000, Source: faratin + "; default own choice, a mild Boulware"},
		{Name: "horizon", Doc: "time by which the demand has come down to the fallback; counts from the start of talks", Unit: "days", Number: &t.Horizon, Min: .001, Max: 1e6, Source: "own choice: half a year"},
		{Name: "opening", Doc: "share conceded at the very start (κ); from 0 the exponential curve concedes nothing before the horizon", Unit: "share", Number: &t.Opening, Min: 0, Max: 1, Source: faratin},
		{Name: "curve", Doc: "form of the concession curve", Choice: &t.Curve, Options: []string{"polynomial", "exponential"}, Source: faratin},
		{Name: "anchor", Doc: "where demands start: the best deal the others would plausibly take, or the own ideal", Choice: &t.Anchor, Options: []string{"plausible", "ideal"}, Source: "own choice; ideal is the anchor of the paper"},
		{Name: "offers", Doc: "how an offer is made: turn the text heard by trades, or the deal worth least above the demand", Choice: &t.Offers, Options: []string{"trade", "nearest"}, Source: "own choice"},
	}
}

// New makes the player of one run.
func (t TimeDependent) New(*rand.Rand) Tactic { return &timeDependent{TimeDependent: t, round: -1} }

type timeDependent struct {
	TimeDependent
	round  int // for which demand was worked out
	demand float64
	gamma  float64
}

// Alpha is the share conceded after so many days.
func (t *TimeDependent) Alpha(days float64) float64 {
	if days >= t.Horizon {
		return 1
	}
	spent := days / t.Horizon
	if t.Curve == "exponential" {
		return math.Exp(math.Pow(1-spent, t.Haste) * math.Log(t.Opening))
	}
	return t.Opening + float64((1-t.Opening)*math.Pow(spent, 1/t.Haste))
}

// Answer implements Tactic.
func (t *timeDependent) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, t.ask(s, s.days), t.Offers == "nearest")
}

// ask is the demand of the round, after so many days on the tactic's clock [worth].
func (t *timeDependent) ask(s *Self, days float64) float64 {
	if t.round == s.round {
		return t.demand
	}
	t.round, t.gamma = s.round, 1-t.Alpha(days)
	if t.Anchor == "ideal" {
		t.demand = s.Floor() + float64(t.gamma*max(0, s.Ideal()-s.Floor()))
	} else {
		t.demand = s.Aspiration(t.gamma)
	}
	return t.demand
}
