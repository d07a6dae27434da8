package report

import "fmt"

// Unfit says why a chart is not for this kind of result. Nothing is wrong with the
// data: another chart is the right one.
type Unfit string

// Error implements error.
func (u Unfit) Error() string { return string(u) }

func unfit(format string, args ...any) error { return Unfit(fmt.Sprintf(format, args...)) }
