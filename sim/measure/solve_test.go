package measure

import (
	"testing"
	"time"
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
