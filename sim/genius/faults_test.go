package genius_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/genius"
)

// sound is a domain of every kind of issue, and wish a profile for it.
const (
	sound = `<negotiation_template><utility_space><objective index="0" name="root">
<issue index="1" name="Colour" type="discrete"><item value="red"/><item value="green"/></issue>
<issue index="2" name="Days" type="integer" lowerbound="1" upperbound="3"/>
<issue index="3" name="Share" type="real"><range lowerbound="0" upperbound="1"/></issue>
</objective></utility_space></negotiation_template>`
	wish = `<utility_space><objective index="0" name="root">
<issue index="1" name="Colour" type="discrete"><item value="red" evaluation="1"/><item value="green" evaluation="2"/></issue>
<issue index="2" name="Days" type="integer" lowerbound="1" upperbound="3"><evaluator ftype="linear" slope="0.5" offset="0"/></issue>
<issue index="3" name="Share" type="real"><range lowerbound="0" upperbound="1"/><evaluator ftype="linear" parameter1="1" parameter0="0"/></issue>
<weight index="1" value="0.5"/>
<weight index="2" value="0.3"/>
<weight index="3" value="0.2"/>
</objective></utility_space>`
)

// try imports a domain and twice a profile.
func try(domain, profile string) (string, error) {
	var out strings.Builder
	_, err := genius.Import(&out, genius.File{Name: "d.xml", Text: strings.NewReader(domain)}, []genius.File{
		{Name: "p.xml", Text: strings.NewReader(profile)}, {Name: "q.xml", Text: strings.NewReader(wish)},
	}, genius.DefaultSteps)
	return out.String(), err
}

func TestSoundFilesAreTaken(t *testing.T) {
	text, err := try(sound, wish)
	require.NoError(t, err)
	compiled(t, []byte(text))
}

