package record

import "io"

// ClauseRow is one line of clauses.csv: how often a party objected to a clause
// of a draft.
type ClauseRow struct {
	Point      int
	Mediator   string
	Draft      int    // number of the draft
	Clause     string // name of the issue
	Party      string
	Objections int // runs in which the party objected to the clause in this draft
	N          int // runs that reached the draft
}

// ClauseSchema returns the columns of clauses.csv.
func ClauseSchema() Schema {
	return Schema{
		{"point", "", "design point, from 0", KindInt},
		{"mediator", "", "mediation strategy", KindText},
		{"draft", "", "number of the draft", KindInt},
		{"clause", "", "issue whose clause it is", KindText},
		{"party", "", "who objected", KindText},
		{"objections", "runs", "runs in which the party objected to the clause", KindInt},
		{"n", "runs", "runs that reached the draft", KindInt},
	}
}

// WriteClauses writes clauses.csv.
func WriteClauses(w io.Writer, rows []ClauseRow) error {
	return writeTable(w, ClauseSchema(), rows, encodeClause)
}

// ReadClauses reads what [WriteClauses] wrote.
func ReadClauses(r io.Reader) ([]ClauseRow, error) {
	return readTable(r, ClauseSchema(), decodeClause)
}

func encodeClause(r *ClauseRow, row Row) {
	copy(row, Row{
		Int(int64(r.Point)), Text(r.Mediator), Int(int64(r.Draft)), Text(r.Clause), Text(r.Party),
		Int(int64(r.Objections)), Int(int64(r.N)),
	})
}

func decodeClause(c *cells) ClauseRow {
	return ClauseRow{
		Point: c.int(0), Mediator: c.text(1), Draft: c.int(2), Clause: c.text(3), Party: c.text(4),
		Objections: c.int(5), N: c.int(6),
	}
}
