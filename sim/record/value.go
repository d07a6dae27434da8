package record

import (
	"math"
	"strconv"
)

// Kind is the kind of the values of a column.
type Kind uint8

// The kinds of values. The zero Kind is that of [Null]; no column has it.
const (
	KindNull  Kind = iota // nothing known
	KindInt               // a whole number, int64
	KindFloat             // a number, float64
	KindText              // a text
	KindFlag              // yes or no, written true and false
)

// String returns the kind's name: "null", "int", "float", "text" or "flag".
func (k Kind) String() string {
	switch k {
	case KindNull:
		return "null"
	case KindInt:
		return "int"
	case KindFloat:
		return "float"
	case KindText:
		return "text"
	case KindFlag:
		return "flag"
	}
	return "unknown"
}

// Value is one cell of a row. It is small, comparable and made without
// allocation; the zero Value is [Null].
type Value struct {
	bits uint64
	text string
	kind Kind
}

// Null returns the value of a cell of which nothing is known.
func Null() Value { return Value{} }

// Int returns a whole number.
func Int(i int64) Value { return Value{kind: KindInt, bits: uint64(i)} }

// Float returns a number. NaN and the infinities are kept as they are; where
// nothing is known, [Null] says so.
func Float(f float64) Value { return Value{kind: KindFloat, bits: math.Float64bits(f)} }

// Statistic returns an estimate, the end of an interval or a p-value; see [Significant].
func Statistic(f float64) Value { return Float(Significant(f)) }

// Significant rounds to ten significant digits: those after the eleventh depend on whether
// the processor fuses products and sums in the libraries that work statistics out, and say
// nothing. What lies half way between two such numbers, as exact p-values may, goes up
// whatever its last digits are.
func Significant(f float64) float64 {
	const up = 1 + 3e-12
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(float64(f*up), 'g', 10, 64), 64)
	if err != nil { // beyond the largest number
		return f
	}
	return rounded
}

// Text returns a text. A CSV file cannot tell the empty text from [Null].
func Text(s string) Value { return Value{kind: KindText, text: s} }

// Flag returns a yes or no.
func Flag(b bool) Value {
	if b {
		return Value{kind: KindFlag, bits: 1}
	}
	return Value{kind: KindFlag}
}

// Kind returns the kind of the value.
func (v Value) Kind() Kind { return v.kind }

// IsNull tells whether nothing is known.
func (v Value) IsNull() bool { return v.kind == KindNull }

// Int returns the whole number, 0 for a value of another kind.
func (v Value) Int() int64 {
	if v.kind != KindInt {
		return 0
	}
	return int64(v.bits)
}

// Text returns the text, "" for a value of another kind.
func (v Value) Text() string { return v.text }

// Flag returns the yes or no, false for a value of another kind.
func (v Value) Flag() bool { return v.kind == KindFlag && v.bits == 1 }

// Number returns an Int or Float as a number and a Flag as 0 or 1; false for a
// text and for [Null].
func (v Value) Number() (float64, bool) {
	switch v.kind {
	case KindInt:
		return float64(int64(v.bits)), true
	case KindFloat:
		return math.Float64frombits(v.bits), true
	case KindFlag:
		return float64(v.bits), true
	}
	return 0, false
}

// Row is one value a column, in the order of a [Schema].
type Row []Value
