// Package record is the form in which results leave the simulator: one row a
// run, and the plain tables that stand beside the rows.
//
// It knows how a [Schema] names its columns, how a [Row] of [Value]s is written
// as CSV and as Parquet and read back, and what the other files of a result
// hold: [Case] (case.json), [RoundRow] (rounds.csv), [ClauseRow] (clauses.csv),
// [SummaryRow] (summary.csv) and [HalfRow] (halves.csv). All of it goes through io.Reader and
// io.Writer, and equal input gives equal bytes.
//
// It must not know what is simulated, what a measure means, where a file lies
// or what time it is: it imports no other package of this module.
package record
