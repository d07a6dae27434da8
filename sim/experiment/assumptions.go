package experiment

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// Assumptions draws other assumptions for a scenario, to see which conclusions
// outlive them. A set of assumptions moves every number that is a range: to half its
// width, around a middle drawn from it, cut at its ends. The weights of a party are
// brought back to their sum. And each [Switch] is thrown or not, by the toss of a
// coin.
type Assumptions struct {
	Numbers  int // that are ranges, and moved
	Fixed    int // that are given as one value, and stay
	Switches []Switch

	base    *document.Document
	ranges  []span
	asGiven bool // weights need not add up to 1
}

// NewAssumptions prepares to draw assumptions for a scenario.
func NewAssumptions(s *scenario.Scenario) (*Assumptions, error) {
	base, err := document.Parse(s.Name+".yaml", s.Resolved) // has every key that a switch needs
	if err != nil {
		return nil, err
	}
	a := &Assumptions{base: base, asGiven: base.Clone().Root().Text("weights", "") == "as_given"}
	for _, n := range s.Assumptions {
		switch {
		case n.Lo < n.Hi:
			a.ranges = append(a.ranges, span{n})
		case n.Given:
			a.Fixed++
		}
	}
	a.Numbers = len(a.ranges)
	a.Switches = switches(base.Clone().Root(), s)
	return a, nil
}

// AssumptionSet is one set of assumptions.
type AssumptionSet struct {
	Thrown []bool // one a switch

	doc *document.Document
}

// Draw draws a set, from 0: the same for the same master seed and number.
func (a *Assumptions) Draw(master rng.Seed, number int) (*AssumptionSet, error) {
	seed := master.For(rng.Name("assumptions").With(number))
	set := &AssumptionSet{doc: a.base.Clone()}
	changes := a.moved(seed)
	for _, s := range a.Switches {
		thrown := s.coin(seed)
		set.Thrown = append(set.Thrown, thrown)
		if thrown {
			changes = append(changes, s.changes(seed)...)
		}
	}
	for _, c := range changes {
		if err := set.doc.Patch(c.path, c.value); err != nil {
			return nil, fmt.Errorf("assumption set %d: %w", number, err)
		}
	}
	return set, nil
}

// Arm compiles the scenario under a set of assumptions and a mediator; own is the
// one that the scenario names.
func (s *AssumptionSet) Arm(mediator, own string) (Arm, error) {
	doc, err := under(s.doc, Played(mediator), own)
	if err != nil {
		return Arm{}, err
	}
	compiled, err := scenario.Compile(doc)
	return Arm{Mediator: mediator, Scenario: compiled}, err
}

// moved draws the numbers.
func (a *Assumptions) moved(seed rng.Seed) []change {
	moved := slices.Clone(a.ranges)
	type sum struct{ before, after float64 }
	sums := map[string]sum{} // of the middles, by list of weights
	for i := range moved {
		n := &moved[i]
		before := n.Base
		n.move(seed)
		list := listOf(n.Path)
		sums[list] = sum{sums[list].before + before, sums[list].after + n.Base}
	}
	changes := make([]change, len(moved))
	for i, n := range moved {
		if list := listOf(n.Path); strings.HasSuffix(list, ".weights") && !a.asGiven {
			n.scale(sums[list].before / sums[list].after)
		}
		changes[i] = change{n.Path, n.yaml()}
	}
	return changes
}

// span is a number that is a range.
type span struct{ document.Number }

// move narrows the range around a middle drawn from it. A number that is one of two
// stays one of them, with another chance.
func (n *span) move(seed rng.Seed) {
	p := rng.Param{Low: n.Lo, Base: n.Base, High: n.Hi, Shape: rng.Triangular, Key: rng.Name(n.Path)}
	if n.Shape != document.Triangular {
		p.Shape = rng.Uniform
	}
	quarter := (n.Hi - n.Lo) / 4
	n.Base = p.Draw(seed)
	if n.Shape == document.TwoPoint {
		return
	}
	n.Lo, n.Hi = max(n.Lo, n.Base-quarter), min(n.Hi, n.Base+quarter)
}

func (n *span) scale(by float64) { n.Lo, n.Base, n.Hi = n.Lo*by, n.Base*by, n.Hi*by }

// yaml is the range as a document has it.
func (n *span) yaml() string {
	number := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	return "{lo: " + number(n.Lo) + ", base: " + number(n.Base) + ", hi: " + number(n.Hi) + ", shape: " + n.Shape + "}"
}

// listOf is the path of what a number stands in.
func listOf(path string) string { return path[:max(0, strings.LastIndexAny(path, ".["))] }
