package talks

import "shuttle/sim/world"

// mostRaises bounds how often pressure on a party is raised in a run: each raise bites
// after a lag of its own, and an engine keeps room for all.
const mostRaises = 16

// press has a party held under a share of the pressure there is. What is added bites
// after its lag; what is taken away was added last.
func (l *leverage) press(e *Engine, on int, share float64) {
	was := l.pressed[on]
	switch share = l.affords(l.means.Press, was, share); {
	case share > was:
		if len(l.raises) == cap(l.raises) {
			return
		}
		l.raises = append(l.raises, world.Instrument{On: on, Use: share - was, Effect: l.means.Press.Effect,
			Lag: e.out.Day + l.lag, Disbelief: 1 - l.belief, Transient: true})
		l.spend(e, float64(l.means.Press.Cost*(share-was)))
		e.scene.disappoint(on, float64(l.faith*(share-was)))
		e.happened(e.out.Day, l.notes.press[on])
	case share < was:
		l.ease(on, was-share)
		e.happened(e.out.Day, l.notes.ease[on])
	default:
		return
	}
	l.pressed[on] = share
	e.spoken()
}

// ease takes a share of pressure off a party, the last raises first.
func (l *leverage) ease(on int, share float64) {
	for i := len(l.raises) - 1; i >= 0 && share > 0; i-- {
		if in := &l.raises[i]; in.On == on {
			cut := min(in.Use, share)
			in.Use -= cut
			share -= cut
		}
	}
}

// pay has a party offered a share of the payment there is.
func (l *leverage) pay(e *Engine, to int, share float64) {
	share = l.affords(l.means.Pay, l.paid[to], share)
	if share == l.paid[to] {
		return
	}
	l.paid[to] = share
	e.spoken()
	e.happened(e.out.Day, l.notes.pay[to])
}

// commit adds credibility to the guarantee. A pledge is not taken back.
func (l *leverage) commit(e *Engine, share float64) {
	share = l.affords(l.means.Commit, l.pledged, share)
	if share <= l.pledged {
		return
	}
	l.spend(e, float64(l.means.Commit.Cost*(share-l.pledged)))
	q := &e.scene.credibility[l.of]
	*q = min(*q+float64(l.means.Commit.Effect*(share-l.pledged)), 1)
	l.pledged = share
	e.happened(e.out.Day, l.notes.commit)
}

// announce names the last day. A second announcement, or one of a day that is past, is
// not believed.
func (l *leverage) announce(e *Engine, day, share float64) {
	if l.last.hardness > 0 || share == 0 || day <= e.out.Day {
		return
	}
	l.last.day, l.last.hardness = day, share*l.means.Hardness
	if l.last.hardness > 0 {
		e.happened(e.out.Day, "the mediator names a last day")
	}
}

// hurry has the next rounds follow each other faster, or as before. A mediator carries
// no more in less time: what strains it comes nearer.
func (l *leverage) hurry(e *Engine, share float64) {
	saved := share * l.means.Hurry
	if saved == e.scene.saving {
		return
	}
	e.scene.saving = saved
	e.happened(e.out.Day, "the mediator changes how soon rounds follow each other")
}

// spend takes from the budget what does not come back.
func (l *leverage) spend(e *Engine, cost float64) {
	l.spent += cost
	e.out.Leverage += cost
}
