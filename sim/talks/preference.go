package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Preferences are what parties make of the formats themselves. Nobody is led into a
// format it would not enter; a side that sits in one it dislikes may get up.
type Preferences struct {
	Liking  [][]rng.Param // by party and format [worth]
	Eager   rng.Param     // what full closeness adds to everybody's liking [worth]
	Walkout rng.Param     // rate at which a signatory leaves a format it dislikes by one worth [per year]
}

// preferences are what the parties of a run make of the formats.
type preferences struct {
	liking         [][]float64
	eager, walkout float64
	keys           []rng.Key
	reasons        []string
}

func (m Preferences) join(e *Engine) {
	p := &preferences{}
	e.binder.Number(m.Eager, &p.eager)
	e.binder.Number(m.Walkout, &p.walkout)
	for i := range e.seats {
		own := make([]float64, len(m.Liking[i]))
		for f := range own {
			e.binder.Number(m.Liking[i][f], &own[f])
		}
		p.liking = append(p.liking, own)
		p.keys = append(p.keys, e.c.Parties[i].Key.And(rng.Name("format")))
		p.reasons = append(p.reasons, e.c.Parties[i].Name+" left over the format")
	}
	e.around.entering = append(e.around.entering, func(f *Format) bool { return p.enters(e, f) })
	e.around.morning = append(e.around.morning, func() { p.morning(e) })
}

// likes is what a party makes of a format today; it enters unless that is below 0.
func (p *preferences) likes(e *Engine, i, place int) float64 {
	return p.liking[i][place] + float64(p.eager*e.scene.closeness)
}

// enters reports whether every signatory, and everybody whom the format seats beside
// them, goes along.
func (p *preferences) enters(e *Engine, f *Format) bool {
	for i := range e.seats {
		sits := e.c.Parties[i].Role == party.Belligerent || f.Seats != nil && f.Seats[i]
		if sits && p.likes(e, i, f.Place) < 0 {
			return false
		}
	}
	return true
}

// morning is whether a signatory stays away.
func (p *preferences) morning(e *Engine) {
	years := e.elapsed / world.Year
	for i := range e.seats {
		if e.c.Parties[i].Role != party.Belligerent {
			continue
		}
		dislike := max(0, -p.likes(e, i, e.shared.Format.Place))
		if e.happens(-math.Expm1(-p.walkout*dislike*years), p.keys[i], e.out.Round) {
			e.scene.stop(Escalation, p.reasons[i])
		}
	}
}
