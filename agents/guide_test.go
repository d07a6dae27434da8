package agents_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents"
)

// The catalog is a guide: of every way of mediating it says in three plain sentences what
// it does, which lever it has, and when it helps or hurts.
func TestTheCatalogIsAGuide(t *testing.T) {
	lever := regexp.MustCompile(`^(Its lever is|Its levers are|It has no lever)\b`)
	when := regexp.MustCompile(`\b(helps|hurts)\b`)
	seen := map[string]string{}
	for _, m := range agents.Mediators() {
		sentences := strings.Split(strings.TrimSuffix(m.Summary, "."), ". ")
		if !assert.Len(t, sentences, 3, m.Name) {
			continue
		}
		assert.True(t, strings.HasSuffix(m.Summary, "."), m.Name)
		assert.NotRegexp(t, lever, sentences[0], m.Name)
		assert.Regexp(t, lever, sentences[1], m.Name)
		assert.Regexp(t, when, sentences[2], m.Name)
		for _, s := range sentences {
			assert.LessOrEqual(t, len(strings.Fields(s)), 42, "%s: %s", m.Name, s)
		}
		assert.Empty(t, seen[sentences[0]], "%s does what another does", m.Name)
		seen[sentences[0]] = m.Name
	}
}
