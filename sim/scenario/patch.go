package scenario

import (
	"errors"
	"slices"

	"shuttle/sim/document"
)

// Patch is the document's, but for a parameter of a player that the scenario only
// names: its name then becomes a block in which the parameter has a place.
func Patch(doc *document.Document, path, value string) error {
	err := doc.Patch(path, value)
	var faults document.Faults
	if !errors.As(err, &faults) {
		return err
	}
	for _, at := range namedPlayers(doc) {
		if slices.ContainsFunc(faults, func(f document.Fault) bool { return f.Path == at.Path() }) {
			block := "{name: " + at.YAML() + "}"
			if trial := doc.Clone(); trial.Patch(at.Path(), block) != nil || trial.Patch(path, value) != nil {
				return err
			}
			return errors.Join(doc.Patch(at.Path(), block), doc.Patch(path, value))
		}
	}
	return err
}

// namedPlayers are the places where a player stands by name only.
func namedPlayers(doc *document.Document) []document.Value {
	root := doc.Clone().Root()
	places := []document.Value{root.Map("talks").Value("mediator")}
	for _, m := range root.List("parties").Maps() {
		places = append(places, m.Value("tactic"))
	}
	return slices.DeleteFunc(places, func(v document.Value) bool { return v.Kind() != "text" })
}
