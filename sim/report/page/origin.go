package page

import (
	"fmt"

	"shuttle/sim/report/words"
)

// reproduce says how to get the same numbers again.
func (b *builder) reproduce() []part {
	o := b.Origin
	parts := []part{
		{Text: []string{"In the folder of this result; the same program gives the same data, byte for byte:"}, Code: o.Commands},
		{Terms: []entry{
			{Term: Term{Name: "Master seed", Text: fmt.Sprint(o.Seed)}},
			{Term: Term{Name: "Configuration, SHA-256", Text: o.ConfigHash}},
			{Term: Term{Name: "Program", Text: program(o)}},
		}},
	}
	if len(o.Files) > 0 {
		t := b.table("Files of the result", append(texts("file"), append(numbers("bytes"), texts("SHA-256")...)...)...)
		t.Class = "dense"
		for _, f := range o.Files {
			t.Rows = append(t.Rows, []cell{head(f.Name), count(int(f.Size)), word(f.SHA256)})
		}
		parts = append(parts, part{Table: t})
	}
	return parts
}

// program names the program that made the result.
func program(o Origin) string {
	return fmt.Sprintf("shuttle %s, revision %s", o.Version, o.Revision)
}

// cite says how to name the result in print.
func (b *builder) cite() []part {
	o := b.Origin
	hash := o.ConfigHash[:min(16, len(o.ConfigHash))]
	text := fmt.Sprintf("“%s”. Simulation result of %s; %s, master seed %d, configuration %s", b.title(), program(o),
		words.Plural(b.Runs*len(b.Mediators)*b.points, "run", "runs"), o.Seed, hash)
	if o.Date != "" {
		text += "; made " + o.Date
	}
	lines := []string{text + "."}
	if b.Case.Live {
		lines[0] += " " + words.Sentence(b.Case.Caveat)
	}
	return []part{{Text: append(lines, "When one number is quoted, quote its interval, the number of runs and the assumptions it rests on. Sources of single numbers stand beside them in the list of assumptions.")}}
}
