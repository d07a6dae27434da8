package page

import (
	"fmt"
	"strings"
)

// switches says which parts of the model were at work.
func (b *builder) switches() []part {
	if len(b.Switches) == 0 {
		return []part{{Text: []string{"This result does not say which parts of the model were switched off."}}}
	}
	by := map[State][]string{}
	for _, s := range b.Switches {
		by[s.State] = append(by[s.State], s.Name)
	}
	text := "Every part of the model that can be switched off was at work."
	if off := by[Off]; len(off) > 0 {
		text = fmt.Sprintf("Switched off: %s. All other parts of the model were at work.", strings.Join(off, ", "))
	}
	if varied := by[Varied]; len(varied) > 0 {
		text += fmt.Sprintf(" The design varies %s.", strings.Join(varied, ", "))
	}
	t := b.table("Parts of the model that can be switched off", texts("part", "state", "what it does", "source")...)
	for _, s := range b.Switches {
		t.add(head(s.Name), word(string(s.State)), word(s.Summary), word(s.Source))
	}
	return []part{{Text: []string{text}}, {Table: t}}
}
