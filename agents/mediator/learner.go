package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Learner keeps a belief of each side, begun from what is public and corrected by
// every verdict, wish and choice it hears, and tables each round the text with the
// highest expected Nash product: the chance that all sides sign it times what each is
// expected to gain. It puts the wishes of one side to another only where the answer is
// expected to better the next text by more than a question costs. Lines and refusals of
// consent are kept as learned. The lever is inference: it proposes what nobody has
// asked for in so many words.
//
// Beliefs are normal distributions on an additive picture of the case; the algorithm
// and its numbers are own choices.
type Learner struct {
	Learns  bool    // from what it hears
	Noise   float64 // of what sides say, as the mediator takes it [worth]
	Gains   float64 // power of expected gains beside the chance that all sign [-]; 0 takes any text that all would sign
	Price   float64 // of a question: by how much its answer has to be expected to raise what the next text promises [logarithm of the promise]
	Lasting float64 // weight of what makes a text last beside the chance that it is signed [-]; 0 is a mediator that takes any agreement
}

// Fields implements spec.Spec.
func (s *Learner) Fields() []spec.Field {
	return []spec.Field{
		{Name: "learns", Doc: "learn from what is heard; without it the initial text is shown as it stands", Flag: &s.Learns, Source: "definition: inference is its lever"},
		{Name: "noise", Doc: "how far a side's answers may be off its worths, as the mediator takes it", Unit: "worth", Number: &s.Noise, Min: .001, Max: 1, Source: "own choice: the margin called near"},
		{Name: "gains", Doc: "power of what the sides are expected to gain beside the chance that all sign: 1 is the expected Nash product, 0 takes any text", Unit: "-", Number: &s.Gains, Min: 0, Max: 100, Source: "the Nash product; default own choice"},
		{Name: "price", Doc: "by how much the answer to a question has to be expected to raise the logarithm of what the next text promises; 0 asks whatever could teach anything", Unit: "-", Number: &s.Price, Min: 0, Max: 100, Source: "own choice"},
		{Name: "lasting", Doc: "weight of strong, binding, watched and clear clauses beside the chance that all sign; 0 takes any agreement", Unit: "-", Number: &s.Lasting, Min: 0, Max: 100, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s Learner) New(b *Brief) Strategy {
	if !s.Learns {
		return PlaceboText{}.New(b)
	}
	t := &learner{Learner: s, drafting: newDrafting(b), of: make([]*belief, len(b.Seats))}
	t.redLines = newRedLines(b)
	for i := range b.Seats {
		if p := b.Seats[i].Public; b.Seats[i].Signs && p != nil {
			t.of[i] = newBelief(b, p, s.Noise)
			t.known = append(t.known, t.of[i])
		}
	}
	t.climb = newClimb(b.Agenda, len(t.known))
	return t
}

// learner goes through the steps of a round.
type learner struct {
	Learner
	drafting
	climb
	of       []*belief // by seat; nil where nothing is public
	known    []*belief // those that there are
	redLines           // that sides were heard to draw, and consents refused

	round int
	phase study
	i, j  int             // whose wishes are put to whom
	put   message.Message // the choice last put
	to    int             // to whom
}

type study uint8

const (
	tabling   study = iota // the text to each side apart
	agreed                 // consent and signatures
	eliciting              // which wish of the other side is minded least?
	idle
)

// Next implements Strategy.
func (s *learner) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *learner) next(n *Notebook) Move {
	if n.Round != s.round {
		s.begin(n)
	}
	for {
		switch s.phase {
		case tabling:
			if s.shown > 0 {
				s.hear(n, n.Turn(s.shown-1))
			}
			if move, ok := s.show(n); ok {
				return move
			}
			s.phase, s.i, s.j, s.put.N = eliciting, 0, 0, 0
			s.survey()
			if s.allSign(n) {
				s.phase = agreed
			}
		case agreed:
			return s.close(n)
		case eliciting:
			if move, ok := s.elicit(n); ok {
				return move
			}
			s.phase = idle
		case idle:
			return Move{}
		}
	}
}

// begin opens a round with the text that promises most, as believed.
func (s *learner) begin(n *Notebook) {
	for _, e := range s.known {
		e.dawn(n.Round, &s.text)
	}
	s.round, s.phase = n.Round, tabling
	s.again()
	s.redraft()
}

// hear learns from what a side said of the text.
func (s *learner) hear(n *Notebook, seat int) {
	r, fresh := n.Last(seat, message.Table)
	if !fresh {
		return
	}
	s.redLines.hears(seat, &s.text, r)
	if e := s.of[seat]; e != nil {
		e.hears(&s.text, r)
	}
}

// close asks for consent and signatures. Where consent is refused, the levels that
// called for it are not proposed again.
func (s *learner) close(n *Notebook) Move {
	was := s.text
	move, more := s.askConsent(n)
	if !more {
		s.phase = idle
	}
	for k := range s.brief.Agenda.Issues {
		if s.text[k] != was[k] {
			s.bar(noConsent, k, was[k])
		}
	}
	return move
}

// elicit puts the wishes of each side to each other side of which it cannot tell what
// it would pick, and learns from the answer.
func (s *learner) elicit(n *Notebook) (Move, bool) {
	if s.put.N > 0 {
		if r, fresh := n.Last(s.to, message.Choose); fresh {
			s.of[s.to].picks(&s.text, &s.put, r.Choice)
			s.survey()
		}
	}
	for ; s.i < n.Sides(); s.i, s.j = s.i+1, 0 {
		for s.j < n.Sides() {
			from, to := n.Turn(s.i), n.Turn(s.j)
			s.j++
			r, fresh := n.Last(from, message.Table)
			if from == to || !fresh || r.N < 2 {
				continue
			}
			s.to, s.put = to, message.Message{Kind: message.Choose, N: r.N}
			for i, c := range r.Wishes[:r.N] {
				s.put.Options[i] = agenda.Amend(c)
			}
			if e := s.of[to]; e != nil && e.wonders(&s.text, &s.put) && s.pays(e) {
				return Move{Act: Visit, To: to, Message: s.put}, true
			}
			s.put.N = 0
		}
	}
	return Move{}, false
}
