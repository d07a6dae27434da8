package scenario

import (
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// strikes reads attacks while talks go on.
func (r *reader) strikes() {
	own, share := common(), document.Between(0, 1).In("share")
	for _, m := range r.root.List("strikes").Maps() {
		by, ok := r.party(m, "by", m.Text("by"))
		on, also := r.party(m, "on", m.Text("on"))
		s := talks.Strikes{By: by, On: on,
			Rate:    own.param(m.Number("rate", document.AtLeast(0).In("per year"))),
			Trust:   own.param(m.Number("trust", share, document.Plain(0))),
			Resolve: own.param(m.Number("resolve", document.Any().In("worth"), document.Plain(0))),
			Fade:    own.param(m.Number("fade", document.Above(0).In("days"), document.Plain(30))),
			Setback: own.param(m.Number("setback", document.AtLeast(0).In("days"), document.Plain(0))),
		}
		m.Text("note", "")
		if ok && also {
			s.Key = r.pair("strike", by, on)
			r.join("strikes", s)
		}
	}
}

// threats reads announcements of offensives.
func (r *reader) threats() {
	own := common()
	for _, m := range r.root.List("threats").Maps() {
		by, ok := r.party(m, "by", m.Text("by"))
		t := talks.Threats{By: by,
			Rate:  own.param(m.Number("rate", document.AtLeast(0).In("per year"))),
			Shift: own.param(m.Number("shift", document.Between(0, 2).In("momentum"))),
			Fade:  own.param(m.Number("fade", document.Above(0).In("days"), document.Plain(30))),
		}
		m.Text("note", "")
		if ok {
			t.Key = rng.Name("threat").And(r.c.Parties[by].Key)
			r.join("threats", t)
		}
	}
}

// war reads how the war may end without the talks.
func (r *reader) war() {
	if !r.root.Has("war") {
		return
	}
	m, own := r.root.Map("war"), common()
	w := talks.War{
		Victory:    own.param(m.Number("victory", document.AtLeast(0).In("per year"), document.Plain(0))),
		From:       own.param(m.Number("from", document.Between(0, 1).In("momentum"), document.Plain(0))),
		Exhaustion: own.param(m.Number("exhaustion", document.AtLeast(0).In("per year"), document.Plain(0))),
	}
	m.Text("note", "")
	r.join("war_end", w)
}
