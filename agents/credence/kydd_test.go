package credence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/credence"
)

// With costs of .4 and .05, p = .5, an even prior and a signal that is right four times
// in five, the posteriors are .8 and .2 and the mediator is honest for a bias from
// .2/(.8·.4 − .05) = .7407 to .8/(.2·.4 − .05) = 26.67.
func TestTheHonestInterval(t *testing.T) {
	k := credence.Kydd{Share: .5, Weak: .1, Strong: .45, Chance: .5, Accuracy: .8}
	assert.InDelta(t, .8, k.Posterior(true), 1e-12)
	assert.InDelta(t, .2, k.Posterior(false), 1e-12)
	for _, c := range []struct {
		bias          float64
		says, falsely bool // that the other is weak, after a signal that says so, and that says the contrary
	}{
		{0, false, false}, {.7407, false, false}, {.7408, true, false}, {5, true, false}, {26.66, true, false}, {26.67, true, true}, {100, true, true},
	} {
		k.Bias = c.bias
		assert.Equal(t, c.says, k.Says(true), "bias %v", c.bias)
		assert.Equal(t, c.falsely, k.Says(false), "bias %v", c.bias)
		assert.Equal(t, c.says && !c.falsely, k.Honest(), "bias %v", c.bias)
	}
	certain := credence.Kydd{Chance: 1, Accuracy: 1}
	assert.Equal(t, 1., certain.Posterior(false), "a signal that cannot come teaches nothing")
}

// A mediator that only wants peace is not believed, one that leans to the side it
// speaks to is.
func ExampleKydd_Honest() {
	k := credence.Kydd{Share: .5, Weak: .1, Strong: .45, Chance: .5, Accuracy: .8}
	fmt.Println(k.Honest())
	k.Bias = 2
	fmt.Println(k.Honest())
	// Output:
	// false
	// true
}
