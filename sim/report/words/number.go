package words

import (
	"math"
	"strconv"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// None stands where there is no number.
const None = "–"

// Number writes a number with the digits that matter to a reader: three, and no
// power of ten between 1e-4 and 1e5.
func Number(x float64) string {
	if x == 0 {
		return "0"
	}
	if size := math.Abs(x); size >= 1e5 || size < 1e-4 {
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	decimals := max(0, 2-int(math.Floor(math.Log10(math.Abs(x)))))
	return strconv.FormatFloat(x, 'f', decimals, 64)
}

// Percent writes a share; one that is not 0 or 1 never reads so.
func Percent(share float64) string {
	switch p := strconv.FormatFloat(100*share, 'f', 1, 64); {
	case p == "0.0" && share > 0:
		return "<0.1%"
	case p == "100.0" && share < 1:
		return ">99.9%"
	default:
		return p + "%"
	}
}

// Percents writes the interval of a share, [None] where there is none.
func Percents(i *record.Interval) string {
	if i == nil {
		return None
	}
	return Percent(i.Low) + " to " + Percent(i.High)
}

// Estimate writes a line of the summary: its estimate and its interval, shares in
// percent. A line of no run has neither.
func Estimate(r record.SummaryRow) (value, between string) {
	write := Number
	if r.Method == analysis.MethodWilson || r.Method == analysis.MethodKaplanMeier {
		write = Percent
	}
	switch {
	case r.N == 0:
		return None, None
	case r.Interval == nil:
		return write(r.Estimate), None
	}
	return write(r.Estimate), write(r.Interval.Low) + " to " + write(r.Interval.High)
}

// Thousands writes a count with its thousands apart.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Plural counts things.
func Plural(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + several
}
