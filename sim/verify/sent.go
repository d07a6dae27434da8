package verify

import (
	"math"
	"slices"
)

// hardness is the sum of the fallbacks, in standard deviations from its mean.
func hardness(arm []ended) []float64 {
	var t tally
	for i := range arm {
		t.add(arm[i].floors)
	}
	spread := t.error() * math.Sqrt(float64(t.n))
	list := make([]float64, len(arm))
	for i := range arm {
		list[i] = (arm[i].floors - t.mean()) / spread
	}
	return list
}

// onRecordSent is the chance that a mediator is sent to each crisis: by its quarter, from
// the easiest to the hardest. On record these are crises of no, little, serious and
// war-like violence; here they are quarters of what the sides would have without a deal,
// which is what makes a crisis hard in the model.
func (a *arms) onRecordSent() []float64 {
	floors := make([]float64, len(a.none))
	for i := range a.none {
		floors[i] = a.none[i].floors
	}
	sorted := slices.Sorted(slices.Values(floors))
	list := make([]float64, len(floors))
	for i, f := range floors {
		rank, _ := slices.BinarySearch(sorted, f)
		list[i] = sent()[4*rank/len(sorted)]
	}
	return list
}

// byLot is an even chance for each.
func (a *arms) byLot() []float64 { return slices.Repeat([]float64{.5}, len(a.none)) }
