package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Reciprocal gives what it gets: its demand falls as the texts it is shown rise in
// worth to it (the behaviour-dependent tactics of Faratin, Sierra and Jennings 1998,
// section 4.3, on worths instead of single issues): by as much (absolute tit for tat),
// by the share of its way that the others have gone of theirs (relative), or either as
// an average over the texts it was shown last (averaged). On the humanitarian track it
// may answer exchange with exchange.
type Reciprocal struct {
	Echo     float64 // concession given per concession received [-]
	Terms    string  // what a concession is counted in: absolute or relative
	Window   float64 // texts that what was received is averaged over [count]
	Goodwill float64 // share of the way from anchor to fallback conceded unasked, over the horizon [share]
	Horizon  float64 // over which goodwill is spent [days]

	Exchanges bool // an exchange is answered with the next
}

// Fields implements spec.Spec.
func (t *Reciprocal) Fields() []spec.Field {
	const faratin = "Faratin, Sierra and Jennings 1998"
	return []spec.Field{
		{Name: "echo", Doc: "concession given per concession received", Unit: "-", Number: &t.Echo, Min: 0, Max: 10, Source: faratin + ": 1 is tit for tat"},
		{Name: "terms", Doc: "what concessions are counted in: worth, or shares of a way: of the others from the first text shown, its own from the best it believes it can get to its fallback", Choice: &t.Terms, Options: []string{"absolute", "relative"}, Source: faratin},
		{Name: "window", Doc: "texts shown last that what was received is averaged over", Unit: "count", Number: &t.Window, Min: 1, Max: mostShown, Source: faratin + ": above 1 is averaged tit for tat"},
		{Name: "goodwill", Doc: "share of the way from anchor to fallback conceded unasked; without any two reciprocators wait for each other", Unit: "share", Number: &t.Goodwill, Min: 0, Max: 1, Source: "own choice"},
		{Name: "horizon", Doc: "time over which the goodwill is spent, evenly", Unit: "days", Number: &t.Horizon, Min: .001, Max: 1e6, Source: "own choice: half a year"},
		{Name: "exchanges", Doc: "whether it goes along with every humanitarian exchange that is on offer after the last one came about (the scenario's humanitarian track)", Flag: &t.Exchanges, Source: "tit for tat; own formulation"},
	}
}

// New makes the player of one run.
func (t Reciprocal) New(*rand.Rand) Tactic { return &reciprocal{Reciprocal: t} }

// mostShown bounds the texts that concessions are averaged over.
const mostShown = 16

type reciprocal struct {
	Reciprocal
	first float64            // worth of the first text shown
	best  [mostShown]float64 // worth of the best up to each of the texts shown last
	shown int
}

// Answer implements Tactic.
func (t *reciprocal) Answer(s *Self, m *message.Message, r *message.Reply) {
	if m.Kind == message.Table || m.Kind == message.Relay && !m.Empty {
		t.note(s.Worth(&m.Text, agenda.Author(s.party.index)))
	}
	span := max(0, s.Best()-s.Floor())
	demand := s.Floor() + float64(span*(1-float64(t.Goodwill*min(1, s.Days()/t.Horizon)))) - t.given(s.Best(), span)
	s.Bargain(m, r, max(demand, s.Floor()), false)
}

// note takes in a text that was shown.
func (t *reciprocal) note(worth float64) {
	if t.shown == 0 {
		t.first = worth
	} else {
		worth = max(worth, t.best[(t.shown-1)%mostShown])
	}
	t.best[t.shown%mostShown] = worth
	t.shown++
}

// given is what the party concedes for what it received, of a way of span from the best
// it believes it can get [worth].
func (t *reciprocal) given(best, span float64) float64 {
	n, received := min(t.shown, int(t.Window)), 0.0
	for i := t.shown - n; i < t.shown; i++ {
		received += (t.best[i%mostShown] - t.first) / float64(n)
	}
	if t.Terms == "relative" {
		received = span * min(received/max(best-t.first, minGain), 1)
	}
	return float64(t.Echo * received)
}

// Returns implements Exchanger.
func (t *reciprocal) Returns() bool { return t.Exchanges }
