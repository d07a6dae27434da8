package document_test

import (
	"fmt"
	"strconv"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"shuttle/sim/document"
)

const rooms = `# two rooms
talks: {horizon: 26}
parties:
  - name: A # first
    fallback: {value: 0.3, basis: assumption}
    weights: &w {territory: 0.5, guarantees: 0.5}
  - name: "1"
    weights: *w
  - name: a.b
levels: [1, 2, 3]
"odd.key": {x: 1}
`

func parse(t require.TestingT, text string) *document.Document {
	doc, err := document.Parse("rooms.yaml", []byte(text))
	require.NoError(t, err)
	return doc
}

func TestPatch(t *testing.T) {
	for _, c := range []struct{ name, path, value, want string }{
		{"key", "talks.horizon", "40", "talks: {horizon: 40}"},
		{"new leaf", "talks.haste", "{lo: 1, base: 2, hi: 3}", "  haste: {lo: 1, base: 2, hi: 3}"},
		{"new top key", "seed", "7", "seed: 7"},
		{"new block", "mechanisms.funding", "false", "mechanisms: {funding: false}"},
		{"new blocks", "talks.leverage.press.effect", "1", "  leverage:\n    press: {effect: 1}"},
		{"by name", "parties[A].fallback", "0.9", "    fallback: 0.9"},
		{"inside a number", "parties[A].fallback.value", "0.9", "    fallback: {value: 0.9, basis: assumption}"},
		{"index", "levels[1]", "9", "levels: [1, 9, 3]"},
		{"index of a named item", "parties[0].fallback", "0.8", "    fallback: 0.8"},
		{"name that looks like an index", `parties["1"].weights.territory`, "0.1", "    weights: {territory: 0.1, guarantees: 0.5}"},
		{"index before name", "parties[1].weights.territory", "0.2", "    weights: {territory: 0.2, guarantees: 0.5}"},
		{"odd name", `parties["a.b"].fallback`, "0.7", "  - {name: a.b, fallback: 0.7}"},
		{"odd name unquoted", "parties[a.b].fallback", "0.7", "  - {name: a.b, fallback: 0.7}"},
		{"odd key", `["odd.key"].x`, "2", "odd.key: {x: 2}"},
		{"text", "talks.horizon", "two words", "talks: {horizon: two words}"},
		{"list", "levels", "[a, 'b c']", "levels: [a, b c]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := parse(t, rooms)
			require.NoError(t, doc.Patch(c.path, c.value))
			assert.Contains(t, string(doc.Bytes()), c.want+"\n")
			assert.NotEqual(t, parse(t, rooms).Hash(), doc.Hash())
		})
	}
}

func TestPatchFaults(t *testing.T) {
	for _, c := range []struct{ name, path, value, want string }{
		{"missing list", "partes[A].fallback", "1",
			`--set partes[A].fallback=1: partes: is not in the document; allowed: talks, parties, levels, odd.key; did you mean "parties[A].fallback"?`},
		{"missing item", "parties[B].fallback", "1",
			`--set parties[B].fallback=1: parties[B]: is not in the document; allowed: [A], ["1"], ["a.b"]; did you mean "parties[A].fallback"?`},
		{"index out of range", "levels[3]", "1",
			`--set levels[3]=1: levels[3]: is not in the document; allowed: [0], [1], [2]; did you mean "levels[0]"?`},
		{"quoted index", `levels["1"]`, "1",
			`--set levels["1"]=1: levels["1"]: is not in the document; allowed: [0], [1], [2]; did you mean "levels[1]"?`},
		{"key of a list", "parties.A", "1",
			`--set parties.A=1: parties.A: is not in the document; allowed: [A], ["1"], ["a.b"]; did you mean "parties[A]"?`},
		{"part of a number", "talks.horizon.lo", "1",
			`--set talks.horizon.lo=1: talks.horizon: is a number and has no parts, so there is no lo; did you mean "talks.horizon"?`},
		{"no value", "talks.horizon", "", `--set talks.horizon=: talks.horizon: is empty`},
		{"bad value", "talks.horizon", "[1", `--set talks.horizon=[1: talks.horizon: sequence end token ']' not found`},
		{"duplicate in value", "talks", "{a: 1, a: 2}",
			`--set talks={a: 1, a: 2}: talks.a: is a second time here, first in line 1`},
		{"empty path", "", "1", `--set =1: is not a path: it is empty; allowed: a path like parties[A].fallback`},
		{"half a bracket", "levels[1", "1",
			`--set levels[1=1: levels[1: is not a path: [ must be followed by a name or an index and ]; allowed: a path like parties[A].fallback`},
		{"key that is no word", "talks[\"a\\nb\"]", "1",
			`--set talks["a\nb"]=1: talks["a\nb"]: a key must be a plain word`},
		{"dots", "talks..horizon", "1",
			`--set talks..horizon=1: talks..horizon: is not a path: a key is missing before ".horizon"; allowed: a path like parties[A].fallback`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := parse(t, rooms)
			err := doc.Patch(c.path, c.value)
			assert.EqualError(t, err, c.want+"\n1 fault")
			assert.Equal(t, string(parse(t, rooms).Bytes()), string(doc.Bytes()), "unchanged")
		})
	}
}

