package oracle

import "shuttle/agents/agenda"

// Truth is what only an oracle is given: every party's true worth and acceptance
// rule, today.
type Truth interface {
	// Worth is what a deal is worth to a party [worth].
	Worth(party int, d *agenda.Deal) float64
	// Floor is the fallback it compares with today [worth].
	Floor(party int) float64
	// Inside reports whether a deal crosses none of the party's lines.
	Inside(party int, d *agenda.Deal) bool
}
