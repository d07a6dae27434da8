package measure

import "shuttle/sim/record"

// zone tells a deal that was missed from one that did not exist: whether, with the
// parties as drawn and on the first day, there was a deal that nobody would have
// refused.
func zone(r *run, _ int) record.Value {
	r.truth(firstDay)
	switch r.zones.Find().Exists {
	case Yes:
		return record.Flag(true)
	case No:
		return record.Flag(false)
	}
	return record.Null()
}
