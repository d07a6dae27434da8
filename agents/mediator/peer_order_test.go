package mediator

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// What is known of one side's levels is what follows from what it said: compared with
// a closure by Floyd and Warshall.
func TestOrderIsClosed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "levels")
		o := newOrder(n)
		var below [9][9]bool
		for i := range n {
			below[i][i] = true
		}
		level := rapid.IntRange(0, n-1)
		for range rapid.IntRange(0, 12).Draw(t, "answers") {
			a, b := level.Draw(t, "better"), level.Draw(t, "worse")
			o.learn(a, b)
			below[a][b] = true
		}
		for k := range n {
			for i := range n {
				for j := range n {
					below[i][j] = below[i][j] || below[i][k] && below[k][j]
				}
			}
		}
		for i := range n {
			for j := range n {
				assert.Equal(t, below[i][j], o.below[i].has(j))
				assert.Equal(t, below[i][j] || below[j][i], o.compared(i, j))
				assert.Equal(t, below[i][j] && !below[j][i], o.worse(j, i))
			}
		}
	})
}

// Of four levels three were seen, the last above the first: by hand.
func TestStanding(t *testing.T) {
	o := newOrder(4)
	for _, l := range []int{0, 1, 3} {
		o.seen.add(l)
	}
	o.learn(3, 0)
	assert.InDelta(t, (2+.5)/3, o.standing(3), 1e-15)
	assert.InDelta(t, (1+.5)/3, o.standing(0), 1e-15)
	assert.InDelta(t, (1+.5*2)/3, o.standing(1), 1e-15)
	o.learn(0, 3)
	assert.InDelta(t, o.standing(0), o.standing(3), 1e-15, "as good as each other")
}
