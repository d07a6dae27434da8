package talks

import (
	"math"

	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Burden is what a mediator can carry. Past its capacity relay gets noisy and late,
// and it may give up; so it may when nothing moves, the less so the more it has at
// stake and the better the talks are said to go.
type Burden struct {
	Capacity rng.Param // messages a round that it carries without strain [messages]
	Noise    rng.Param // chance that what is carried and what is heard arrives otherwise than it was said, added by each message past it [share]
	Lag      rng.Param // added to the next round by each message past it [days]
	Exit     rng.Param // rate of giving up for each message a round past it [per year]
	Fatigue  rng.Param // rate of giving up after a year in which no text moved [per year]
	Stake    rng.Param // share of its fatigue that full hope of an agreement takes away [share]
	Until    rng.Param // day after which an agreement is worth nothing to it any more [days]; 0: none
}

func (m Burden) join(e *Engine) {
	var capacity, noise, lag, exit, fatigue, stake, until, spent, limit float64
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{m.Capacity, &capacity}, {m.Noise, &noise}, {m.Lag, &lag}, {m.Exit, &exit}, {m.Fatigue, &fatigue}, {m.Stake, &stake}, {m.Until, &until}} {
		e.binder.Number(b.p, b.at)
	}
	e.around.opening = append(e.around.opening, func() {
		spent, limit = 0, -math.Log(1-e.seed.Uniform(rng.Name("mediator").And(rng.Name("exit"))))
	})
	over := func(load int) float64 { return max(0, float64(load)-float64(capacity*(1-e.scene.saved))) }
	e.around.visiting = append(e.around.visiting, func(load int) { e.scene.noise = min(noise*over(load), 1) })
	e.around.evening = append(e.around.evening, func() {
		over := over(e.out.Course[e.out.Round-1].Load)
		e.scene.delay += float64(lag * over)
		e.out.Late += float64(lag * over)
		years := e.elapsed / world.Year
		hope := stake * e.scene.narrative
		if until > 0 && e.out.Day > until {
			hope = 0
		}
		tired := float64(fatigue * (e.out.Day - e.lastMove) / world.Year * (1 - hope))
		if spent += float64((float64(exit*over) + tired) * years); spent >= limit {
			e.scene.stop(MediatorLeft, "the mediator was worn out")
		}
	})
}
