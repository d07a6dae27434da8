package experiment

import (
	"slices"

	"shuttle/agents"
	"shuttle/sim/document"
)

// Answer is one way in which a party may bargain, and the cast in which it does.
type Answer struct {
	Tactic string
	Cast   Cast
}

// forTwo are the tactics that take the talks to have one other side.
func forTwo() []string { return []string{"rubinstein", "ultimatum", "sceptic"} }

// Answers are the ways in which a signatory may bargain under a strategy while all
// others bargain as they do, its own first: all of the catalog but consent, which to a
// signatory is hill-climber, and those for two where more must sign. Parameters that a
// tactic has in common with the party's own, as the time by which it gives way, keep
// their values; the others are at their defaults.
func (c *Casting) Answers(strategy, signatory string) []Answer {
	own, cast := c.own(signatory), c.Mediator(strategy)
	list := []Answer{{own.Name, cast}}
	many := len(c.Signatories()) > 2
	keep := kept(c.tactic(signatory), own.Make().Spec)
	for _, t := range agents.Tactics() {
		if t.Name == own.Name || t.Name == "consent" || many && slices.Contains(forTwo(), t.Name) {
			continue
		}
		cast.Party, cast.Tactic = signatory, player(t.Name, t.Make().Spec, keep)
		list = append(list, Answer{t.Name, cast})
	}
	return list
}

// own is how a party bargains in the scenario.
func (c *Casting) own(name string) agents.Tactic {
	for i := range c.scenario.Case.Parties {
		if p := &c.scenario.Case.Parties[i]; p.Name == name {
			t, _ := agents.FindTactic(p.Tactic.Name)
			return t
		}
	}
	return agents.Tactic{}
}

// tactic is the place of a party's tactic.
func (c *Casting) tactic(name string) document.Value {
	var at document.Value
	for _, m := range c.doc.Clone().Root().List("parties").Maps() {
		if m.Text("name", "") == name {
			at = m.Value("tactic")
		}
	}
	return at
}
