package talks

import (
	"math/bits"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// visit carries a message into a party's room and writes down the answer; false
// when the move was illegal.
func (e *Engine) visit(to int, m *message.Message) bool {
	if fault := e.illegal(to, m); fault != "" {
		e.out.Fault = fault
		return false
	}
	e.out.Messages++
	switch {
	case m.Kind == message.Table:
		e.table(&m.Text, m.Author)
	case m.Kind == message.Adopt:
		e.adopt(m)
	case m.Kind == message.Relay && !m.Empty:
		m = e.carried(to, m)
	}
	e.seats[to].shown = e.seats[to].shown || !m.Empty
	r := e.notebook.Page(to, m.Kind)
	e.seats[to].party.Answer(m, r)
	if fault := e.illegalReply(m, r); fault != "" {
		e.out.Fault = fault
		return false
	}
	e.note(to, m, r)
	if e.watch != nil {
		e.witness(Visited, to, m, r)
	}
	if e.scene.noise > 0 {
		e.mishear(to, m, r)
	}
	return true
}

// table puts a text into the history; one that was never there before is a movement.
// What sides said of the mediator's text before it changed no longer counts.
func (e *Engine) table(d *agenda.Deal, author agenda.Author) {
	h := e.out.History
	before := h.Tabled()
	if h.Table(d, author, e.out.Round) {
		e.lastMove = e.out.Day
	}
	if author == agenda.Mediator && h.Tabled() > before {
		clear(e.asked)
	}
}

// carried is a relayed offer as it reaches a room: where the sides sit together it
// bears its author's name, and on its way a clause may change. What the reader hears
// is then a message of its own: the mediator does not learn what became of the one it
// sent.
func (e *Engine) carried(to int, sent *message.Message) *message.Message {
	heard := sent
	if e.shared.Format.Joint && sent.Author == agenda.Unnamed {
		e.heard = *sent
		heard = &e.heard
		heard.Author = e.author(&sent.Text)
	}
	if e.shared.Format.Noise+e.scene.noise > 0 {
		heard = e.garble(to, heard)
	}
	return heard
}

// author is whose name a text bears where the sides sit together: whoever put it on
// the table last; unnamed where nobody did.
func (e *Engine) author(d *agenda.Deal) agenda.Author {
	drafts := e.out.History.Drafts
	for i := len(drafts) - 1; i >= 0; i-- {
		if drafts[i].Deal == *d {
			return drafts[i].Author
		}
	}
	return agenda.Unnamed
}

// garble lets clauses of a relayed offer arrive one rung off, by the format's noise, and
// a priority passed on with it as some other clause. The draws belong to the seed, the round and the reader.
func (e *Engine) garble(to int, sent *message.Message) *message.Message {
	e.heard = *sent
	m := &e.heard
	e.noise.Reset(e.seed.For(e.c.Parties[to].Key.And(rng.Name("relay")).With(e.out.Round)))
	noise := e.shared.Format.Noise + e.scene.noise
	for k := range e.c.Agenda.Issues {
		said := m.Text[k]
		if m.Text[k] = e.blur(k, said, noise); m.Text[k] != said {
			e.out.Garbled++
		}
	}
	for i := range m.Ranking[:m.Named] {
		if e.noise.Float64() < noise {
			m.Ranking[i] = uint8(e.noise.IntN(len(e.c.Agenda.Issues)))
			e.out.Garbled++
		}
	}
	return m
}

// adopt puts the text as it now reads on the table: the last one, amended.
func (e *Engine) adopt(m *message.Message) {
	var text agenda.Deal
	if drafts := e.out.History.Drafts; len(drafts) > 0 {
		last := &drafts[len(drafts)-1].Deal
		if !m.Whole && m.Options[0].Stands(last) {
			return // the next side is told the same
		}
		text = *last
	}
	m.Amended(0, &text)
	e.table(&text, m.Author)
}

// note keeps the history: what a reply objects to and what it offers.
func (e *Engine) note(from int, m *message.Message, r *message.Reply) {
	h := e.out.History
	if m.Kind == message.Table {
		e.verdicts[from], e.asked[from] = r.Verdict, true
		for _, c := range r.Wishes[:r.N] {
			h.Object(int(c.Issue), from)
		}
	}
	if r.Offered {
		if !m.Empty {
			for w, word := range agenda.Diff(&m.Text, &r.Offer) {
				for ; word != 0; word &= word - 1 {
					h.Object(w*64+bits.TrailingZeros64(word), from)
				}
			}
		}
		e.table(&r.Offer, agenda.Author(from))
	}
}

// gather asks every signatory, and whoever must consent to this text, to sign it;
// true when all did.
func (e *Engine) gather(m *message.Message) bool {
	e.heard = *m
	m = &e.heard
	m.Kind = message.Conclude
	if !e.c.Agenda.Legal(&m.Text) {
		e.out.Fault = "the mediator gathered everybody for a text with levels that do not exist"
		return false
	}
	if e.shared.Format.Joint && m.Author == agenda.Unnamed {
		m.Author = e.author(&m.Text)
	}
	refused := e.ask(m)
	if refused == nobody && e.scene.confirm >= 0 {
		e.initial(m)
		refused = e.ask(m)
	}
	if e.out.Fault != "" {
		return false
	}
	e.notebook.Gathered(refused)
	if refused != nobody {
		return false
	}
	e.table(&m.Text, m.Author)
	e.out.History.Close()
	e.out.Signed, e.out.Deal = true, m.Text
	for _, f := range e.around.signing {
		f()
	}
	e.tell(Event{Kind: Signed})
	return true
}

// nobody refused.
const nobody = -1

// ask has one after the other sign, as long as nobody refuses; it names the first
// who did.
func (e *Engine) ask(m *message.Message) (refused int) {
	for i := range e.seats {
		if !e.needed(i, &m.Text) {
			continue
		}
		e.out.Messages++
		e.out.Course[e.out.Round-1].Load++
		r := e.notebook.Page(i, message.Conclude)
		e.seats[i].party.Answer(m, r)
		if e.out.Fault = e.illegalReply(m, r); e.out.Fault != "" {
			return i
		}
		if e.watch != nil {
			e.witness(Signing, i, m, r)
		}
		if r.Verdict != message.Sign {
			return i
		}
	}
	return nobody
}

// needed reports whether a text wants this party's signature or consent.
func (e *Engine) needed(i int, d *agenda.Deal) bool {
	if e.c.Parties[i].Role == party.Belligerent {
		return true
	}
	for k := range e.brief.Consent {
		if c := &e.brief.Consent[k]; c.Party == i && c.Needs(d) {
			return true
		}
	}
	return false
}

// witness tells a watcher of a visit or a signature.
func (e *Engine) witness(kind EventKind, who int, m *message.Message, r *message.Reply) {
	p := e.seats[who].party
	text := &m.Text
	if drafts := e.out.History.Drafts; (m.Kind == message.Choose || m.Kind == message.Adopt) && len(drafts) > 0 {
		text = &drafts[len(drafts)-1].Deal
	}
	e.tell(Event{Kind: kind, Party: who, Message: m, Reply: r, Worth: p.Worth(text), Reading: p.Reading(text, m.Author), Floor: p.Floor(), Demand: p.Demand()})
}

// happened tells a watcher of something outside the room.
func (e *Engine) happened(day float64, note string) {
	e.tell(Event{Kind: Happened, Day: day, Note: note})
}

// tell fills in when and where, and calls the watcher.
func (e *Engine) tell(ev Event) {
	if e.watch == nil {
		return
	}
	if ev.Kind != Happened {
		ev.Day = e.out.Day
	}
	ev.Round, ev.Draft = e.out.Round, len(e.out.History.Drafts)
	ev.Class, ev.Reason = e.out.Class, e.out.Reason
	e.watch(ev)
}
