package genius

import (
	"fmt"
	"io"
	"strings"

	"shuttle/agents/agenda"
	"shuttle/sim/document"
)

// File is a text to be read and the name it has in messages and as a source.
type File struct {
	Name string
	Text io.Reader // UTF-8, at most 1 MiB
}

// Steps that a real issue is cut into: by default (own choice: a step is a twentieth of
// the range), and at most, for a ladder has no room for more.
const (
	DefaultSteps = 20
	MaxSteps     = agenda.MaxLevels - 1
)

// Import reads a domain and a profile for each of two to forty parties and writes the
// scenario they make, as a YAML document that compiles. Real issues are cut into equal
// steps, 1 to MaxSteps. Everything wrong with the files is reported at once as
// document.Faults; other errors are those of the readers and of w, and those of a call
// with too many or too few steps or profiles. An error found in reading leaves w
// untouched. Warnings are of what can be read and makes a scenario that means little.
func Import(w io.Writer, from File, wants []File, steps int) (warnings document.Faults, err error) {
	if steps < 1 || steps > MaxSteps {
		return nil, fmt.Errorf("steps must be from 1 to %d, have %d", MaxSteps, steps)
	}
	if len(wants) < 2 || len(wants) > maxParties {
		return nil, fmt.Errorf("a scenario needs the profiles of 2 to %d parties, have %d", maxParties, len(wants))
	}
	c := imported{name: title(from.Name), domain: base(from.Name)}
	p, root, err := parse(from)
	if err != nil {
		return nil, err
	}
	if root != nil {
		c.issues = readDomain(p, root, steps)
	}
	if len(p.faults) > 0 {
		return nil, p.sorted()
	}
	if err := c.read(wants); err != nil {
		return nil, err
	}
	doc, err := document.Parse(from.Name, c.yaml())
	if err != nil { // its text is ours: what it can be is too much
		p.fault(0, "makes a scenario beyond all measure: "+firstLine(err), "", "")
		return nil, p.faults
	}
	_, err = w.Write(doc.Bytes())
	return c.warnings, err
}

// maxParties is how many parties a scenario can have.
const maxParties = 40

// read reads the profiles.
func (c *imported) read(wants []File) error {
	var faults document.Faults
	for _, f := range wants {
		p, root, err := parse(f)
		if err != nil {
			return err
		}
		var q profile
		if root != nil {
			q = readProfile(p, root, c.issues, c.domain)
		}
		faults = append(faults, p.sorted()...)
		c.warnings = append(c.warnings, p.warnings...)
		c.parties = append(c.parties, q)
		c.files = append(c.files, base(f.Name))
	}
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// base is the last part of a file's name, without its folder.
func base(name string) string {
	return name[strings.LastIndexAny(name, `/\`)+1:]
}

// title is a file's name without folder and ending, fit to be the name of a result.
func title(name string) string {
	name = base(name)
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if name = strings.TrimLeft(name, ". "); name == "" {
		return "genius"
	}
	return name
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
