package scenario

import (
	"fmt"
	"slices"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// mostPaired bounds the values of a party's pairs of clauses: room for 100 ladders of
// twenty levels that all depend on each other.
const mostPaired = 1 << 21

// pairwise reads what clauses are worth to a party together: as tables by levels of
// two issues, or as a matrix of influences of which every entry is drawn.
func (r *reader) pairwise(m *document.Map, own owner) part {
	block := m.Map("pairwise")
	if len(r.c.Agenda.Issues) == 0 {
		block.Skip()
	}
	var parts []part
	room := mostPaired
	for _, pair := range block.List("pairs").Maps() {
		if p, ok := r.pairing(pair); ok {
			room -= len(p.Values)
			parts = append(parts, func(t *party.Traits, _ *talks.Binder) { t.Pairs = append(t.Pairs, p) })
		}
	}
	if block.Has("influence") || block.Has("among") {
		matrix := r.influence(block, own)
		room -= matrix.room
		parts = append(parts, matrix.set)
	}
	if room < 0 {
		block.Fault("", fmt.Sprintf("the pairs of levels are %d", mostPaired-room), fmt.Sprintf("at most %d; fewer issues, or shorter ladders", mostPaired), "")
	}
	return func(t *party.Traits, b *talks.Binder) {
		t.Pairs = nil
		for _, set := range parts {
			set(t, b)
		}
	}
}

// pairing reads one table: a row for each level of an issue, in it a value for each
// level of another.
func (r *reader) pairing(m *document.Map) (p party.Pairing, ok bool) {
	a, okA := r.issue(m, "issue", m.Text("issue"))
	b, okB := r.issue(m, "with", m.Text("with"))
	m.Text("basis", "assumption")
	m.Text("note", "")
	m.Text("source", "")
	rows := m.List("values")
	if !okA || !okB {
		m.Skip()
		return p, false
	}
	if a == b {
		m.Fault("with", "is the issue itself", "another issue; what a clause is worth alone stands in scores", "")
		return p, false
	}
	issues := r.c.Agenda.Issues
	p.A, p.B = a, b
	count, width := len(issues[a].Levels), len(issues[b].Levels)
	if rows.Len() != count {
		m.Fault("values", fmt.Sprintf("has %d rows", rows.Len()), fmt.Sprintf("one for each of the %d levels of %s", count, issues[a].Name), "")
	}
	for _, row := range rows.Values() {
		values := row.Table(document.Any().In("worth")).Values
		if len(values) != width {
			row.Fault(fmt.Sprintf("has %d values", len(values)), fmt.Sprintf("one for each of the %d levels of %s", width, issues[b].Name), "")
		}
		p.Values = append(p.Values, values...)
	}
	return p, len(p.Values) == count*width
}

// influences is a matrix H of influences: a deal is worth Σ_jk H_jk·c_j·c_k, with c
// how far up its ladder a clause stands, 0 at the first level and 1 at the last
// (Klein, Faratin, Sayama and Bar-Yam 2003, where clauses are yes or no). Every entry
// has a draw of its own, under the key of the party and the names of the two issues.
type influences struct {
	issues []int
	params []rng.Param // row by row
	climbs [][]float64 // by place in issues and level: c
	room   int         // values of all pairs
}

// influence reads a matrix of influences.
func (r *reader) influence(m *document.Map, own owner) *influences {
	h := new(influences)
	for _, v := range m.List("among").Values() {
		switch k, ok := r.influencing(v); {
		case ok && slices.Contains(h.issues, k):
			v.Fault("stands there twice", "", "")
		case ok:
			h.issues = append(h.issues, k)
		}
	}
	if !m.Has("among") {
		for k := range r.c.Agenda.Issues {
			h.issues = append(h.issues, k)
		}
	}
	entry := own.param(m.Number("influence", document.Any().In("worth")))
	for i, j := range h.issues {
		a := &r.c.Agenda.Issues[j]
		h.climbs = append(h.climbs, climb(len(a.Levels)))
		for at, k := range h.issues {
			b := &r.c.Agenda.Issues[k]
			p := entry
			p.Key = p.Key.And(rng.Name(a.Name)).And(rng.Name(b.Name))
			h.params = append(h.params, p)
			if at <= i {
				h.room += len(a.Levels) * len(b.Levels)
			}
		}
	}
	return h
}

// influencing finds an issue of a matrix by name.
func (r *reader) influencing(v document.Value) (int, bool) {
	name := v.Text()
	if k, ok := r.c.Agenda.Issue(name); ok {
		return k, true
	}
	var names []string
	for _, is := range r.c.Agenda.Issues {
		names = append(names, is.Name)
	}
	v.Fault("no issue is called "+name, "one of "+abridged(names), document.Nearest(name, names))
	return 0, false
}

// climb is how far up a ladder each of its levels stands [share].
func climb(levels int) []float64 {
	c := make([]float64, levels)
	for l := range c {
		c[l] = float64(l) / float64(max(1, levels-1))
	}
	return c
}

// set gives a party the pairs that its matrix comes to, again for each run if the
// matrix is drawn.
func (h *influences) set(t *party.Traits, b *talks.Binder) {
	n := len(h.issues)
	matrix := make([]float64, n*n)
	for i := range matrix {
		b.Number(h.params[i], &matrix[i])
	}
	values := make([]float64, h.room)
	var list []party.Pairing
	for i := range n {
		for j := range i + 1 {
			size := len(h.climbs[i]) * len(h.climbs[j])
			list = append(list, party.Pairing{A: h.issues[i], B: h.issues[j], Values: values[:size:size]})
			values = values[size:]
		}
	}
	t.Pairs = append(t.Pairs, list...)
	b.After(func() { h.fill(matrix, list) })
}

// fill works the pairs out of the matrix, in the order in which set made them.
func (h *influences) fill(matrix []float64, list []party.Pairing) {
	n := len(h.issues)
	for i := range n {
		for j := range i + 1 {
			size := matrix[i*n+j]
			if i != j {
				size += matrix[j*n+i]
			}
			p := &list[i*(i+1)/2+j]
			for a, x := range h.climbs[i] {
				for c, y := range h.climbs[j] {
					p.Values[a*len(h.climbs[j])+c] = size * x * y
				}
			}
		}
	}
}
