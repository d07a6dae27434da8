package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Guarantor adds to what a text can promise: a single text, and a pledge behind the
// mediator's guarantee that grows while a side that does not sign is near, or asks for
// more of a guarantee than the text gives. It helps where the sides fear that peace
// will not hold (Walter 1997), and a pledge is not taken back.
type Guarantor struct {
	SingleText
	Step float64 // by which the pledge grows in a round [share of the credibility there is to add]
}

// Fields implements spec.Spec.
func (s *Guarantor) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "step", Doc: "by which the pledge grows in a round, of the credibility there is to add", Unit: "share", Number: &s.Step, Min: .01, Max: 1, Source: "own choice: a quarter"},
	)
}

// New makes the player of one run.
func (s Guarantor) New(b *Brief) Strategy {
	return withLever(s.start(b), s.lever(b))
}

func (s Guarantor) lever(b *Brief) *guarantor { return &guarantor{Guarantor: s, brief: b} }

type guarantor struct {
	Guarantor
	brief   *Brief
	pledged float64
}

func (s *guarantor) pull(n *Notebook, d *drafting) (Move, bool) {
	if !s.brief.Means.Commit.There() || s.pledged >= 1 || !s.needed(n, d) {
		return Move{}, false
	}
	s.pledged = min(s.pledged+s.Step, 1)
	return Move{Act: Commit, Size: s.pledged}, true
}

// needed reports whether a side that does not sign is near, or asks for more of a
// guarantee than the text gives. How near it is, is what it said last, of the text or of
// an offer; its wishes it names of texts only.
func (s *guarantor) needed(n *Notebook, d *drafting) bool {
	for i := range n.Sides() {
		seat := n.Signatory(i)
		switch d.verdict(n, seat) {
		case message.Sign:
			continue
		case message.Near:
			return true
		}
		r, _ := n.Last(seat, message.Table)
		for _, c := range r.Wishes[:r.N] {
			if s.stronger(c, d.text[c.Issue]) {
				return true
			}
		}
	}
	return false
}

// stronger reports whether a change promises more than the level it replaces.
func (s *guarantor) stronger(c agenda.Change, was uint8) bool {
	levels := s.brief.Agenda.Issues[c.Issue].Levels
	now, before := &levels[c.Level].Features, &levels[was].Features
	return now.Strength > before.Strength || now.Legal > before.Legal
}
