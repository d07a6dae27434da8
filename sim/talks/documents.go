package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/world"
)

// Documents is the package that a signature is put under: several documents, each with
// its own signatories. A guarantor is bound by what it put its name to; being seated
// is not being bound.
type Documents struct{ List []Document }

// Document is one of them.
type Document struct {
	Name        string
	Signatories []int // parties; nil: whoever is seated
}

// MaxDocuments bounds the documents of a package.
const MaxDocuments = 8

// Status is how far a document of a signed text came.
type Status uint8

// The statuses.
const (
	Unsigned         Status = iota // nothing was signed, or nobody keeps documents
	DocumentSigned                 // by those whose signature an agreement needs
	DocumentRatified               // and passed by all who were asked
	DocumentInForce                // everything that it takes was passed, and every step was taken
	DocumentRejected               // refused by one of those who were asked
)

// String is the status as stories and tables spell it.
func (s Status) String() string {
	return [...]string{"unsigned", "signed", "ratified", "in force", "rejected"}[s]
}

func (m Documents) join(e *Engine) {
	bound := m.bound(e.c.Agenda, len(e.seats))
	e.course.filed = true
	e.around.signing = append(e.around.signing, func() {
		for d := range m.List {
			e.file(d, DocumentSigned)
		}
		for i := range bound {
			if !bound[i] || !e.signs(i) {
				e.uncommit(i)
			}
		}
	})
	e.around.settled = append(e.around.settled, func() {
		o := &e.out
		for d := range m.List {
			if o.Ratified && o.InForce {
				e.file(d, DocumentInForce)
			}
			if e.watch != nil {
				e.happened(o.Day+float64(min(o.Peace, e.course.done)*world.Year), m.List[d].Name+": "+o.Documents[d].String())
			}
		}
	})
}

// bound is, by party, whether it is a signatory of a document that holds a promise:
// one with a clause on the strength or the legal form of a guarantee. It is nil where
// no such document names its signatories: then all who are seated are bound.
func (m Documents) bound(a *agenda.Agenda, parties int) (bound []bool) {
	for d := range m.List {
		if m.List[d].Signatories == nil || !promises(a, d) {
			continue
		}
		if bound == nil {
			bound = make([]bool, parties)
		}
		for _, i := range m.List[d].Signatories {
			bound[i] = true
		}
	}
	return bound
}

func promises(a *agenda.Agenda, document int) bool {
	for k := range a.Issues {
		for l := range a.Issues[k].Levels {
			if f := &a.Issues[k].Levels[l].Features; a.Issues[k].Document == document && (f.Strength > 0 || f.Legal < 1) {
				return true
			}
		}
	}
	return false
}

// signs reports whether a party put its name to the signed text. Whoever was asked
// did; a guarantor that was not asked does if it would rather have the text than none.
func (e *Engine) signs(i int) bool {
	if e.scene.away[i] {
		return false
	}
	return e.needed(i, &e.out.Deal) || e.c.Parties[i].Role == party.Guarantor && e.seats[i].party.Accepts(&e.out.Deal, agenda.Mediator)
}
