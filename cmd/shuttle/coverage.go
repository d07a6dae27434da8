package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"shuttle/sim/report/words"
)

// coverageData is the inventory of what the program represents of mediated talks, a
// row each. Its columns are those of represented; by_kind and by are lists of the same
// length, and lists are parted by semicolons.
//
//go:embed coverage.csv
var coverageData string

// represented is one thing that talks have, and what stands for it here.
type represented struct {
	ID       string   `json:"id"`
	Group    string   `json:"group"`    // its letter and a name
	What     string   `json:"what"`     // one sentence
	Priority string   `json:"priority"` // K of the kernel, C of the core
	By       []symbol `json:"by"`
	Case     string   `json:"case"` // shipped scenario that shows it, without folder and ending
	With     []string `json:"with"` // values to --set there, as path=value, where the scenario does not use it by itself
}

// symbol is a name of something that the program has.
type symbol struct {
	Kind string `json:"kind"` // mechanism, issue, key, measure, outcome, mediator, tactic, stage, experiment or chart
	Name string `json:"name"` // as the lists, the scenario or the experiment spell it
}

// coverage reads the inventory.
func coverage() ([]represented, error) {
	lines, err := csv.NewReader(strings.NewReader(coverageData)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("coverage.csv: %w", err)
	}
	var all []represented
	for _, line := range lines[1:] {
		x := represented{ID: line[0], Group: line[1], What: line[2], Priority: line[3], Case: line[6], With: listed(line[7])}
		kinds, names := listed(line[4]), listed(line[5])
		if len(kinds) != len(names) {
			return nil, fmt.Errorf("coverage.csv: %s has %d kinds and %d names", x.ID, len(kinds), len(names))
		}
		for i := range kinds {
			x.By = append(x.By, symbol{kinds[i], names[i]})
		}
		all = append(all, x)
	}
	return all, nil
}

// listed parts a cell at its semicolons.
func listed(cell string) []string {
	list := []string{}
	for item := range strings.SplitSeq(cell, ";") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// listCoverage shows the inventory, group by group.
func listCoverage(w io.Writer, asJSON bool) error {
	all, err := coverage()
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(w, all)
	}
	var b strings.Builder
	group := ""
	for _, x := range all {
		if x.Group != group {
			group = x.Group
			fmt.Fprintf(&b, "%s\n\n", group)
		}
		x.write(&b)
	}
	_, err = io.WriteString(w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

// write shows one thing, what stands for it, and where.
func (x *represented) write(b *strings.Builder) {
	fmt.Fprintf(b, "%s  %s\n", x.ID, words.Sentence(x.What))
	for _, s := range x.By {
		fmt.Fprintf(b, "  %s: %s\n", s.Kind, s.Name)
	}
	fmt.Fprintf(b, "  in configs/%s.yaml\n", x.Case)
	for _, set := range x.With {
		fmt.Fprintf(b, "  with --set '%s'\n", set)
	}
	b.WriteString("\n")
}
