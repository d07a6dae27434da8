package agenda

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// Clauses behave as the textbook set of numbers below 128.
func TestClausesAreASet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c Clauses
		want := map[int]bool{}
		issue := rapid.IntRange(0, MaxIssues-1)
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				k := issue.Draw(t, "issue")
				c.Add(k)
				want[k] = true
			},
			"remove": func(t *rapid.T) {
				k := issue.Draw(t, "issue")
				c.Remove(k)
				delete(want, k)
			},
			"": func(t *rapid.T) {
				assert.Equal(t, len(want), c.Len())
				for k := range MaxIssues {
					assert.Equal(t, want[k], c.Has(k), "issue %d", k)
				}
			},
		})
	})
}

func TestDiff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a, b Deal
		for k := range a {
			a[k] = rapid.Uint8Range(0, 3).Draw(t, "a")
			b[k] = rapid.Uint8Range(0, 3).Draw(t, "b")
		}
		diff := Diff(&a, &b)
		assert.Equal(t, diff, Diff(&b, &a), "which comes first does not matter")
		for k := range a {
			assert.Equal(t, a[k] != b[k], diff.Has(k))
			if diff.Has(k) {
				a[k] = b[k]
			}
		}
		assert.Equal(t, a, b, "moving the clauses of the difference takes one deal to the other")
		assert.Equal(t, Clauses{}, Diff(&a, &a))
	})
}
