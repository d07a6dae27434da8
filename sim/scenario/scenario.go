package scenario

import (
	"slices"
	"strings"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// Scenario is a compiled case and what its reports need to know of it.
type Scenario struct {
	Name        string // of the experiment: the name of result folders and of the column `experiment`
	Title       string
	Question    string // what the case is about, in plain words
	Live        bool   // the conflict goes on: outputs carry a caveat
	Points      bool   // rows say how far signed texts are from the solution points
	Case        *talks.Case
	Order       []int // the parties' places in the case, in the order of the file
	Assumptions []document.Number
	Resolved    []byte
	Hash        string
}

// Caveat is the line that every output of a live case carries.
const Caveat = "stylised model, assumed ranges, not a forecast"

// Compile reads a document. The error is document.Faults: all that is wrong with
// it. What is costly to compute and the same for a sibling, a scenario compiled
// before, is taken from it.
func Compile(doc *document.Document, siblings ...*Scenario) (*Scenario, error) {
	r := &reader{root: doc.Root(), c: new(talks.Case), siblings: siblings}
	s := &Scenario{Case: r.c}
	s.Name = r.root.Text("name")
	if strings.ContainsAny(s.Name, `/\`) || strings.HasPrefix(s.Name, ".") {
		r.root.Fault("name", "is the name of a folder of results and cannot contain / or \\ or begin with a dot", "", "")
	}
	s.Title = r.root.Text("title", s.Name)
	s.Question = r.root.Text("question", "")
	s.Live = r.root.Bool("live", false)
	s.Points = r.root.Bool("points", false)
	r.asGiven = r.root.Choice("weights", []string{"normalised", "as_given"}, "normalised") == "as_given"
	r.mechanisms()
	r.c.FixedPie = r.on["fixed_pie"]
	r.seats()
	r.ownReading()
	r.agenda()
	r.texts()
	r.shared()
	r.parties()
	r.consent()
	r.talks()
	r.clock()
	r.around()
	if err := doc.Done(); err != nil {
		return nil, err
	}
	s.Order = r.order
	s.Assumptions = doc.Assumptions()
	s.Resolved = doc.Resolved()
	s.Hash = doc.Hash()
	return s, nil
}

// reader carries what one part of a document tells the next. Nothing of a case may
// hold on to it: cases live on, and it has the whole document at hand.
type reader struct {
	root     *document.Map
	siblings []*Scenario
	c        *talks.Case
	on       map[string]bool // by name of the mechanism
	asGiven  bool
	byLevel  bool // scores are given by the names of levels, and that was said

	names  []string // of parties, in the case's own order
	order  []int    // place in the case, by place in the file
	blocks []*document.Map
	drafts map[string]agenda.Deal

	vague    [][]vague // levels that can be read as others, by issue
	ways     []vague   // those of the issue being read
	ownShare rng.Param // of a vague clause that counts as a side likes it read

	public func(*talks.Shared, *talks.Binder)
	rates  []document.Number // discount rates of all parties

	documents []talks.Document // of the package, by place

	formats []talks.FormatParams     // by place
	first   int                      // format in which the talks begin
	saved   float64                  // share of a round's days that a mediator can save at most
	longest func(formats ...int) int // most rounds that a run in any of these formats can have
}

// seats reads who is at the talks. Inside, parties stand in the order of their
// keys, so that the order of the file cannot matter.
func (r *reader) seats() {
	list := r.root.List("parties")
	type entry struct {
		key, name string
		block     *document.Map
		file      int
	}
	var entries []entry
	seen := map[string]bool{}
	for i, m := range list.Maps() {
		name := m.Text("name")
		key := m.Text("key", name)
		if seen[key] {
			m.Fault("key", "two parties have the key "+key, "a key of its own for each party", "")
		}
		seen[key] = true
		entries = append(entries, entry{key, name, m, i})
	}
	if len(entries) < minParties || len(entries) > maxParties {
		r.faultUnlessOther("parties", "a case needs 2 to 40 parties")
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	r.order = make([]int, len(entries))
	for place, e := range entries {
		r.order[e.file] = place
		r.names = append(r.names, e.name)
		r.blocks = append(r.blocks, e.block)
		r.c.Parties = append(r.c.Parties, talks.Party{Name: e.name, Key: rng.Name(e.key)})
	}
}

// Bounds of the number of parties of a case.
const (
	minParties = 2
	maxParties = 40
)

// faultUnlessOther adds a fault to a list of the document, unless something else
// stands in its place: that is a fault already, and one is enough.
func (r *reader) faultUnlessOther(key, problem string) {
	if v := r.root.Value(key); !v.Present() || v.Kind() == "a list" {
		v.Fault(problem, "", "")
	}
}

// party finds a party by name, and faults at the key when there is none.
func (r *reader) party(m *document.Map, key, name string) (int, bool) {
	if i := slices.Index(r.names, name); i >= 0 {
		return i, true
	}
	if name != "" {
		m.Fault(key, "no party is called "+name, "one of "+strings.Join(r.names, ", "), document.Nearest(name, r.names))
	}
	return 0, false
}

// issue finds an issue by name, and faults at the key when there is none.
func (r *reader) issue(m *document.Map, key, name string) (int, bool) {
	if k, ok := r.c.Agenda.Issue(name); ok {
		return k, true
	}
	if name != "" {
		var names []string
		for _, is := range r.c.Agenda.Issues {
			names = append(names, is.Name)
		}
		m.Fault(key, "no issue is called "+name, "one of "+strings.Join(names, ", "), document.Nearest(name, names))
	}
	return 0, false
}

// level finds a level of an issue by its label, and faults at a value when there
// is none.
func (r *reader) level(v document.Value, k int, label string) (uint8, bool) {
	is := &r.c.Agenda.Issues[k]
	if l, ok := is.Level(label); ok {
		return uint8(l), true
	}
	var labels []string
	for _, l := range is.Levels {
		labels = append(labels, l.Label)
	}
	v.Fault("issue "+is.Name+" has no level "+label, "one of "+abridged(labels), document.Nearest(label, labels))
	return 0, false
}

// levels reads a list of levels of an issue and counts the different ones.
func (r *reader) levels(m *document.Map, key string, k int) (set party.Levels, n int) {
	list := m.List(key)
	for _, v := range list.Values() {
		if l, ok := r.level(v, k, text(v)); ok && !set.Has(l) {
			set.Add(int(l))
			n++
		}
	}
	if list.Len() == 0 {
		m.Fault(key, "names no level", "a list of levels", "")
	}
	return set, n
}

// text reads a label that may look like a number: the levels of a ladder of
// amounts are called by their amounts.
func text(v document.Value) string {
	if v.Kind() == "text" {
		return v.Text("")
	}
	return v.YAML()
}

// abridged spells out a list of names without filling the screen.
func abridged(names []string) string {
	const most = 12
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most/2], ", ") + ", …, " + names[len(names)-1]
}

// consent reads who must agree to which level.
func (r *reader) consent() {
	for _, m := range r.root.List("consent").Maps() {
		k, ok := r.issue(m, "issue", m.Text("issue"))
		if !ok {
			m.Skip()
			continue
		}
		set, _ := r.levels(m, "levels", k)
		m.Text("note", "")
		m.Text("source", "")
		needs := m.List("needs")
		for _, v := range needs.Values() {
			name := v.Text("")
			i := slices.Index(r.names, name)
			if i < 0 {
				v.Fault("no party is called "+name, "one of "+strings.Join(r.names, ", "), document.Nearest(name, r.names))
				continue
			}
			if r.on["consent"] {
				r.c.Consent = append(r.c.Consent, mediator.Consent{Issue: k, Levels: set, Party: i})
			}
		}
		if needs.Len() == 0 {
			m.Fault("needs", "names nobody", "a list of parties", "")
		}
	}
}
