package scenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/scenario"
)

// What is wrong with the means of a mediator is said where it stands.
func TestFaultsInTheMeansOfAMediator(t *testing.T) {
	for patch, want := range map[string]string{
		"{commit: {effect: 0.1}}":              "talks.leverage.commit.of: is missing",
		"{commit: {of: Fat, effect: 0.1}}":     "talks.leverage.commit.of: no party is called Fat",
		"{press: {effect: -0.1}}":              "talks.leverage.press.effect: ",
		"{pay: {efect: 0.1}}":                  "talks.leverage.pay.efect: is not a known key",
		"{hurry: 0.95}":                        "talks.leverage.hurry: ",
		"{deadline: {hardness: 2}, budget: 1}": "talks.leverage.deadline.hardness: ",
	} {
		t.Run(patch, func(t *testing.T) {
			doc := parse(t, small)
			assert.NoError(t, doc.Patch("talks.leverage", patch))
			_, err := scenario.Compile(doc)
			assert.ErrorContains(t, err, want)
		})
	}
	doc := parse(t, small)
	assert.NoError(t, doc.Patch("talks.steps", "{chance: 2}"))
	_, err := scenario.Compile(doc)
	assert.ErrorContains(t, err, "talks.steps.chance: ")
}
