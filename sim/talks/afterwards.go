package talks

import (
	"math"

	"shuttle/agents/clock"
	"shuttle/sim/rng"
)

// afterwards is what mechanisms of the aftermath share about the signed text of a
// run.
type afterwards struct {
	stretches []clock.Stretch // how the hazard changes over the years; empty where it does not
	spare     []clock.Stretch // room for the next product
	filed     bool            // somebody keeps the status of each document
	promised  float64         // the guarantee is in force from then on [years]
	done      float64         // every step of the text is taken by then [years]
	vote      float64         // the latest vote that can be held only while fighting has stopped [years]
	voter     string          // and why a text fails when it is not held
}

// reset forgets the text of the run before.
func (a *afterwards) reset() {
	*a = afterwards{stretches: a.stretches[:0], spare: a.spare[:0], filed: a.filed}
}

// reserve makes room for stretches, so that runs need not.
func (a *afterwards) reserve(n int) {
	n += cap(a.stretches)
	a.stretches, a.spare = make([]clock.Stretch, 0, n), make([]clock.Stretch, 0, n)
}

// multiply has the hazard change over the years by one more reason. The stretches are
// in order, the first from 0.
func (a *afterwards) multiply(by []clock.Stretch) {
	if len(a.stretches) == 0 {
		a.stretches = append(a.stretches, by...)
		return
	}
	out, one := a.spare[:0], a.stretches
	for i, j := 0, 0; ; {
		out = append(out, clock.Stretch{From: max(one[i].From, by[j].From), Factor: one[i].Factor * by[j].Factor})
		next, other := begins(one, i+1), begins(by, j+1)
		if math.IsInf(min(next, other), 1) {
			break
		}
		if next <= other {
			i++
		}
		if other <= next {
			j++
		}
	}
	a.stretches, a.spare = out, one
}

// begins is the year from which a stretch lasts; +Inf past the last.
func begins(list []clock.Stretch, i int) float64 {
	if i == len(list) {
		return math.Inf(1)
	}
	return list[i].From
}

// weigh works out what the signed text promises as things stand.
func (e *Engine) weigh() {
	o := &e.out
	p := e.c.Agenda.Promise(&o.Deal)
	o.Guarantee = p.Strength * p.Legal * e.scene.pooled()
	o.Hazard = e.hazard(&o.Deal)
}

// uncommit takes a guarantor's promise out of what the signed text is worth: it was
// seated, and is not bound.
func (e *Engine) uncommit(i int) {
	if e.scene.credibility[i] != 0 {
		e.scene.credibility[i] = 0
		e.weigh()
	}
}

// file notes how far a document of the signed text came; it does not go back.
func (e *Engine) file(document int, s Status) {
	if e.course.filed {
		e.out.Documents[document] = max(e.out.Documents[document], s)
	}
}

// lot draws one of several parties, each in proportion to its part; -1 where none has
// any. The first of exponential waiting times, one keyed draw a party, so that the
// order of the parties decides nothing.
func (e *Engine) lot(key rng.Key, part func(i int) float64) int {
	who, first := -1, math.Inf(1)
	for i := range e.seats {
		if p := part(i); p > 0 {
			if wait := -math.Log(1-e.seed.Uniform(e.c.Parties[i].Key.And(key))) / p; who < 0 || wait < first {
				who, first = i, wait
			}
		}
	}
	return who
}
