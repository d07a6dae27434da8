package document_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
)

// A schema is learnt from a specimen: what its reader asks for, and how. Names that
// begin with "my-" stand for any.
func ExampleSchema() {
	doc, err := document.Parse("specimen.yaml", []byte("kind: share\nseats: {my-party: true}\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	var s document.Schema
	doc.Teach(&s)
	root := doc.Root()
	root.Choice("kind", []string{"share", "range"}, "range")
	seats := root.Map("seats")
	for _, party := range seats.Keys() {
		seats.Bool(party)
	}
	text, err := s.JSON("case")
	fmt.Printf("%s%v %v", text, doc.Done(), err)
	// Output:
	// {
	//   "$schema": "http://json-schema.org/draft-07/schema#",
	//   "additionalProperties": false,
	//   "definitions": {},
	//   "properties": {
	//     "kind": {
	//       "default": "range",
	//       "enum": [
	//         "share",
	//         "range"
	//       ],
	//       "type": "string"
	//     },
	//     "seats": {
	//       "additionalProperties": {
	//         "type": "boolean"
	//       },
	//       "properties": {},
	//       "type": "object"
	//     }
	//   },
	//   "title": "case",
	//   "type": "object"
	// }
	// <nil> <nil>
}

// What is required is what was missed where it was not there, and never left out of a
// sound document.
func TestSchemaKnowsWhatIsRequired(t *testing.T) {
	var s document.Schema
	read := func(text string) error {
		doc, err := document.Parse("x.yaml", []byte(text))
		require.NoError(t, err)
		doc.Teach(&s)
		for _, m := range doc.Root().List("items").Maps() {
			m.Text("always")
			m.Text("seldom", "")
			if m.Choice("kind", []string{"short", "long"}, "short") == "long" {
				m.Int("length", 1, 9)
			}
		}
		return doc.Done()
	}
	require.NoError(t, read("items: [{always: a, kind: long, length: 3}, {always: b, seldom: c}]\n"))
	require.Error(t, read("items: [{}, {kind: long}]\n"))
	text, err := s.JSON("x")
	require.NoError(t, err)
	assert.Contains(t, string(text), "\"required\": [\n          \"always\"\n        ]")
	assert.Contains(t, string(text), `"#/definitions/whole_number_from_1_to_9"`)
	assert.Contains(t, string(text), `"default": "short"`)
}
