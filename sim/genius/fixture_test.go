package genius_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/genius"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// read opens files of a folder, the domain first.
func read(t testing.TB, folder string, names ...string) []genius.File {
	t.Helper()
	var files []genius.File
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(t, err)
		files = append(files, genius.File{Name: name, Text: bytes.NewReader(text)})
	}
	return files
}

// imported is the scenario that files of a folder make, as text.
func imported(t testing.TB, folder string, names ...string) []byte {
	t.Helper()
	files := read(t, folder, names...)
	var out bytes.Buffer
	_, err := genius.Import(&out, files[0], files[1:], genius.DefaultSteps)
	require.NoError(t, err)
	return out.Bytes()
}

// compiled is a scenario with patches of path and value.
func compiled(t testing.TB, text []byte, patches ...[2]string) *scenario.Scenario {
	t.Helper()
	doc, err := document.Parse("imported.yaml", text)
	require.NoError(t, err)
	for _, p := range patches {
		require.NoError(t, doc.Patch(p[0], p[1]))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return s
}

// deal is the deal of one label an issue.
func deal(t testing.TB, a *agenda.Agenda, labels []string) agenda.Deal {
	t.Helper()
	var d agenda.Deal
	require.Len(t, labels, len(a.Issues))
	for k, label := range labels {
		l, ok := a.Issues[k].Level(label)
		require.True(t, ok, "%s has no level %s", a.Issues[k].Name, label)
		d[k] = uint8(l)
	}
	return d
}

// utilities are what a deal is worth to the parties, in the order of the files.
func utilities(s *scenario.Scenario, t *talks.Table, d agenda.Deal) []float64 {
	var u []float64
	for _, place := range s.Order {
		u = append(u, t.Parties[place].Worth(&d))
	}
	return u
}
