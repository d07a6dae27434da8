package genius_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/genius"
	"shuttle/sim/measure"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// A benchmark of two sides, from its files to the deal with the largest product of gains.
func ExampleImport() {
	var files []genius.File
	for _, name := range []string{"lamp.xml", "A.xml", "B.xml"} {
		text, err := os.ReadFile("testdata/two/" + name)
		if err != nil {
			fmt.Println(err)
			return
		}
		files = append(files, genius.File{Name: name, Text: bytes.NewReader(text)})
	}
	var out bytes.Buffer
	if _, err := genius.Import(&out, files[0], files[1:], genius.DefaultSteps); err != nil {
		fmt.Println(err)
		return
	}
	doc, err := document.Parse("lamp.yaml", out.Bytes())
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := scenario.Compile(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	nash := measure.Solve(talks.NewTable(s.Case), measure.Options{}).Nash
	fmt.Printf("%s: %s, worth %.3g\n", s.Name, strings.Join(s.Case.Agenda.Labels(&nash.Deal), " and "), nash.Utilities)
	// Output: lamp: red and small, worth [0.8 0.5]
}
