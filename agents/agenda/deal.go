package agenda

import "encoding/binary"

// Deal is one level for each issue, by index. Places past the agenda's last
// issue stay zero, so deals compare with == and serve as map keys.
type Deal [MaxIssues]uint8

// Change sets one issue to one level.
type Change struct {
	Issue uint8
	Level uint8
}

// MaxChanges bounds the clauses one amendment may touch.
const MaxChanges = 6

// Amendment is a small set of changes to a text, put forward together.
type Amendment struct {
	N       uint8
	Changes [MaxChanges]Change
}

// Amend is the amendment made of the given changes; those past MaxChanges are
// left out.
func Amend(changes ...Change) Amendment {
	var a Amendment
	for _, c := range changes {
		if int(a.N) == MaxChanges {
			break
		}
		a.Changes[a.N] = c
		a.N++
	}
	return a
}

// Apply writes the amendment into a deal.
func (a *Amendment) Apply(d *Deal) {
	for _, c := range a.Changes[:a.N] {
		d[c.Issue] = c.Level
	}
}

// Stands reports whether a deal already reads as the amendment says.
func (a *Amendment) Stands(d *Deal) bool {
	for _, c := range a.Changes[:a.N] {
		if d[c.Issue] != c.Level {
			return false
		}
	}
	return true
}

// Next moves d to the deal after it in document order (the last issue runs
// fastest) and reports whether there was one; after the last deal d is the
// first again.
func (a *Agenda) Next(d *Deal) bool {
	for k := len(a.Issues) - 1; k >= 0; k-- {
		if int(d[k])+1 < len(a.Issues[k].Levels) {
			d[k]++
			return true
		}
		d[k] = 0
	}
	return false
}

// Labels spells a deal out, one label an issue.
func (a *Agenda) Labels(d *Deal) []string {
	out := make([]string, len(a.Issues))
	for k := range a.Issues {
		out[k] = a.Issues[k].Levels[d[k]].Label
	}
	return out
}

// Legal reports whether every level of d exists and nothing stands past the
// last issue.
func (a *Agenda) Legal(d *Deal) bool {
	n := len(a.Issues)
	for k := range a.Issues {
		if int(d[k]) >= len(a.Issues[k].Levels) {
			return false
		}
	}
	for ; n%8 != 0; n++ {
		if d[n] != 0 {
			return false
		}
	}
	for ; n < len(d); n += 8 {
		if binary.LittleEndian.Uint64(d[n:]) != 0 {
			return false
		}
	}
	return true
}

// Promise is what the clauses of a deal come to for its durability.
type Promise struct {
	Strength     float64 // of the guarantee [share]
	Legal        float64 // factor on credibility [share]
	Verification float64 // [share]
	Ambiguity    float64 // sum over clauses [share]
	Dividend     float64 // [share]
}

// Promise adds up the features of a deal.
func (a *Agenda) Promise(d *Deal) Promise {
	p := Promise{Legal: 1}
	for k := range a.Issues {
		f := &a.Issues[k].Levels[d[k]].Features
		p.Strength += f.Strength
		p.Legal *= f.Legal
		p.Verification += f.Verification
		p.Ambiguity += f.Ambiguity
		p.Dividend += f.Dividend
	}
	p.Strength, p.Verification, p.Dividend = min(p.Strength, 1), min(p.Verification, 1), min(p.Dividend, 1)
	return p
}

// Count is the number of deals over the issues from, …, to−1; it stops counting
// at 2^30.
func (a *Agenda) Count(from, to int) int {
	n := 1
	for k := from; k < to && n < 1<<30; k++ {
		n *= len(a.Issues[k].Levels)
	}
	return min(n, 1<<30)
}

// Decode writes into d the deal over the issues from, …, to−1 that stands at
// place code in document order.
func (a *Agenda) Decode(d *Deal, from, to, code int) {
	for k := to - 1; k >= from; k-- {
		n := len(a.Issues[k].Levels)
		d[k] = uint8(code % n)
		code /= n
	}
}
