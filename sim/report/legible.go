package report

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
)

// numbered is how charts write a name that their font lacks.
func numbered(kind string, number int) string { return fmt.Sprintf("%s %d", kind, number) }

// legible is a name as charts can write it.
func legible(kind string, number int, name string) string {
	if name = clean(name); name == "" || !writable(lookOf(TextWidth).body.face, name) {
		return numbered(kind, number)
	}
	return name
}

// legible is the design with its factors and their levels as charts can write them, and
// what stands for what.
func (g Design) legible() (written Design, full []string) {
	written = Design{Factors: slices.Clone(g.Factors), Walk: g.Walk, Step: g.Step}
	for i, f := range g.Factors {
		if !writable(lookOf(TextWidth).body.face, clean(f.Label)) {
			written.Factors[i].Label = ""
			full = append(full, inFull(spaced(f.Name), f.Label))
		}
		if name := legible("factor", i+1, f.Name); name == numbered("factor", i+1) {
			written.Factors[i].Name = name
			full = append(full, inFull(name, f.Name))
		}
	}
	levels := make([]map[record.Value]int, len(g.Factors)) // numbers of a factor's levels
	for _, p := range g.Points {
		point := slices.Clone(p)
		for i, v := range p {
			if v.Kind() != record.KindText {
				continue
			}
			if levels[i] == nil {
				levels[i] = make(map[record.Value]int)
			}
			n, known := levels[i][v]
			if !known {
				n = len(levels[i]) + 1
				levels[i][v] = n
			}
			name := legible("level", n, v.Text())
			if name != numbered("level", n) {
				continue
			}
			point[i] = record.Text(name)
			if !known {
				full = append(full, inFull(name+" of "+written.Factors[i].Name, v.Text()))
			}
		}
		written.Points = append(written.Points, point)
	}
	return written, full
}

// sides says which sides a text means by their numbers.
func (d Data) sides(text string) (full []string) {
	for i, p := range d.Parties {
		if name := legible("party", i+1, p.Name); name != clean(p.Name) && strings.Contains(text, name) {
			full = append(full, inFull(name, p.Name))
		}
	}
	return full
}

// inFull says what stands for what.
func inFull(short, name string) string {
	return fmt.Sprintf("“%s” is “%s”", short, clean(name))
}
