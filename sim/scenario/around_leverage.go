package scenario

import (
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// leverage reads what the mediator may use beside words; what is not said it has not.
func (r *reader) leverage() {
	t := r.root.Map("talks")
	if !t.Has("leverage") {
		return
	}
	m, own := t.Map("leverage"), common()
	share, worth := document.Between(0, 1).In("share"), document.AtLeast(0).In("worth")
	spent, none := document.AtLeast(0).In("worth·years"), document.Plain(0)
	lever := func(m *document.Map, effect document.Bounds) talks.Lever {
		defer m.Text("note", "")
		return talks.Lever{
			Effect: own.param(m.Number("effect", effect, none)),
			Cost:   own.param(m.Number("cost", spent, none)),
		}
	}
	l := talks.Leverage{Budget: own.param(m.Number("budget", spent, none))}
	press := m.Map("press")
	l.Press = lever(press, worth)
	l.Lag = own.param(press.Number("lag", document.AtLeast(0).In("days"), none))
	l.Belief = own.param(press.Number("belief", share, none))
	l.Faith = own.param(press.Number("faith", share, none))
	l.Pay = lever(m.Map("pay"), worth)
	if m.Has("commit") {
		commit := m.Map("commit")
		l.Commit = lever(commit, share)
		l.Of, _ = r.party(commit, "of", commit.Text("of"))
	}
	last := m.Map("deadline")
	l.Last = talks.Deadline{
		Hardness: own.param(last.Number("hardness", share, none)),
		Ramp:     own.param(last.Number("ramp", document.Above(0).In("days"), document.Plain(28))),
		Haste:    own.param(last.Number("haste", share, document.Plain(.05))),
	}
	last.Text("note", "")
	hurry := m.Number("hurry", document.Between(0, .9).In("share"), none)
	l.Hurry = own.param(hurry)
	if r.on["leverage"] {
		r.saved = hurry.Hi
		r.c.Longest = max(r.c.Longest, r.longest(r.first))
	}
	m.Text("note", "")
	r.join("leverage", l)
}

// building reads the steps that build confidence.
func (r *reader) building() {
	t := r.root.Map("talks")
	if !t.Has("steps") {
		return
	}
	m, own := t.Map("steps"), common()
	share := document.Between(0, 1).In("share")
	b := talks.Building{
		Chance:   own.param(m.Number("chance", share, document.Plain(.85))),
		Tactical: own.param(m.Number("tactical", share, document.Plain(.5))),
		Trust:    own.param(m.Number("trust", share, document.Plain(0))),
		Gain:     own.param(m.Number("gain", share, document.Plain(.05))),
		Loss:     own.param(m.Number("loss", share, document.Plain(.1))),
		Lag:      own.param(m.Number("lag", document.AtLeast(0).In("days"), document.Plain(14))),
	}
	m.Text("note", "")
	r.join("steps", b)
}
