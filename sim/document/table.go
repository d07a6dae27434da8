package document

// Table is a list of numbers that share one basis.
type Table struct {
	Values       []float64
	Unit         string // as given, else the unit of the Bounds it was read with
	Basis        string // as in Number
	Note, Source string // as in Number
	Path         string // canonical path of the table
	Given        bool   // false when the document lacks it
}

// Table reads a plain list of numbers or {values, unit, basis, note, source};
// absent, it is empty. After a fault in a value that value is 0. Each value is
// remembered for Document.Assumptions under its own path.
func (v Value) Table(b Bounds) Table {
	if v.form != nil {
		v.form.tables = bounded(v.form.tables, b)
		v.form = nil // what follows reads the same again
	}
	t := Table{Path: v.path, Given: v.Present(), Unit: b.Unit}
	list := v
	if t.Given && v.node.kind == kindMapping {
		m := v.Map()
		list = m.Value("values")
		if !list.Present() {
			list.Fault("is missing", "a list of numbers", "")
		}
		t.Unit, t.Basis, t.Note, t.Source = m.basis(b)
	}
	for _, item := range list.List().Values() {
		x, _ := item.float(b)
		t.Values = append(t.Values, x)
		n := Plain(x)
		n.Unit, n.Basis, n.Note, n.Source = t.Unit, t.Basis, t.Note, t.Source
		n.Path, n.Line, n.Column, n.Given = item.path, item.place.line, item.place.column, true
		v.reading.remember(n)
	}
	return t
}
