package scenario

// around reads what is around the table, one mechanism after the other, in the order
// in which they act.
func (r *reader) around() {
	r.signals()
}
