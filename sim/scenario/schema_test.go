package scenario_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/scenario"
)

// schema is the schema of scenarios, as other programs read it.
func schema(t *testing.T) (text []byte, compiled *jsonschema.Schema) {
	t.Helper()
	s, err := scenario.Schema()
	require.NoError(t, err)
	text, err = s.JSON("scenario")
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("scenario.json", doc))
	compiled, err = c.Compile("scenario.json")
	require.NoError(t, err)
	return text, compiled
}

// valid holds a document against a schema, as an editor would.
func valid(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	var doc any
	require.NoError(t, yaml.Unmarshal(text, &doc))
	return s.Validate(doc)
}

// Every shipped scenario, and what it resolves to, keeps the schema.
func TestShippedScenariosKeepTheSchema(t *testing.T) {
	_, s := schema(t)
	var files []string
	for _, where := range []string{"../../configs/*.yaml", "../../configs/verify/*.yaml", "specimen.yaml"} {
		found, err := filepath.Glob(where)
		require.NoError(t, err)
		files = append(files, found...)
	}
	require.Greater(t, len(files), 15)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.NoError(t, valid(t, s, text), name)
		assert.NoError(t, valid(t, s, compile(t, string(text)).Resolved), name)
	}
}

// What the program refuses of keys, kinds, words and bounds, the schema refuses.
func TestTheSchemaRefuses(t *testing.T) {
	text, s := schema(t)
	assert.Contains(t, string(text), "\"required\": [\n    \"issues\",\n    \"name\",\n    \"parties\"\n  ]")
	require.NoError(t, valid(t, s, []byte(small)))
	for _, tt := range [][3]string{
		{"a misspelt key", "talks:", "talk:"},
		{"a misspelt key inside", "weights: {shield: 1}", "weihgts: {shield: 1}"},
		{"a word that is none", "mediator: single-text", "mediator: singel-text"},
		{"a number out of bounds", "credibility: 0.8", "credibility: 1.8"},
		{"a range out of bounds", "credibility: 0.8", "credibility: {lo: 0.5, base: 0.8, hi: 1.8}"},
		{"half a range", "credibility: 0.8", "credibility: {lo: 0.5}"},
		{"another unit", "credibility: 0.8", "credibility: {value: 0.5, unit: worth}"},
		{"text for a number", "credibility: 0.8", "credibility: high"},
		{"a number for text", "title: x", "title: 7"},
		{"something missing", "fallback: {base: 0.1}", "fallback: {}"},
		{"a name missing", "name: small\n", ""},
		{"a tactic's parameter", "role: guarantor", "role: guarantor\n    tactic: {name: staller, patience: -1}"},
	} {
		text := "title: x\n" + small
		require.Contains(t, text, tt[1], tt[0])
		assert.Error(t, valid(t, s, []byte(strings.Replace(text, tt[1], tt[2], 1))), tt[0])
	}
}

// Every key that the reader asks for by name is in the schema: the specimen leaves
// nothing out.
func TestTheSpecimenLeavesNothingOut(t *testing.T) {
	text, _ := schema(t)
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	keys := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if key := asked(n); key != "" {
				keys++
				assert.Contains(t, string(text), strconv.Quote(key)+": {", "%s asks for %s", name, key)
			}
			return true
		})
	}
	assert.Greater(t, keys, 200)
}

// asked is the key that a call asks a mapping for, if it does.
func asked(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	at := 0
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if !strings.Contains(" Number Int Text Bool Choice Table Texts Map List Value Has Fault ", " "+f.Sel.Name+" ") {
			return ""
		}
	case *ast.Ident:
		if f.Name != "fixed" || len(call.Args) < 2 {
			return ""
		}
		at = 1
	default:
		return ""
	}
	literal, ok := call.Args[at].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING || at == 0 && strings.Contains(literal.Value, " ") {
		return "" // a name that the document gives, or a fault in words
	}
	key, _ := strconv.Unquote(literal.Value)
	return key
}
