package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Fault is one thing wrong with a document, with its place.
type Fault struct {
	File    string // file name, or "--set path=value" when the value was patched in
	Line    int    // from 1; 0 when the place has no line
	Column  int    // in characters, from 1; 0 when the place has no line
	Path    string // where in the document, "" when not inside a value
	Source  string // the source line, "" when the place has no line
	Problem string // what is wrong, e.g. "must be a number, have text"
	Allowed string // what would be right, "" when Problem says it
	Nearest string // the nearest valid name, "" when none is near
}

// Error is the place, the path, the problem, what is allowed, the nearest valid
// name, and below it the source line with a caret under the column.
func (f Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", f.Line, f.Column)
	}
	b.WriteString(": ")
	if f.Path != "" {
		b.WriteString(f.Path + ": ")
	}
	b.WriteString(f.Problem)
	if f.Allowed != "" {
		b.WriteString("; allowed: " + f.Allowed)
	}
	if f.Nearest != "" {
		fmt.Fprintf(&b, "; did you mean %q?", f.Nearest)
	}
	if f.Line > 0 {
		b.WriteString("\n" + f.excerpt())
	}
	return b.String()
}

// excerptWidth is the longest piece of a source line that is shown, in characters.
const excerptWidth = 120

// excerpt is the source line and a line with the caret. Tabs stay tabs in both,
// so that the caret stands right whatever the terminal's tab width.
func (f Fault) excerpt() string {
	line := []rune(f.Source)
	at := min(max(f.Column-1, 0), len(line))
	if at > excerptWidth/2 && len(line) > excerptWidth {
		cut := min(at-excerptWidth/2, len(line)-excerptWidth)
		line, at = line[cut:], at-cut
	}
	line = line[:min(len(line), excerptWidth)]
	pad := make([]rune, at)
	for i, r := range line {
		if unicode.IsControl(r) && r != '\t' {
			line[i] = unicode.ReplacementChar
		}
		if i < at {
			pad[i] = ' '
			if r == '\t' {
				pad[i] = '\t'
			}
		}
	}
	return "    " + string(line) + "\n    " + string(pad) + "^"
}

// Faults are all faults of a document, sorted by line and column; those of
// patched values, which have no line, come first.
type Faults []Fault

// Error joins all faults and ends with their number.
func (fs Faults) Error() string {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.Error() + "\n")
	}
	if len(fs) == 1 {
		return b.String() + "1 fault"
	}
	return b.String() + fmt.Sprintf("%d faults", len(fs))
}

// Unwrap gives the faults one by one to errors.As.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// err is the faults sorted and without repetitions, nil when there are none.
func (fs Faults) err() error {
	if len(fs) == 0 {
		return nil
	}
	sorted := slices.Clone(fs)
	slices.SortStableFunc(sorted, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.File, b.File), cmp.Compare(a.Path, b.Path))
	})
	return slices.Compact(sorted)
}
