package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/agents/message"
	"shuttle/agents/party/internal/utility"
)

// Tactic is how a party behaves in its own room. It may say what is not so; what
// it cannot do is make its party sign below its own acceptance rule.
type Tactic interface {
	// Answer writes the answer to m into r, which is empty.
	Answer(self *Self, m *message.Message, r *message.Reply)
}

// Party is one side of the talks. It is made once an engine and set anew for each
// run; nothing of one run is left in the next.
type Party struct {
	agenda  *agenda.Agenda
	index   int
	role    Role
	utility *utility.Utility
	traits  Traits
	public  []*Estimate // of the other signatories: what everybody can know
	guess   []*Estimate // what the party acts on when it builds an offer
	pie     bool        // the guess began as a fixed pie
	tactic  Tactic
	floor   float64
	start   float64 // floor when talks began
	outside Outside // as last seen
	moved   bool    // what it expects of the others changed since it found its anchor
	self    Self
	ladder  worthLadder
	version int // of the utility, so that the ladder is rebuilt only when it moved
}

// New makes a party that has a place in a case but no numbers yet.
func New(a *agenda.Agenda, index int, role Role) *Party {
	p := &Party{agenda: a, index: index, role: role, utility: utility.New(a)}
	p.self.party = p
	p.self.scratch = newScratch(a)
	return p
}

// Set gives a party its numbers. Tables is nil when the commitment mechanism is
// off.
func (p *Party) Set(t *Traits, tables *clock.Tables) {
	p.traits = *t
	p.utility.Set(p.agenda, p.index, &t.Numbers, tables)
	p.version++
}

// Begin opens a run: the tactic to play by, its stream, the public picture of the
// other signatories and the party's own guess of them, and the world on the first
// day. With pie the guess begins as a fixed pie; else it is the public picture.
// Aspirations rest on the
// public picture either way: under a fixed pie no deal would seem possible at all,
// and the bias would make its holder modest, which is not what it does.
func (p *Party) Begin(t Tactic, r *rand.Rand, public, guess []*Estimate, pie bool, o Outside) {
	p.tactic, p.public, p.guess, p.pie = t, public, guess, pie
	for _, e := range guess {
		if pie {
			e.FixedPie(&p.traits)
		}
	}
	p.see(o)
	p.self.begin(r)
	p.start = p.floor
}

// Observe tells a party what round it is and what the world looks like.
func (p *Party) Observe(round int, days float64, o Outside) {
	p.self.round, p.self.days = round, days
	p.see(o)
}

// see takes in the world of the day. What the party expects of the others moves what
// every text is worth to it; what it worked out before is worked out anew.
func (p *Party) see(o Outside) {
	p.outside = o
	p.floor = p.traits.Fallback.At(o, p.traits.Discount)
	if p.utility.Expect(p.traits.LogTheta+o.Distrust, p.traits.Credibility+o.Assurance) {
		p.ladder.version, p.moved = stale, true
		p.self.reread()
	}
}

// stale is the version of what has to be worked out anew.
const stale = -1

// Answer writes into r what the party says in its room. A signature that its own
// acceptance rule does not allow is taken back, whatever the tactic said, and so is
// one under no text at all. An envoy that is only asked whether its side would sign
// may misread the text; whoever signs does not.
func (p *Party) Answer(m *message.Message, r *message.Reply) {
	r.Clear()
	p.self.read(m)
	p.tactic.Answer(&p.self, m, r)
	if r.Verdict == message.Sign && m.Kind != message.Choose && (m.Empty || !p.accepts(m)) {
		r.Verdict = message.Near
	}
	p.self.confirmed = p.self.confirmed || m.Kind == message.Conclude
}

// accepts is the acceptance rule as whoever answers in the room reads it.
func (p *Party) accepts(m *message.Message) bool {
	if p.perceived(&m.Text, m.Author)+p.self.misread(m.Kind) < p.floor {
		return false
	}
	_, crossed := p.Crossed(&m.Text)
	return !crossed
}

// Accepts is the party's own acceptance rule: the text is worth its fallback, read
// with its author in mind and with what it may still cost at home, and crosses none
// of its lines.
func (p *Party) Accepts(d *agenda.Deal, author agenda.Author) bool {
	if p.perceived(d, author) < p.floor {
		return false
	}
	_, crossed := p.Crossed(d)
	return !crossed
}

func (p *Party) perceived(d *agenda.Deal, author agenda.Author) float64 {
	return p.utility.Worth(d) - p.devalued(d, author) - p.hurdle(d) - p.unfair(d)
}

// devalued is what a text loses by its author. A party knows its own offer when it comes
// back, without a name or as the mediator's.
func (p *Party) devalued(d *agenda.Deal, author agenda.Author) float64 {
	if author < 0 && p.self.offered && *d == p.self.last {
		return 0
	}
	return p.traits.Devaluation.of(author, p.index, p.outside.Disfavour)
}

// unfair is what a text loses because it leaves the party less than it holds to be its
// share. A party knows its own gain and believes the others' by the public picture.
func (p *Party) unfair(d *agenda.Deal) float64 {
	f := p.traits.Fairness
	if f.Size == 0 || len(p.public) == 0 {
		return 0
	}
	own := max(p.utility.Worth(d)-p.floor, 0)
	theirs := 0.0
	for _, e := range p.public {
		theirs += max(e.utility.Worth(d)-e.floor, 0)
	}
	theirs /= float64(len(p.public))
	if own+theirs <= 0 {
		return 0 // nobody gains: there is nothing to share
	}
	return f.Size * max(0, f.Share-own/(own+theirs))
}

// hurdle is by how much a text has to be worth more than the fallback because it may
// fail after the signature. Signed, it is worth Z with chance π and else the fallback
// W less what the failure costs, F; π·Z + (1−π)·(W − F) ≥ W is Z − W ≥ F·(1−π)/π
// (two-level games, Putnam 1988).
func (p *Party) hurdle(d *agenda.Deal) float64 {
	if p.traits.Passing == nil || p.traits.Failure == 0 {
		return 0
	}
	pi := max(p.traits.Passing(d), minChance)
	return p.traits.Failure * (1 - pi) / pi
}

// minChance is the smallest chance of passing that is told from none.
const minChance = 1e-6

// Crossed names the first issue on which a text crosses one of the party's lines.
func (p *Party) Crossed(d *agenda.Deal) (issue int, crossed bool) {
	return crossing(p.traits.Lines, p.utility, d)
}

func crossing(lines []Line, u *utility.Utility, d *agenda.Deal) (issue int, crossed bool) {
	for i := range lines {
		if l := &lines[i]; l.Levels.Has(d[l.Issue]) && (l.Hard || !l.met(u, d)) {
			return l.Issue, true
		}
	}
	return 0, false
}

// met reports whether every condition of a soft line holds.
func (l *Line) met(u *utility.Utility, d *agenda.Deal) bool {
	for i := range l.Unless {
		c := &l.Unless[i]
		if c.Guarantee > 0 && u.Effective(d) < c.Guarantee {
			return false
		}
		if c.On && !c.Levels.Has(d[c.Issue]) {
			return false
		}
	}
	return true
}
