package measure

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/sim/record"
)

// Measures of how far the signed text is from the solution points of the run's own
// parties on its last day. They are searched for only where the scenario asks for
// them: a run takes many times longer with them than without.

func nashDistance(r *run, _ int) record.Value { return r.from((*pointed).Nash) }

func kalaiDistance(r *run, _ int) record.Value { return r.from((*pointed).KalaiSmorodinsky) }

func egalitarianDistance(r *run, _ int) record.Value { return r.from((*pointed).Egalitarian) }

// from is the distance in the signatories' worths between the signed text and the
// better of the points that climbs from it and from the initial text find.
func (r *run) from(seek func(*pointed, *agenda.Deal) float64) record.Value {
	if !r.Signed || r.points == nil {
		return record.Null()
	}
	table := r.truth(lastDay)
	point, other := r.Deal, r.c.Initial
	if here, there := seek(r.points, &point), seek(r.points, &other); there > here {
		point = other
	}
	square := 0.0
	for _, i := range r.signs {
		away := table.Parties[i].Worth(&r.Deal) - table.Parties[i].Worth(&point)
		square += float64(away * away)
	}
	return record.Float(math.Sqrt(square))
}
