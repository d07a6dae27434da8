package verify

import (
	"fmt"
	"math"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// alternatingOffers is X1: Rubinstein's shares, with and without a last offer.
func alternatingOffers() Check {
	c := Check{ID: "X1", Mechanism: "alternating offers", Source: "Rubinstein 1982; Ståhl 1972 with a last offer",
		Finds:  "an error in the backward induction, in how delay is discounted and in who moves when",
		Misses: "what sides would do that do not know each other's patience",
	}
	for _, g := range []struct {
		own, other float64
		last       int // offers; 0 is no end
		share      float64
	}{
		{.9, .9, 0, .526316}, {.95, .80, 0, .833333}, {.99, .99, 0, .502513},
		{.9, .9, 1, 1}, {.9, .9, 2, .1}, {.9, .9, 3, .91}, {.9, .9, 4, .181}, {.9, .9, 5, .8371},
		{.9, .9, 10, .342801}, {.9, .9, 11, .691479}, {.9, .9, 50, .523603},
	} {
		c.trials = append(c.trials, func(l *Lab) ([]Row, error) {
			what := fmt.Sprintf("share of the first to offer, discount factors %v and %v, ", g.own, g.other)
			if g.last == 0 {
				what += "no last offer"
			} else {
				what += fmt.Sprintf("last offer %d", g.last)
			}
			share, err := l.firstShare(g.own, g.other, g.last)
			return []Row{exact(what, "share", g.share, share, 1e-6, 1)}, err
		})
	}
	return c
}

// firstShare is what A gets when the coin has it offer first and its offer is taken at
// once; NaN when it is not.
func (l *Lab) firstShare(own, other float64, last int) (float64, error) {
	at := file("x1-alternating-offers")
	if own != .9 || other != .9 || last != 0 { // else the file as it stands
		at = at.with(put("parties[A].tactic.patience", own), put("parties[A].tactic.other", other), put("parties[A].tactic.offers", float64(last)),
			put("parties[B].tactic.patience", other), put("parties[B].tactic.other", own), put("parties[B].tactic.offers", float64(last)))
	}
	s, err := l.compile(at)
	if err != nil {
		return 0, err
	}
	e, a := talks.NewEngine(s.Case), seat(s, "A")
	for i := range mostTosses {
		o := e.Play(rng.Derive(l.seed, i), nil)
		if len(o.History.Drafts) == 0 || o.History.Drafts[0].Author != agenda.Author(a) {
			continue
		}
		if !o.Signed || o.Round != 1 || len(o.History.Drafts) > 1 {
			return math.NaN(), nil
		}
		return o.Worth[a], nil
	}
	return math.NaN(), nil
}

// mostTosses of a coin until it falls A's way: it does not one time in 10^19.
const mostTosses = 64
