package main

import (
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"shuttle/sim/report/words"
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

// decimals writes a number with so many decimals; none is minus zero.
func decimals(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// many writes a whole number of any size.
func many(x float64) string {
	if x < 1e12 {
		return words.Thousands(int(x))
	}
	return strconv.FormatFloat(x, 'g', 3, 64)
}
