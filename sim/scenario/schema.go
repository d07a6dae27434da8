package scenario

import (
	_ "embed"

	"shuttle/agents"
	"shuttle/sim/document"
)

//go:embed specimen.yaml
var specimen []byte

// Specimen is a scenario that says everything there is to say. It is no case.
func Specimen() (*document.Document, error) { return document.Parse("specimen.yaml", specimen) }

// Schema is what scenarios may look like, learnt from reading one that says everything
// there is to say, under every mediator and with every tactic of the catalog.
func Schema() (*document.Schema, error) {
	s := &document.Schema{}
	whole, err := Specimen()
	if err != nil {
		return nil, err
	}
	for _, change := range variants() {
		doc := whole.Clone()
		if change[0] != "" {
			if err := doc.Patch(change[0], change[1]); err != nil {
				return nil, err
			}
		}
		doc.Teach(s)
		if _, err := Compile(doc); err != nil {
			return nil, err
		}
	}
	for _, text := range []string{"{}", empty} {
		bare, err := document.Parse("bare.yaml", []byte(text))
		if err != nil {
			return nil, err
		}
		bare.Teach(s)
		_, _ = Compile(bare) // its faults are what there is to learn
	}
	return s, nil
}

// empty has no keys wherever mappings may stand: what is missing has to be there.
const empty = `
issues: [{}]
parties: [{lines: [{}], interactions: [{}], pairwise: {pairs: [{}]}, fairness: {}, guarantee: {change: {}}}]
talks: {deadline: {}, caucus: [{}], rungs: [{}], leverage: {commit: {}}}
documents: [{}]
consent: [{}]
pressure: [{}]
strikes: [{}]
threats: [{}]
humanitarian: {}
signals: [{}]
ratifiers: [{}]
implementation: {}
`

// variants are changes of the specimen: places and values.
func variants() [][2]string {
	list := [][2]string{{}, {"durability", "{clock: constant, rate: 0.1}"}}
	for _, m := range agents.Mediators() {
		list = append(list, [2]string{"talks.mediator", "{name: " + m.Name + "}"})
	}
	for _, t := range agents.Tactics() {
		list = append(list, [2]string{"parties[my-a].tactic", "{name: " + t.Name + "}"})
	}
	return list
}
