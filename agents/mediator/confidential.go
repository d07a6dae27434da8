package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Confidential is mediation as a mechanism (Hörner, Morelli and Squintani 2015,
// "Mediation and peace", Review of Economic Studies 82). Two sides share a pie of one
// that war would shrink to θ; each is strong with chance q, known to it alone, and a
// strong side beats a weak one with chance p. The mediator asks each in confidence
// whether it could live with a text that only a weak one could, and then recommends a
// split, or lets the talks fail, with chances that make it best for both to tell the
// truth and to follow: the highest chance of peace that can be had that way.
//
// That a strong side is at times given half although the other is weak keeps it from
// knowing whom it faces; with open talks, where each side hears what the other said,
// that is not possible, and peace is rarer.
type Confidential struct {
	Strong float64 // q: chance that a side is strong [share]
	Odds   float64 // p: chance that a strong side beats a weak one [share]
	Left   float64 // θ: what war leaves of the pie [share]
	Open   bool    // the sides hear what the other answered
}

// Fields implements spec.Spec.
func (s *Confidential) Fields() []spec.Field {
	const paper = "Hörner, Morelli and Squintani 2015; default own choice"
	return []spec.Field{
		{Name: "strong", Doc: "chance that a side is strong", Unit: "share", Number: &s.Strong, Min: 0, Max: .999, Source: paper},
		{Name: "odds", Doc: "chance that a strong side beats a weak one", Unit: "share", Number: &s.Odds, Min: .5, Max: 1, Source: paper},
		{Name: "left", Doc: "what war would leave of what there is to share", Unit: "share", Number: &s.Left, Min: 0, Max: .999, Source: paper},
		{Name: "open", Doc: "each side hears what the other answered: the best that talks without a confidant reach", Flag: &s.Open, Source: "definition"},
	}
}

// policy is what the mediator recommends by how many of the two are strong.
type policy struct {
	peace [3]float64 // chance of recommending a split
	share float64    // of the strong side, where only one is
	even  float64    // chance that it is given half instead
}

// policy is the best policy, in closed form.
func (s *Confidential) policy() policy {
	lambda := s.Strong / (1 - s.Strong)
	alone := s.Odds * s.Left // what a strong side expects of war with a weak one
	gamma := (alone - .5) / (.5 - s.Left/2)
	switch {
	case lambda >= gamma:
		return policy{peace: [3]float64{1, 1, 1}, share: .5}
	case s.Open:
		return s.openPolicy()
	case lambda < gamma/2:
		return policy{peace: [3]float64{1, 1 / (1 + gamma - float64(2*lambda)), 0}, share: alone}
	}
	both := (float64(2*lambda) - gamma) / (lambda * (1 + gamma - lambda))
	mean := alone - float64(lambda*both*(1-s.Left)/2) // share that makes a strong side just as well off as war does
	return policy{peace: [3]float64{1, 1, both}, share: alone, even: (alone - mean) / (alone - .5)}
}

// New makes the player of one run.
func (s Confidential) New(b *Brief) Strategy {
	t := &confidential{policy: s.policy(), brief: b, strong: make([]bool, len(b.Seats))}
	for _, seat := range b.Signatories() {
		if p := b.Seats[seat].Public; p != nil && len(t.seats) < 2 {
			t.seats = append(t.seats, seat)
			text, _ := p.nearest(&b.Initial, (p.Fallback.Low+p.Fallback.High)/2)
			t.texts = append(t.texts, text)
		}
	}
	return t
}

type confidential struct {
	policy
	brief  *Brief
	seats  []int         // the two it asks
	texts  []agenda.Deal // what each is asked about
	strong []bool        // by seat: what it answered
	step   int
}

// Next implements Strategy.
func (s *confidential) Next(n *Notebook, move *Move) {
	if s.step > 0 && s.step <= len(s.seats) {
		seat := s.seats[s.step-1]
		r, _ := n.Last(seat, message.Table)
		s.strong[seat] = r.Verdict != message.Sign
	}
	s.step++
	switch {
	case len(s.seats) < 2 || s.step > len(s.seats)+1:
		*move = Move{}
	case s.step <= len(s.seats):
		*move = Move{Act: Visit, To: s.seats[s.step-1], Message: tabled(&s.texts[s.step-1])}
	default:
		*move = s.recommend(n)
	}
}

// recommend draws what becomes of two answers: a split put up for signature, or
// nothing, from which the talks do not recover.
func (s *confidential) recommend(n *Notebook) Move {
	first, second := s.strong[s.seats[0]], s.strong[s.seats[1]]
	count := 0
	for _, strong := range [2]bool{first, second} {
		if strong {
			count++
		}
	}
	if n.Rand.Float64() >= s.peace[count] {
		return Move{}
	}
	share := .5
	if first != second && n.Rand.Float64() >= s.even {
		if share = s.share; second {
			share = 1 - s.share
		}
	}
	text, _ := s.brief.Seats[s.seats[0]].Public.nearest(&s.brief.Initial, share)
	return Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: text}}
}
