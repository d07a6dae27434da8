package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/document"
)

// TestHostileFilesAreRefused feeds files on which quadratic work or a deep stack would
// not come to an end.
func TestHostileFilesAreRefused(t *testing.T) {
	const n = 100_000
	for _, c := range []struct{ name, text string }{
		{"open brackets", "a: " + strings.Repeat("[", n)},
		{"closed brackets", "a: " + strings.Repeat("[", n) + strings.Repeat("]", n)},
		{"open braces", strings.Repeat("{a: ", n)},
		{"dashes", strings.Repeat("- ", n) + "x"},
		{"stairs", stairs(1000)},
		{"anchors", "a: " + strings.Repeat("&a ", n) + "x"},
		{"aliases", "a: &a 1\nb: [" + strings.Repeat("*b, ", n) + "]"},
		{"alias chain", "a0: &a0 [1]\n" + chain(900)},
		{"tags", "a: " + strings.Repeat("!a ", n) + "x"},
		{"question marks", strings.Repeat("? ", n) + "x"},
		{"colons", "a" + strings.Repeat(": b", n)},
		{"colons in braces", "{a" + strings.Repeat(": b", n)},
		{"colons in brackets", "[a" + strings.Repeat(": b", n)},
		{"keys without commas", "{" + strings.Repeat("a: b\n", n)},
		{"open quote", "a: \"" + strings.Repeat("x\n ", n)},
		{"documents", strings.Repeat("a: 1\n---\n", n)},
		{"too large", "a: " + strings.Repeat("x", 5<<20)},
		{"tabs", strings.Repeat("\ta: 1\n", n/10)},
		{"not text", strings.Repeat("\xff\n", n/10)},
		{"many duplicates", strings.Repeat("a: 1\n", n)},
		{"many duplicates in braces", "{" + strings.Repeat("a: 1, ", n) + "}"},
		{"many duplicates deeper", "x:\n" + strings.Repeat("  a: 1\n", n)},
		{"many keys", "x:\n" + strings.Repeat("  a:\n    b: 1\n", n)},
		{"ends of documents", strings.Repeat("a: 1\n...\n", n)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := document.Parse("hostile.yaml", []byte(c.text))
			assert.Error(t, err)
		})
	}
}

// TestLargeFilesAreRead is the other side: size alone is no fault.
func TestLargeFilesAreRead(t *testing.T) {
	const n = 5_000
	for _, c := range []struct{ name, text string }{
		{"long list", "a: [" + strings.Repeat("1, ", n) + "]"},
		{"block list", "a:\n" + strings.Repeat("  - {x: 1, y: [1, 2, 3]}\n", n)},
		{"comments", strings.Repeat("# c\n", n) + "a: 1\n"},
		{"block text", "a: |\n" + strings.Repeat("  x\n", n)},
		{"folded text", "a: >\n" + strings.Repeat("  x\n", n)},
		{"plain text", "a: x\n" + strings.Repeat("  x\n", n)},
		{"quoted text", "a: \"x\n" + strings.Repeat("  x\n", n) + "\""},
		{"blank lines", "a: 1\n" + strings.Repeat("\n", n)},
		{"spaces", "a: " + strings.Repeat(" ", n) + "1\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := document.Parse("large.yaml", []byte(c.text))
			if assert.NoError(t, err) {
				again, err := document.Parse("large.yaml", doc.Bytes())
				assert.NoError(t, err)
				assert.Equal(t, doc.Hash(), again.Hash())
			}
		})
	}
}

// chain is n lists, each with an alias of the one before.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d]\n", i+1, i+1, i)
	}
	return b.String()
}

// stairs is a mapping nested n deep.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
