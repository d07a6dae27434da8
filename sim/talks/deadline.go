package talks

import (
	"math/bits"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// Deadline is a day after which the talks may be over. The nearer and the harder it
// is, the less each side asks beyond its fallback; and what is written in haste is
// written vaguely. (Pinfari 2011: time pressure gives broad agreements, and on complex
// agendas ones that do not last.)
type Deadline struct {
	Day      rng.Param // since talks began [days]
	Hardness rng.Param // chance that it is the end, and how much the sides believe in it [share]
	Ramp     rng.Param // time before it in which it is felt [days]
	Haste    rng.Param // ambiguity of each clause that was changed under a deadline felt in full [share]
}

func (m Deadline) join(e *Engine) {
	var day, hardness, ramp, haste float64
	e.binder.Number(m.Day, &day)
	e.binder.Number(m.Hardness, &hardness)
	e.binder.Number(m.Ramp, &ramp)
	e.binder.Number(m.Haste, &haste)
	var passed, felt bool
	var before agenda.Deal // the text when the deadline began to be felt
	e.around.opening = append(e.around.opening, func() { passed, felt = false, false })
	e.around.morning = append(e.around.morning, func() {
		e.scene.urgency = 0
		if !passed && e.out.Day > day {
			passed = true
			if e.happens(hardness, rng.Name("deadline"), 0) {
				e.scene.stop(Stalemate, "the deadline passed")
			} else if hardness > 0 {
				e.happened(day, "the deadline passes, and the talks go on")
			}
		}
		if passed {
			return
		}
		e.scene.urgency = hardness * min(max(1-(day-e.out.Day)/ramp, 0), 1)
		if drafts := e.out.History.Drafts; e.scene.urgency > 0 && !felt {
			if felt, before = true, e.brief.Initial; len(drafts) > 0 {
				before = drafts[len(drafts)-1].Deal
			}
		}
	})
	e.around.signing = append(e.around.signing, func() {
		if !felt || e.scene.urgency == 0 {
			return
		}
		changed := 0
		for _, word := range agenda.Diff(&before, &e.out.Deal) {
			changed += bits.OnesCount64(word)
		}
		e.scene.ambiguity += float64(haste * e.scene.urgency * float64(changed))
	})
}
