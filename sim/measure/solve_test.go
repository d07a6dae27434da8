package measure

import (
	"testing"
	"time"

	"shuttle/sim/rng"
)

func TestMiamiScratch(t *testing.T) {
	s := shipped(t, "miami")
	tab := table(t, s)
	start := time.Now()
	sol := Solve(tab, Options{Signatories: signatories(s.Case, s.Order)})
	t.Log(time.Since(start), len(sol.Frontier), len(sol.Outline), sol.RationalFraction, sol.Opposition)
	for _, p := range []*Point{sol.Nash, sol.KalaiSmorodinsky, sol.Egalitarian, sol.Welfare} {
		if p != nil {
			t.Log(p.Utilities, s.Case.Agenda.Labels(&p.Deal))
		}
	}
	for _, i := range s.Order {
		t.Log(tab.Parties[i].Floor())
	}
}

func TestZoneScratch(t *testing.T) {
	s := shipped(t, "miami")
	start := time.Now()
	for range 10 {
		table(t, s)
	}
	t.Log("tables", time.Since(start)/10)
	tab := table(t, s)
	start = time.Now()
	for r := range 1000 {
		tab.Draw(rng.Derive(1, r))
	}
	t.Log("draws", time.Since(start))
	start = time.Now()
	sh := ZoneShare(s.Case, 1000, 1)
	t.Log(time.Since(start), sh)
	most, sum := 0, 0
	for r := range 1000 {
		tab.Draw(rng.Derive(1, r))
		z := FindZone(tab, Search{})
		most = max(most, z.Nodes)
		sum += z.Nodes
	}
	t.Log(most, sum)
	start = time.Now()
	most, sum = 0, 0
	for r := range 1000 {
		tab.Draw(rng.Derive(1, r))
		z := FindZone(tab, Search{Widest: true})
		most = max(most, z.Nodes)
		sum += z.Nodes
	}
	t.Log("widest", time.Since(start), most, sum)
}
