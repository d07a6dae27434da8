package scenario

import (
	"strings"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// texts reads the named texts of a case: drafts that talks can begin from, the deal
// whose hazard is the clock's own.
func (r *reader) texts() {
	r.drafts = map[string]agenda.Deal{}
	all := r.root.Map("texts")
	for _, name := range all.Keys() {
		r.drafts[name] = r.deal(all.Map(name))
	}
}

// deal reads one level for every issue.
func (r *reader) deal(m *document.Map) agenda.Deal {
	var d agenda.Deal
	m.Text("basis", "assumption")
	m.Text("note", "")
	m.Text("source", "")
	var missing []string
	for k := range r.c.Agenda.Issues {
		name := r.c.Agenda.Issues[k].Name
		v := m.Value(name)
		if !v.Present() {
			missing = append(missing, name)
			continue
		}
		if l, ok := r.level(v, k, text(v)); ok {
			d[k] = l
		}
	}
	if len(missing) > 0 {
		m.Fault("", "leaves issues open: "+strings.Join(missing, ", "), "one level for every issue", "")
	}
	return d
}

// draft finds a text by name; "blank" is the first level of every issue, "middle"
// the middle one.
func (r *reader) draft(m *document.Map, key, def string) agenda.Deal {
	allowed := append([]string{"blank", "middle"}, r.root.Map("texts").Keys()...)
	name := m.Choice(key, allowed, def)
	if d, ok := r.drafts[name]; ok {
		return d
	}
	var d agenda.Deal
	if name == "middle" {
		for k := range r.c.Agenda.Issues {
			d[k] = uint8((len(r.c.Agenda.Issues[k].Levels) - 1) / 2)
		}
	}
	return d
}

// readSettled reads clauses that are agreed before talks begin: the first text has them so,
// and nobody who signs takes them otherwise.
func (r *reader) readSettled(m *document.Map) {
	if !m.Has("settled") {
		return
	}
	block := m.Map("settled")
	var lines []party.Line
	for _, name := range block.Keys() {
		v := block.Value(name)
		k, ok := r.issue(block, name, name)
		if !ok {
			continue
		}
		l, ok := r.level(v, k, text(v))
		if !ok {
			continue
		}
		r.c.Initial[k] = l
		line := party.Line{Issue: k, Hard: true}
		for other := range r.c.Agenda.Issues[k].Levels {
			if other != int(l) {
				line.Levels.Add(other)
			}
		}
		lines = append(lines, line)
	}
	for i := range r.c.Parties {
		if p := &r.c.Parties[i]; p.Role == party.Belligerent {
			hold(p, lines)
		}
	}
}

// hold has a party keep to lines beside its own.
func hold(p *talks.Party, lines []party.Line) {
	own := p.Traits
	p.Traits = func(t *party.Traits, b *talks.Binder) {
		own(t, b)
		t.Lines = append(t.Lines, lines...)
	}
}
