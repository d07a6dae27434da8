package talks

import (
	"math/bits"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// Deadline is a day after which the talks may be over. The nearer and the harder it
// is, the less each side asks beyond its fallback; and what is written in haste is
// written vaguely. This vagueness adds to the hazard only: no level changes, so that
// nobody scores such a text otherwise. What sides make of a clause that can be read in
// two ways is priced where a level of the issue is declared vague between two others.
// (Pinfari 2011: time pressure gives broad agreements, and on complex
// agendas ones that do not last.)
type Deadline struct {
	Day      rng.Param // since talks began [days]
	Hardness rng.Param // chance that it is the end, and how much the sides believe in it [share]
	Ramp     rng.Param // time before it in which it is felt [days]
	Haste    rng.Param // ambiguity of each clause that was changed under a deadline felt in full [share]
}

func (m Deadline) join(e *Engine) {
	l := &limit{key: rng.Name("deadline")}
	e.binder.Number(m.Day, &l.day)
	e.binder.Number(m.Hardness, &l.hardness)
	e.binder.Number(m.Ramp, &l.ramp)
	e.binder.Number(m.Haste, &l.haste)
	e.around.opening = append(e.around.opening, l.begin)
	e.around.morning = append(e.around.morning, func() {
		if l.ends(e) {
			e.scene.stop(Stalemate, "the deadline passed")
		}
	})
	e.around.signing = append(e.around.signing, func() { l.hurry(e) })
}

// limit is a deadline in a run.
type limit struct {
	key                        rng.Key // of whether it is the end
	day, hardness, ramp, haste float64

	passed, felt bool
	urgency      float64     // today [share]
	before       agenda.Deal // the text when the deadline began to be felt
}

func (l *limit) begin() { l.passed, l.felt, l.urgency = false, false, 0 }

// ends is a morning under the deadline: how near it is, and whether it was the end.
func (l *limit) ends(e *Engine) bool {
	l.urgency = 0
	if !l.passed && e.out.Day > l.day {
		l.passed = true
		if e.happens(l.hardness, l.key, 0) {
			return true
		}
		if l.hardness > 0 {
			e.happened(l.day, "the deadline passes, and the talks go on")
		}
	}
	if l.passed {
		return false
	}
	l.urgency = l.hardness * min(max(1-(l.day-e.out.Day)/l.ramp, 0), 1)
	if drafts := e.out.History.Drafts; l.urgency > 0 && !l.felt {
		if l.felt, l.before = true, e.brief.Initial; len(drafts) > 0 {
			l.before = drafts[len(drafts)-1].Deal
		}
	}
	e.scene.urgency = max(e.scene.urgency, l.urgency)
	return false
}

// hurry writes vaguely what was changed under the deadline.
func (l *limit) hurry(e *Engine) {
	if !l.felt || l.urgency == 0 {
		return
	}
	changed := 0
	for _, word := range agenda.Diff(&l.before, &e.out.Deal) {
		changed += bits.OnesCount64(word)
	}
	e.scene.ambiguity += float64(l.haste * l.urgency * float64(changed))
}
