package utility

import "shuttle/agents/agenda"

// Numbers are one party's traits for one run: everything its utility is built
// from, drawn and plain.
type Numbers struct {
	Weights  []float64   // by issue, any scale, ≥ 0; AsGiven says whether they are normalised
	AsGiven  bool        // leave the weights as they are
	Scores   [][]float64 // by issue and level, in [0,1]
	Security []float64   // by issue: share of its worth that is protection [share]; nil is none
	Rho      float64     // CES across pillars [-], ≤ 1; 1 is additive

	Discount    float64 // r [per year], > 0
	Loss        float64 // L0: what a collapse costs [years of full-scale worth], ≥ 0
	LossCeded   float64 // ℓ1: growth of the loss per share ceded [-]
	LossDisarm  float64 // ℓ2: growth of the loss per share disarmed [-]
	Hold, Fight float64 // guarantors: cost of standing by a guarantee, of fighting for it [worth per year; years of worth]

	Eta          float64   // η: log hazard per unit of effective guarantee [-], ≥ 0
	Verification float64   // β_v: log hazard per unit of verification [-], ≥ 0
	Reference    Reference // the text whose hazard is the clock's own: m = 1
	LogTheta     float64   // ln θ: mistrust scales the hazard a party expects
	Own          float64   // q of the party\'s own guarantee, if it gives one [share]
	Credibility  float64   // Q = 1 − Π(1 − q_j·committed_j) [share]
	SteelAt      float64   // q_ref: credibility at which paper is worth steel [share]; used without the clock

	Terms []Term
	Pairs []Pairing // clauses that are worth something together
}

// Reference is what a text promises whose hazard is that of the clock: numbers and not a
// text of the agenda, so that a level that promises more never makes the others worth
// less. What the agreements promised that the clock was fitted to is not known, so that
// it is a calibration of the case: how long peace lasts is to be compared within a case.
type Reference struct {
	Guarantee    float64 // effective guarantee [share]
	Verification float64 // [share]
}

// Term is one interaction: what a text is worth beyond the sum of its clauses.
type Term struct {
	Kind   TermKind
	K      float64                       // size, see the kinds
	A, B   int                           // issues
	Levels [agenda.MaxLevels / 64]uint64 // Bonus: levels of A that earn it
}

// TermKind names an interaction.
type TermKind uint8

// The interactions.
const (
	// Guarded: what is given up on issue A is safer under a guarantee:
	// + K·w_A·(1 − s_A)·e.
	Guarded TermKind = iota + 1
	// Threat: a strong guarantee of the other side threatens this one, ever more:
	// − K·e².
	Threat
	// Bonus: some levels of A are worth more when both sides do them:
	// + K·w_A, inside the score of A.
	Bonus
	// Linked: two issues are worth more together: + K·s_A·s_B.
	Linked
)

// Has reports whether a Bonus covers a level.
func (t *Term) Has(level int) bool { return t.Levels[level>>6]&(1<<(level&63)) != 0 }
