package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Mechanism is something around the table that a case can do without: the war, the
// formats, what becomes of a signed text. A case lists those that are on; one that
// is off is not there: it is asked nothing and draws nothing.
type Mechanism interface {
	// join binds the mechanism's numbers and enters it into the moments of a run at
	// which it acts.
	join(e *Engine)
}

// moments are what the mechanisms of a case do, in the order of the case. The lists
// are made once an engine, so that inside a run no switch is asked.
type moments struct {
	setting   []func()                        // numbers are drawn: what holds on the first day, before anything happens
	drafting  []func(text *agenda.Deal)       // base values are set, once an engine: what is written into the text that lies on the table first
	opening   []func()                        // a run begins: what the seed has in store for it
	morning   []func()                        // a round begins: what happened since the last one
	shaping   []func(i int, o *party.Outside) // how party i sees the day
	visiting  []func(load int)                // the mediator says its so many-th message of the round
	evening   []func()                        // the mediator rests: what the round did to the talks
	entering  []func(f *Format) bool          // whether those it seats go along into a format
	signing   []func()                        // everybody signed: what the text is, before anything is made of it
	aftermath []func()                        // what becomes of a signed text, in the order of its way to peace
	settled   []func()                        // what became of the signed text is known: what else there is to say of it
}

// scene is the state of a run that mechanisms share.
type scene struct {
	n           int
	trust       []float64 // of party i in party j, at i·n+j [share]; below 0 where nothing is said
	faith       []float64 // of party i in the mediator [share]; below 0 where nothing is said
	credibility []float64 // true, of each party's guarantee [share]
	worn        []float64 // what political change has left of it [share]
	events      []float64 // what events of late add to each party's fallback today [worth]
	doubt       []float64 // factor on the hazard that each party expects of a side that may play for time, ≥ 1
	away        []bool    // parties that have no seat, no consent and no guarantee
	legitimacy  float64   // of the process, by who has a part in it [share]
	capacity    float64   // to implement, by who has a part in it [share]
	support     float64   // added to every ratifier's support, by who has a part in it [share]
	ambiguity   float64   // of a text signed today, beside what its levels say
	urgency     float64   // nearness of a hard deadline [share]
	delay       float64   // days that the coming round lasts beyond its format
	noise       float64   // chance added to the format's that a clause arrives one rung off [share]
	exchanges   int       // humanitarian exchanges so far
	partial     int       // exchanges from which talks without a text count as partly successful; 0: never
	closeness   float64   // how close the sides are, 1 at a text that all would sign [share]
	narrative   float64   // how close the sides say they are [share]
	publicity   float64   // of the format: by what share more audiences are moved [share]
	rung        int       // of those at the table, among the case's
	saving      float64   // of the days that coming rounds of the format last [share]
	saved       float64   // of those of the present round [share]
	pause       float64   // days that leaders took over a text that they refused
	confirm     float64   // days until leaders confirm a text that those at the table initialled; below 0 where those at the table sign
	renewal     float64   // added to the log hazard of the signed text by who signed it [-]

	over   bool // somebody or something ended the talks
	class  Class
	reason string
}

func newScene(n int) scene {
	s := scene{n: n}
	s.trust, s.faith = make([]float64, n*n), make([]float64, n)
	s.credibility, s.events, s.doubt = make([]float64, n), make([]float64, n), make([]float64, n)
	s.worn, s.away = make([]float64, n), make([]bool, n)
	return s
}

// begin sets the scene of the first day from the numbers drawn.
func (s *scene) begin(e *Engine) {
	for i := range s.n {
		t := e.seats[i].traits.Trust
		for j := range s.n {
			s.trust[i*s.n+j] = unsaid
			if j < len(t) {
				s.trust[i*s.n+j] = t[j]
			}
		}
		s.faith[i] = e.seats[i].traits.Faith
		s.events[i], s.doubt[i], s.worn[i], s.away[i] = 0, 1, 1, false
	}
	copy(s.credibility, e.shared.Credibility)
	s.legitimacy, s.capacity, s.support, s.ambiguity = 0, 0, 0, 0
	s.urgency, s.delay, s.noise, s.closeness, s.narrative = 0, 0, 0, 0, 0
	s.exchanges, s.partial, s.publicity, s.renewal = 0, 0, 0, 0
	s.rung, s.saving, s.saved, s.pause, s.confirm = 0, 0, 0, 0, -1
	s.over, s.class, s.reason = false, TalksGoOn, ""
}

// unsaid stands where a case says nothing of trust.
const unsaid = -1

// stop ends the talks.
func (s *scene) stop(class Class, reason string) {
	if !s.over {
		s.over, s.class, s.reason = true, class, reason
	}
}

// move shifts the trust of i in j, held in [0,1]; where nothing is said of it, it
// stays unsaid.
func (s *scene) move(i, j int, by float64) {
	if t := &s.trust[i*s.n+j]; *t >= 0 {
		*t = min(max(*t+by, 0), 1)
	}
}

// least is the trust of i in the signatory it trusts least; ok is false where nothing
// is said.
func (e *Engine) least(i int) (trust float64, ok bool) {
	trust = 1
	for j := range e.seats {
		if t := e.scene.trust[i*e.scene.n+j]; t >= 0 && e.c.Parties[j].Role == party.Belligerent {
			trust, ok = min(trust, t), true
		}
	}
	return trust, ok
}

// believed is the chance, as party i sees it, that at least one guarantor keeps its
// word: what it trusts a guarantor discounts that guarantor's promise.
func (e *Engine) believed(i int) float64 {
	miss := 1.0
	for j, q := range e.scene.credibility {
		q *= e.scene.worn[j]
		if t := e.scene.trust[i*e.scene.n+j]; t >= 0 && j != i {
			q *= t
		}
		miss *= 1 - q
	}
	return 1 - miss
}

// pooled is the true chance that at least one guarantor keeps its word.
func (s *scene) pooled() float64 { return pooled(s.credibility, s.worn) }

func pooled(credibility, worn []float64) float64 {
	miss := 1.0
	for i, q := range credibility {
		miss *= 1 - float64(q*worn[i])
	}
	return 1 - miss
}

// happens draws, once for each key and number, whether something of this chance
// happens.
func (e *Engine) happens(chance float64, key rng.Key, n int) bool {
	return chance > 0 && (chance >= 1 || e.seed.Uniform(key.With(n)) < chance)
}
