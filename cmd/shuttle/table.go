package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"shuttle/sim/record"
)

// newTable is a table as the terminal shows it: a header, no frame.
func newTable(columns ...string) table.Writer {
	t := table.NewWriter()
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options = table.Options{SeparateHeader: true}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	t.AppendHeader(row(columns...))
	return t
}

// row is a line of a table.
func row(cells ...string) table.Row {
	r := make(table.Row, len(cells))
	for i, c := range cells {
		r[i] = c
	}
	return r
}

// number writes a number with the digits that matter to a reader.
func number(x float64) string {
	if x == 0 {
		return "0"
	}
	if size := math.Abs(x); size >= 1e5 || size < 1e-4 {
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	decimals := max(0, 2-int(math.Floor(math.Log10(math.Abs(x)))))
	return strconv.FormatFloat(x, 'f', decimals, 64)
}

// decimals writes a number with so many decimals; none is minus zero.
func decimals(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// percent writes a share; one that is not 0 or 1 never reads so.
func percent(share float64) string {
	switch p := strconv.FormatFloat(100*share, 'f', 1, 64); {
	case p == "0.0" && share > 0:
		return "<0.1%"
	case p == "100.0" && share < 1:
		return ">99.9%"
	default:
		return p + "%"
	}
}

// percents writes the interval of a share, a dash where there is none.
func percents(i *record.Interval) string {
	if i == nil {
		return "–"
	}
	return percent(i.Low) + " to " + percent(i.High)
}

// thousands writes a count with its thousands apart.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// many writes a whole number of any size.
func many(x float64) string {
	if x < 1e12 {
		return thousands(int(x))
	}
	return strconv.FormatFloat(x, 'g', 3, 64)
}

// plural counts things.
func plural(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + several
}
