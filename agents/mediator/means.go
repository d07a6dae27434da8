package mediator

// Means are what a mediator has beside words, by its own count: what it may promise,
// threaten, guarantee and announce. What is zero it does not have.
type Means struct {
	Budget   float64 // for pressure, payments and guarantees together [worth·years]
	Press    Lever   // on a side's fallback, until a text is signed [worth]
	Pay      Lever   // to a side that signs [worth]
	Commit   Lever   // credibility added to the mediator's guarantee, for good [share]
	Hardness float64 // chance that a last day it announces is the last [share]
	Hurry    float64 // share of a round's days that it can do without [share]
	Steps    bool    // the sides take steps that build confidence when it asks
}

// Lever is one of them.
type Lever struct {
	Effect float64 // at full use; unit by lever
	Cost   float64 // of full use [worth·years]
}

// There reports whether the mediator has this lever at all.
func (l Lever) There() bool { return l.Effect > 0 }

// Steps is what came of the steps that build confidence.
type Steps struct {
	Kept, Broken int
	Refused      int  // not taken, as a side trusted another too little
	Pending      bool // one is under way
}
