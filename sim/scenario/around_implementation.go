package scenario

import (
	"slices"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// implementation reads the steps of a signed text and the orders in which they can be
// taken.
func (r *reader) implementation() {
	if !r.root.Value("implementation").Present() {
		return
	}
	m, own := r.root.Map("implementation"), common()
	k, ok := r.issue(m, "issue", m.Text("issue"))
	if !ok {
		m.Skip()
		return
	}
	t := talks.Implementation{Issue: k}
	var names []string
	list := m.List("steps")
	for _, s := range list.Maps() {
		names = append(names, s.Text("name"))
		t.Steps = append(t.Steps, talks.Step{Name: s.Text("name"), By: r.by(s),
			Days:         own.param(s.Number("days", document.AtLeast(0).In("days"))),
			Temptation:   own.param(s.Number("temptation", document.AtLeast(0).In("-"), document.Plain(0))),
			Guarantee:    s.Bool("guarantee", false),
			Verification: s.Bool("verification", false)})
		s.Text("note", "")
		s.Text("source", "")
	}
	if len(names) == 0 {
		m.Fault("steps", "names no step", "a list of steps", "")
	}
	t.Orders = r.orders(m.Map("orders"), k, names)
	var labels []string
	for _, l := range r.c.Agenda.Issues[k].Levels {
		labels = append(labels, l.Label)
	}
	t.Reference = max(0, slices.Index(labels, m.Choice("reference", labels)))
	m.Text("note", "")
	r.join("implementation", t)
}

// by reads who takes a step: a party, a list of parties, or all signatories.
func (r *reader) by(m *document.Map) (parties []int) {
	v := m.Value("by")
	switch {
	case v.Kind() == "a list":
		return r.some(m, "by")
	case v.Kind() == "text" && v.Text() == "all":
		for i := range r.c.Parties {
			if r.c.Parties[i].Role == party.Belligerent {
				parties = append(parties, i)
			}
		}
	default:
		if i, ok := r.party(m, "by", m.Text("by")); ok {
			parties = append(parties, i)
		}
	}
	return parties
}

// orders reads, for each level of an issue, in which order the steps are taken.
func (r *reader) orders(m *document.Map, k int, steps []string) [][]talks.Stage {
	levels := r.c.Agenda.Issues[k].Levels
	orders := make([][]talks.Stage, len(levels))
	for _, label := range m.Keys() {
		v := m.Value(label)
		if l, ok := r.level(v, k, label); ok {
			orders[l] = stages(v, steps)
		}
	}
	for l := range levels {
		if orders[l] == nil && !m.Has(levels[l].Label) {
			m.Fault("", "says no order for "+levels[l].Label, "every level of "+r.c.Agenda.Issues[k].Name, "")
		}
	}
	return orders
}

// stages reads one order: steps one after the other, and in lists of their own those
// that are taken side by side.
func stages(v document.Value, steps []string) (order []talks.Stage) {
	taken := make([]bool, len(steps))
	take := func(v document.Value, stage talks.Stage) talks.Stage {
		name := v.Text()
		switch s := slices.Index(steps, name); {
		case s < 0 && name != "":
			v.Fault("no step is called "+name, "one of "+abridged(steps), document.Nearest(name, steps))
		case s >= 0 && taken[s]:
			v.Fault(name+" is taken twice", "every step once", "")
		case s >= 0:
			taken[s] = true
			stage = append(stage, s)
		}
		return stage
	}
	for _, item := range v.List().Values() {
		var stage talks.Stage
		if item.Kind() == "a list" {
			for _, one := range item.List().Values() {
				stage = take(one, stage)
			}
		} else {
			stage = take(item, stage)
		}
		order = append(order, stage)
	}
	for s := range steps {
		if !taken[s] {
			v.Fault("leaves out "+steps[s], "every step once", "")
		}
	}
	return order
}
