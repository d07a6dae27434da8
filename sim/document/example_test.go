package document_test

import (
	"fmt"

	"shuttle/sim/document"
)

func Example() {
	text := `
name: two rooms
talks:
  horizon: {lo: 12, base: 26, hi: 52, unit: rounds, basis: assumption}
parties:
  - name: A
    fallback: 0.3
  - name: B
`
	doc, err := document.Parse("case.yaml", []byte(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := doc.Patch("parties[A].fallback", "{value: 0.4, basis: own-choice}"); err != nil {
		fmt.Println(err)
		return
	}
	root := doc.Root()
	root.Text("name")
	root.Map("talks").Number("horizon", document.AtLeast(1).In("rounds"))
	for _, party := range root.List("parties").Maps() {
		party.Text("name")
		party.Number("fallback", document.Between(0, 1), document.Plain(0.25))
	}
	if err := doc.Done(); err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range doc.Assumptions() {
		fmt.Printf("%s %v..%v..%v %q given=%v\n", n.Path, n.Lo, n.Base, n.Hi, n.Basis, n.Given)
	}
	fmt.Printf("%s", doc.Resolved())
	// Output:
	// talks.horizon 12..26..52 "assumption" given=true
	// parties[A].fallback 0.4..0.4..0.4 "own-choice" given=true
	// parties[B].fallback 0.25..0.25..0.25 "" given=false
	// name: two rooms
	// talks:
	//   horizon: {lo: 12, base: 26, hi: 52, unit: rounds, basis: assumption}
	// parties:
	//   - name: A
	//     fallback: {value: 0.4, basis: own-choice}
	//   - {name: B, fallback: 0.25}
}

func ExampleFaults() {
	doc, err := document.Parse("case.yaml", []byte("talks:\n  horizont: 12\n  haste: fast\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	talks := doc.Root().Map("talks")
	talks.Int("horizon", 1, 1000, 26)
	talks.Number("haste", document.Above(0))
	fmt.Println(doc.Done())
	// Output:
	// case.yaml:2:3: talks.horizont: is not a known key; allowed: horizon, haste; did you mean "horizon"?
	//       horizont: 12
	//       ^
	// case.yaml:3:10: talks.haste: must be a number, have text
	//       haste: fast
	//              ^
	// 2 faults
}
