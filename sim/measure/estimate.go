package measure

import (
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/talks"
)

// Estimate is one line of a summary: a mean or a share over runs.
type Estimate struct {
	Name  string // a measure's column, or outcome.<class>
	Share bool   // of runs that have it, instead of a mean
	Value func(row record.Row) (x float64, ok bool)
}

// Estimates lists what a summary says of rows with this schema: each measure, and
// the share of every outcome class. A run without a value does not count; a run that
// could not be played has none.
func Estimates(s record.Schema) []Estimate {
	var list []Estimate
	outcome, fault := s.Index(outcomeColumn), s.Index(faultColumn)
	for i := outcome + 1; i < fault; i++ {
		if s[i].Kind == record.KindText {
			continue
		}
		list = append(list, Estimate{Name: s[i].Name, Share: s[i].Kind == record.KindFlag,
			Value: func(row record.Row) (float64, bool) { return row[i].Number() }})
	}
	if outcome < 0 {
		return nil
	}
	for _, class := range talks.Classes() {
		name := class.String()
		list = append(list, Estimate{Name: strings.Join([]string{outcomeColumn, name}, "."), Share: true,
			Value: func(row record.Row) (float64, bool) {
				if row[outcome].IsNull() {
					return 0, false
				}
				if row[outcome].Text() == name {
					return 1, true
				}
				return 0, true
			}})
	}
	return list
}
