package talks

import (
	"fmt"
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Engine plays runs of one case, one after the other. It keeps what a run needs so
// that the next one allocates next to nothing; it is for one goroutine.
type Engine struct {
	c      *Case
	shared Shared
	binder Binder // of what is shared
	seats  []seat

	brief    mediator.Brief
	notebook *mediator.Notebook
	mediator func() mediator.Strategy
	believer mediator.Believer // who mediates, if it says what it believes
	stated   mediator.Belief
	leaner   mediator.Leaner // who mediates, if it leans to a side
	bind     Binder          // of the mediator's parameters
	stream   *rng.Stream
	noise    *rng.Stream
	fate     *rng.Stream // of the frailty of a peace
	front    *world.Front
	around   moments
	scene    scene
	seen     party.Outside // by the party last asked about
	course   afterwards
	leverage *leverage  // of the mediator; nil: it has none
	steps    *building  // of confidence; nil: there are none
	types    *suspicion // of the sides; nil: all are sincere
	out      Outcome

	seed     rng.Seed
	watch    func(Event)
	elapsed  float64           // days that the round took
	lastMove float64           // day the text last moved
	verdicts []message.Verdict // by seat: of the text last tabled to it
	asked    []bool
	move     mediator.Move   // made now
	heard    message.Message // what a room hears when that is not what was sent
}

// seat is one party and all that an engine keeps for it.
type seat struct {
	party  *party.Party
	traits party.Traits
	binder Binder
	tactic func() party.Tactic
	bind   Binder // of the tactic's parameters
	stream *rng.Stream
	public []*party.Estimate // of the other signatories
	pie    []*party.Estimate // the same under the fixed-pie guess
	fixed  bool              // its numbers are set and no run moves them
	moved  bool              // its own numbers were drawn for this run
	shown  bool              // it was shown a text in this run
}

// mostMessages bounds what a strategy may do in one round; a round that goes on
// beyond is a fault of the strategy.
const mostMessages = 1 << 20

// NewEngine makes an engine for a case.
func NewEngine(c *Case) *Engine {
	e := &Engine{c: c, stream: rng.NewStream(), noise: rng.NewStream(), fate: rng.NewStream(), front: world.NewFront()}
	c.Shared(&e.shared, &e.binder)
	maker := c.Mediator.Make(&e.bind)
	e.mediator = func() mediator.Strategy { return maker.New(&e.brief, truth{e}) }
	e.brief = mediator.Brief{Agenda: c.Agenda, Initial: c.Initial, Consent: c.Consent}
	e.seats = make([]seat, len(c.Parties))
	for i := range c.Parties {
		p, s := &c.Parties[i], &e.seats[i]
		e.brief.Seats = append(e.brief.Seats, mediator.Seat{Name: p.Name, Signs: p.Role == party.Belligerent})
		s.party = party.New(c.Agenda, i, p.Role)
		p.Traits(&s.traits, &s.binder)
		maker := p.Tactic.Make(&s.bind)
		s.stream = rng.NewStream()
		s.tactic = func() party.Tactic { return maker.New(s.stream.Rand) }
	}
	e.scene = newScene(len(e.seats))
	for _, m := range c.Around {
		m.join(e)
	}
	e.set()
	for _, f := range e.around.drafting {
		f(&e.brief.Initial)
	}
	for i := range e.seats {
		e.seats[i].traits.First = e.brief.Initial
	}
	e.guess()
	e.publish()
	e.notebook = mediator.NewNotebook(&e.brief)
	e.makeRoom()
	return e
}

// set works out from the numbers drawn what holds on the first day, and hands every
// party's traits what is shared.
func (e *Engine) set() {
	e.scene.begin(e)
	for _, f := range e.around.setting {
		f()
	}
	for i := range e.seats {
		n := &e.seats[i].traits.Numbers
		n.Eta, n.Verification = e.shared.Eta, e.shared.Verification
		n.Credibility, n.SteelAt, n.Reference = e.believed(i), e.shared.SteelAt, e.shared.Reference
		n.Own = e.scene.credibility[i]
	}
}

// guess makes the picture each signatory has of the others, from base values: what
// is public when talks begin.
func (e *Engine) guess() {
	for i := range e.seats {
		if e.c.Parties[i].Role != party.Belligerent {
			continue
		}
		for j := range e.seats {
			if i == j || e.c.Parties[j].Role != party.Belligerent {
				continue
			}
			public := new(party.Traits)
			e.public(j, public, new(Binder))
			outside := e.outside(j, 0, e.shared.Momentum.Start, public)
			s := &e.seats[i]
			s.public = append(s.public, party.NewEstimate(e.c.Agenda, j, public, e.c.Tables, outside))
			s.pie = append(s.pie, party.NewEstimate(e.c.Agenda, j, public, e.c.Tables, outside))
		}
	}
}

// public writes a party at base values, with numbers of its own; b notes their ranges.
func (e *Engine) public(i int, t *party.Traits, b *Binder) {
	e.c.Parties[i].Traits(t, b)
	e.share(t, i)
	t.Passing = e.seats[i].traits.Passing
}

// share hands a picture of party i what the party shares with others.
func (e *Engine) share(t *party.Traits, i int) {
	n := &e.seats[i].traits.Numbers
	t.Eta, t.Verification, t.Credibility, t.SteelAt, t.Reference, t.Own = n.Eta, n.Verification, n.Credibility, n.SteelAt, n.Reference, n.Own
}

// makeRoom allocates what runs fill.
func (e *Engine) makeRoom() {
	n, rounds := len(e.seats), max(1, e.c.Longest)
	e.out.Worth, e.out.Floor, e.out.Levered, e.out.Start = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	e.out.Seen = make([]party.Outside, n)
	e.verdicts, e.asked = make([]message.Verdict, n), make([]bool, n)
	e.out.History = agenda.NewHistory(2*n*rounds+2, message.MaxWishes*n*rounds+1)
	e.out.Course = make([]Moment, 0, rounds)
	const each = 4
	flat := make([]float64, each*n*rounds)
	for r := range rounds {
		m := &e.out.Course[:rounds][r]
		m.Worth, m.Floor, m.Pressure, m.Trusts = flat[:n:n], flat[n:2*n:2*n], flat[2*n:3*n:3*n], flat[3*n:4*n:4*n]
		flat = flat[each*n:]
	}
}

// outside is what party i sees of the world on a day.
func (e *Engine) outside(i int, day, momentum float64, t *party.Traits) party.Outside {
	r, o := t.Foresight(), &e.seen
	*o = party.Outside{Years: day / world.Year, Momentum: momentum}
	if r > 0 {
		o.Momentum = e.shared.Momentum.Expected(momentum, r)
	}
	o.Pressure, o.Support = world.Force(e.shared.Instruments, i, day, r)
	o.Events, o.Urgency, o.Assurance = e.scene.events[i], e.scene.urgency, e.believed(i)-t.Credibility
	if trust, ok := e.least(i); ok && e.c.Tables != nil {
		o.Distrust = party.Theta(trust) - t.LogTheta
	}
	if x := e.scene.doubt[i]; x > 1 {
		o.Distrust += math.Log(x)
	}
	o.Disfavour = e.disfavour(i)
	for _, f := range e.around.shaping {
		f(i, o)
	}
	return *o
}

// disfavour is the share of its faith in the mediator that a party has lost.
func (e *Engine) disfavour(i int) float64 {
	if start := e.seats[i].traits.Faith; start > 0 {
		return 1 - e.scene.faith[i]/start
	}
	return 0
}

// Play is one run: the same seed gives the same outcome, bit for bit. Watch is nil
// in batches. The outcome is the engine's own and holds until the next run.
func (e *Engine) Play(seed rng.Seed, watch func(Event)) *Outcome {
	e.seed, e.watch = seed, watch
	e.draw()
	e.open()
	strategy := e.begin()
	for round := 1; e.dawn(round); round++ {
		if e.play(strategy) {
			break
		}
	}
	e.close()
	return &e.out
}

// draw sets every number of the run.
func (e *Engine) draw() {
	shared := e.binder.draw(e.seed, 0, false)
	for i := range e.seats {
		s := &e.seats[i]
		s.bind.draw(e.seed, 0, false)
		s.moved = s.binder.draw(e.seed, e.shared.Jitter, e.shared.Jitter > 0)
	}
	e.set()
	for i := range e.seats {
		if s := &e.seats[i]; shared || s.moved || !s.fixed {
			s.party.Set(&s.traits, e.c.Tables)
			s.fixed = true
		}
	}
	e.bind.draw(e.seed, 0, false)
}

// open clears the books for a new run.
func (e *Engine) open() {
	o := &e.out
	history, course := o.History, o.Course[:0]
	worth, floor, levered, start, seen := o.Worth, o.Floor, o.Levered, o.Start, o.Seen
	clear(worth)
	*o = Outcome{History: history, Course: course, Worth: worth, Floor: floor, Levered: levered, Start: start, Seen: seen}
	o.History.Reset()
	clear(e.asked)
	e.lastMove, e.move = 0, mediator.Move{}
	e.brief.Rounds = min(e.shared.rounds(), cap(course))
	e.front.Begin(&e.shared.Momentum, e.seed)
	e.notebook.Reset(e.stream.Rand)
	for _, f := range e.around.opening {
		f()
	}
}

// begin seats everybody and makes the players of the run.
func (e *Engine) begin() mediator.Strategy {
	e.stream.Reset(e.seed.For(e.c.Mediator.Key))
	strategy := e.mediator()
	e.believer, _ = strategy.(mediator.Believer)
	e.leaner, _ = strategy.(mediator.Leaner)
	for i := range e.seats {
		s := &e.seats[i]
		s.shown = false
		guess := s.public
		if e.c.FixedPie {
			guess = s.pie
		}
		s.stream.Reset(e.seed.For(e.c.Parties[i].Key))
		s.party.Begin(s.tactic(), s.stream.Rand, s.public, guess, e.c.FixedPie, e.outside(i, 0, e.front.At(0), &s.traits))
		e.out.Start[i] = s.party.Starting()
	}
	return strategy
}

// dawn begins a round: the calendar, the world, and who is visited first; false when
// the talks are over.
func (e *Engine) dawn(round int) bool {
	o := &e.out
	if e.scene.saved != e.scene.saving {
		e.scene.saved = e.scene.saving
		e.retime()
	}
	e.elapsed = e.days() + e.scene.delay
	day := o.Day + e.elapsed
	e.elapsed += e.scene.pause
	if e.scene.over || round > 1 && (round > e.brief.Rounds || day > e.shared.Horizon+1e-6) {
		return false
	}
	e.scene.delay, e.scene.pause, e.scene.urgency = 0, 0, 0
	clear(e.scene.events)
	o.Round, o.Day, o.Rounds = round, day, round
	o.Course = o.Course[:round]
	m := &o.Course[round-1]
	*m = Moment{Day: day, Format: e.shared.Format.Place, Rung: e.scene.rung, Momentum: e.front.At(day), Worth: m.Worth, Floor: m.Floor, Pressure: m.Pressure, Trusts: m.Trusts}
	clear(m.Worth) // of the run before
	e.notebook.Round, e.notebook.Day = round, day
	for _, f := range e.around.morning {
		f()
	}
	e.observe()
	e.notebook.First = e.coin(round)
	e.stream.Reset(e.seed.For(e.c.Mediator.Key.With(round)))
	e.tell(Event{Kind: RoundBegins, Moment: m})
	if e.scene.over {
		e.dusk()
	}
	return !e.scene.over
}

// days is how long a round of the present format lasts, less what the mediator saves.
func (e *Engine) days() float64 { return float64(e.shared.Format.Days * (1 - e.scene.saved)) }

// retime says how many rounds the horizon still has room for, as long as a round now
// lasts.
func (e *Engine) retime() {
	left := max(0, int((e.shared.Horizon-e.out.Day)/e.days()+1e-9))
	e.brief.Rounds = min(e.shared.Rounds, cap(e.out.Course), e.out.Round+left)
}

// observe shows every party the day.
func (e *Engine) observe() {
	m := &e.out.Course[e.out.Round-1]
	for i := range e.seats {
		s := &e.seats[i]
		out := e.outside(i, e.out.Day, m.Momentum, &s.traits)
		s.party.Observe(e.out.Round, e.out.Day, out)
		e.out.Seen[i] = out
		m.Pressure[i], m.Floor[i] = out.Pressure, s.party.Floor()
	}
}

// coin is the signatory visited first: the one whose own keyed draw is lowest, so
// that the order of the file gives nobody the first word.
func (e *Engine) coin(round int) int {
	first, low := 0, 2.0
	for i := range e.notebook.Sides() {
		key := e.c.Parties[e.notebook.Signatory(i)].Key
		if u := e.seed.Uniform(key.And(rng.Name("first")).With(round)); u < low {
			first, low = i, u
		}
	}
	return first
}

// play lets the mediator work until it rests; true when the run is over.
func (e *Engine) play(strategy mediator.Strategy) bool {
	o := &e.out
	m := &o.Course[o.Round-1]
	for range mostMessages {
		strategy.Next(e.notebook, &e.move)
		move := &e.move
		switch move.Act {
		case mediator.Rest:
			e.dusk()
			for _, f := range e.around.evening {
				f()
			}
			e.tell(Event{Kind: RoundEnds, Moment: m})
			return false
		case mediator.Leave:
			e.scene.stop(MediatorLeft, "the mediator gave up")
			e.dusk()
			return true
		case mediator.Visit:
			m.Load++
			for _, f := range e.around.visiting {
				f(m.Load)
			}
			if !e.visit(move.To, &move.Message) {
				return true
			}
		case mediator.Gather:
			if e.gather(&move.Message) {
				e.dusk()
				return true
			}
			if o.Fault != "" {
				return true
			}
		case mediator.Press, mediator.Pay, mediator.Commit, mediator.SetDeadline, mediator.Step, mediator.Hurry:
			if !e.act(move) {
				return true
			}
		default:
			o.Fault = fmt.Sprintf("the mediator made move %d", move.Act)
			return true
		}
	}
	o.Fault = fmt.Sprintf("the mediator did not rest within %d messages of round %d", mostMessages, o.Round)
	return true
}
