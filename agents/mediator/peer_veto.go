package mediator

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// PeerVeto is single-text mediation by veto as another negotiation library defines
// it: each proposal is a text drawn at random, adopted when every side finds it
// strictly better than the one on the table.
type PeerVeto struct {
	Proposals float64 // texts put to the vote in a round [count]
}

// Fields implements spec.Spec.
func (s *PeerVeto) Fields() []spec.Field {
	return []spec.Field{
		{Name: "proposals", Doc: "texts put to the vote before the last adopted one is put up for signature", Unit: "count", Number: &s.Proposals, Min: 1, Max: 1e6, Source: "definition: the length of the peers' published runs"},
	}
}

// New makes the player of one run.
func (s PeerVeto) New(b *Brief) Strategy {
	return &peerVeto{ballot{brief: b, text: b.Initial, whole: true, most: int(s.Proposals)}}
}

type peerVeto struct{ ballot }

// Next implements Strategy.
func (s *peerVeto) Next(n *Notebook, move *Move) { s.next(n, s, move) }

// propose draws a whole text, every level of every issue alike.
func (s *peerVeto) propose(r *rand.Rand, m *message.Message) bool {
	lot(s.brief.Agenda, r, &m.Text)
	return true
}
