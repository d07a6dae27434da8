package scenario

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// vague is a level that can be read as either of two others. Each side scores it mostly
// by the reading that it likes better: that it is vague nobody prices, the true hazard
// does, by the level's ambiguity, which is why vague texts are signed and break.
type vague struct{ at, one, other int }

// between reads which levels of an issue are vague between which others.
func (r *reader) between(list *document.List, levels []agenda.Level) (found []vague) {
	place := map[string]int{}
	for l := range levels {
		place[levels[l].Label] = l
	}
	maps := list.Maps()[:len(levels)]
	for l, m := range maps {
		if !m.Has("between") {
			continue
		}
		readings := m.Texts("between")
		v := vague{at: l}
		if len(readings) == 2 {
			one, known := place[readings[0]]
			other, too := place[readings[1]]
			v.one, v.other = one, other
			if known && too && one != other && !maps[one].Has("between") && !maps[other].Has("between") {
				found = append(found, v)
				if levels[l].Features.Ambiguity == 0 {
					m.Fault("between", "the level can be read in two ways and has no ambiguity", "an ambiguity above 0: else a vague text would be as good as a clear one that both sides like", "")
				}
				continue
			}
		}
		m.Fault("between", "does not name two readings", "two different levels of the issue that are not vague themselves", "")
	}
	return found
}

// ownReading reads the share of a vague clause that a side scores by the reading that is
// better for it; the rest it scores by the other one. Own choice: 70 to 30.
func (r *reader) ownReading() {
	n := r.root.Number("own_reading", document.Between(0, 1).In("share"), document.Plain(.7))
	r.ownShare = common().param(n)
}

// scored has the vague levels of an issue scored from their readings, after these.
func (r *reader) scored(k int, score func([]float64, *talks.Binder)) func([]float64, *talks.Binder) {
	list, share := r.vague[k], r.ownShare
	if len(list) == 0 || score == nil {
		return score
	}
	return func(scores []float64, b *talks.Binder) {
		score(scores, b)
		bindVague(scores, b, list, share)
	}
}

// bindVague fills the scores of vague levels, again for each run.
func bindVague(scores []float64, b *talks.Binder, list []vague, share rng.Param) {
	own := new(float64)
	b.Number(share, own)
	b.After(func() {
		for _, v := range list {
			better, worse := scores[v.one], scores[v.other]
			if better < worse {
				better, worse = worse, better
			}
			scores[v.at] = float64(*own*better) + float64((1-*own)*worse)
		}
	})
}

// clear are the places of an issue's levels that are not vague.
func (r *reader) clear(k int) (places []int) {
	taken := map[int]bool{}
	for _, v := range r.vague[k] {
		taken[v.at] = true
	}
	for l := range r.c.Agenda.Issues[k].Levels {
		if !taken[l] {
			places = append(places, l)
		}
	}
	return places
}

// scoresNeeded says how many scores a list for an issue has.
func (r *reader) scoresNeeded(k, clear int) string {
	is := &r.c.Agenda.Issues[k]
	if len(r.vague[k]) == 0 {
		return fmt.Sprintf("one for each of the %d levels of %s", clear, is.Name)
	}
	return fmt.Sprintf("one for each of the %d levels of %s that are not vague between others", clear, is.Name)
}
