package talks

import (
	"fmt"
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
	if m.Kind == message.Table {
		e.table(&m.Text, m.Author)
	}
	e.seats[to].shown = e.seats[to].shown || !m.Empty
	if m.Kind == message.Relay && !m.Empty && e.shared.Format.Noise > 0 {
		e.garble(to, m)
	}
	r := e.notebook.Page(to, m.Kind)
	e.seats[to].party.Answer(m, r)
	e.note(to, m, r)
	if e.watch != nil {
		e.witness(Visited, to, m, r)
	}
	return true
}

// illegal says what is wrong with a visit.
func (e *Engine) illegal(to int, m *message.Message) string {
	switch {
	case to < 0 || to >= len(e.seats):
		return fmt.Sprintf("the mediator visited party %d of %d", to, len(e.seats))
	case m.Kind < message.Table || m.Kind >= message.Conclude:
		return fmt.Sprintf("the mediator said verb %d on a visit", m.Kind)
	case m.Kind == message.Choose || m.Kind == message.Adopt:
		return e.illegalOptions(to, m)
	case m.Kind == message.Relay && m.Empty:
		return e.illegalRanking(m)
	case !e.c.Agenda.Legal(&m.Text):
		return "the mediator carried a text with levels that do not exist"
	}
	return e.illegalRanking(m)
}

func (e *Engine) illegalRanking(m *message.Message) string {
	if m.Named > message.MaxWishes {
		return fmt.Sprintf("the mediator passed on %d priorities", m.Named)
	}
	for _, k := range m.Ranking[:m.Named] {
		if int(k) >= len(e.c.Agenda.Issues) {
			return "the mediator passed on a priority for an issue that does not exist"
		}
	}
	return ""
}

func (e *Engine) illegalOptions(to int, m *message.Message) string {
	if m.N < 1 || m.N > message.MaxOptions || m.Whole && m.N != 1 {
		return fmt.Sprintf("the mediator gave %d options", m.N)
	}
	if m.Whole {
		if !e.c.Agenda.Legal(&m.Text) {
			return "the mediator gave a text with levels that do not exist"
		}
		return e.bare(to)
	}
	for i := range m.Options[:m.N] {
		o := &m.Options[i]
		if o.N > agenda.MaxChanges {
			return fmt.Sprintf("the mediator gave an option with %d changes", o.N)
		}
		for _, c := range o.Changes[:o.N] {
			if int(c.Issue) >= len(e.c.Agenda.Issues) || int(c.Level) >= len(e.c.Agenda.Issues[c.Issue].Levels) {
				return "the mediator gave an option with a level that does not exist"
			}
		}
	}
	return e.bare(to)
}

// bare says that there is no text on a party's table for options to amend.
func (e *Engine) bare(to int) string {
	if e.seats[to].shown {
		return ""
	}
	return fmt.Sprintf("the mediator gave options to party %d before it showed it a text", to)
}

// table puts a text into the history; a new one is a movement.
func (e *Engine) table(d *agenda.Deal, author agenda.Author) {
	h := e.out.History
	before := len(h.Drafts)
	h.Table(d, author, e.out.Round)
	if len(h.Drafts) > before {
		e.lastMove = e.out.Day
		clear(e.asked)
	}
}

// garble lets clauses of a relayed offer arrive one rung off, by the format's noise.
// The draws belong to the seed, the round and the reader.
func (e *Engine) garble(to int, m *message.Message) {
	e.noise.Reset(e.seed.For(e.c.Parties[to].Key.And(rng.Name("relay")).With(e.out.Round)))
	for k := range e.c.Agenda.Issues {
		u := e.noise.Float64()
		if u >= e.shared.Format.Noise {
			continue
		}
		top := uint8(len(e.c.Agenda.Issues[k].Levels) - 1)
		switch up := u < e.shared.Format.Noise/2; {
		case up && m.Text[k] < top:
			m.Text[k]++
		case !up && m.Text[k] > 0:
			m.Text[k]--
		}
	}
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
	m.Kind = message.Conclude
	if !e.c.Agenda.Legal(&m.Text) {
		e.out.Fault = "the mediator gathered everybody for a text with levels that do not exist"
		return false
	}
	refused := -1
	for i := range e.seats {
		if refused >= 0 || !e.needed(i, &m.Text) {
			continue
		}
		e.out.Messages++
		e.out.Course[e.out.Round-1].Load++
		r := e.notebook.Page(i, message.Conclude)
		e.seats[i].party.Answer(m, r)
		if e.watch != nil {
			e.witness(Signing, i, m, r)
		}
		if r.Verdict != message.Sign {
			refused = i
		}
	}
	e.notebook.Gathered(refused)
	if refused >= 0 {
		return false
	}
	e.table(&m.Text, m.Author)
	e.out.History.Close()
	e.out.Signed, e.out.Deal = true, m.Text
	e.tell(Event{Kind: Signed})
	return true
}

// needed reports whether a text wants this party's signature or consent.
func (e *Engine) needed(i int, d *agenda.Deal) bool {
	if e.c.Parties[i].Role == party.Belligerent {
		return true
	}
	for k := range e.c.Consent {
		if c := &e.c.Consent[k]; c.Party == i && c.Needs(d) {
			return true
		}
	}
	return false
}

// witness tells a watcher of a visit or a signature.
func (e *Engine) witness(kind EventKind, who int, m *message.Message, r *message.Reply) {
	p := e.seats[who].party
	text := &m.Text
	if drafts := e.out.History.Drafts; m.Kind == message.Choose && len(drafts) > 0 {
		text = &drafts[len(drafts)-1].Deal
	}
	e.tell(Event{Kind: kind, Party: who, Message: m, Reply: r, Worth: p.Worth(text), Floor: p.Floor()})
}

// tell fills in when and where, and calls the watcher.
func (e *Engine) tell(ev Event) {
	if e.watch == nil {
		return
	}
	ev.Round, ev.Day, ev.Draft = e.out.Round, e.out.Day, len(e.out.History.Drafts)
	ev.Class = e.out.Class
	e.watch(ev)
}
