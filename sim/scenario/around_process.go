package scenario

import (
	"shuttle/agents"
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// deadline reads the day after which the talks may be over.
func (r *reader) deadline() {
	t := r.root.Map("talks")
	if !t.Has("deadline") {
		return
	}
	m, own := t.Map("deadline"), common()
	share := document.Between(0, 1).In("share")
	d := talks.Deadline{
		Day:      own.param(m.Number("day", document.Above(0).In("days"))),
		Hardness: own.param(m.Number("hardness", share, document.Plain(.5))),
		Ramp:     own.param(m.Number("ramp", document.Above(0).In("days"), document.Plain(28))),
		Haste:    own.param(m.Number("haste", share, document.Plain(.05))),
	}
	m.Text("note", "")
	r.join("deadline", d)
}

// humanitarian reads the exchanges beside the talks.
func (r *reader) humanitarian() {
	if !r.root.Has("humanitarian") {
		return
	}
	m, own := r.root.Map("humanitarian"), common()
	share := document.Between(0, 1).In("share")
	x := talks.Exchanges{
		Period:  own.param(m.Number("period", document.Above(0).In("days"), document.Plain(14))),
		Chance:  own.param(m.Number("chance", share)),
		Slope:   own.param(m.Number("slope", share, document.Plain(0))),
		Trust:   own.param(m.Number("trust", share, document.Plain(.02))),
		Partial: m.Int("partial", 0, 1000, 0),
	}
	m.Text("note", "")
	r.join("exchanges", x)
}

// narrative reads how the sides speak in public.
func (r *reader) narrative() {
	if !r.said("narrative") && !r.root.Has("narrative") {
		return
	}
	spin := r.each("narrative", "spin", document.Between(0, 1).In("share"), document.Plain(0))
	m, own := r.root.Map("narrative"), common()
	commit := r.each("narrative", "commit", document.AtLeast(0).In("worth"), document.Plain(0))
	cost := own.param(m.Number("cost", document.AtLeast(0).In("share per year"), document.Plain(0)))
	m.Text("note", "")
	r.join("narrative", talks.Narrative{Spin: spin, Commit: commit, Cost: cost})
}

// tilt reads what it costs a mediator to seem to favour the others.
func (r *reader) tilt() {
	t := r.root.Map("talks")
	if !t.Has("tilt_cost") {
		return
	}
	cost := common().param(t.Number("tilt_cost", document.AtLeast(0).In("share per worth")))
	if line, _ := agents.FindMediator(r.c.Mediator.Name); !line.Nobody {
		r.join("tilt", talks.Tilt{Cost: cost})
	}
}

// burden reads what the mediator can carry.
func (r *reader) burden() {
	t := r.root.Map("talks")
	if !t.Has("burden") {
		return
	}
	m, own := t.Map("burden"), common()
	share, rate := document.Between(0, 1).In("share"), document.AtLeast(0).In("per year")
	b := talks.Burden{
		Capacity: own.param(m.Number("capacity", document.AtLeast(0).In("messages"), document.Plain(6))),
		Noise:    own.param(m.Number("noise", share, document.Plain(0))),
		Lag:      own.param(m.Number("lag", document.AtLeast(0).In("days"), document.Plain(0))),
		Exit:     own.param(m.Number("exit", rate, document.Plain(0))),
		Fatigue:  own.param(m.Number("fatigue", rate, document.Plain(0))),
		Stake:    own.param(m.Number("stake", share, document.Plain(0))),
		Until:    own.param(m.Number("until", document.AtLeast(0).In("days"), document.Plain(0))),
	}
	m.Text("note", "")
	if line, _ := agents.FindMediator(r.c.Mediator.Name); !line.Nobody {
		r.join("burden", b)
	}
}
