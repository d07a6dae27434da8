package measure

import (
	"math"

	"shuttle/sim/record"
	"shuttle/sim/talks"
	"shuttle/sim/world"
)

// Measures of the world around the talks and of the way from text to peace.

func reason(r *run, _ int) record.Value { return record.Text(r.Reason) }

// signedFlag is a flag that only a signed text has.
func (r *run) signedFlag(x bool) record.Value {
	if !r.Signed {
		return record.Null()
	}
	return record.Flag(x)
}

func ratified(r *run, _ int) record.Value { return r.signedFlag(r.Ratified) }

// implemented is false too where the text stood and one of its documents was refused.
func implemented(r *run, _ int) record.Value {
	for _, status := range r.Documents {
		if status == talks.DocumentRejected {
			return r.signedFlag(false)
		}
	}
	return r.signedFlag(r.Ratified && r.InForce)
}

// broke names the party by which a signed text collapsed.
func broke(r *run, _ int) record.Value {
	if !r.Signed || r.Broke < 0 {
		return record.Null()
	}
	return record.Text(r.c.Parties[r.Broke].Name)
}

func ambiguity(r *run, _ int) record.Value { return r.ifSigned(r.Ambiguity) }

func shortfall(r *run, _ int) record.Value { return r.ifSigned(r.Shortfall) }

func legitimacy(r *run, _ int) record.Value { return record.Float(r.Legitimacy) }

func leverageCost(r *run, _ int) record.Value { return record.Float(r.Leverage) }

func exchanges(r *run, _ int) record.Value { return record.Int(int64(r.Exchanges)) }

func strikes(r *run, _ int) record.Value { return record.Int(int64(r.Strikes)) }

// narrativeGap is the mean over the rounds in which something was said in public.
func narrativeGap(r *run, _ int) record.Value {
	sum, n := 0.0, 0
	for i := range r.Course {
		if m := &r.Course[i]; !math.IsNaN(m.Narrative) {
			sum += m.Narrative - m.Closeness
			n++
		}
	}
	if n == 0 {
		return record.Null()
	}
	return record.Float(sum / float64(n))
}

func trust(r *run, _ int) record.Value {
	if n := len(r.Course); n > 0 && !math.IsNaN(r.Course[n-1].Trust) {
		return record.Float(r.Course[n-1].Trust)
	}
	return record.Null()
}

// delayCost is what a party would have had more if the signed text had been signed
// when talks began.
func delayCost(r *run, party int) record.Value {
	return r.ifSigned(r.gain(party) * r.Day / world.Year)
}
