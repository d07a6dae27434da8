package scenario

import (
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// types reads what sides may be behind what they say.
func (r *reader) types() {
	if !r.said("type") {
		if r.root.Has("types") {
			r.root.Fault("types", "no party says what it may be", "type: {tactical: …} of a party", "")
		}
		return
	}
	tactical := r.each("type", "tactical", document.Between(0, 1).In("share"), document.Plain(0))
	m, own := r.root.Map("types"), common()
	renews := own.param(m.Number("renews", document.Between(1, 100).In("-"), document.Plain(1.5)))
	signal := own.param(m.Number("signal", document.AtLeast(0).In("-"), document.Plain(.05)))
	m.Text("note", "")
	r.join("types", talks.Types{Tactical: tactical, Renews: renews, Signal: signal})
}

// envoys reads who speaks for a side in the room.
func (r *reader) envoys() {
	if !r.said("envoy") {
		return
	}
	worth := document.Any().In("worth")
	optimism := r.each("envoy", "optimism", worth, document.Plain(0))
	noise := r.each("envoy", "noise", document.AtLeast(0).In("worth"), document.Plain(0))
	disclosure := r.each("envoy", "disclosure", document.Between(0, 1).In("share"), document.Plain(1))
	r.join("envoys", talks.Envoys{Optimism: optimism, Noise: noise, Disclosure: disclosure})
}

// anchoring reads how far the text that lies on the table first draws what a party
// hopes for.
func (r *reader) anchoring(m *document.Map, own owner) part {
	share := own.param(m.Number("anchoring", document.Between(0, 1).In("share"), document.Plain(0)))
	if !r.on["anchoring"] || !share.Varies() && share.Base == 0 {
		return func(*party.Traits, *talks.Binder) {}
	}
	c := r.c // its first text is yet to be read
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(share, &t.Anchoring)
		t.First = c.Initial
	}
}

// fairness reads what a party makes of a text that leaves it less than its share.
func (r *reader) fairness(m *document.Map, own owner) part {
	if !m.Has("fairness") {
		return func(*party.Traits, *talks.Binder) {}
	}
	f := m.Map("fairness")
	size := own.param(f.Number("size", document.AtLeast(0).In("worth")))
	share := own.param(f.Number("share", document.Between(0, 1).In("share"), document.Plain(.5)))
	if !r.on["fairness"] {
		return func(*party.Traits, *talks.Binder) {}
	}
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(size, &t.Fairness.Size)
		b.Number(share, &t.Fairness.Share)
	}
}

// holding reads how much of its gains at the front a party counts as its own.
func (r *reader) holding() {
	said := false
	share := make([]rng.Param, len(r.blocks))
	for _, i := range r.order {
		f := r.blocks[i].Map("fallback")
		if !f.Has("holding") {
			continue
		}
		said = true
		share[i] = owner{r.c.Parties[i].Key, r.blocks[i].Path()}.param(f.Number("holding", document.Between(0, 1).In("share")))
	}
	if said {
		r.join("holding", talks.Holding{Share: share})
	}
}

// cohesion reads how far the guarantors stand together.
func (r *reader) cohesion() {
	if !r.root.Has("cohesion") {
		return
	}
	m, own := r.root.Map("cohesion"), common()
	share := document.Between(0, 1).In("share")
	c := talks.Cohesion{
		Start:   own.param(m.Number("start", share, document.Plain(1))),
		Strain:  own.param(m.Number("strain", document.AtLeast(0).In("share per year"), document.Plain(.3))),
		Weight:  own.param(m.Number("weight", document.Between(0, .95).In("share"), document.Plain(.3))),
		Support: own.param(m.Number("support", share, document.Plain(0))),
	}
	m.Text("note", "")
	r.join("cohesion", c)
}
