package scenario

import (
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// terms reads a party's interactions between clauses.
func (r *reader) terms(m *document.Map, own owner) part {
	type sized struct {
		term party.Term
		size rng.Param
	}
	var list []sized
	for _, t := range m.List("interactions").Maps() {
		var s sized
		ok := true
		kind := t.Choice("kind", []string{"guarded", "threat", "bonus", "linked"})
		if kind == "guarded" || kind == "bonus" || kind == "linked" {
			s.term.A, ok = r.issue(t, "issue", t.Text("issue"))
		}
		switch kind {
		case "guarded":
			s.term.Kind = party.Guarded
		case "threat":
			s.term.Kind = party.Threat
		case "bonus":
			s.term.Kind = party.Bonus
			if ok {
				s.term.Levels = r.reciprocal(t, s.term.A)
			}
		case "linked":
			s.term.Kind = party.Linked
			var other bool
			s.term.B, other = r.issue(t, "with", t.Text("with"))
			ok = ok && other
			if ok && s.term.A == s.term.B {
				t.Fault("with", "an issue is not linked with itself", "another issue", "")
			}
		}
		s.size = own.param(t.Number("size", document.Any()))
		t.Text("note", "")
		if ok {
			list = append(list, s)
		} else {
			t.Skip()
		}
	}
	if !r.on["interactions"] {
		return func(*party.Traits, *talks.Binder) {}
	}
	return func(t *party.Traits, b *talks.Binder) {
		t.Terms = make([]party.Term, len(list))
		for i := range list {
			t.Terms[i] = list[i].term
			b.Number(list[i].size, &t.Terms[i].K)
		}
	}
}

// reciprocal is the levels a bonus is for: those named, or else those that both
// sides do.
func (r *reader) reciprocal(t *document.Map, k int) party.Levels {
	if t.Has("levels") {
		set, _ := r.levels(t, "levels", k)
		return set
	}
	var set party.Levels
	n := 0
	for l, level := range r.c.Agenda.Issues[k].Levels {
		if level.Features.Reciprocal {
			set.Add(l)
			n++
		}
	}
	if n == 0 {
		t.Fault("", "names no levels, and no level of the issue is reciprocal", "levels: a list", "")
	}
	return set
}
