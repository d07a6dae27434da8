package measure

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// brute knows every deal of a table by asking the parties, one deal at a time.
type brute struct {
	deals    []agenda.Deal // in document order
	worth    [][]float64   // by deal, of those who sign
	accepted []bool        // nobody would refuse it
	lawful   []bool        // nobody has a line crossed, no needed consent is lacking
	gains    []bool        // all who sign have more than their fallback
	floors   []float64
}

func force(t *talks.Table, signs []int) *brute {
	b := &brute{}
	for _, i := range signs {
		b.floors = append(b.floors, t.Parties[i].Floor())
	}
	var d agenda.Deal
	for more := true; more; more = t.Agenda.Next(&d) {
		b.look(t, signs, d)
	}
	return b
}

func (b *brute) look(t *talks.Table, signs []int, d agenda.Deal) {
	lawful, enough, gains := true, true, true
	var worth []float64
	for _, i := range signs {
		p := t.Parties[i]
		z := p.Worth(&d)
		worth = append(worth, z)
		_, crossed := p.Crossed(&d)
		lawful = lawful && !crossed
		enough = enough && z >= p.Floor()
		gains = gains && z > p.Floor()
	}
	for _, c := range t.Consent {
		if c.Needs(&d) && !slices.Contains(signs, c.Party) {
			p := t.Parties[c.Party]
			_, crossed := p.Crossed(&d)
			lawful = lawful && !crossed && p.Worth(&d) >= p.Floor()
		}
	}
	b.deals, b.worth = append(b.deals, d), append(b.worth, worth)
	b.lawful, b.accepted, b.gains = append(b.lawful, lawful), append(b.accepted, lawful && enough), append(b.gains, gains)
}

// undominated is the deals of a set that no other of the set dominates, one a vector.
func (b *brute) undominated(in func(i int) bool) []agenda.Deal {
	var out []int
	for i := range b.deals {
		if !in(i) {
			continue
		}
		if slices.ContainsFunc(out, func(j int) bool { return equal(b.worth[j], b.worth[i]) || covers(b.worth[j], b.worth[i], 0) }) {
			continue
		}
		out = slices.DeleteFunc(out, func(j int) bool { return covers(b.worth[i], b.worth[j], 0) })
		out = append(out, i)
	}
	var deals []agenda.Deal
	for _, i := range out {
		deals = append(deals, b.deals[i])
	}
	return deals
}

// best is the largest value over a set; -Inf when it is empty.
func (b *brute) best(in func(i int) bool, value func(u []float64) float64) float64 {
	top := math.Inf(-1)
	for i := range b.deals {
		if in(i) {
			top = max(top, value(b.worth[i]))
		}
	}
	return top
}

func (b *brute) least(u []float64) float64 {
	least := math.Inf(1)
	for i := range u {
		least = min(least, u[i]-b.floors[i])
	}
	return least
}
