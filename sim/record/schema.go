package record

import (
	"errors"
	"fmt"
)

// Column says what stands in one column of a table.
type Column struct {
	Name string // as in the header; not empty, unique in its schema
	Unit string // "" for a pure number, a text or a flag
	Doc  string // one sentence for the user
	Kind Kind   // KindInt, KindFloat, KindText or KindFlag
}

// Schema is the columns of a table in the order in which they are written.
type Schema []Column

// Validate reports all faults of a schema: none or unnamed columns, a name
// twice, a kind no column may have.
func (s Schema) Validate() error {
	if len(s) == 0 {
		return errors.New("schema: no columns")
	}
	var faults []error
	seen := make(map[string]int, len(s))
	for i, c := range s {
		if c.Name == "" {
			faults = append(faults, fmt.Errorf("schema: column %d has no name", i+1))
		} else if j, twice := seen[c.Name]; twice {
			faults = append(faults, fmt.Errorf("schema: columns %d and %d are both named %q", j+1, i+1, c.Name))
		}
		seen[c.Name] = i
		if c.Kind < KindInt || c.Kind > KindFlag {
			faults = append(faults, fmt.Errorf("schema: column %q: no column can be of kind %s", c.Name, c.Kind))
		}
	}
	return errors.Join(faults...)
}

// Index returns the place of a column, -1 when there is none of that name.
func (s Schema) Index(name string) int {
	for i, c := range s {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// check reports why a row does not fit the schema. A null fits any column.
func (s Schema) check(row Row) error {
	if len(row) != len(s) {
		return fmt.Errorf("row has %d values, schema has %d columns", len(row), len(s))
	}
	for i := range row {
		if k := row[i].kind; k != s[i].Kind && k != KindNull {
			return fmt.Errorf("column %q holds %s, row has %s", s[i].Name, s[i].Kind, k)
		}
	}
	return nil
}
