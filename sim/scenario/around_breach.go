package scenario

import (
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// breach reads who breaks a peace that collapses.
func (r *reader) breach() {
	d, own := r.root.Map("durability"), common()
	kind := d.Choice("breach", []string{"exogenous", "endogenous"}, "exogenous")
	scale := own.param(d.Number("slack_scale", document.Above(0).In("worth"), document.Plain(.05)))
	r.join("breach", talks.Breach{Endogenous: kind == "endogenous", Scale: scale})
}

// politics reads how political change wears down those who give guarantees.
func (r *reader) politics() {
	n := len(r.blocks)
	p := talks.Politics{Rate: make([]rng.Param, n), Keeps: make([]rng.Param, n)}
	said := false
	for _, i := range r.order {
		g := r.blocks[i].Map("guarantee")
		if !g.Value("change").Present() {
			continue
		}
		m, own := g.Map("change"), owner{r.c.Parties[i].Key, r.blocks[i].Path()}
		p.Rate[i] = own.param(m.Number("rate", document.Between(0, 4).In("per year")))
		p.Keeps[i] = own.param(m.Number("keeps", document.Between(0, 1).In("share"), document.Plain(.7)))
		m.Text("note", "")
		said = true
	}
	if said {
		r.join("politics", p)
	}
}
