package experiment

import (
	"slices"
	"strconv"
	"strings"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// Switch is a part of the model that may be otherwise.
type Switch struct {
	Name, Doc string

	changes func(rng.Seed) []change // what throwing it changes in the document
}

// coin tells whether the switch is thrown in the set of a seed.
func (s *Switch) coin(seed rng.Seed) bool {
	return seed.Uniform(rng.Name("switch").And(rng.Name(s.Name))) < .5
}

// change is a value for a path of the document.
type change struct{ path, value string }

// switches are those that a scenario has: where there is nothing to throw, as when no
// text is worth less for its author, there is no switch.
func switches(root *document.Map, s *scenario.Scenario) []Switch {
	fighting := belligerents(root)
	var list []Switch
	add := func(name, doc string, changes []change) {
		if len(changes) > 0 {
			list = append(list, Switch{name, doc, func(rng.Seed) []change { return changes }})
		}
	}
	add("foresight", "whether belligerents price what no deal will be worth later, or only today", foresight(root, fighting))
	add("durability", "whether peace may break down and is priced so", mechanism(root, "commitment", true))
	add("devaluation", "whether a text is worth less for who wrote it", mechanism(root, "devaluation", positive(s, ".devaluation.size")))
	add("loss", "whether a breakdown finds a belligerent weaker than it was", lossless(s, fighting))
	add("anchor", "whether the first text draws hopes to it", mechanism(root, "anchoring", positive(s, ".anchoring")))
	if others := otherTexts(root); len(others) > 0 {
		list = append(list, Switch{"first-text", "which of the scenario's texts lies on the table first", func(seed rng.Seed) []change {
			return []change{others[int(seed.Uniform(rng.Name("text"))*float64(len(others)))]}
		}})
	}
	return list
}

// belligerents are the paths of the blocks of those who sign.
func belligerents(root *document.Map) []string {
	var paths []string
	for _, m := range root.List("parties").Maps() {
		if m.Text("role", "") == party.Belligerent.String() {
			paths = append(paths, m.Path())
		}
	}
	return paths
}

// foresight has belligerents look ahead who did not, and the other way round.
func foresight(root *document.Map, fighting []string) []change {
	var changes []change
	for _, m := range root.List("parties").Maps() {
		if f := m.Map("fallback"); slices.Contains(fighting, m.Path()) && f.Has("foresight") {
			other := map[string]string{"myopic": "discounted", "discounted": "myopic"}[f.Text("foresight")]
			changes = append(changes, change{f.Path() + ".foresight", other})
		}
	}
	return changes
}

// mechanism turns a mechanism the other way, if the scenario has it and says enough
// of it.
func mechanism(root *document.Map, name string, told bool) []change {
	if m := root.Map("mechanisms"); told && m.Has(name) {
		return []change{{"mechanisms." + name, strconv.FormatBool(!m.Bool(name))}}
	}
	return nil
}

// positive tells whether any number whose path ends so may be above 0.
func positive(s *scenario.Scenario, ending string) bool {
	return slices.ContainsFunc(s.Assumptions, func(n document.Number) bool { return strings.HasSuffix(n.Path, ending) && n.Hi > 0 })
}

// lossless has belligerents lose nothing by a breakdown of the peace.
func lossless(s *scenario.Scenario, fighting []string) []change {
	var changes []change
	for _, n := range s.Assumptions {
		if owner, ok := strings.CutSuffix(n.Path, ".loss.stock"); ok && n.Hi > 0 && slices.Contains(fighting, owner) {
			changes = append(changes, change{n.Path, "0"})
		}
	}
	return changes
}

// otherTexts are the named texts that do not lie on the table first.
func otherTexts(root *document.Map) []change {
	var others []change
	first := root.Map("talks").Text("text", "")
	for _, name := range root.Map("texts").Keys() {
		if name != first {
			others = append(others, change{"talks.text", strconv.Quote(name)})
		}
	}
	return others
}
