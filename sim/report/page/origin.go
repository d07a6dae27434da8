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
		{Terms: append(b.hashes(), entry{Term: Term{Name: "Master seed", Text: fmt.Sprint(o.Seed)}}, entry{Term: Term{Name: "Program", Text: b.program()}})},
	}
	if o.Revision == "" {
		parts = append(parts, part{Text: []string{"A program that is built in a checkout records the revision of its source, by go build or by go run -buildvcs=true; this one was not."}})
	}
	if len(o.Files) > 0 {
		t := b.table("Files of the result", append(texts("file"), append(numbers("bytes"), texts("SHA-256")...)...)...)
		t.Class = "dense"
		for _, f := range o.Files {
			t.add(head(f.Name), count(int(f.Size)), word(f.SHA256))
		}
		parts = append(parts, part{Table: t})
	}
	return parts
}

// hashes say what was played, and of which file of the result each is: of a sweep two
// files say it.
func (b *builder) hashes() []entry {
	o := b.Origin
	whole := Term{Name: "Configuration, SHA-256", Text: o.ConfigHash}
	var found []entry
	for _, f := range o.Files {
		switch {
		case f.SHA256 == o.ConfigHash:
			whole.Text += ", of " + f.Name
		case b.Command == "sweep" && f.Name == "experiment.yaml":
			found = append(found, entry{Term: Term{Name: "Experiment, SHA-256", Text: f.SHA256 + ", of " + f.Name}})
		case b.Command == "sweep" && f.Name == "config.yaml":
			found = append(found, entry{Term: Term{Name: "Scenario with every default, SHA-256", Text: f.SHA256 + ", of " + f.Name}})
		}
	}
	if len(found) > 0 {
		whole.Name = "Both together, SHA-256"
		whole.Text += ", of the hash of config.yaml in hex followed by the text of experiment.yaml"
	}
	return append(found, entry{Term: whole})
}

// program names the program that made the result, as far as its build recorded it.
func (b *builder) program() string {
	if b.Origin.Revision == "" {
		return fmt.Sprintf("shuttle %s, revision not recorded", b.Origin.Version)
	}
	return fmt.Sprintf("shuttle %s, revision %s", b.Origin.Version, b.Origin.Revision)
}

// cite says how to name the result in print. Nothing in a result says who made it.
func (b *builder) cite() []part {
	o := b.Origin
	made := ""
	if o.Date != "" {
		made = ", made " + o.Date
	}
	text := fmt.Sprintf("[Your name], “%s”, simulation result%s: %s, master seed %d, configuration %s. The shuttle developers, %s, computer program.",
		b.title(), made, words.Plural(b.Runs*len(b.Mediators)*b.points, "run", "runs"), o.Seed, o.ConfigHash[:min(16, len(o.ConfigHash))], b.program())
	if b.Case.Live {
		text += " " + words.Sentence(b.Case.Caveat)
	}
	return []part{{Text: []string{text,
		"The result does not know who made it: put a name in its place. When one number is quoted, quote its interval, the number of runs and the assumptions it rests on. Sources of single numbers stand beside them in the list of assumptions."}}}
}
