package page

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// The tags of a page do not depend on any name.
func TestTagsAreThePagesOwn(t *testing.T) {
	tags := func(t testing.TB, title, party, mediator, note string) []string {
		d := made("compare", []string{"m1" + mediator, "m2" + mediator}, 1, "p1"+party, "p2"+party)
		d.Case.Title, d.Question, d.Case.Live, d.Case.Caveat = "t"+title, "q"+note, true, "c"+note
		d.Warnings, d.Missed, d.Origin.Version = []string{"w" + note}, "m"+note, "v"+note
		for i := range d.Case.Assumptions {
			d.Case.Assumptions[i].Note, d.Case.Assumptions[i].Unit = "n"+note, "u"+note
		}
		return regexp.MustCompile(`<[^\s>]+`).FindAllString(written(t, d), -1)
	}
	want := tags(t, "", "", "", "")
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			`"><b>`, `' onclick='x`, `</style><script>`, `</script><b>`, `<!--`, `]]>`, `{{.}}`, `&lt;b&gt;`, `\`, "`", "\x00", "}@import 'x';",
		}))
		assert.Equal(r, want, tags(t, name.Draw(r, "title"), name.Draw(r, "party"), name.Draw(r, "mediator"), name.Draw(r, "note")))
	})
}
