package experiment

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every shipped experiment keeps the schema, and what Read refuses of keys, kinds,
// words and bounds the schema refuses.
func TestSchema(t *testing.T) {
	s, err := Schema(Known{Charts: []string{"agreement", "breach", "course", "differences", "effects", "funnel", "heat-map", "lines", "outcomes", "strategies", "survival", "tornado", "trade-off"}})
	require.NoError(t, err)
	text, err := s.JSON("experiment")
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("experiment.json", doc))
	compiled, err := c.Compile("experiment.json")
	require.NoError(t, err)
	valid := func(text string) error {
		var doc any
		require.NoError(t, yaml.Unmarshal([]byte(text), &doc))
		return compiled.Validate(doc)
	}

	files, err := filepath.Glob("../../configs/experiments/*.yaml")
	require.NoError(t, err)
	require.Greater(t, len(files), 8)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.NoError(t, valid(string(text)), name)
	}
	require.NoError(t, valid(specimen))
	require.NoError(t, valid(strings.Replace(specimen, "[none, single-text]", "[none, {name: single-text, options: 3}]", 1)))
	for _, tt := range [][2]string{
		{"[none, single-text]", "[none, {name: single-text, optoins: 3}]"},
		{"kind: list", "kind: lists"}, {"[outcomes]", "[outcome]"}, {"replicates: 2\n", ""}, {"replicates: 2\n", "replicates: 0\n"}, {"points: 2", "points: many"},
		{"role: lever", "role: levre"}, {"role: lever, ", ""}, {"question", "questoin"}, {"[none, single-text]", "[none, singel-text]"}, {"value: 9, ", ""},
	} {
		require.Contains(t, specimen, tt[0])
		assert.Error(t, valid(strings.Replace(specimen, tt[0], tt[1], 1)), "%s → %s", tt[0], tt[1])
	}
}
