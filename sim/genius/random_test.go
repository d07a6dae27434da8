package genius_test

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/genius"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// Whatever issues and values are called, and however the evaluations run, a worth is the
// weighted sum of evaluations over the issue's largest.
func TestWorthIsTheWeightedSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawn(t)
		var out strings.Builder
		files := []genius.File{{Name: "p.xml", Text: strings.NewReader(d.profile(0))}, {Name: "q.xml", Text: strings.NewReader(d.profile(1))}}
		_, err := genius.Import(&out, genius.File{Name: "d.xml", Text: strings.NewReader(d.domain())}, files, 1)
		require.NoError(t, err)
		doc, err := document.Parse("out.yaml", []byte(out.String()))
		require.NoError(t, err)
		s, err := scenario.Compile(doc)
		require.NoError(t, err)
		table := talks.NewTable(s.Case)
		for k, is := range table.Agenda.Issues {
			assert.Equal(t, d.issues[k], is.Name)
		}
		var at agenda.Deal
		for more := true; more; more = table.Agenda.Next(&at) {
			got := utilities(s, table, at)
			for i := range got {
				assert.InDelta(t, d.worth(i, &at), got[i], 1e-12)
			}
		}
	})
}

// random is a domain of discrete issues and two profiles.
type random struct {
	issues  []string
	values  [][]string
	weights [2][]float64
	evals   [2][][]float64
}

// drawn draws names that a scenario could misread, and numbers of many sizes.
func drawn(t *rapid.T) random {
	names := rapid.OneOf(
		rapid.SampledFrom([]string{"y", "no", "null", "~", "1.5", "- a", "a: b", "#c", `"`, `\`, "{", "[x]", "*a", "&a", "!t", "%d", "a.b", "<<", "?", "naïve", "日本", " lead", "trail "}),
		rapid.StringMatching(`[ -~]{0,12}[!-~]`))
	list := func(least int, label string) []string {
		return rapid.SliceOfNDistinct(names, least, 3, rapid.ID[string]).Draw(t, label)
	}
	d := random{issues: list(1, "issues")}
	for range d.issues {
		d.values = append(d.values, list(1, "values"))
	}
	for i := range 2 {
		for k := range d.issues {
			d.weights[i] = append(d.weights[i], rapid.Float64Range(.01, 1).Draw(t, "weight"))
			d.evals[i] = append(d.evals[i], rapid.SliceOfN(rapid.Float64Range(0, 1e6), len(d.values[k]), len(d.values[k])).Draw(t, "evaluations"))
		}
	}
	return d
}

func (d *random) worth(i int, at *agenda.Deal) float64 {
	total := 0.0
	for k, evals := range d.evals[i] {
		if top := slices.Max(evals); top >= 1e-5 {
			total += d.weights[i][k] * evals[at[k]] / top
		}
	}
	return total
}

func (d *random) domain() string {
	var b strings.Builder
	b.WriteString("<negotiation_template>")
	for k, name := range d.issues {
		fmt.Fprintf(&b, `<issue index="%d" name="%s">`, k+1, escaped(name))
		for _, v := range d.values[k] {
			fmt.Fprintf(&b, `<item value="%s"/>`, escaped(v))
		}
		b.WriteString("</issue>\n")
	}
	b.WriteString("</negotiation_template>")
	return b.String()
}

func (d *random) profile(i int) string {
	var b strings.Builder
	b.WriteString("<utility_space>")
	for k, name := range d.issues {
		fmt.Fprintf(&b, `<issue index="%d" name="%s">`, k+1, escaped(name))
		for l, v := range d.values[k] {
			fmt.Fprintf(&b, `<item value="%s" evaluation="%v"/>`, escaped(v), d.evals[i][k][l])
		}
		fmt.Fprintf(&b, "</issue><weight index=\"%d\" value=\"%v\"/>\n", k+1, d.weights[i][k])
	}
	b.WriteString("</utility_space>")
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return err.Error()
	}
	return b.String()
}
