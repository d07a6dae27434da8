package talks

import (
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Funding comes in tranches that may not be paid out. What the supported side counts
// on is what it has seen: every tranche that comes, or does not, moves its faith in
// the rest and its trust in the giver.
type Funding struct {
	Instrument int // place among the case's instruments
	By         int // the giver; below 0 nobody at the talks
	Key        rng.Key
	Paid       rng.Param // chance that a tranche is paid out [share]
	Period     rng.Param // between two tranches [days]
	Trust      rng.Param // trust in the giver won by a tranche that comes and lost by one that does not [share]
}

// lesson is how far one tranche moves what is expected of the next. Own choice.
const lesson = .3

func (m Funding) join(e *Engine) {
	var paid, period, trust float64
	e.binder.Number(m.Paid, &paid)
	e.binder.Number(m.Period, &period)
	e.binder.Number(m.Trust, &trust)
	tranche := 0
	note := e.shared.Instruments[m.Instrument].Name + ": a tranche does not come"
	e.around.setting = append(e.around.setting, func() {
		tranche, e.shared.Instruments[m.Instrument].Missing = 0, 1-paid
	})
	e.around.morning = append(e.around.morning, func() {
		in := &e.shared.Instruments[m.Instrument]
		for ; float64(tranche+1)*period <= e.out.Day; tranche++ {
			missing, by := 1., -trust
			if e.happens(paid, m.Key, tranche) {
				missing, by = 0, trust
			} else if in.Use > 0 {
				e.happened(float64(tranche+1)*period, note)
			}
			in.Missing += float64(lesson * (missing - in.Missing))
			if m.By >= 0 {
				e.scene.move(in.On, m.By, by)
			}
		}
	})
}

// Levers are what the instruments of pressure do beside their effect: they may turn
// out to be threats only, and they cost their users trust.
type Levers struct {
	Instrument  int
	By          int // the user; below 0 the mediator
	Key         rng.Key
	Credibility rng.Param // chance that what is announced is carried out [share]
	Trust       rng.Param // trust in the user that the target loses at full use [share]
	Cost        rng.Param // to the user while in force at full use [worth]
}

func (m Levers) join(e *Engine) {
	var credibility, trust, cost float64
	e.binder.Number(m.Credibility, &credibility)
	e.binder.Number(m.Trust, &trust)
	e.binder.Number(m.Cost, &cost)
	var announced float64 // days so far on which it was in force
	e.around.setting = append(e.around.setting, func() {
		in := &e.shared.Instruments[m.Instrument]
		in.Disbelief, announced = 1-credibility, 0
		in.Bluff = in.Use > 0 && !e.happens(credibility, m.Key, 0)
		if by := float64(in.Use * trust); m.By >= 0 {
			e.scene.move(in.On, m.By, -by)
		} else {
			e.scene.disappoint(in.On, by)
		}
	})
	e.around.morning = append(e.around.morning, func() {
		in := &e.shared.Instruments[m.Instrument]
		if in.Use == 0 || in.Bluff || e.out.Day < in.Lag {
			return
		}
		before := announced
		announced = e.out.Day - in.Lag
		e.out.Leverage += float64(in.Use * cost * (announced - before) / world.Year)
		if m.By >= 0 {
			e.scene.events[m.By] -= float64(in.Use * cost)
		}
	})
}