func TestFaultsNameTheirPlace(t *testing.T) {
	for _, tt := range []struct {
		name               string
		of, old, new, want string // of is the file that old is replaced in
	}{
		{"no XML", "d", sound, "name: x", `d.xml:1:1: holds no element`},
		{"cut off", "p", "</objective></utility_space>", "", `p.xml:8:1: is not XML: unexpected EOF`},
		{"crossed tags", "p", "</issue>\n<weight index=\"1\"", "</item>\n<weight index=\"1\"", `p.xml:4:145: is not XML: element <issue> closed by </item>`},
		{"two tops", "p", "</utility_space>", "</utility_space><utility_space/>", `p.xml:8:29: is a second element at the top; a file has one`},
		{"not UTF-8", "p", "red", "r\xe9d", `is not XML: invalid UTF-8`},
		{"another encoding", "p", "<utility_space>", `<?xml version="1.0" encoding="ISO-8859-1"?><utility_space>`, `only UTF-8 is understood`},
		{"entities", "p", "<utility_space>", `<!DOCTYPE x [<!ENTITY a "b">]><utility_space>`, `p.xml:1:1: type declarations and entities (<!…>) are not understood here`},
		{"an unknown entity", "p", `name="Colour"`, `name="&a;"`, `p.xml:2:27: is not XML: invalid character entity &a;`},
		{"a profile first", "d", sound, wish, `d.xml:1:1: utility_space: is not the top of a domain; allowed: negotiation_template`},
		{"a domain last", "p", wish, sound, `p.xml:1:1: negotiation_template: is not the top of a profile; allowed: utility_space`},
		{"no issues", "d", sound, "<negotiation_template/>", `d.xml:1:1: negotiation_template: has no issues`},
		{"issues of one name", "d", `name="Days"`, `name="Colour"`, `d.xml:3:1: issue Colour: stands there twice`},
		{"an issue without a name", "d", ` name="Days"`, "", `d.xml:3:1: issue: has no name`},
		{"a name to fill a page", "d", `name="Days"`, `name="` + strings.Repeat("x", 201) + `"`, `d.xml:3:1: issue: the name is longer than 200 characters`},
		{"a name nobody can print", "d", `name="Days"`, "name=\"Da\u0085ys\"", `d.xml:3:1: issue: the name holds characters that cannot be printed`},
		{"an unknown kind", "d", `type="integer"`, `type="fuzzy"`, `d.xml:3:1: issue Days: is of type "fuzzy"; allowed: discrete, integer or real`},
		{"no values", "d", `<item value="red"/><item value="green"/>`, "", `d.xml:2:1: issue Colour: has 0 values; allowed: 1 to 256`},
		{"a value twice", "d", `value="green"`, `value="red"`, `d.xml:2:67: item: the value red stands there twice`},
		{"no bounds", "d", ` lowerbound="1" upperbound="3"`, "", `d.xml:3:1: issue Days: has no lowerbound; allowed: a number`},
		{"a bound in words", "d", `upperbound="3"`, `upperbound="many"`, `d.xml:3:1: issue Days: upperbound is "many"; allowed: a number from`},
		{"endless", "d", `upperbound="3"`, `upperbound="Inf"`, `d.xml:3:1: issue Days: upperbound is "Inf"`},
		{"upside down", "d", `upperbound="3"`, `upperbound="0"`, `d.xml:3:1: issue Days: the lower bound 1 is above the upper bound 0`},
		{"half a number", "d", `upperbound="3"`, `upperbound="3.5"`, `d.xml:3:1: issue Days: runs from 1 to 3.5; allowed: whole numbers`},
		{"too many numbers", "d", `upperbound="3"`, `upperbound="1000"`, `d.xml:3:1: issue Days: has 1000 values; allowed: 1 to 256`},
		{"too narrow a range", "d", `<range lowerbound="0" upperbound="1"/>`, `<range lowerbound="1e10" upperbound="10000000001"/>`, `d.xml:4:1: issue Share: the range is too narrow to be cut into steps`},
		{"another domain", "p", `name="`, `name="Other `, `p.xml:1:1: utility_space: is a profile for another domain: it has no issue of d.xml`},
		{"an issue missing", "p", `<issue index="3" name="Share" type="real"><range lowerbound="0" upperbound="1"/><evaluator ftype="linear" parameter1="1" parameter0="0"/></issue>`, "", `p.xml:1:16: objective: has no issue Share; allowed: every issue of d.xml`},
		{"an issue misspelt", "p", `name="Colour"`, `name="Color"`, `p.xml:2:1: issue Color: is not in the domain; did you mean "Colour"?`},
		{"another kind", "p", `name="Days" type="integer"`, `name="Days" type="real"`, `p.xml:3:1: issue Days: is of type real; allowed: integer, as in the domain`},
		{"another range", "p", `upperbound="3"`, `upperbound="4"`, `p.xml:3:1: issue Days: runs from 1 to 4; allowed: 1 to 3, as in the domain`},
		{"a value the domain lacks", "p", `value="green"`, `value="greem"`, `p.xml:2:82: item: issue Colour has no value greem in the domain; did you mean "green"?`},
		{"a value missing", "p", `<item value="green" evaluation="2"/>`, "", `p.xml:2:1: issue Colour: has no evaluation of green`},
		{"no evaluation", "p", ` evaluation="2"`, "", `p.xml:2:82: item: has no evaluation; allowed: a number`},
		{"no number", "p", `evaluation="2"`, `evaluation="null"`, `p.xml:2:82: item: evaluation is "null"`},
		{"below zero", "p", `evaluation="2"`, `evaluation="-2"`, `p.xml:2:82: item: evaluation is -2; allowed: 0 and more`},
		{"no evaluator", "p", `<evaluator ftype="linear" slope="0.5" offset="0"/>`, "", `p.xml:3:1: issue Days: has no evaluator`},
		{"another function", "p", `<evaluator ftype="linear" parameter1`, `<evaluator ftype="faratin" parameter1`, `p.xml:4:81: evaluator: issue Share has an evaluator of ftype "faratin"; allowed: linear, constant or triangular`},
		{"half a function", "p", ` slope="0.5"`, "", `p.xml:3:75: evaluator: has no slope`},
		{"beyond the scale", "p", `ftype="linear" parameter1="1" parameter0="0"`, `ftype="constant" parameter0="2"`, `p.xml:4:81: evaluator: issue Share is worth 2 at 0; allowed: a worth from 0 to 1`},
		{"no weight", "p", `<weight index="3" value="0.2"/>`, "", `p.xml:4:1: issue Share: has no weight; allowed: a weight of index 3`},
		{"a weight for nothing", "p", `<weight index="3"`, `<weight index="7"`, `p.xml:7:1: weight: no issue has index 7`},
		{"two weights", "p", `<weight index="3"`, `<weight index="2"`, `p.xml:7:1: weight: index 2 has two weights`},
		{"one index for two", "p", `index="3" name`, `index="2" name`, `p.xml:4:1: issue Share: has the index 2 of another issue`},
		{"a weight below zero", "p", `value="0.2"`, `value="-0.2"`, `p.xml:7:1: weight: value is -0.2; allowed: 0 and more`},
		{"weights of zero", "p", `value="0.`, `value="0.0" was="`, `p.xml:5:1: weight: all weights are 0`},
		{"a reservation in words", "p", "</utility_space>", `<reservation value="none"/></utility_space>`, `p.xml:8:13: reservation: value is "none"`},
		{"constraints", "p", "<utility_space>", "<utility_space><ufun/>", `p.xml:1:16: ufun: the utility is made of constraints`},
		{"a bottomless file", "p", wish, strings.Repeat("<a>", 100_000), `p.xml:1:97: is nested deeper than 32 elements`},
		{"a huge file", "p", wish, wish + strings.Repeat(" ", 1<<20), `p.xml:1:1: is larger than 1048576 bytes`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			domain, profile := sound, wish
			file := map[string]*string{"d": &domain, "p": &profile}[tt.of]
			changed := strings.ReplaceAll(*file, tt.old, tt.new)
			require.NotEqual(t, *file, changed, "nothing was broken")
			*file = changed
			text, err := try(domain, profile)
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			assert.Empty(t, text, "nothing is written")
			assert.Contains(t, err.Error(), tt.want)
			for _, f := range faults {
				assert.Positive(t, f.Line)
				assert.Positive(t, f.Column)
			}
		})
	}
}

