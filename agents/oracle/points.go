package oracle

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
)

// Points finds the solution points of one table of parties by climbing, for those who
// measure how far a signed text is from them. It is for one goroutine; a point takes
// some milliseconds on a dozen issues.
type Points struct {
	search
	kalai *smorodinsky
}

// NewPoints makes a finder of solution points.
func NewPoints(b *mediator.Brief, t Truth) *Points {
	k := KalaiSmorodinsky{Every: 1}.New(b, t).(*smorodinsky)
	return &Points{search: newSearch(b, t), kalai: k}
}

// Nash moves a text to the highest product of gains that a climb from it finds, and
// is that product; below 0 where somebody loses.
func (p *Points) Nash(text *agenda.Deal) float64 { return p.climb(text, product) }

// Egalitarian moves a text to where the side that gains least gains most.
func (p *Points) Egalitarian(text *agenda.Deal) float64 { return p.climb(text, least) }

// KalaiSmorodinsky moves a text to where all sides come equally far towards the best
// each could get.
func (p *Points) KalaiSmorodinsky(text *agenda.Deal) float64 {
	for i := range p.kalai.ideal {
		p.kalai.ideal[i] = *text
	}
	p.kalai.both(text)
	return p.kalai.value(text, p.kalai.proportion)
}
