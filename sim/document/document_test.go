package document_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
)

// resolve reads text and resolves it; the text must be free of faults.
func resolve(t *testing.T, text string) *document.Document {
	t.Helper()
	doc := parse(t, text)
	require.NoError(t, read(doc))
	return doc
}

func TestResolvedSaysTheSameAgain(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"all defaults", "{}"},
		{"one part given", "talks: {horizon: 3}"},
		{"an empty part", "talks: {}\nparties: []"},
		{"named and unnamed", "parties: [{name: A}, {name: b.c, weights: {x: 1}}]"},
		{"a range in its place", "talks:\n  pause: {lo: 1, base: 2, hi: 9, unit: days}\n"},
		{"shared by alias", "talks: &t {horizon: 2}\nparties: [{name: A, weights: &w {x: 0.5}}, {name: B, weights: *w}]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := resolve(t, c.text)
			again := resolve(t, string(doc.Resolved()))
			assert.Equal(t, string(doc.Resolved()), string(again.Resolved()))
			assert.Equal(t, doc.Hash(), again.Hash())
			given, resolved := doc.Assumptions(), again.Assumptions()
			require.Len(t, resolved, len(given))
			for i := range given {
				a, b := given[i], resolved[i]
				assert.True(t, b.Given, b.Path)
				a.Given, a.Line, a.Column, b.Given, b.Line, b.Column = false, 0, 0, false, 0, 0
				assert.Equal(t, a, b)
			}
		})
	}
}

func TestHashIsOfWhatTheDocumentSays(t *testing.T) {
	one := resolve(t, "name: x # why\ntalks:\n    haste: {lo: 0.50, base: 1.0, hi: 2e0}\n    horizon: 26\n")
	other := resolve(t, "'name': \"x\"\r\n\r\ntalks: {haste: {lo: .5, base: 1, hi: 2},\r\n horizon: 26}\r\n")
	assert.Equal(t, one.Hash(), other.Hash())
	require.NoError(t, other.Patch("talks.horizon", "27"))
	assert.NotEqual(t, one.Hash(), other.Hash())
}

func TestBytesKeepsComments(t *testing.T) {
	text := `# what this is
name: x # in short
# how they talk
talks:
  # in rounds
  horizon: 26 # half a year
parties:
  # the first
  - name: A # north
    # what it has
    fallback: 0.3
  # the second
  - {name: B}
  # the end
`
	doc := parse(t, text)
	assert.Equal(t, text, string(doc.Bytes()))
	require.NoError(t, doc.Patch("parties[A].fallback", "0.4"))
	assert.Contains(t, string(doc.Bytes()), "# north")
	assert.NotContains(t, string(doc.Resolved()), "#")
}

func TestAssumptionsComeInDocumentOrder(t *testing.T) {
	doc := parse(t, "b: 1\na:\n  - name: Z\n    x: {value: 2, unit: days, basis: source, source: S, note: N}\n  - {y: 3}\nc: [4, 5]\n")
	root := doc.Root()
	root.Value("c").Table(document.Any())
	items := root.List("a").Maps()
	items[1].Number("y", document.Any())
	items[0].Number("w", document.Any(), document.Range(1, 2, 3))
	items[0].Number("x", document.Any())
	root.Number("b", document.Any())
	items[0].Text("name")
	require.NoError(t, doc.Done())

	var paths []string
	for _, n := range doc.Assumptions() {
		paths = append(paths, n.Path)
	}
	assert.Equal(t, []string{"b", "a[Z].x", "a[Z].w", "a[1].y", "c[0]", "c[1]"}, paths)
	assert.Equal(t, document.Number{Lo: 2, Base: 2, Hi: 2, Shape: document.Fixed, Unit: "days", Basis: "source",
		Source: "S", Note: "N", Path: "a[Z].x", Line: 4, Column: 8, Given: true}, doc.Assumptions()[1])
	assert.Equal(t, document.Number{Lo: 1, Base: 2, Hi: 3, Shape: document.Triangular, Path: "a[Z].w", Default: true}, doc.Assumptions()[2])
}

func TestPathsSurviveReordering(t *testing.T) {
	for _, text := range []string{"p: [{name: A, x: 1}, {name: B, x: 2}]", "p: [{name: B, x: 2}, {name: A, x: 1}]"} {
		doc := parse(t, text)
		bases := map[string]float64{}
		for _, p := range doc.Root().List("p").Maps() {
			n := p.Number("x", document.Any())
			bases[n.Path] = n.Base
		}
		assert.Equal(t, map[string]float64{"p[A].x": 1, "p[B].x": 2}, bases)
	}
}

