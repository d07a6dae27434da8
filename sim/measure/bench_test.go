package measure

import (
	"testing"

	"shuttle/sim/rng"
)

// The whole space of a full-size case, ten million deals.
func BenchmarkSolve(b *testing.B) {
	t := table(b, shipped(b, "miami"))
	b.ReportAllocs()
	for b.Loop() {
		Solve(t, Options{})
	}
}

// One draw of a full-size case, and whether it has a zone of agreement.
func BenchmarkFind(b *testing.B) {
	t := table(b, shipped(b, "miami"))
	f := NewFinder(t, Search{})
	b.ReportAllocs()
	for r := 0; b.Loop(); r++ {
		t.Draw(rng.Derive(1, r%1000))
		f.Find()
	}
}
