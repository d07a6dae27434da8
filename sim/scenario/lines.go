package scenario

import (
	"slices"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// lines reads a party's red lines.
func (r *reader) lines(m *document.Map, own owner) part {
	type bar struct {
		line    party.Line
		minimum []rng.Param // of the guarantee, by condition
	}
	var bars []bar
	for _, l := range m.List("lines").Maps() {
		k, ok := r.issue(l, "issue", l.Text("issue"))
		if !ok {
			l.Skip()
			continue
		}
		var b bar
		set, n := r.levels(l, "levels", k)
		b.line = party.Line{Issue: k, Levels: set, Hard: l.Choice("kind", []string{"hard", "soft"}, "hard") == "hard"}
		if n == len(r.c.Agenda.Issues[k].Levels) && b.line.Hard {
			l.Fault("levels", "bars every level of the issue", "at least one level left to agree on", "")
		}
		l.Text("basis", "assumption")
		l.Text("note", "")
		l.Text("source", "")
		if b.line.Hard {
			if l.Has("unless") {
				l.Fault("unless", "a hard line has no conditions", "kind: soft", "")
			}
		} else {
			b.line.Unless, b.minimum = r.conditions(l, own)
		}
		bars = append(bars, b)
	}
	return func(t *party.Traits, b *talks.Binder) {
		for _, bar := range bars {
			line := bar.line
			line.Unless = slices.Clone(line.Unless)
			for i := range line.Unless {
				b.Number(bar.minimum[i], &line.Unless[i].Guarantee)
			}
			t.Lines = append(t.Lines, line)
		}
	}
}

// conditions reads what a soft line asks of the text.
func (r *reader) conditions(l *document.Map, own owner) (list []party.Condition, minimum []rng.Param) {
	u := l.Map("unless")
	if u.Has("guarantee") {
		n := u.Number("guarantee", document.Between(0, 1).In("share"))
		list, minimum = append(list, party.Condition{}), append(minimum, own.param(n))
	}
	at := u.Map("at")
	for _, name := range at.Keys() {
		at.Value(name)
		k, ok := r.issue(at, name, name)
		if !ok {
			continue
		}
		set, _ := r.levels(at, name, k)
		list, minimum = append(list, party.Condition{On: true, Issue: k, Levels: set}), append(minimum, rng.Constant(0))
	}
	if len(list) == 0 {
		l.Fault("unless", "a soft line needs a condition", "guarantee: a least effective guarantee, or at: levels of other issues", "")
	}
	return list, minimum
}
