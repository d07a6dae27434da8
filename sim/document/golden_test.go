package document_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// read reads a document the way a compiler would: a made-up scenario with
// every kind of value.
func read(doc *document.Document) error {
	root := doc.Root()
	root.Text("name", "unnamed")
	root.Choice("form", []string{"additive", "ces", "essential"}, "additive")
	talks := root.Map("talks")
	talks.Int("horizon", 1, 1000, 26)
	talks.Number("haste", document.Above(0), document.Range(0.5, 1, 2))
	talks.Number("pause", document.AtLeast(0).In("days"), document.Number{
		Lo: 3, Base: 7, Hi: 14, Shape: document.Uniform, Basis: "own-choice", Note: "a week: \"about\"",
	})
	talks.Bool("open", false)
	root.Texts("tags")
	root.Value("jitter").Table(document.Between(0, 1))
	names := []string{}
	for _, p := range root.List("parties").Maps() {
		names = append(names, p.Text("name"))
		p.Number("fallback", document.Between(0, 1), document.Plain(0.25))
		weights := p.Map("weights")
		for _, key := range weights.Keys() {
			weights.Number(key, document.Between(0, 1).In("share"))
		}
		if p.Has("partner") && !strings.Contains(strings.Join(names, " "), p.Text("partner")) {
			p.Fault("partner", "is not a party", strings.Join(names, ", "), document.Nearest(p.Text("partner"), names))
		}
	}
	return doc.Done()
}

// faults is what a user sees of a file, or the resolved document.
func faults(name string, src []byte) string {
	doc, err := document.Parse(name, src)
	if err == nil {
		err = read(doc)
	}
	if err != nil {
		return err.Error() + "\n"
	}
	return string(doc.Resolved())
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			require.NoError(t, err)
			got := faults(filepath.Base(file), src)
			golden := strings.TrimSuffix(file, ".yaml") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}
