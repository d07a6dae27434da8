package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// carried is a made-up run in which a mediator carries offers to and fro and at last
// writes a text of its own.
func carried() Data {
	d := fixture()
	var p Path
	p.Mediator = d.Focus
	for i := range 46 {
		t := float64(i) / 60
		draft := Draft{Number: i + 1, Round: 1 + i/2, Author: "A", Worths: Worths{0.85 - 0.3*t, 0.3 + 0.3*t}}
		if i%2 == 1 {
			draft.Author, draft.Worths = "B", Worths{0.3 + 0.3*t, 0.8 - 0.25*t}
		}
		p.Drafts = append(p.Drafts, draft)
	}
	p.Drafts = append(p.Drafts, Draft{Number: 47, Round: 24, Author: record.MediatorAuthor, Worths: p.Drafts[45].Worths})
	d.Paths = []Path{p}
	return d
}

// Where sides send offers, the drafts of each are a line of their own, and no text is
// left out.
func TestDraftsAreToldApartByTheirAuthor(t *testing.T) {
	d, k := carried(), lookOf(TextWidth)
	var g glossary
	us, err := spacesOf(d, k, &g, d.path())
	require.NoError(t, err)
	u := us[0]
	require.Len(t, u.hands, 3)
	var counts []int
	seen := make(map[string]bool)
	for by, h := range u.hands {
		counts = append(counts, len(u.draftsBy(by)))
		seen[h.mark.name] = true
		assert.Equal(t, u.hands[0].line(1).Width, h.line(1).Width, "all have the same weight")
	}
	assert.Equal(t, []int{23, 23, 1}, counts)
	assert.Len(t, seen, 3, "marks differ without colour")
	figure, err := chartNamed(t, "utility-space").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "Every draft of the run is shown, in a mark of its author: by A (dot), by B (square) and by the mediator (triangle); a line joins the texts of one author in their order.")
	assert.NotContains(t, figure.Caption, "its last draft only")
}

// Rounds of several drafts give a path of all of them; those of older results, which
// tell of the last only, say so.
func TestEveryDraftOfARoundIsLoaded(t *testing.T) {
	f := files()
	rows := f.Rounds[:0:0]
	for _, r := range f.Rounds {
		if r.Series != "draft" && r.Series != "base.A" && r.Series != "base.B" {
			rows = append(rows, r)
		}
	}
	put := func(round, draft int, author string, a, b float64) {
		row := record.RoundRow{Mediator: "second", Round: round, N: 1, Draft: draft, Author: author}
		for _, at := range []struct {
			series string
			value  float64
		}{{"draft", float64(draft)}, {"base.A", a}, {"base.B", b}} {
			row.Series, row.Mean = at.series, at.value
			rows = append(rows, row)
		}
	}
	put(1, 1, "A", 0.8, 0.2)
	put(1, 2, "B", 0.3, 0.9)
	put(2, 2, "B", 0.3, 0.9)
	put(3, 3, "A", 0.7, 0.4)
	f.Rounds = rows
	d, err := Load(f, 0)
	require.NoError(t, err)
	assert.Equal(t, []Path{{Mediator: "second", Drafts: []Draft{
		{Number: 1, Round: 1, Worths: Worths{0.8, 0.2}, Author: "A"},
		{Number: 2, Round: 1, Worths: Worths{0.3, 0.9}, Author: "B"},
		{Number: 3, Round: 3, Worths: Worths{0.7, 0.4}, Author: "A"},
	}}}, d.Paths)

	older, err := Load(files(), 0)
	require.NoError(t, err)
	figure, err := chartNamed(t, "utility-space").Draw(older, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "tells of each round its last draft only, and not who wrote it")
}
