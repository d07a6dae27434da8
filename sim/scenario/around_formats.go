package scenario

import (
	"slices"
	"strings"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// readFormats reads the ways in which the sides may meet; first is the place of the
// one they begin in.
func (r *reader) readFormats() (first int) {
	blocks := r.root.Map("formats")
	names := blocks.Keys()
	if len(names) == 0 {
		names = []string{"split-shuttle"}
	}
	for _, name := range names {
		r.formats = append(r.formats, r.format(blocks.Map(name), name))
	}
	r.c.Formats = names
	return max(0, slices.Index(names, r.root.Map("talks").Choice("format", names, names[0])))
}

// format reads one of them.
func (r *reader) format(m *document.Map, name string) talks.FormatParams {
	own, share := common(), document.Between(0, 1).In("share")
	f := talks.FormatParams{
		Name:      name,
		Days:      own.param(m.Number("days", document.Between(.01, 366).In("days"), document.Plain(7))),
		Noise:     own.param(m.Number("noise", share, document.Plain(0))),
		Joint:     m.Bool("joint", false),
		Clash:     own.param(m.Number("clash", share, document.Plain(0))),
		Cost:      own.param(m.Number("clash_cost", share, document.Plain(.05))),
		Publicity: own.param(m.Number("publicity", document.AtLeast(0).In("share"), document.Plain(0))),
	}
	if !r.on["noise"] {
		f.Noise = rng.Constant(0)
	}
	if m.Has("seats") {
		f.Seats = r.guests(m.List("seats"))
	}
	m.Text("note", "")
	r.c.Places = append(r.c.Places, m.Text("place", ""))
	return f
}

// guests reads a list of parties that do not sign.
func (r *reader) guests(list *document.List) []bool {
	sits := make([]bool, len(r.names))
	for _, v := range list.Values() {
		i, ok := r.who(v, v.Text(""))
		if !ok {
			continue // reported
		}
		if sits[i] = true; r.c.Parties[i].Role == party.Belligerent {
			v.Fault(r.names[i]+" signs, and sits at every table", "a party that does not sign", "")
		}
	}
	return sits
}

// ladder reads whether the format is talked about too, and enters the formats.
func (r *reader) ladder() {
	m := r.root.Map("talks")
	f := talks.Formats{List: r.formats}
	if m.Has("ladder") {
		f.Ladder = r.steps(m)
		f.Gates = r.gate(m.Map("gates"))
	} else if m.Has("gates") {
		m.Fault("gates", "there is no ladder to go up", "ladder: a list of formats", "")
	}
	if r.on["formats"] {
		r.c.Longest = max(r.c.Longest, r.longest(f.Ladder...))
	}
	r.join("formats", f)
}

// steps reads the names of the ladder's formats; nil when the talks begin beside it.
func (r *reader) steps(m *document.Map) (places []int) {
	for _, v := range m.List("ladder").Values() {
		i := slices.Index(r.c.Formats, v.Choice(r.c.Formats))
		if i < 0 {
			continue // reported
		}
		if slices.Contains(places, i) {
			v.Fault("the ladder has "+r.c.Formats[i]+" twice", "", "")
		}
		places = append(places, i)
	}
	if name := m.Choice("format", r.c.Formats, r.c.Formats[0]); !slices.Contains(places, slices.Index(r.c.Formats, name)) {
		return nil // talks in a format beside the ladder stay in it: the format is a treatment
	}
	return places
}

// gate reads what talks must have come to.
func (r *reader) gate(m *document.Map) talks.Gate {
	own, share := common(), document.Between(0, 1).In("share")
	g := talks.Gate{
		Closeness: own.param(m.Number("closeness", share, document.Plain(0))),
		Trust:     own.param(m.Number("trust", share, document.Plain(0))),
		Exchanges: own.param(m.Number("exchanges", document.AtLeast(0).In("exchanges"), document.Plain(0))),
	}
	m.Text("note", "")
	return g
}

// preferences reads what parties make of the formats.
func (r *reader) preferences() {
	p := talks.Preferences{Liking: make([][]rng.Param, len(r.names))}
	said := false
	for _, i := range r.order {
		m, own := r.blocks[i], owner{r.c.Parties[i].Key, r.blocks[i].Path()}
		p.Liking[i] = make([]rng.Param, len(r.c.Formats))
		if !m.Has("formats") {
			continue
		}
		said = true
		if !r.hasSay(i) {
			m.Fault("formats", "it does not sign, and no format seats it: it has no say on them", "", "")
		}
		r.liking(m.Map("formats"), own, p.Liking[i])
	}
	m, own := r.root.Map("talks"), common()
	if !said {
		return
	}
	p.Eager = own.param(m.Number("eager", document.AtLeast(0).In("worth"), document.Plain(.1)))
	p.Walkout = own.param(m.Number("walkout", document.AtLeast(0).In("per year per worth"), document.Plain(0)))
	r.join("preferences", p)
}

// liking reads what one party makes of each format.
func (r *reader) liking(m *document.Map, own owner, to []rng.Param) {
	for _, name := range m.Keys() {
		n := m.Number(name, document.Between(-1, 1).In("worth"))
		if at := slices.Index(r.c.Formats, name); at >= 0 {
			to[at] = own.param(n)
		} else {
			m.Fault(name, "no format is called "+name, "one of "+strings.Join(r.c.Formats, ", "), document.Nearest(name, r.c.Formats))
		}
	}
}

// hasSay reports whether a party has a say on the format: it signs, or some format
// seats it.
func (r *reader) hasSay(i int) bool {
	if r.c.Parties[i].Role == party.Belligerent {
		return true
	}
	return slices.ContainsFunc(r.formats, func(f talks.FormatParams) bool { return f.Seats != nil && f.Seats[i] })
}
