// Package utility computes what a deal is worth to one party: territory,
// guarantees and pressure, and what a peace that may not hold is worth.
//
// It lies under party/internal, so that the compiler keeps every mediator out.
// It knows the agenda and the survival clock; it knows nothing of talks, of other
// parties, or of what anybody says.
//
//	A(d) = (Σ_p ω_p S_p^ρ)^(1/ρ)                      score of the text, pillars p
//	v(d) = A + guard·e − threat·e² + Σ pairs           flow per year, [0,1] scale
//	pairs                                              values of two clauses together
//	e(d) = min(1, strength)·q,  q = Q·legal            effective guarantee
//	m(d) = exp(−η·e − β_v·verification + …)/m(reference)
//	Z(d) = v − hold·strength − h(θ·m)·(L + fight·q_own·legal)    worth in the room
//
// h is the equivalent rate of package clock; without the commitment mechanism it
// is zero and the security share of a score is scaled by min(1, q/q_ref) instead,
// so that security is counted once either way.
package utility
