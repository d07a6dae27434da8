package genius_test

import (
	"errors"
	"strings"
	"testing"

	"shuttle/sim/document"
	"shuttle/sim/genius"
	"shuttle/sim/scenario"
)

// FuzzImport holds that no files crash the import, that what is refused is told in few
// words at its place and leaves nothing behind, and that what is taken compiles.
func FuzzImport(f *testing.F) {
	f.Add(sound, wish, 20)
	f.Add(wish, sound, 1)
	f.Add(strings.Replace(sound, "Days", "y", 1), strings.Replace(wish, "Days", "y", 1), 3)
	f.Add(strings.Replace(sound, "red", "&#34;: {[*&amp;!", 1), strings.Replace(wish, "red", "&#34;: {[*&amp;!", 1), 255)
	f.Add(`<negotiation_template><issue index="1" name="x"><item value="1"/></issue></negotiation_template>`,
		`<utility_space><issue index="1" name="x"><item value="1" evaluation="0"/></issue><weight index="1" value="1"/></utility_space>`, 2)
	f.Add(sound, `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><utility_space>&b;</utility_space>`, 1)
	f.Add(sound, strings.Repeat("<utility_space>", 40), 1)
	f.Add(sound, strings.Replace(wish, "<utility_space>", "<utility_space><ufun/>", 1), 1)
	f.Add(sound, strings.ReplaceAll(wish, `value="0.`, `value="0.0" was="`), 1)
	f.Add(sound, strings.Replace(wish, `upperbound="3"`, `upperbound="1e300"`, 1), 1)
	f.Add(sound, strings.Replace(wish, "<item", strings.Repeat(`<item value="`+strings.Repeat("x", 300)+`"/>`, 70)+"<item", 1), 1)
	f.Fuzz(func(t *testing.T, domain, profile string, steps int) {
		var out strings.Builder
		_, err := genius.Import(&out, genius.File{Name: "d.xml", Text: strings.NewReader(domain)}, []genius.File{
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
			told(t, faults)
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

// told holds that faults say where they are, in no more than a page or two.
func told(t *testing.T, faults document.Faults) {
	t.Helper()
	for _, fault := range faults {
		more := fault.Problem == "has more faults than are listed here" // which is nowhere
		if fault.File == "" || !more && (fault.Line < 1 || fault.Column < 1) {
			t.Fatalf("a fault without its place: %+v", fault)
		}
	}
	if n := len(faults.Error()); n > 200_000 {
		t.Fatalf("the faults fill %d bytes", n)
	}
}
