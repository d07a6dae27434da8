package page

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden pages again")

// written is the page of a result.
func written(t testing.TB, d Data) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, d))
	return b.String()
}

// body is a page without its style and script, which have no part in what it says.
func body(page string) string {
	_, rest, _ := strings.Cut(page, "<body>")
	rest, _, _ = strings.Cut(rest, "<script>")
	return rest
}

func TestGolden(t *testing.T) {
	for name, d := range map[string]Data{
		"run":     made("run", []string{"single-text"}, 1, "A", "B", "C"),
		"compare": made("compare", []string{"none", "single-text", "learner", "oracle/nash"}, 1, "A", "B"),
		"sweep":   made("sweep", []string{"none", "single-text"}, 3, "A", "B"),
	} {
		t.Run(name, func(t *testing.T) {
			got := body(written(t, d))
			golden := filepath.Join("testdata", name+".html")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func TestSameBytes(t *testing.T) {
	d, err := withFigures(made("compare", []string{"none", "learner"}, 1, "A", "B"))
	require.NoError(t, err)
	assert.Equal(t, written(t, d), written(t, d))
}

// Nothing that a user can name becomes a tag, an attribute or a script.
func TestNamesAreOnlyNames(t *testing.T) {
	d := made("compare", []string{tag, quoted}, 1, tag, quoted, arabic, chinese, long)
	d.Question, d.Case.Title, d.Case.Live, d.Case.Caveat = tag, tag+long, true, `"; } </style>`+tag
	d.Warnings, d.Undrawn, d.Missed = []string{tag}, []string{tag}, tag
	d.Origin.Commands, d.Origin.Version, d.Origin.Date = []string{tag}, tag, quoted
	d, err := withFigures(d)
	require.NoError(t, err)
	page := written(t, d)
	assert.Equal(t, 1, strings.Count(page, "<script>"), "the page's own")
	assert.Equal(t, 1, strings.Count(page, "</script>"))
	assert.Equal(t, 2, strings.Count(page, "</style>"))
	assert.NotContains(t, page, "<b>`")
	for _, name := range []string{arabic, chinese, long, "&lt;script&gt;alert("} {
		assert.Contains(t, page, name)
	}
	assert.Empty(t, regexp.MustCompile(`\son[a-z]+=`).FindString(page))
	assert.NotContains(t, page, "ZgotmplZ", "the template's mark of what it refuses to write")
}

// The page fetches nothing: it has no address but the names of its own parts.
func TestNothingIsFetched(t *testing.T) {
	d, err := withFigures(made("run", []string{"none"}, 1, "A", "B"))
	require.NoError(t, err)
	page := written(t, d)
	for _, at := range regexp.MustCompile(`(?:href|src|srcset|action|data)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		assert.True(t, strings.HasPrefix(at[1], "#") || at[1] == "data:,", at[0])
	}
	assert.NotContains(t, page, "@import")
	assert.NotContains(t, page, "url(")
}

// Links lead somewhere, and no two parts have one name.
func TestLinks(t *testing.T) {
	d, err := withFigures(made("sweep", []string{"none", "learner"}, 4, "A", "B"))
	require.NoError(t, err)
	page := written(t, d)
	ids := map[string]int{}
	for _, id := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		ids[id[1]]++
	}
	for id, n := range ids {
		assert.Equal(t, 1, n, id)
	}
	links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, links)
	for _, to := range links {
		assert.Equal(t, 1, ids[to[1]], to[1])
	}
	for _, by := range regexp.MustCompile(`aria-(?:labelledby|describedby)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		assert.Equal(t, 1, ids[by[1]], by[1])
	}
}

// Headings go down a step at a time.
func TestHeadings(t *testing.T) {
	for _, command := range []string{"run", "compare"} {
		before := 0
		for _, h := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(written(t, made(command, []string{"none", "learner"}, 1, "A", "B")), -1) {
			level := int(h[1][0] - '0')
			assert.LessOrEqual(t, level, before+1)
			before = level
		}
	}
}

func TestLiveCasesCarryTheirCaveat(t *testing.T) {
	d := made("run", []string{"none"}, 1, "A", "B")
	assert.NotContains(t, written(t, d), "not a forecast")
	d.Case.Live, d.Case.Caveat = true, "stylised model, not a forecast"
	page := written(t, d)
	assert.Contains(t, page, `<p class="caveat" role="note">Stylised model, not a forecast.</p>`)
	assert.Contains(t, page, `@bottom-left { content: "A made-up case. Stylised model, not a forecast."; }`, "at the foot of every page on paper")
	assert.GreaterOrEqual(t, strings.Count(page, "Stylised model, not a forecast."), 4, "in the head, the limits, the citation, at the foot")
}
