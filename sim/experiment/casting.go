package experiment

import (
	"strings"

	"shuttle/agents/party"
	"shuttle/agents/spec"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// Cast says who plays otherwise than a scenario has it. The zero Cast is the scenario's
// own.
type Cast struct {
	Mediator      string // value of talks.mediator, in YAML; "" is the scenario's own
	Party, Tactic string // a party and the value of its tactic, in YAML; "" is its own
}

// Casting puts other players into a scenario.
type Casting struct {
	scenario *scenario.Scenario
	doc      *document.Document
}

// NewCasting prepares to put other players into a scenario.
func NewCasting(s *scenario.Scenario) (*Casting, error) {
	doc, err := document.Parse(s.Name+".yaml", s.Resolved)
	return &Casting{s, doc}, err
}

// Arm compiles the scenario under a cast.
func (c *Casting) Arm(cast Cast) (Arm, error) {
	doc := c.doc.Clone()
	if cast.Mediator != "" {
		if err := doc.Patch("talks.mediator", cast.Mediator); err != nil {
			return Arm{}, err
		}
	}
	if cast.Tactic != "" {
		if err := doc.Patch(c.tactic(cast.Party).Path(), cast.Tactic); err != nil {
			return Arm{}, err
		}
	}
	s, err := scenario.Compile(doc, c.scenario)
	return Arm{Scenario: s}, err
}

// Mediator is the cast with a strategy as a comparison has it: the scenario's own with
// the parameters given there, another at its defaults.
func (c *Casting) Mediator(strategy string) Cast {
	if strategy == c.scenario.Case.Mediator.Name {
		return Cast{}
	}
	return Cast{Mediator: strategy}
}

// Signatories are the parties that must sign, in the order of the file.
func (c *Casting) Signatories() []string {
	var names []string
	for _, i := range c.scenario.Order {
		if p := &c.scenario.Case.Parties[i]; p.Role == party.Belligerent {
			names = append(names, p.Name)
		}
	}
	return names
}

// player is a player in YAML: at its defaults, but for values of parameters that it has.
func player(name string, s spec.Spec, values map[trait]string) string {
	parts := []string{"name: " + name}
	for _, f := range s.Fields() {
		if value, ok := values[trait{f.Name, f.Unit}]; ok {
			parts = append(parts, f.Name+": "+value)
		}
	}
	if len(parts) == 1 {
		return name
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// trait is what makes two parameters of different players the same.
type trait struct{ name, unit string }

// kept are the parameters of the player that stands at a place of the document.
func kept(there document.Value, s spec.Spec) map[trait]string {
	values := map[trait]string{}
	if there.Kind() != "a mapping" {
		return values
	}
	block := there.Map()
	for _, f := range s.Fields() {
		if v := block.Value(f.Name); v.Present() {
			values[trait{f.Name, f.Unit}] = v.YAML()
		}
	}
	return values
}