func TestFaultInPatchedValueNamesTheOption(t *testing.T) {
	doc := parse(t, "talks: {horizon: 26}\n")
	require.NoError(t, doc.Patch("talks.horizon", "{value: 0, uint: rounds}"))
	require.NoError(t, doc.Patch("talks.hastte", "1"))
	require.NoError(t, doc.Patch("talk.haste", "1"))
	talks := doc.Root().Map("talks")
	talks.Int("horizon", 1, 100)
	talks.Number("haste", document.Above(0), document.Plain(1))
	assert.EqualError(t, doc.Done(), `--set talk.haste=1: talk: is not a known key; allowed: talks; did you mean "talks"?
--set talks.hastte=1: talks.hastte: is not a known key; allowed: horizon, haste; did you mean "haste"?
--set talks.horizon={value: 0, uint: rounds}: talks.horizon.uint: is not a known key; allowed: lo, base, hi, value, unit, note, source, basis; did you mean "unit"?
--set talks.horizon={value: 0, uint: rounds}: talks.horizon.value: is out of bounds, have 0; allowed: a whole number from 1 to 100
4 faults`)
}

func TestPatchLeavesClonesAndAliasesAlone(t *testing.T) {
	doc := parse(t, rooms)
	other := doc.Clone()
	require.NoError(t, doc.Patch("parties[A].weights.territory", "0.9"))
	assert.Equal(t, string(parse(t, rooms).Bytes()), string(other.Bytes()))
	weights := doc.Root().List("parties").Value(1).Map().Map("weights")
	assert.Equal(t, 0.5, weights.Number("territory", document.Between(0, 1)).Base)
}

func TestPatchedValueIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := parse(t, rooms)
		key := rapid.StringOfN(rapid.RuneFrom(nil, unicode.L, unicode.N, unicode.P, unicode.S, unicode.Z), 1, 8, -1).Draw(t, "key")
		lo := rapid.Float64Range(-1e9, 1e9).Draw(t, "lo")
		hi := lo + rapid.Float64Range(0, 1e9).Draw(t, "width")
		text := rapid.String().Draw(t, "text")

		path := doc.Root().Map("talks").Value(key).Path()
		require.NoError(t, doc.Patch(path, fmt.Sprintf("{lo: %v, base: %v, hi: %v}", lo, lo, hi)))
		n := doc.Root().Map("talks").Number(key, document.Any())
		assert.Equal(t, []float64{lo, lo, hi}, []float64{n.Lo, n.Base, n.Hi})
		assert.Equal(t, path, n.Path)

		require.NoError(t, doc.Patch(path, strconv.Quote(text)))
		assert.Equal(t, text, doc.Root().Map("talks").Text(key))
		require.NoError(t, doc.Patch("copy", doc.Root().Map("talks").Value(key).YAML()))
		assert.Equal(t, text, doc.Root().Text("copy"))
		again := parse(t, string(doc.Bytes()))
		assert.Equal(t, text, again.Root().Map("talks").Text(key))
		assert.Equal(t, doc.Hash(), again.Hash())
	})
}
