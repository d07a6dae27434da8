package party

import "math"

// Fallback is what no deal is worth to a party, per year on the [0,1] scale:
//
//	W(t) = base + a·m(t) − ĉ·(1 − e^(−t/τ)) − pressure + support
//
// perceived with a bias of its own. The level of war's cost is in the base; ĉ is
// how far weariness can still push it.
type Fallback struct {
	Base      float64 // worth at the start of talks [worth]
	Momentum  float64 // a: effect of one unit of momentum at the front [worth]
	Weariness float64 // ĉ: most that weariness can still take off [worth], ≥ 0
	Weary     float64 // τ: time by which two thirds of it have come [years], > 0
	Bias      float64 // optimism of the party about its own chances [worth]
	Learning  float64 // time by which two thirds of that optimism are gone, as fighting and talks inform it [years]; 0: it stays
	Myopic    bool    // compare with today's fallback instead of the discounted one
}

// Outside is what a party sees of the world when it judges a text. Its lasting
// parts are already discounted by whoever keeps the world's book.
type Outside struct {
	Years    float64 // since talks began
	Momentum float64 // at the front, as it counts for a party that looks ahead [-1..1]
	Pressure float64 // in force on this party, as it counts [worth]
	Support  float64 // funding and arms, as they count [worth]
	Events   float64 // what lately happened adds to the fallback: strikes, audiences, the format of the talks [worth]

	Urgency   float64 // nearness of a hard deadline: the share that it takes off what a party asks beyond its fallback [share]
	Waiting   bool    // a side that plays for time sees time on its side: it asks for all it can get
	Misread   float64 // by how much its envoy takes a text to be better than it is [worth]
	Distrust  float64 // added to ln θ, the factor on the hazard it expects: trust lost or won since talks began [-]
	Disfavour float64 // share of its faith in the mediator that the party has lost [share]
	Mandate   int     // clauses that an offer of whoever speaks for it may move; 0 is no bound
	Silent    bool    // its envoy keeps it to itself when a line is crossed
	Assurance float64 // added to the chance at which it expects guarantees to be kept: faith in guarantors lost or won since talks began [share]
}

// At is the fallback a party compares with: W̄, the discounted mean of W over the
// time to come, or W itself under myopia. Momentum, pressure and support come
// discounted in o.
func (f *Fallback) At(o Outside, discount float64) float64 {
	w := f.Base + float64(f.Momentum*o.Momentum) - o.Pressure + o.Support + o.Events + f.bias(o.Years)
	if f.Weariness == 0 {
		return w
	}
	left := math.Exp(-o.Years / f.Weary)
	if !f.Myopic {
		left *= discount / (discount + 1/f.Weary) // weariness still to come is priced now
	}
	return w - float64(f.Weariness*(1-left))
}

// bias is what is left of the party's optimism (after Slantchev 2003: fighting
// reveals what the sides could not tell each other).
func (f *Fallback) bias(years float64) float64 {
	if f.Learning == 0 {
		return f.Bias
	}
	return f.Bias * math.Exp(-years/f.Learning)
}
