package talks

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// dusk ends a round: how the text on the table stands with everybody.
func (e *Engine) dusk() {
	drafts := e.out.History.Drafts
	m := &e.out.Course[e.out.Round-1]
	m.Trust, m.Closeness, m.Narrative, m.Misbelief = math.NaN(), 0, math.NaN(), e.misbelief()
	m.Exchanges = e.scene.exchanges
	if trust, said := e.lowest(); said {
		m.Trust = trust
	}
	for i := range e.seats {
		m.Trusts[i] = math.NaN()
		if trust, said := e.least(i); said {
			m.Trusts[i] = trust
		}
	}
	e.scene.closeness = 0
	if len(drafts) == 0 {
		return
	}
	m.Text, m.Gap = true, math.Inf(-1)
	text := &drafts[len(drafts)-1].Deal
	for i := range e.seats {
		p := e.seats[i].party
		m.Worth[i] = p.Worth(text)
		if p.Role() == party.Belligerent {
			m.Gap = max(m.Gap, p.Floor()-m.Worth[i])
		}
	}
	e.scene.closeness = min(max(1-m.Gap/e.shared.Width, 0), 1)
	m.Closeness = e.scene.closeness
}

// close says what the run came to.
func (e *Engine) close() {
	o := &e.out
	if n := len(o.History.Drafts); n > 0 && !o.Signed {
		o.Deal = o.History.Drafts[n-1].Deal
	}
	o.Tabled = len(o.History.Drafts) > 0
	for i := range e.seats {
		p := e.seats[i].party
		o.Floor[i] = p.Floor()
		if o.Levered[i] = 0; e.leverage != nil {
			o.Levered[i] = e.leverage.pressing(e, i, o.Day) + e.leverage.paying(i)
		}
		if o.Tabled {
			o.Worth[i] = p.Worth(&o.Deal)
		}
	}
	o.Exchanges, o.Legitimacy, o.Broke = e.scene.exchanges, e.scene.legitimacy, -1
	if o.Tabled {
		p := e.c.Agenda.Promise(&o.Deal)
		o.Ambiguity = p.Ambiguity + e.scene.ambiguity
		o.Shortfall = e.shortfall()
		e.weigh()
	}
	if o.Signed {
		e.follow()
	} else {
		o.Class, o.Reason = e.class()
	}
	e.tell(Event{Kind: Ended})
}

// class sorts a run without a signature into its outcome class, and says why.
func (e *Engine) class() (Class, string) {
	s := &e.scene
	switch {
	case s.over && s.class != Stalemate:
		return s.class, s.reason
	case e.oneSided():
		return OneSided, orElse(s.reason, "one camp would have signed")
	case s.partial > 0 && s.exchanges >= s.partial:
		return Partial, orElse(s.reason, "humanitarian results only")
	case s.over:
		return Stalemate, s.reason
	case e.out.Day-e.lastMove >= e.shared.Still:
		return Stalemate, "no text moved"
	}
	return TalksGoOn, "the horizon came"
}

func orElse(reason, otherwise string) string {
	if reason != "" {
		return reason
	}
	return otherwise
}

// follow takes a signed text on its way to peace: each mechanism of the aftermath in
// turn, until one has the last word; then the survival clock. When it is known what
// became of the text, the rest is said.
func (e *Engine) follow() {
	o := &e.out
	e.course.reset()
	o.Class, o.Reason, o.Ratified, o.InForce = Holds, "held as long as it was watched", true, true
	for _, f := range e.around.aftermath {
		if f(); o.Class != Holds {
			break
		}
	}
	if o.Class == Holds {
		e.hold()
	}
	for _, f := range e.around.settled {
		f()
	}
}

// hold lets the survival clock run. Without the commitment mechanism peace is taken
// to hold. A vote that needs the fighting to have stopped is not held when it goes on.
func (e *Engine) hold() {
	o, years := &e.out, math.Inf(1)
	if e.c.Tables != nil {
		years = e.c.Clock.CollapseAlong(e.seed.Uniform(rng.Name("collapse")), o.Hazard, e.course.stretches)
	}
	if o.Peace = min(years, e.shared.After); years < e.shared.After {
		o.Class, o.Reason = Collapsed, "the peace collapsed"
	}
	o.InForce = o.Peace >= e.course.done
	if o.Class == Collapsed && o.Peace < e.course.vote {
		o.Ratified, o.InForce, o.Reason = false, false, e.course.voter
	}
}

// oneSided reports whether some signatory would sign the mediator's last text and
// some other would not.
func (e *Engine) oneSided() bool {
	yes, no := false, false
	for i := range e.seats {
		if e.c.Parties[i].Role != party.Belligerent || !e.asked[i] {
			continue
		}
		if e.verdicts[i] == message.Sign {
			yes = true
		} else {
			no = true
		}
	}
	return yes && no
}

// hazard is m(d): the true relative hazard of a deal, 1 where it promises what the case's
// reference does and is as vague, as legitimate and as well paid, in a peace of middling
// frailty. Unlike what parties price it contains the
// ambiguity of the text, what leverage alone holds up, the legitimacy of the process, the
// dividend, and how frail this peace is.
func (e *Engine) hazard(d *agenda.Deal) float64 {
	p, s := e.c.Agenda.Promise(d), &e.shared
	ref, usual := s.Reference, s.Usual
	effective := p.Strength * p.Legal * e.scene.pooled()
	return math.Exp(-float64(s.Eta*(effective-ref.Guarantee)) -
		float64(s.Verification*(p.Verification-ref.Verification)) +
		float64(s.Ambiguity*(p.Ambiguity+e.scene.ambiguity-usual.Ambiguity)) -
		float64(s.Legitimacy*(e.scene.legitimacy-usual.Legitimacy)) -
		float64(s.Dividend*(p.Dividend-usual.Dividend)) + e.scene.renewal + e.imposed() + e.frailty())
}

// imposed is the log hazard of what leverage alone holds up.
func (e *Engine) imposed() float64 {
	return float64(e.shared.Imposed * min(1, e.out.Shortfall/max(e.shared.Leverage, smallest)))
}

// smallest worth that is told from none.
const smallest = 1e-9

// shortfall is by how much the signatory held worst would fall below its fallback if
// the levers that are withdrawn after the signature had not been there: a deal held up
// by leverage alone (Werner and Yuen 2005; Beardsley 2008). Each reads the deal with the
// mistrust that it has: that is how it will look at it when the levers are gone.
func (e *Engine) shortfall() float64 {
	worst := 0.0
	for i := range e.seats {
		p := e.seats[i].party
		if p.Role() != party.Belligerent {
			continue
		}
		lever := e.withdrawn(i, e.out.Day)
		if lever == 0 {
			continue
		}
		z, floor := p.Worth(&e.out.Deal), p.Floor()
		worst = max(worst, max(0, floor+lever-z)-max(0, floor-z))
	}
	return worst
}

// truth is what the engine lends an oracle.
type truth struct{ e *Engine }

// Worth implements oracle.Truth.
func (t truth) Worth(i int, d *agenda.Deal) float64 {
	return t.e.seats[i].party.Reading(d, agenda.Mediator)
}

// Floor implements oracle.Truth.
func (t truth) Floor(i int) float64 { return t.e.seats[i].party.Floor() }

// Inside implements oracle.Truth.
func (t truth) Inside(i int, d *agenda.Deal) bool {
	_, crossed := t.e.seats[i].party.Crossed(d)
	return !crossed
}
