package scenario

import (
	"strings"

	"shuttle/agents"
	"shuttle/agents/spec"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// chosen reads the name of a player, either alone or in a block with parameters.
func chosen(m *document.Map, key string, names []string, def string) (*document.Map, string) {
	if v := m.Value(key); v.Present() && v.Kind() != "a mapping" {
		return nil, v.Choice(names, def)
	}
	block := m.Map(key)
	return block, block.Choice("name", names, def)
}

// tactic reads how a party bargains.
func (r *reader) tactic(m *document.Map, own owner, def string) talks.Player[agents.TacticMaker] {
	var names []string
	for _, t := range agents.Tactics() {
		names = append(names, t.Name)
	}
	block, name := chosen(m, "tactic", names, def)
	line, ok := agents.FindTactic(name)
	if !ok {
		line, _ = agents.FindTactic(def)
	}
	binds := fields(block, own, line.Make().Spec)
	return talks.Player[agents.TacticMaker]{Name: line.Name, Key: own.key, Make: func(b *talks.Binder) agents.TacticMaker {
		maker := line.Make()
		binds(maker.Spec, b)
		return maker
	}}
}

// mediator reads who carries texts, and how.
func (r *reader) mediator(m *document.Map, def string) talks.Player[agents.MediatorMaker] {
	var names []string
	for _, t := range agents.Mediators() {
		names = append(names, t.Name)
	}
	block, name := chosen(m, "mediator", names, def)
	line, ok := agents.FindMediator(name)
	if !ok {
		line, _ = agents.FindMediator(def)
	}
	binds := fields(block, common(), line.Make().Spec)
	// The key names the role, not the strategy: strategies compared share its draws.
	return talks.Player[agents.MediatorMaker]{Name: line.Name, Key: rng.Name("mediator"), Make: func(b *talks.Binder) agents.MediatorMaker {
		maker := line.Make()
		binds(maker.Spec, b)
		return maker
	}}
}

// fields reads the parameters of a player from its block, which may be nil, and
// returns what binds them to a fresh parameter set.
func fields(m *document.Map, own owner, defaults spec.Spec) func(spec.Spec, *talks.Binder) {
	list := defaults.Fields()
	params := make([]rng.Param, len(list))
	for i, f := range list {
		if m != nil {
			m.Explain(f.Name, f.Doc)
		}
		switch {
		case f.Number != nil:
			n := document.Plain(*f.Number)
			n.Origin = f.Source
			if m != nil {
				n = m.Number(f.Name, document.Between(f.Min, f.Max).In(f.Unit), n)
				params[i] = own.param(n)
			} else {
				params[i] = rng.Constant(*f.Number)
			}
		case m != nil && f.Flag != nil:
			*f.Flag = m.Bool(f.Name, *f.Flag)
		case m != nil && f.Choice != nil:
			*f.Choice = m.Choice(f.Name, f.Options, *f.Choice)
		}
	}
	if m != nil && strings.HasPrefix(m.Path(), "parties") {
		m.Text("note", "")
	}
	return func(s spec.Spec, b *talks.Binder) {
		for i, f := range s.Fields() {
			switch {
			case f.Number != nil:
				b.Number(params[i], f.Number)
			case f.Flag != nil:
				*f.Flag = *list[i].Flag
			case f.Choice != nil:
				*f.Choice = *list[i].Choice
			}
		}
	}
}
