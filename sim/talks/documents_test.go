package talks_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

// Being seated is not being bound: a guarantee counts when its giver signed the
// document that promises it.
func TestAGuarantorIsBoundByWhatItSigned(t *testing.T) {
	listed := func(list string) string {
		return strings.Replace(sealed, "documents: [frame, pledge]", "documents: "+list, 1)
	}
	for _, row := range []struct {
		name, list string
		patches    []string
		bound      bool
	}{
		{"names nobody", "[frame, pledge]", nil, true},
		{"signs", "[frame, {name: pledge, signatories: [A, B, G]}]", nil, true},
		{"does not sign it", "[frame, {name: pledge, signatories: [A, B]}]", nil, false},
		{"signs another", "[{name: frame, signatories: [A, B, G]}, {name: pledge, signatories: [A, B]}]", nil, false},
		{"would not sign", "[frame, {name: pledge, signatories: [A, G]}]", []string{"parties[G].fallback.base=0.9"}, false},
		{"is not asked", "[frame, pledge]", []string{"parties[G].fallback.base=0.9"}, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := caseFrom(t, listed(row.list), row.patches...)
			o := one(t, c, text)
			assert.True(t, o.Signed, "the sides sign all the same")
			if row.bound {
				assert.InDelta(t, 1, o.Hazard, 1e-12)
				assert.InDelta(t, .64, o.Guarantee, 1e-12)
			} else {
				assert.InDelta(t, math.Exp(1.8*.64), o.Hazard, 1e-12)
				assert.Zero(t, o.Guarantee)
			}
		})
	}
	assert.Less(t, lasting(t, caseFrom(t, listed("[frame, {name: pledge, signatories: [A]}]")), text, 3),
		lasting(t, caseFrom(t, sealed), text, 3)-.1)
}

// Documents have a status when a text is signed, and none before.
func TestStatusOfDocuments(t *testing.T) {
	o := one(t, caseFrom(t, sealed), text)
	assert.Equal(t, []talks.Status{talks.DocumentInForce, talks.DocumentInForce, talks.Unsigned}, o.Documents[:3])
	never := one(t, caseFrom(t, sealed, "parties[A].fallback.base=2"), text)
	assert.False(t, never.Signed)
	assert.Zero(t, never.Documents)
	assert.Zero(t, one(t, caseFrom(t, sealed, "mechanisms.documents=false"), text).Documents)
	for s, name := range []string{"unsigned", "signed", "ratified", "in force", "rejected"} {
		assert.Equal(t, name, talks.Status(s).String())
	}
}
