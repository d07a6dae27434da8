package scenario

import (
	"shuttle/agents/agenda"
	"shuttle/sim/document"
)

// kind builds the ladder of an issue from its block.
type kind struct {
	name  string
	build func(r *reader, m *document.Map) []agenda.Level
}

// kinds lists what an issue may be.
func kinds() []kind {
	return []kind{
		{"share", func(_ *reader, m *document.Map) []agenda.Level {
			steps := m.Int("steps", 1, agenda.MaxLevels-1)
			if steps < 1 {
				return nil // reported above
			}
			levels, err := agenda.Share(steps)
			return orFault(m, "steps", levels, err)
		}},
		{"range", func(_ *reader, m *document.Map) []agenda.Level {
			any := document.Any()
			from, to, step := fixed(m, "from", any), fixed(m, "to", any), fixed(m, "step", document.Above(0))
			if step <= 0 {
				return nil // reported above
			}
			levels, err := agenda.Range(from, to, step)
			return orFault(m, "step", levels, err)
		}},
		{"tiers", func(r *reader, m *document.Map) []agenda.Level { return r.named(m, agenda.Tiers) }},
		{"options", func(r *reader, m *document.Map) []agenda.Level { return r.named(m, agenda.Options) }},
		{"yesno", func(r *reader, m *document.Map) []agenda.Level {
			if m.Has("levels") {
				return r.named(m, agenda.Tiers)
			}
			return agenda.YesNo()
		}},
	}
}

func orFault(m *document.Map, key string, levels []agenda.Level, err error) []agenda.Level {
	if err != nil {
		m.Fault(key, err.Error(), "", "")
	}
	return levels
}

// named reads levels that have names, and features.
func (r *reader) named(m *document.Map, build func(...string) []agenda.Level) []agenda.Level {
	list := m.List("levels")
	var labels []string
	for _, l := range list.Maps() {
		labels = append(labels, l.Text("name"))
	}
	if len(labels) == 0 {
		m.Fault("levels", "the ladder is empty", "a list of levels, each with a name", "")
	}
	if len(labels) > agenda.MaxLevels {
		list.Fault("has too many levels", "at most 256", "")
		labels = labels[:agenda.MaxLevels]
	}
	levels := build(labels...)
	for i, l := range list.Maps()[:len(levels)] {
		r.features(l, &levels[i])
	}
	r.ways = r.between(list, levels)
	return levels
}

// features reads what mechanisms use of a level.
func (r *reader) features(m *document.Map, l *agenda.Level) {
	share := document.Between(0, 1).In("share")
	f := &l.Features
	l.Amount = fixed(m, "amount", document.Any(), document.Plain(l.Amount))
	f.Strength = fixed(m, "strength", share, document.Plain(0))
	f.Legal = fixed(m, "legal", share, document.Plain(1))
	f.Verification = fixed(m, "verification", share, document.Plain(0))
	f.Ambiguity = fixed(m, "ambiguity", share, document.Plain(0))
	f.Dividend = fixed(m, "dividend", share, document.Plain(0))
	f.Reciprocal = m.Bool("reciprocal", false)
	f.Deferred = m.Bool("deferred", false)
	f.Ceded = r.shares(m, "ceded")
	f.Disarmed = r.shares(m, "disarmed")
	m.Text("note", "")
	m.Text("source", "")
}

// shares reads a share for some of the parties.
func (r *reader) shares(m *document.Map, key string) []float64 {
	if !m.Has(key) {
		return nil
	}
	by := m.Map(key)
	out := make([]float64, len(r.names))
	for _, name := range by.Keys() {
		x := fixed(by, name, document.Between(0, 1).In("share"))
		if i, ok := r.party(by, name, name); ok {
			out[i] = x
		}
	}
	return out
}

// agenda reads the issues.
func (r *reader) agenda() {
	a := &agenda.Agenda{}
	r.c.Agenda = a
	a.Documents = r.papers()
	list := r.root.List("issues")
	var names []string
	all := kinds()
	for _, k := range all {
		names = append(names, k.name)
	}
	for _, m := range list.Maps() {
		is := agenda.Issue{Name: m.Text("name"), Unit: m.Text("unit", "-")}
		is.Pillar = r.place(m, "pillar", &a.Pillars, m.Text("pillar"), agenda.MaxPillars)
		is.Document = r.document(m, a)
		m.Text("question", "")
		m.Text("note", "")
		m.Text("source", "")
		m.Text("legal_status", "")
		chosen := m.Choice("kind", names, "tiers")
		if v := m.Value("kind"); v.Kind() == "text" && v.Text() != chosen {
			m.Skip() // an unknown kind: what keys it has is not known either
			chosen = ""
		}
		is.Unordered = chosen == "options"
		r.ways = nil
		for _, k := range all {
			if k.name == chosen {
				is.Levels = k.build(r, m)
			}
		}
		r.vague = append(r.vague, r.ways)
		if len(is.Levels) == 0 {
			is.Levels = agenda.YesNo() // reported above; reading goes on
		}
		a.Issues = append(a.Issues, is)
	}
	if err := a.Validate(); err != nil {
		r.faultUnlessOther("issues", err.Error())
		if len(a.Issues) > agenda.MaxIssues {
			a.Issues = a.Issues[:agenda.MaxIssues]
		}
	}
}

// place finds a name in a list and adds it when it is new.
func (r *reader) place(m *document.Map, key string, list *[]string, name string, most int) int {
	for i, n := range *list {
		if n == name {
			return i
		}
	}
	if len(*list) == most {
		m.Fault(key, "there are too many different ones", "", "")
		return 0
	}
	*list = append(*list, name)
	return len(*list) - 1
}

// document finds the document of the package that an issue belongs to.
func (r *reader) document(m *document.Map, a *agenda.Agenda) int {
	if len(a.Documents) == 0 {
		a.Documents = []string{"agreement"}
	}
	name := m.Choice("document", a.Documents, a.Documents[0])
	for i, d := range a.Documents {
		if d == name {
			return i
		}
	}
	return 0
}
