package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/message"
)

// Kydd 2003 with costs of .4 and .05, p = .5 and a signal that is right four times in
// five: told that the other is strong, a sceptic leaves it its .45, if the mediator is
// one that tells the truth; one that only wants peace, or that does not mind war, it
// does not believe, and asks for .9 whatever is said.
func TestScepticBelievesWhoLeansItsWay(t *testing.T) {
	strong := message.Report{Given: true, Side: 1, Low: .275, High: .45}
	weak := message.Report{Given: true, Side: 1, Low: .1, High: .275}
	for _, c := range []struct {
		bias         float64
		strong, weak float64
	}{{0, .9, .9}, {2, .55, .9}, {20, .55, .9}, {100, .9, .9}} {
		for _, told := range []struct {
			report message.Report
			want   float64
		}{{strong, c.strong}, {weak, c.weak}, {message.Report{}, .9}} {
			p := pie(100, .4, .275)
			p.tactic = Sceptic{Ultimatum: Ultimatum{Spread: .175, Prior: "two-types", Trust: .8}, Bias: c.bias, Share: .5}.New(nil)
			assert.Equal(t, told.want, demandOf(t, p, told.report), "bias %v, %+v", c.bias, told.report)
		}
	}
}
