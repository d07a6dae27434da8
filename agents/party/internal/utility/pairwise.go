package utility

import (
	"slices"

	"shuttle/agents/agenda"
)

// Pairing is what two clauses are worth together, by level of each: the form of
// utilities in which every clause depends on every other (Klein, Faratin, Sayama and
// Bar-Yam 2003, "Protocols for negotiating complex contracts"). It is added to what
// the clauses score by themselves, and under CES outside the aggregate.
type Pairing struct {
	A, B   int       // issues; the same one twice is what its levels add by themselves
	Values []float64 // by level of A, then of B [worth]; of one issue twice the diagonal counts
}

// pairs are all pairs of clauses whose worth depends on both, as tables, and an
// index of them by issue: a worth looks every pair up once, a change of one clause
// only those that it is in.
type pairs struct {
	list   []pair
	values []float64 // of all pairs, one after the other
	first  []int     // by issue: where its ties start; one place more than issues
	ties   []tie
}

// pair is a table of values by levels of two issues.
type pair struct {
	a, b  uint8
	width int // levels of b
	at    int // where its values start
}

// tie is a pair as one of its issues sees it: at level l, with the other issue at
// level m, it is worth values[at + own·l + step·m].
type tie struct {
	at, own, step int
	other         uint8
}

// clear takes all pairs out and keeps their room.
func (p *pairs) clear() { p.list, p.values = p.list[:0], p.values[:0] }

// add puts in a pair with all values 0, and lends them to be filled.
func (p *pairs) add(a *agenda.Agenda, first, second int) []float64 {
	rows, width := len(a.Issues[first].Levels), len(a.Issues[second].Levels)
	at := len(p.values)
	p.list = append(p.list, pair{uint8(first), uint8(second), width, at})
	p.values = slices.Grow(p.values, rows*width)[:at+rows*width]
	values := p.values[at:]
	clear(values)
	return values
}

// index lists the ties of every issue.
func (p *pairs) index(issues int) {
	p.first = slices.Grow(p.first[:0], issues+1)[:issues+1]
	clear(p.first)
	for _, x := range p.list {
		p.first[x.a]++
		if x.b != x.a {
			p.first[x.b]++
		}
	}
	total := 0
	for k, n := range p.first {
		total += n
		p.first[k] = total // where the ties of k end, until they are put in
	}
	p.ties = slices.Grow(p.ties[:0], total)[:total]
	for i := len(p.list) - 1; i >= 0; i-- {
		x := &p.list[i]
		if x.a == x.b {
			p.tie(x.a, tie{at: x.at, own: x.width + 1, other: x.a})
			continue
		}
		p.tie(x.b, tie{at: x.at, own: 1, step: x.width, other: x.a})
		p.tie(x.a, tie{at: x.at, own: x.width, step: 1, other: x.b})
	}
}

// tie puts a tie in before those of its issue.
func (p *pairs) tie(issue uint8, t tie) {
	p.first[issue]--
	p.ties[p.first[issue]] = t
}

// value is what pair i adds to the worth of d.
func (p *pairs) value(i int, d *agenda.Deal) float64 {
	x := &p.list[i]
	return p.values[x.at+int(d[x.a])*x.width+int(d[x.b])]
}

// worth is what all pairs add to the worth of d.
func (p *pairs) worth(d *agenda.Deal) float64 {
	sum := 0.0
	for i := range p.list {
		sum += p.value(i, d)
	}
	return sum
}

// gain is how much that changes with one clause.
func (p *pairs) gain(d *agenda.Deal, c agenda.Change) float64 {
	sum := 0.0
	for i := p.first[c.Issue]; i < p.first[c.Issue+1]; i++ {
		t := &p.ties[i]
		at := t.at + t.step*int(d[t.other])
		sum += p.values[at+t.own*int(c.Level)] - p.values[at+t.own*int(d[c.Issue])]
	}
	return sum
}

// Pairs is the number of pairs of issues whose worth depends on both.
func (u *Utility) Pairs() int { return len(u.pairs.list) }

// Pair names the issues of a pair; they may be the same.
func (u *Utility) Pair(i int) (a, b int) {
	x := &u.pairs.list[i]
	return int(x.a), int(x.b)
}

// Linked is what a pair adds to the worth of d.
func (u *Utility) Linked(i int, d *agenda.Deal) float64 { return u.pairs.value(i, d) }
