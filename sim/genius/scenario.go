package genius

import (
	"fmt"
	"strconv"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// imported is what was read, on its way to a scenario.
type imported struct {
	name    string // of the scenario
	domain  string // name of its file, the source of its numbers
	issues  []issue
	files   []string // names of the profiles' files
	parties []profile

	warnings document.Faults // of files that can be read
}

// yaml is the scenario. Its layout is put in order by the document package.
func (c *imported) yaml() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# A GENIUS domain, %q, and a profile for each party.\n", c.domain)
	b.WriteString("# Weights are as given; a worth is their sum over what the levels score. Every mechanism\n")
	b.WriteString("# is off: the format knows none of them. Discount factors are noted and not in the model.\n")
	fmt.Fprintf(&b, "name: %q\ntitle: %q\nweights: as_given\n", c.name, "Imported from "+c.domain)
	b.WriteString("mechanisms:\n")
	for _, m := range scenario.Mechanisms() {
		fmt.Fprintf(&b, "  %s: false\n", m.Name)
	}
	b.WriteString("talks: {mediator: single-text}\nissues:\n")
	for k := range c.issues {
		c.issues[k].write(&b, c.domain)
	}
	b.WriteString("parties:\n")
	for i, name := range c.names() {
		c.party(&b, i, name)
	}
	return []byte(b.String())
}

// write writes an issue and its ladder.
func (is *issue) write(b *strings.Builder, from string) {
	fmt.Fprintf(b, "  - name: %q\n    pillar: issues\n    source: %q\n", is.name, from)
	if is.kind == kindDiscrete {
		b.WriteString("    kind: options\n    levels:\n")
		for _, v := range is.values {
			fmt.Fprintf(b, "      - name: %q\n", v)
		}
		return
	}
	fmt.Fprintf(b, "    kind: range\n    from: {value: %s, basis: source, source: %q}\n", digits(is.low), from)
	fmt.Fprintf(b, "    to: {value: %s, basis: source, source: %q}\n", digits(is.high), from)
	why := "basis: source, source: " + strconv.Quote(from) + ", note: every whole number"
	if is.kind == kindReal {
		why = fmt.Sprintf("basis: own-choice, note: \"the range of %s cut into %d steps\"", quotedInside(from), is.levels-1)
	}
	fmt.Fprintf(b, "    step: {value: %s, %s}\n", digits(is.step()), why)
}

// party writes a party.
func (c *imported) party(b *strings.Builder, i int, name string) {
	p, source := &c.parties[i], fmt.Sprintf("basis: source, source: %q", c.files[i])
	fmt.Fprintf(b, "  - name: %q\n    role: belligerent\n", name)
	if p.discount.given {
		fmt.Fprintf(b, "    note: \"the file discounts by %s a step; ignored here: time costs nothing in this scenario\"\n", digits(p.discount.value))
	}
	b.WriteString("    weights:\n")
	for k, w := range p.weights {
		fmt.Fprintf(b, "      %q: {value: %s, unit: weight, %s}\n", c.issues[k].name, digits(w), source)
	}
	b.WriteString("    scores:\n")
	for k, list := range p.scores {
		texts := make([]string, len(list))
		for l, x := range list {
			texts[l] = digits(x)
		}
		note := "the issue's evaluator at each level"
		if c.issues[k].kind == kindDiscrete {
			note = "evaluations divided by the issue's largest"
		}
		fmt.Fprintf(b, "      %q:\n        values: [%s]\n        unit: score\n        basis: source\n        source: %q\n        note: %s\n",
			c.issues[k].name, strings.Join(texts, ", "), c.files[i], strconv.Quote(note))
	}
	note := "the reservation value"
	if !p.reservation.given {
		note = "the file has no reservation value, which the format reads as 0"
	}
	fmt.Fprintf(b, "    fallback:\n      base: {value: %s, unit: worth, %s, note: %q}\n", digits(p.reservation.value), source, note)
}

// names are the parties' names: those of their files, told apart by a number.
func (c *imported) names() []string {
	var names []string
	taken := map[string]bool{}
	for _, f := range c.files {
		name := title(f)
		for n := 2; taken[name]; n++ {
			name = title(f) + " " + strconv.Itoa(n)
		}
		taken[name] = true
		names = append(names, name)
	}
	return names
}

// digits is a number in the fewest digits that give it again.
func digits(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// quotedInside is text as it stands inside double quotes.
func quotedInside(s string) string {
	q := strconv.Quote(s)
	return q[1 : len(q)-1]
}
