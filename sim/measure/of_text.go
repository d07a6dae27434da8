package measure

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/sim/record"
)

// Measures of the text that was signed.

func worth(r *run, party int) record.Value { return r.ifSigned(r.Worth[party]) }

func gain(r *run, party int) record.Value { return r.ifSigned(r.gain(party)) }

// gain is over what no deal would have been worth without the mediator's own pressure and
// payments: whoever makes no deal worse creates no gain.
func (r *run) gain(party int) float64 { return r.Worth[party] - r.floor(party) }

func (r *run) floor(party int) float64 { return r.Floor[party] + r.Levered[party] }

func jointGain(r *run, _ int) record.Value {
	sum := 0.0
	for _, i := range r.signs {
		sum += r.gain(i)
	}
	return r.ifSigned(sum)
}

func nashProduct(r *run, _ int) record.Value {
	product := 1.0
	for _, i := range r.signs {
		product *= max(0, r.gain(i))
	}
	return r.ifSigned(product)
}

func tilt(r *run, _ int) record.Value {
	a, b := r.gain(r.signs[0]), r.gain(r.signs[1])
	size := math.Abs(a) + math.Abs(b)
	if size == 0 {
		return r.ifSigned(0)
	}
	return r.ifSigned((a - b) / size)
}

func effectiveGuarantee(r *run, _ int) record.Value { return r.ifSigned(r.Guarantee) }

func hazard(r *run, _ int) record.Value { return r.ifSigned(r.Hazard) }

func expectedPeace(r *run, _ int) record.Value {
	if r.c.Tables == nil {
		return r.ifSigned(1)
	}
	const years = 5
	return r.ifSigned(r.c.Clock.Survival(years, r.Hazard))
}

func peace(r *run, _ int) record.Value { return record.Float(r.Peace) }

// paretoDistance tries every change of one clause of the signed text.
func paretoDistance(r *run, _ int) record.Value {
	if !r.Signed {
		return record.Null()
	}
	table, best := r.truth(lastDay), 0.0
	for k := range table.Agenda.Issues {
		for l := range table.Agenda.Issues[k].Levels {
			change := agenda.Change{Issue: uint8(k), Level: uint8(l)}
			if least := r.leastGain(change); least > best && r.unrefused(change) {
				best = least
			}
		}
	}
	return record.Float(best)
}

// leastGain is what the signatory that gains least gains by a change of the deal.
func (r *run) leastGain(c agenda.Change) float64 {
	least := math.Inf(1)
	for _, i := range r.signs {
		least = min(least, r.table.Parties[i].Gain(&r.Deal, c, r.Worth[i]))
	}
	return least
}

// unrefused reports whether nobody would refuse the deal with a change, by the
// fallbacks of the last day.
func (r *run) unrefused(c agenda.Change) bool {
	d := r.Deal
	d[c.Issue] = c.Level
	return acceptable(r.table, &d, r.signs, r.Floor)
}
