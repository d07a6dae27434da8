package scenario

import (
	"fmt"

	"shuttle/agents/mediator"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// lags are how long each kind of ratifier takes when the case does not say [days]. Own
// choice: a campaign takes longer than a session, a long chain of committees longest.
var lags = map[string]float64{"parliament": 30, "referendum": 70, "congress": 112, "elite": 14}

// ratification reads who must pass a signed text, and what it costs a party when a
// text that it signed fails.
func (r *reader) ratification() {
	t := talks.Ratification{Failure: make([]rng.Param, len(r.blocks))}
	for _, i := range r.order {
		n := r.blocks[i].Number("failure", document.AtLeast(0).In("worth"), document.Plain(0))
		t.Failure[i] = owner{r.c.Parties[i].Key, r.blocks[i].Path()}.param(n)
	}
	list := r.root.List("ratifiers")
	if len(r.blocks) == 0 || len(r.c.Agenda.Issues) == 0 || len(r.c.Agenda.Documents) == 0 {
		return // reported above: there is nobody, or nothing, to ratify
	}
	seen := map[rng.Key]int{}
	for _, m := range list.Maps() {
		t.Ratifiers = append(t.Ratifiers, r.ratifier(m, seen))
	}
	if len(t.Ratifiers) > 0 {
		r.join("ratification", t)
	}
}

// ratifier reads one of them. Its draws are its party's, by its kind and how many of
// that kind were seen before: what it is called decides nothing.
func (r *reader) ratifier(m *document.Map, seen map[rng.Key]int) (x talks.Ratifier) {
	x.Name = m.Text("name")
	x.Of, _ = r.party(m, "of", m.Text("of"))
	kind := m.Choice("kind", []string{"parliament", "referendum", "congress", "elite"})
	first := r.c.Parties[x.Of].Key.And(rng.Name("ratifier")).And(rng.Name(kind))
	own := owner{first.With(seen[first]), m.Path()}
	seen[first]++
	x.Key = own.key
	documents := r.c.Agenda.Documents
	paper := m.Choice("document", documents, documents[0])
	for d := range documents {
		if documents[d] == paper {
			x.Document = d
		}
	}
	x.Needed = r.needed(m.Map("needed"), x.Of)
	x.Whole = m.Choice("fails", []string{"deal", "document"}, "deal") == "deal"
	if x.Truce = m.Bool("truce", false); x.Truce && kind != "referendum" {
		m.Fault("truce", "only a referendum needs the fighting to have stopped", "kind: referendum", "")
	}
	share, any := document.Between(0, 1).In("share"), document.Any().In("share")
	s := m.Map("support")
	x.Base = own.param(s.Number("base", share))
	x.Spread = own.param(s.Number("spread", document.Above(0).In("share")))
	x.Guarantee = own.param(s.Number("guarantee", any, document.Plain(0)))
	x.Momentum = own.param(s.Number("momentum", any, document.Plain(0)))
	x.Time = own.param(s.Number("time", document.Any().In("share per year"), document.Plain(0)))
	x.Opinions = r.opinions(s.Map("issues"))
	x.Weight = own.param(s.Number("weight", document.AtLeast(0).In("-"), document.Plain(1)))
	x.Threshold = own.param(m.Number("threshold", share, document.Plain(.5)))
	x.Lag = own.param(m.Number("lag", document.AtLeast(0).In("days"), document.Plain(lags[kind])))
	m.Text("note", "")
	m.Text("source", "")
	return x
}

// needed reads the levels at which a ratifier is asked.
func (r *reader) needed(m *document.Map, of int) (list []mediator.Consent) {
	for _, name := range m.Keys() {
		m.Value(name)
		if k, ok := r.issue(m, name, name); ok {
			set, _ := r.levels(m, name, k)
			list = append(list, mediator.Consent{Issue: k, Levels: set, Party: of})
		}
	}
	return list
}

// opinions reads what the levels of some issues add to support.
func (r *reader) opinions(m *document.Map) (list []talks.Opinion) {
	for _, name := range m.Keys() {
		v := m.Value(name)
		k, ok := r.issue(m, name, name)
		if !ok {
			continue
		}
		t := v.Table(document.Between(-1, 1).In("share"))
		if n := len(r.c.Agenda.Issues[k].Levels); len(t.Values) != n {
			v.Fault(fmt.Sprintf("has %d values", len(t.Values)), fmt.Sprintf("one for each of the %d levels of %s", n, name), "")
		}
		list = append(list, talks.Opinion{Issue: k, Levels: t.Values})
	}
	return list
}
