package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzParse holds for every text: no panic; every fault stands in the text or
// says that it has no line; every key stands where its place says; what is
// written reads as the same document and is written the same again.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.yaml")
	require.NoError(f, err)
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(src)
	}
	for _, s := range []string{"a: 1e-06\nb: 010\n", "a: |\n  x\n  y\nb: >-\n  z\n\nc: 'it''s'\n", "a: &x\nb: *x\n",
		"# h\na: # t\n  - # u\n    - 1 # v\n  # w\n  -\n    b: 1\n# z\n", "? a\n", "'': \"\\u0001\"\n", "a: [{b: [c]}]\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, err := Parse("f.yaml", src)
		if err != nil {
			faults, ok := err.(Faults)
			require.True(t, ok)
			require.NotEmpty(t, faults)
			for _, fault := range faults {
				require.LessOrEqual(t, fault.Line, strings.Count(string(src), "\n")+strings.Count(string(src), "\r")+1)
			}
			return
		}
		checkPlaces(t, doc, doc.root)
		written := doc.Bytes()
		again, err := Parse("f.yaml", written)
		require.NoError(t, err, "source %q\nwritten %q", src, written)
		require.Equal(t, string(written), string(again.Bytes()), "source %q", src)
		require.Equal(t, string(doc.Resolved()), string(again.Resolved()), "source %q", src)
		walk(doc.root, nil, func(at []byte) {
			path := string(at)
			if path != "" {
				_, fault := assign(doc.root, path, textNode("x"))
				require.Nil(t, fault)
			}
		})
	})
}

// checkPlaces requires that a key starts at its place.
func checkPlaces(t *testing.T, doc *Document, n *node) {
	for _, e := range n.entries {
		require.LessOrEqual(t, e.place.line, len(doc.lines))
		line := []rune(doc.lines[e.place.line-1])
		require.Less(t, e.place.column-1, len(line), "%q", doc.lines)
		at := string(line[e.place.column-1:])
		if !strings.HasPrefix(at, `"`) && !strings.HasPrefix(at, `'`) {
			first, _, _ := strings.Cut(e.key, " ")
			require.True(t, strings.HasPrefix(at, first), "%q at %v of %q", e.key, e.place, doc.lines)
		}
		checkPlaces(t, doc, e.value)
	}
	for _, item := range n.items {
		checkPlaces(t, doc, item)
	}
}
