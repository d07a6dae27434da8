package genius_test

import (
	"errors"
	"strings"
	"testing"

	"shuttle/sim/document"
	"shuttle/sim/genius"
	"shuttle/sim/scenario"
)

// FuzzImport holds that no files crash the import, that what is refused leaves nothing
// behind, and that what is taken compiles.
func FuzzImport(f *testing.F) {
	f.Add(sound, wish, 20)
	f.Add(wish, sound, 1)
	f.Add(strings.Replace(sound, "Days", "y", 1), strings.Replace(wish, "Days", "y", 1), 3)
	f.Add(strings.Replace(sound, "red", "&#34;: {[*&amp;!", 1), strings.Replace(wish, "red", "&#34;: {[*&amp;!", 1), 255)
	f.Add(`<negotiation_template><issue index="1" name="x"><item value="1"/></issue></negotiation_template>`,
		`<utility_space><issue index="1" name="x"><item value="1" evaluation="0"/></issue><weight index="1" value="1"/></utility_space>`, 2)
	f.Fuzz(func(t *testing.T, domain, profile string, steps int) {
		var out strings.Builder
		err := genius.Import(&out, genius.File{Name: "d.xml", Text: strings.NewReader(domain)}, []genius.File{
			{Name: "p.xml", Text: strings.NewReader(profile)}, {Name: "q.xml", Text: strings.NewReader(profile)},
		}, steps)
		if err != nil {
			var faults document.Faults
			if !errors.As(err, &faults) && steps >= 1 && steps <= genius.MaxSteps {
				t.Fatalf("not a fault of the files: %v", err)
			}
			if out.Len() > 0 {
				t.Fatal("something was written")
			}
			return
		}
		doc, err := document.Parse("out.yaml", []byte(out.String()))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := scenario.Compile(doc); err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
	})
}