func TestReadsAreRequiredWithoutDefault(t *testing.T) {
	doc := parse(t, "talks: {}\n")
	talks := doc.Root().Map("talks")
	assert.Empty(t, talks.Text("a"))
	assert.False(t, talks.Bool("b"))
	assert.Zero(t, talks.Int("c", 0, 1))
	assert.Empty(t, talks.Choice("d", []string{"x", "y"}))
	assert.Zero(t, talks.Number("e", document.Any()).Base)
	doc.Root().Map("absent").Text("f")
	var faults document.Faults
	require.ErrorAs(t, doc.Done(), &faults)
	var missing []string
	for _, f := range faults {
		assert.Contains(t, f.Problem, "is missing")
		missing = append(missing, f.Path)
	}
	assert.Equal(t, []string{"absent.f", "talks.a", "talks.b", "talks.c", "talks.d", "talks.e"}, missing)
	var one document.Fault
	assert.True(t, errors.As(doc.Done(), &one))
	assert.Equal(t, 1, one.Line)
}

func TestWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
		ok   bool
	}{
		{"7", 7, true}, {"7.0", 7, true}, {"-3", -3, true}, {"{value: 4, unit: rounds, basis: definition}", 4, true},
		{"9007199254740991", 1<<53 - 1, true}, {"9007199254740992", 0, false}, {"9007199254740993", 0, false}, {"1e300", 0, false},
		{"7.5", 0, false}, {"{lo: 1, base: 2, hi: 3}", 2, false}, {"'7'", 0, false}, {"0x10", 0, false},
	} {
		t.Run(c.text, func(t *testing.T) {
			doc := parse(t, "x: "+c.text)
			assert.Equal(t, c.want, doc.Root().Int("x", math.MinInt, math.MaxInt))
			assert.Equal(t, c.ok, doc.Done() == nil)
		})
	}
}

func TestSeeds(t *testing.T) {
	for _, c := range []struct {
		text string
		want uint64
		ok   bool
	}{
		{"0", 0, true}, {"9007199254740993", 1<<53 + 1, true}, {"18446744073709551615", math.MaxUint64, true},
		{"18446744073709551616", 0, false}, {"-1", 0, false}, {"1.5", 0, false}, {"'7'", 0, false}, {"{value: 1}", 0, false},
	} {
		t.Run(c.text, func(t *testing.T) {
			doc := parse(t, "x: "+c.text)
			assert.Equal(t, c.want, doc.Root().Seed("x"))
			assert.Equal(t, c.ok, doc.Done() == nil)
			if c.ok {
				assert.Equal(t, "x: "+c.text+"\n", string(doc.Resolved()), "no digit is lost")
			}
		})
	}
	doc := parse(t, "{}")
	assert.Equal(t, uint64(7), doc.Root().Seed("x", 7))
	assert.NoError(t, doc.Done())
}

func TestBoundsInWords(t *testing.T) {
	for want, b := range map[string]document.Bounds{
		"a number":                  document.Any(),
		"a number from 0 to 1":      document.Between(0, 1),
		"a number of at least -2.5": document.AtLeast(-2.5),
		"a number above 0":          document.Above(0),
		"a number of at most 3":     {Min: math.Inf(-1), Max: 3},
		"a number above 0, up to 1": {Min: 0, Max: 1, Open: true},
	} {
		assert.Equal(t, want, b.String())
	}
}

func TestTableSharesOneBasis(t *testing.T) {
	doc := parse(t, "x: {values: [1, 2, 3], unit: days, basis: assumption}\n")
	table := doc.Root().Value("x").Table(document.AtLeast(0))
	assert.Equal(t, []float64{1, 2, 3}, table.Values)
	assert.Equal(t, "days", table.Unit)
	assert.NoError(t, doc.Done())
}

func TestSkipKeepsQuietAboutUnreadKeys(t *testing.T) {
	doc := parse(t, "tactic: {kind: nosuch, haste: 1}\n")
	tactic := doc.Root().Map("tactic")
	if tactic.Choice("kind", []string{"timed"}) == "" {
		tactic.Skip()
	}
	var faults document.Faults
	require.ErrorAs(t, doc.Done(), &faults)
	assert.Len(t, faults, 1)
	assert.Equal(t, "tactic.kind", faults[0].Path)
}

func TestValuesOfAnyKind(t *testing.T) {
	doc := parse(t, "a: [x, 1, true, {b: [c]}, [], null, \"it's: so\"]\n")
	var kinds, texts []string
	for _, v := range doc.Root().List("a").Values() {
		kinds, texts = append(kinds, v.Kind()), append(texts, v.YAML())
	}
	assert.Equal(t, []string{"text", "a number", "true or false", "a mapping", "a list", "no value", "text"}, kinds)
	assert.Equal(t, []string{"x", "1", "true", "{b: [c]}", "[]", "null", `"it's: so"`}, texts)
	assert.Equal(t, "nothing", doc.Root().Value("z").Kind())
}

func TestNearest(t *testing.T) {
	names := []string{"territory", "guarantees", "UKR", "lo", ""}
	for word, want := range map[string]string{"teritory": "territory", "guarantee": "guarantees", "ukr": "UKR", "URK": "UKR",
		"ol": "lo", "horizon": "", "territory": "", "xyz": ""} {
		assert.Equal(t, want, document.Nearest(word, names), word)
	}
}
