package talks

import (
	"gonum.org/v1/gonum/stat/distuv"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Ratification is what a signed text still has to pass. Whoever signs looks ahead to
// it, at the support that everybody can see (two-level games, Putnam 1988).
type Ratification struct {
	Ratifiers []Ratifier
	Failure   []rng.Param // by party: what it loses when a text that it signed fails [worth]
}

// Ratifier is a parliament, a people or an elite that a signed text has to pass. Its
// support is defined for every text; it passes a text with chance
// Φ((support − threshold)/spread).
type Ratifier struct {
	Name     string
	Of       int // party
	Key      rng.Key
	Document int                // that it passes or refuses
	Needed   []mediator.Consent // it is asked when the text has one of these levels; empty: always
	Whole    bool               // its refusal undoes the whole text; else it unbinds its own party only
	Truce    bool               // it can vote only while fighting has stopped

	Base      rng.Param // support of a text of which nothing else is said [share]
	Opinions  []Opinion
	Weight    rng.Param // of these opinions, all alike: 0, they bind nobody; 1, in full [-], ≥ 0
	Guarantee rng.Param // support per unit of effective guarantee [share]
	Momentum  rng.Param // support per unit of momentum at the front on the day of the vote [share]
	Time      rng.Param // support gained by each year that passes: above 0 people tire of the war, below 0 of the talks [share per year]
	Threshold rng.Param // [share]
	Spread    rng.Param // of what is known of its support [share], > 0
	Lag       rng.Param // from the signature to the vote [days], ≥ 0
}

// Opinion is what the levels of one issue add to support at full weight.
type Opinion struct {
	Issue  int
	Levels []float64 // by level [share]
}

// ratifier is a ratifier with its numbers in the run.
type ratifier struct {
	*Ratifier
	base, weight, guarantee, momentum, time, threshold, spread, lag float64

	asked, refused  bool
	passes, refuses string // for stories
	reason, late    string // why a text fails by it
}

func (m Ratification) join(e *Engine) {
	list := make([]ratifier, len(m.Ratifiers))
	for i := range list {
		list[i].bind(e, &m.Ratifiers[i])
	}
	front := 0.0 // as it stands when somebody looks ahead
	e.around.setting = append(e.around.setting, func() { front = e.shared.Momentum.Start })
	e.around.morning = append(e.around.morning, func() { front = e.out.Course[e.out.Round-1].Momentum })
	passing := func(d *agenda.Deal) float64 {
		pi := 1.0
		for i := range list {
			if r := &list[i]; r.Whole && r.needed(d) {
				pi *= r.chance(e, d, front)
			}
		}
		return pi
	}
	for i := range e.seats {
		if t := &e.seats[i].traits; e.c.Parties[i].Role == party.Belligerent {
			t.Passing = passing
			e.binder.Number(m.Failure[i], &t.Failure)
		}
	}
	e.around.aftermath = append(e.around.aftermath, func() { e.ratify(list) })
	e.around.settled = append(e.around.settled, func() { e.votes(list) })
}

func (r *ratifier) bind(e *Engine, from *Ratifier) {
	*r = ratifier{Ratifier: from, passes: from.Name + " passes it", refuses: from.Name + " refuses it",
		reason: "refused by " + from.Name, late: "the fighting went on before " + from.Name + " could vote"}
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{r.Base, &r.base}, {r.Weight, &r.weight}, {r.Guarantee, &r.guarantee}, {r.Momentum, &r.momentum}, {r.Time, &r.time},
		{r.Threshold, &r.threshold}, {r.Spread, &r.spread}, {r.Lag, &r.lag}} {
		e.binder.Number(b.p, b.at)
	}
}

// needed reports whether a text has to pass it.
func (r *ratifier) needed(d *agenda.Deal) bool {
	for i := range r.Needed {
		if r.Needed[i].Needs(d) {
			return true
		}
	}
	return len(r.Needed) == 0
}

// chance that a text passes when the front stands at a momentum.
func (r *ratifier) chance(e *Engine, d *agenda.Deal, momentum float64) float64 {
	support := r.base + e.scene.support + float64(r.momentum*momentum) + float64(r.time*(e.out.Day+r.lag)/world.Year)
	for i := range r.Opinions {
		o := &r.Opinions[i]
		support += float64(r.weight * o.Levels[d[o.Issue]])
	}
	if r.guarantee != 0 {
		p := e.c.Agenda.Promise(d)
		support += float64(r.guarantee * p.Strength * p.Legal * e.scene.pooled())
	}
	return distuv.UnitNormal.CDF((support - r.threshold) / r.spread)
}

// ratify asks all who have to pass the signed text. Each votes when its time has come,
// whatever the others say; the first refusal that undoes the text is why it fails.
func (e *Engine) ratify(list []ratifier) {
	o := &e.out
	for i := range list {
		r := &list[i]
		r.asked, r.refused = r.needed(&o.Deal), false
		if !r.asked {
			continue
		}
		momentum := 0.0
		if r.momentum != 0 { // the front is not drawn further than it is looked at
			momentum = e.front.At(o.Day + r.lag)
		}
		r.refused = e.seed.Uniform(r.Key) >= r.chance(e, &o.Deal, momentum)
		if r.Truce && r.lag/world.Year > e.course.vote {
			e.course.vote, e.course.voter = r.lag/world.Year, r.late
		}
	}
	first := 0.0
	for i := range list {
		r := &list[i]
		if !r.refused {
			continue
		}
		e.file(r.Document, DocumentRejected)
		if !r.Whole {
			e.uncommit(r.Of)
		} else if o.Ratified || r.lag < first {
			o.Class, o.Reason, o.Ratified, o.InForce, first = NotRatified, r.reason, false, false, r.lag
		}
	}
}

// votes says how all voted who did.
func (e *Engine) votes(list []ratifier) {
	for i := range list {
		r := &list[i]
		switch o := &e.out; {
		case !r.asked || r.Truce && o.Class == Collapsed && float64(o.Peace*world.Year) < r.lag:
		case r.refused:
			e.happened(o.Day+r.lag, r.refuses)
		default:
			e.file(r.Document, DocumentRatified)
			e.happened(o.Day+r.lag, r.passes)
		}
	}
}
