package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Of a title only what the font lacks is replaced, and that is said in words.
func TestTitlesWithLettersThatTheFontLacks(t *testing.T) {
	k := lookOf(TextWidth).note
	require.True(t, k.has(inPlace))
	for _, c := range []struct{ title, want, warning string }{
		{"Talks of Ohrid", "Talks of Ohrid", ""},
		{"Переговори, 2025", "Переговори, 2025", ""},
		{"Talks 🕊 of 和平", "Talks □ of □□", "the charts’ font lacks “🕊”, “和” and “平” of the title: □ stands in place of each, and the caption has the title in full"},
		{"Peace 一二三四五六七", "Peace □□□□□□□", "the charts’ font lacks “一”, “二”, “三”, “四”, “五” and 2 others of the title: □ stands in place of each, and the caption has the title in full"},
		{"Talks of ƙ̣ano", "Talks of ƙano", "the title stands in charts without marks that their font lacks, and in full in the caption"},
		{"和平谈判", "", "the charts’ font has no letter of the title: it stands in the caption only"},
		{"", "", ""},
	} {
		text, warning := inLetters(k, c.title)
		assert.Equal(t, c.want, text, c.title)
		assert.Equal(t, c.warning, warning, c.title)
	}
	d := fixture()
	d.Title = "Talks 🕊 of Ohrid"
	figure, err := chartNamed(t, "outcomes").Draw(d, TextWidth)
	require.NoError(t, err)
	var svg writer
	require.NoError(t, figure.WriteSVG(&svg))
	assert.Contains(t, string(svg), ">Talks □ of Ohrid · ")
	assert.Contains(t, figure.Caption, "Talks 🕊 of Ohrid")
	assert.Contains(t, figure.Warnings, "the charts’ font lacks “🕊” of the title: □ stands in place of each, and the caption has the title in full")
}
