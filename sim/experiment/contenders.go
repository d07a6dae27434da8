package experiment

import (
	"slices"
	"strings"

	"shuttle/agents"
	"shuttle/sim/document"
)

// contender is a mediator of a sweep: a strategy of the catalog, at its defaults or with
// parameters of its own.
type contender struct {
	name       string // in rows, tables and charts; no other contender has it
	strategy   string // of the catalog
	parameters string // "" at its defaults, else as name=value
	yaml       string // value of talks.mediator
	said       document.Value
}

// Strategy is the strategy of the catalog that a mediator of a result is: its name, but
// for the parameters that tell it from others of the same strategy.
func Strategy(mediator string) string {
	name, _, _ := strings.Cut(mediator, "(")
	return name
}

// Played is the value of talks.mediator, in YAML, that a mediator of a result plays by:
// its strategy, with the parameters that stand in its name.
func Played(mediator string) string {
	name, rest, has := strings.Cut(mediator, "(")
	parameters, whole := strings.CutSuffix(rest, ")")
	if !has || !whole {
		return mediator
	}
	block := []string{"name: " + name}
	for _, p := range strings.Fields(parameters) {
		key, value, _ := strings.Cut(p, "=")
		block = append(block, key+": "+value)
	}
	return "{" + strings.Join(block, ", ") + "}"
}

func mediatorNames() []string {
	var names []string
	for _, m := range agents.Mediators() {
		names = append(names, m.Name)
	}
	return names
}

// contenders reads who is to mediate: strategies by name, or with parameters. Several of
// one strategy are told apart by their parameters.
func contenders(list []document.Value) []contender {
	var all []contender
	for _, v := range list {
		if c := contenderOf(v); c.strategy != "" {
			all = append(all, c)
		}
	}
	for i := range all {
		c := &all[i]
		c.name = c.strategy
		if c.parameters != "" && slices.ContainsFunc(all, func(o contender) bool { return o.strategy == c.strategy && o.yaml != c.yaml }) {
			c.name += "(" + c.parameters + ")"
		}
		if slices.ContainsFunc(all[:i], func(o contender) bool { return o.name == c.name }) {
			c.said.Fault("is named twice", "", "")
		}
	}
	return all
}

func contenderOf(v document.Value) contender {
	c := contender{said: v}
	if v.Kind() != "a mapping" {
		c.strategy = v.Choice(mediatorNames())
		c.yaml = c.strategy
		return c
	}
	m := v.Map()
	c.strategy = m.Choice("name", mediatorNames())
	m.Skip() // parameters are the scenario's to judge
	block, parts := []string{"name: " + c.strategy}, []string(nil)
	for _, key := range m.Keys() {
		if key != "name" {
			value := m.Value(key).YAML()
			block, parts = append(block, key+": "+value), append(parts, key+"="+value)
		}
	}
	c.parameters, c.yaml = strings.Join(parts, " "), "{"+strings.Join(block, ", ")+"}"
	return c
}

// namesMediator tells the paths of a scenario that say who mediates.
func namesMediator(path string) bool {
	return path == "talks.mediator" || path == "talks.mediator.name"
}

// casts tells whether the factor says who mediates, and nothing else: by name, or with
// parameters, of more than one strategy.
func (f *Factor) casts(s *Sweep) bool {
	if len(f.Paths) != 1 || !namesMediator(f.Paths[0]) || f.span() {
		return false
	}
	one := ""
	if len(s.contenders) == 1 {
		one = s.contenders[0].strategy
	}
	return slices.ContainsFunc(f.Levels, func(l Level) bool { return strategyOf(l) != one })
}

// strategyOf is the strategy that a level of talks.mediator names.
func strategyOf(l Level) string {
	name := l.said
	if l.said.Kind() == "a mapping" {
		m := l.said.Map()
		m.Skip()
		name = m.Value("name")
	}
	if name.Kind() != "text" {
		return ""
	}
	return name.Text()
}

// takeCast makes the factor of a set that says who mediates the mediators of the sweep:
// whoever mediates is crossed with all points anyway, has a column of its own, and is
// compared on the same seeds. It takes the factor out of the set. Where that would not
// be what the set says, it is a fault.
func (r *sweepReader) takeCast(s *Sweep, one *set, kind string) {
	at := slices.IndexFunc(one.factors, func(f Factor) bool { return f.casts(s) })
	if at < 0 {
		return
	}
	f := &one.factors[at]
	switch {
	case r.named:
		f.paths[0].Fault("who mediates is said twice, here and under mediators", "one of the two", "")
		return
	case f.labelled:
		f.said.Fault("labels", "mediators are called by their strategy and parameters", "no labels", "")
		return
	case kind != "factorial" && (len(one.factors) > 1 || kind != "list" && kind != "one-at-a-time"):
		f.paths[0].Fault("who mediates is compared at every point", "the key mediators instead, or this factor in a factorial, or in a set of its own", "")
		return
	}
	var levels []document.Value
	for _, l := range f.Levels {
		levels = append(levels, l.said)
	}
	cast := *f
	r.named, r.cast = true, &cast
	s.contenders = contenders(levels)
	s.Mediators, s.Chance = names(s.contenders), !cast.Lever
	one.factors = slices.Delete(one.factors, at, at+1)
}

func names(all []contender) []string {
	var list []string
	for _, c := range all {
		list = append(list, c.name)
	}
	return list
}
