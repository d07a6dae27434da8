package measure

import (
	"math"

	"shuttle/sim/record"
)

// Measures of how the talks went.

func agreement(r *run, _ int) record.Value { return record.Flag(r.Signed) }

func round(r *run, _ int) record.Value {
	if !r.Signed {
		return record.Null()
	}
	return record.Int(int64(r.Round))
}

func day(r *run, _ int) record.Value { return r.ifSigned(r.Day) }

func rounds(r *run, _ int) record.Value { return record.Int(int64(r.Rounds)) }

func drafts(r *run, _ int) record.Value { return record.Int(int64(len(r.History.Drafts))) }

func messages(r *run, _ int) record.Value { return record.Int(int64(r.Messages)) }

func load(r *run, _ int) record.Value {
	if r.Rounds == 0 {
		return record.Null()
	}
	return record.Float(float64(r.Messages) / float64(r.Rounds))
}

func objections(r *run, _ int) record.Value { return record.Int(int64(len(r.History.Objections))) }

func gap(r *run, _ int) record.Value {
	n := len(r.Course)
	if n == 0 || !r.Course[n-1].Text {
		return record.Null()
	}
	return record.Float(r.Course[n-1].Gap)
}

func floor(r *run, party int) record.Value { return record.Float(r.floor(party)) }

// concession adds up what each signatory lost whenever the text changed from one
// round to the next.
func concession(r *run, _ int) record.Value {
	first, all := 0.0, 0.0
	for t := 1; t < len(r.Course); t++ {
		before, after := &r.Course[t-1], &r.Course[t]
		if !before.Text || !after.Text {
			continue
		}
		for n, i := range r.signs {
			lost := max(0, before.Worth[i]-after.Worth[i])
			if n == 0 {
				first += lost
			}
			all += lost
		}
	}
	if all == 0 {
		return record.Null()
	}
	return record.Float(first / all)
}

// ifSigned is a number that only a signed text has.
func (r *run) ifSigned(x float64) record.Value {
	if !r.Signed {
		return record.Null()
	}
	return record.Float(x)
}

// early is the round after which talks have shown how they go. Own choice.
const early = 3

func earlyGap(r *run, _ int) record.Value {
	if len(r.Course) < early || !r.Course[early-1].Text {
		return record.Null()
	}
	return record.Float(r.Course[early-1].Gap)
}

// short is how far the last text lay below a party's fallback.
func short(r *run, party int) record.Value {
	n := len(r.Course)
	if n == 0 || !r.Course[n-1].Text {
		return record.Null()
	}
	return record.Float(r.Course[n-1].Floor[party] - r.Course[n-1].Worth[party])
}

func garbled(r *run, _ int) record.Value { return record.Int(int64(r.Garbled)) }

func late(r *run, _ int) record.Value { return record.Float(r.Late) }

func earlyNarrative(r *run, _ int) record.Value {
	if len(r.Course) < early || math.IsNaN(r.Course[early-1].Narrative) {
		return record.Null()
	}
	return record.Float(r.Course[early-1].Narrative)
}

func earlyCloseness(r *run, _ int) record.Value {
	if len(r.Course) < early || !r.Course[early-1].Text {
		return record.Null()
	}
	return record.Float(r.Course[early-1].Closeness)
}
