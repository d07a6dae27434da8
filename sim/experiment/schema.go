package experiment

import (
	"strings"

	"shuttle/agents"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// specimen is an experiment that says everything there is to say. Names that begin
// with "my-" stand for any name.
const specimen = `
name: specimen
title: One of everything
question: What may an experiment say?
scenario: my-scenario.yaml
mediators: [none, single-text]
replicates: 2
seed: 1
charts: [outcomes]
measures: [agreement]
set:
  - {path: talks.still, value: 9, note: why}
design:
  - kind: latin-hypercube
    points: 2
    seed: 1
    factors:
      - {name: my-horizon, label: Length of the talks, role: lever, unit: days, note: why, path: talks.horizon, lo: 60, hi: 90, steps: 2, base: 70, whole: true}
  - kind: trajectories
    trajectories: 2
    grid: 4
    seed: 1
    factors:
      - {name: my-rounds, role: uncertainty, path: talks.rounds, levels: [8, 9]}
  - kind: list
    factors:
      - {name: my-floors, role: uncertainty, paths: ["parties[my-a].fallback.base", "parties[my-b].fallback.base"], levels: [0.3, 0.4], labels: [low, high], base: 0.3}
`

// empty has no keys wherever mappings may stand: what is missing has to be there.
const empty = "design: [{factors: [{}]}]\n"

// cast names every mediator with all of its parameters.
func cast() string {
	var all []string
	for _, m := range agents.Mediators() {
		block := []string{"name: " + m.Name}
		for _, f := range m.Make().Spec.Fields() {
			block = append(block, f.Name+": 1")
		}
		all = append(all, "{"+strings.Join(block, ", ")+"}")
	}
	return "mediators: [" + strings.Join(all, ", ") + "]\n"
}

// Schema is what experiments may look like, learnt from reading one that says
// everything there is to say; known is what charts there are.
func Schema(known Known) (*document.Schema, error) {
	s := &document.Schema{}
	known.Measures = nil // which depend on the scenario
	open := func(string) (*document.Document, error) { return scenario.Specimen() }
	whole, err := document.Parse("specimen.yaml", []byte(specimen))
	if err != nil {
		return nil, err
	}
	whole.Teach(s)
	if _, err := Read(whole, open, known); err != nil {
		return nil, err
	}
	for _, text := range []string{empty, cast(), "scenario: my-scenario.yaml\nset: [{}]\n"} {
		bare, err := document.Parse("bare.yaml", []byte(text))
		if err != nil {
			return nil, err
		}
		bare.Teach(s)
		_, _ = Read(bare, open, known) // its faults are what there is to learn
	}
	return s, nil
}