// A party that would sign nothing is told of, at its reservation, and read all the same.
func TestAReservationAboveEverything(t *testing.T) {
	for value, want := range map[string]string{"1.5": "p.xml:8:13: reservation: 1.5 is above 1, the most that any deal is worth here: this party will sign nothing", "1": ""} {
		profile := strings.Replace(wish, "</utility_space>", `<reservation value="`+value+`"/></utility_space>`, 1)
		var out strings.Builder
		warnings, err := genius.Import(&out, genius.File{Name: "d.xml", Text: strings.NewReader(sound)}, []genius.File{
			{Name: "p.xml", Text: strings.NewReader(profile)}, {Name: "q.xml", Text: strings.NewReader(wish)},
		}, genius.DefaultSteps)
		require.NoError(t, err)
		compiled(t, []byte(out.String()))
		if want == "" {
			assert.Empty(t, warnings)
			continue
		}
		require.Len(t, warnings, 1)
		assert.Contains(t, warnings.Error(), want)
	}
}

// Entities that double at every turn are refused before anything grows.
func TestAnEntityBombIsRefused(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("<!DOCTYPE lolz [<!ENTITY e0 \"lol\">\n")
	for i := range 40 {
		fmt.Fprintf(&bomb, "<!ENTITY e%d \"&e%d;&e%d;\">\n", i+1, i, i)
	}
	bomb.WriteString("]><utility_space>&e40;</utility_space>")
	_, err := try(sound, bomb.String())
	require.ErrorContains(t, err, "p.xml:1:1: type declarations and entities")
}

