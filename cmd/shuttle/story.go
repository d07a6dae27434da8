package main

import (
	"math"
	"math/bits"
	"time"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// step is one thing that happened in a run, as a line of JSON and as the stuff of
// a story.
type step struct {
	Event  string  `json:"event"` // round, happened, visit, signing, initialled, signed, evening, ended
	Round  int     `json:"round"`
	Day    float64 `json:"day"`              // since the talks began
	Date   string  `json:"date,omitempty"`   // where the case says when talks begin
	Place  string  `json:"place,omitempty"`  // where the sides meet
	Format string  `json:"format,omitempty"` // in which they do
	Rung   string  `json:"rung,omitempty"`   // who speaks for them
	Note   string  `json:"note,omitempty"`   // what happened outside the room
	Room   string  `json:"room,omitempty"`   // party that was visited
	Verb   string  `json:"verb,omitempty"`   // what the mediator did there
	Author string  `json:"author,omitempty"` // whose name the text bore
	Draft  int     `json:"draft"`            // number of the draft on the table, 0 before the first

	Text    map[string]string `json:"text,omitempty"`    // the first text, and the one signed: level by clause
	Moved   []move            `json:"moved,omitempty"`   // the text against the draft before it
	Options [][]move          `json:"options,omitempty"` // what the party was to choose from, or was told, against the text it knew
	Of      string            `json:"of,omitempty"`      // whose priorities were passed on
	First   []string          `json:"first,omitempty"`   // clauses that side would move first

	Told *rumour `json:"told,omitempty"` // what the mediator said of another side's fallback

	Verdict string   `json:"verdict,omitempty"` // sign, near, far
	Crossed string   `json:"crossed,omitempty"` // clause that crosses a line of the party
	Wishes  []move   `json:"wishes,omitempty"`  // what the party objects to, most of all first
	Choice  *int     `json:"choice,omitempty"`  // option taken, from 1; 0 none
	Strong  bool     `json:"strong,omitempty"`  // it minds a good deal
	Offer   []move   `json:"offer,omitempty"`   // its counter-offer, against the text it answers
	Worth   *float64 `json:"worth,omitempty"`   // true worth of the text to the party
	Reads   *float64 `json:"reads,omitempty"`   // the same as the party reads it: less for who wrote it, for what may still fail at home, for what it finds unfair
	Asks    *float64 `json:"asks,omitempty"`    // what it asked of the last text it judged
	Floor   *float64 `json:"floor,omitempty"`   // what no deal is worth to it

	Pressure  map[string]float64 `json:"pressure,omitempty"`  // in force, by party
	Closeness *float64           `json:"closeness,omitempty"` // of the sides, at the end of a round: 1 at a text that all would sign
	Said      *float64           `json:"said,omitempty"`      // how close they say they are
	Trust     *float64           `json:"trust,omitempty"`     // of the side that trusts another least

	Outcome string  `json:"outcome,omitempty"`
	Why     string  `json:"why,omitempty"`
	Reason  string  `json:"reason,omitempty"`
	Peace   float64 `json:"peace_years,omitempty"`
	Fault   string  `json:"fault,omitempty"`
	Sides   []side  `json:"sides,omitempty"` // how everybody came out
	Digest  *digest `json:"digest,omitempty"`

	empty, whole, free bool // relay: nobody offered yet; choose: the option is a text, none may be taken
}

// move is one clause that moves or would move.
type move struct {
	Clause string `json:"clause"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// side is how one party came out.
type side struct {
	Party string   `json:"party"`
	Worth *float64 `json:"worth"` // of the last text; nil when there was none
	Floor float64  `json:"floor"`
}

// storyteller turns what an engine reports into steps.
type storyteller struct {
	c     *talks.Case
	order []int
	text  agenda.Deal // on the table
	draft int         // its number
	known []room      // by party
	tally tally
	tell  func(step)
}

// room is what lies on the table of one party.
type room struct {
	text  agenda.Deal
	shown bool
}

func newStoryteller(c *talks.Case, order []int, tell func(step)) *storyteller {
	return &storyteller{c: c, order: order, known: make([]room, len(c.Parties)), tally: newTally(c), tell: tell}
}

// watch is what the engine calls.
func (s *storyteller) watch(e talks.Event) {
	at := step{Round: e.Round, Day: e.Day, Draft: e.Draft}
	switch e.Kind {
	case talks.RoundBegins:
		at.Event = "round"
		s.scene(&at, e.Moment)
	case talks.RoundEnds:
		at.Event = "evening"
		s.evening(&at, e.Moment)
	case talks.Happened:
		at.Event, at.Note = "happened", e.Note
		at.Date = s.date(e.Day)
	case talks.Initialled:
		at.Event = "initialled"
	case talks.Visited:
		at.Event = "visit"
		s.visit(&at, &e)
	case talks.Signing:
		at.Event = "signing"
		s.room(&at, &e)
		at.Verdict = e.Reply.Verdict.String()
		at.Moved = s.diff(&s.text, &e.Message.Text)
	case talks.Signed:
		at.Event = "signed"
	case talks.Ended:
		return // told with the outcome, which knows more
	}
	s.tell(at)
}

// scene says when and where a round is held, who speaks, and what pressure is on.
func (s *storyteller) scene(at *step, m *talks.Moment) {
	at.Date = s.date(m.Day)
	if m.Format < len(s.c.Formats) {
		at.Format, at.Place = s.c.Formats[m.Format], s.c.Places[m.Format]
	}
	if m.Rung < len(s.c.Rungs) {
		at.Rung = s.c.Rungs[m.Rung]
	}
	for i, x := range m.Pressure {
		if x > 0 {
			if at.Pressure == nil {
				at.Pressure = map[string]float64{}
			}
			at.Pressure[s.c.Parties[i].Name] = x
		}
	}
}

// evening says how the sides stand after a round, and how they say they do.
func (s *storyteller) evening(at *step, m *talks.Moment) {
	for _, x := range []struct {
		at **float64
		is float64
	}{{&at.Closeness, m.Closeness}, {&at.Said, m.Narrative}, {&at.Trust, m.Trust}} {
		if !math.IsNaN(x.is) {
			*x.at = &x.is
		}
	}
}

// date is a day of the talks in the calendar; empty where the case does not say when
// they begin.
func (s *storyteller) date(day float64) string {
	begins, err := time.Parse(time.DateOnly, s.c.Begins)
	if err != nil {
		return ""
	}
	return begins.AddDate(0, 0, int(day)).Format(time.DateOnly)
}

// room says who was visited and how the text stands with it.
func (s *storyteller) room(at *step, e *talks.Event) {
	at.Room, at.Verb = s.c.Parties[e.Party].Name, e.Message.Kind.String()
	worth, reads, floor := e.Worth, e.Reading, e.Floor
	at.Worth, at.Reads, at.Floor = &worth, &reads, &floor
	if asks := e.Demand; asks != 0 {
		at.Asks = &asks
	}
}

func (s *storyteller) visit(at *step, e *talks.Event) {
	m, r := e.Message, e.Reply
	s.room(at, e)
	switch m.Kind {
	case message.Table:
		at.Author = s.author(m.Author)
		s.table(at, &m.Text, e.Draft)
		s.known[e.Party] = room{m.Text, true}
		at.Verdict = r.Verdict.String()
		at.Wishes = s.changes(&m.Text, r.Wishes[:r.N])
		s.tally.wished(e.Party, r.Wishes[:r.N])
		if r.Crossed {
			at.Crossed = s.c.Agenda.Issues[r.Line].Name
		}
	case message.Relay:
		s.relay(at, e)
	case message.Choose, message.Adopt:
		s.options(at, e)
		at.Worth, at.Reads, at.Asks, at.Floor = nil, nil, nil, nil
		if m.Kind == message.Choose {
			choice := int(r.Choice) + 1
			at.Choice, at.Strong = &choice, r.Strong
		}
	}
}

// table notes a text; the first is told in full.
func (s *storyteller) table(at *step, d *agenda.Deal, number int) {
	if s.draft == 0 {
		at.Text = s.spell(d)
	} else {
		at.Moved = s.diff(&s.text, d)
	}
	s.put(d, number)
}

// put notes what text is on the table.
func (s *storyteller) put(d *agenda.Deal, number int) {
	if s.draft == 0 {
		s.tally.first = *d
	}
	s.text, s.draft = *d, number
}

func (s *storyteller) relay(at *step, e *talks.Event) {
	m, r := e.Message, e.Reply
	at.empty = m.Empty
	at.Told = s.told(&m.Report)
	read := s.text
	for _, k := range m.Ranking[:m.Named] {
		at.Of, at.First = s.c.Parties[m.Side].Name, append(at.First, s.c.Agenda.Issues[k].Name)
	}
	if m.Empty {
		at.Worth, at.Reads = nil, nil
	} else {
		s.known[e.Party] = room{m.Text, true}
		at.Author, read = s.author(m.Author), m.Text
		if s.draft > 0 {
			at.Moved = s.diff(&s.text, &m.Text)
		} else {
			at.Text = s.spell(&m.Text)
		}
		at.Verdict = r.Verdict.String()
	}
	if !r.Offered {
		return
	}
	if s.draft == 0 && m.Empty {
		at.Text = s.spell(&r.Offer)
	} else {
		at.Offer = s.diff(&read, &r.Offer)
	}
	if !m.Empty {
		s.tally.add(e.Party, &m.Text, &r.Offer)
	}
	s.put(&r.Offer, e.Draft)
}

// options spells out what a party was to choose from, or was told that the text now
// reads.
func (s *storyteller) options(at *step, e *talks.Event) {
	m, r := e.Message, &s.known[e.Party]
	at.whole, at.free = m.Whole, m.Free
	if m.Whole && !r.shown {
		at.Text = s.spell(&m.Text)
	}
	d := r.text
	for i := range int(m.N) {
		d = r.text
		m.Amended(i, &d)
		if at.Text == nil {
			at.Options = append(at.Options, s.diff(&r.text, &d))
		}
	}
	if m.Kind == message.Adopt {
		*r = room{d, true}
		s.put(&d, e.Draft)
	}
}

func (s *storyteller) author(a agenda.Author) string {
	switch {
	case a == agenda.Mediator:
		return "the mediator"
	case a >= 0 && int(a) < len(s.c.Parties):
		return s.c.Parties[a].Name
	}
	return "somebody"
}

// spell is a text in full.
func (s *storyteller) spell(d *agenda.Deal) map[string]string {
	text := map[string]string{}
	for k := range s.c.Agenda.Issues {
		is := &s.c.Agenda.Issues[k]
		text[is.Name] = is.Levels[d[k]].Label
	}
	return text
}

// diff is what moves from one text to another.
func (s *storyteller) diff(from, to *agenda.Deal) []move {
	var list []move
	for w, word := range agenda.Diff(from, to) {
		for ; word != 0; word &= word - 1 {
			k := w*64 + bits.TrailingZeros64(word)
			is := &s.c.Agenda.Issues[k]
			list = append(list, move{is.Name, is.Levels[from[k]].Label, is.Levels[to[k]].Label})
		}
	}
	return list
}

func (s *storyteller) changes(text *agenda.Deal, list []agenda.Change) []move {
	var moves []move
	for _, c := range list {
		is := &s.c.Agenda.Issues[c.Issue]
		moves = append(moves, move{is.Name, is.Levels[text[c.Issue]].Label, is.Levels[c.Level].Label})
	}
	return moves
}

// end tells how the run came out.
func (s *storyteller) end(o *talks.Outcome) {
	at := step{Event: "ended", Round: o.Round, Day: o.Day, Draft: len(o.History.Drafts), Peace: o.Peace, Fault: o.Fault}
	if o.Fault == "" {
		at.Outcome, at.Why, at.Reason = o.Class.String(), o.Class.Meaning(), o.Reason
	}
	if o.Signed {
		at.Text = s.spell(&o.Deal)
	}
	if o.Tabled {
		at.Digest = s.digest(&o.Deal)
	}
	for _, p := range s.order {
		one := side{Party: s.c.Parties[p].Name, Floor: o.Floor[p]}
		if worth := o.Worth[p]; o.Tabled {
			one.Worth = &worth
		}
		at.Sides = append(at.Sides, one)
	}
	s.tell(at)
}