func TestAllFaultsOfAllFilesAreReported(t *testing.T) {
	one := strings.Replace(wish, `evaluation="2"`, `evaluation="x"`, 1)
	two := strings.Replace(strings.Replace(wish, `value="0.3"`, `value="-1"`, 1), `slope="0.5"`, "", 1)
	_, err := genius.Import(new(strings.Builder), genius.File{Name: "d.xml", Text: strings.NewReader(sound)}, []genius.File{
		{Name: "one.xml", Text: strings.NewReader(one)}, {Name: "two.xml", Text: strings.NewReader(two)},
	}, 4)
	var faults document.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 3)
	assert.Equal(t, []string{"one.xml", "two.xml", "two.xml"}, []string{faults[0].File, faults[1].File, faults[2].File})
	assert.Contains(t, err.Error(), `<item value="green" evaluation="x"/>`, "the line itself is shown")
}

// Past the faults that are listed, faults are still faults.
func TestFaultsPastTheMostAreFaults(t *testing.T) {
	profile := strings.Replace(strings.Replace(wish, `<evaluator ftype="linear" parameter1`, `<evaluator ftype="faratin" parameter1`, 1), "<item", strings.Repeat("<item/>", 60)+"<item", 1)
	text, err := try(sound, profile)
	require.Error(t, err)
	assert.Empty(t, text)
}

// Names that are nearly right are looked for only while faults are still listed.
func TestAHostileProfileIsRefusedAtOnce(t *testing.T) {
	var domain, profile strings.Builder
	domain.WriteString(`<negotiation_template><issue index="1" name="x">`)
	profile.WriteString(`<utility_space><issue index="1" name="x">`)
	for i := range 256 {
		fmt.Fprintf(&domain, `<item value="%d%s"/>`, i, strings.Repeat("a", 190))
	}
	for i := range 4000 {
		fmt.Fprintf(&profile, `<item value="%d%s" evaluation="1"/>`, i, strings.Repeat("b", 190))
	}
	domain.WriteString(`</issue></negotiation_template>`)
	profile.WriteString(`</issue><weight index="1" value="1"/></utility_space>`)
	_, err := try(domain.String(), profile.String())
	require.ErrorContains(t, err, "more faults than are listed")
}

// A file with a thousand faults is not listed line by line.
func TestFaultsOfOneFileAreFew(t *testing.T) {
	_, err := try(sound, strings.Replace(wish, "<item", strings.Repeat("<item/>", 1000)+"<item", 1))
	var faults document.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults, 51)
	assert.Equal(t, "has more faults than are listed here", faults[50].Problem)
}

func TestCallsThatMakeNoSense(t *testing.T) {
	call := func(profiles, steps int) error {
		var files []genius.File
		for i := range profiles {
			files = append(files, genius.File{Name: fmt.Sprint(i), Text: strings.NewReader(wish)})
		}
		_, err := genius.Import(new(strings.Builder), genius.File{Name: "d.xml", Text: strings.NewReader(sound)}, files, steps)
		return err
	}
	assert.ErrorContains(t, call(1, 1), "2 to 40 parties, have 1")
	assert.ErrorContains(t, call(41, 1), "2 to 40 parties, have 41")
	assert.ErrorContains(t, call(2, 0), "steps must be from 1 to 255, have 0")
	assert.ErrorContains(t, call(2, 256), "have 256")
	assert.NoError(t, call(40, 255))
}

func TestAReaderThatFails(t *testing.T) {
	broken := errors.New("the cable was pulled")
	bad := genius.File{Name: "bad.xml", Text: iotest.ErrReader(broken)}
	good := func() genius.File { return genius.File{Name: "d.xml", Text: strings.NewReader(sound)} }
	for _, files := range [][3]genius.File{{bad, good(), good()}, {good(), bad, bad}} {
		_, err := genius.Import(new(strings.Builder), files[0], files[1:], 1)
		assert.ErrorIs(t, err, broken)
		assert.ErrorContains(t, err, "bad.xml: ")
	}
}
