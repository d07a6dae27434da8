package scenario

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// scores reads how a party scores the levels of each issue: a table of values, or
// a curve over the amounts; and what clauses are worth together. An issue that weighs
// nothing may be left out.
func (r *reader) scores(m *document.Map, own owner) part {
	block := m.Map("scores")
	weights := m.Map("weights")
	if len(r.c.Agenda.Issues) == 0 {
		block.Skip()
	}
	parts := make([]func([]float64, *talks.Binder), len(r.c.Agenda.Issues))
	for k := range r.c.Agenda.Issues {
		is := &r.c.Agenda.Issues[k]
		v := block.Value(is.Name)
		switch {
		case !v.Present():
			if n := weights.Number(is.Name, document.AtLeast(0).In("weight"), document.Plain(0)); n.Hi > 0 {
				block.Fault(is.Name, "the issue has a weight and no scores", "a list of values or a curve", "")
			}
		case v.Kind() == "list" || v.Kind() == "a list" || v.Kind() == "a mapping" && v.Map().Has("values"):
			parts[k] = r.scored(k, r.table(v, own, k))
		case byLevel(v, is):
			v.Map().Skip()
			if !r.byLevel { // where one is so all are, and one word does
				r.byLevel = true
				v.Fault("names a score for each level; here and wherever else it does so, leave the names out", "a list of one score a level, in the order of the ladder, such as "+r.listed(v, k)+"; or a curve", "")
			}
		default:
			parts[k] = r.scored(k, r.curve(v.Map(), own, is))
		}
	}
	issues, together := r.c.Agenda.Issues, r.pairwise(m, own)
	return func(t *party.Traits, b *talks.Binder) {
		t.Scores = make([][]float64, len(issues))
		for k := range issues {
			t.Scores[k] = make([]float64, len(issues[k].Levels))
			if parts[k] != nil {
				parts[k](t.Scores[k], b)
			}
		}
		together(t, b)
	}
}

// byLevel tells whether a party's scores of an issue are given by the names of its levels.
func byLevel(v document.Value, is *agenda.Issue) bool {
	if v.Kind() != "a mapping" || v.Map().Has("curve") {
		return false
	}
	return slices.ContainsFunc(is.Levels, func(l agenda.Level) bool { return slices.Contains(v.Map().Keys(), l.Label) })
}

// listed writes such scores as the list that they should be.
func (r *reader) listed(v document.Value, k int) string {
	const most = 8
	is := &r.c.Agenda.Issues[k]
	var scores []string
	for i, l := range r.clear(k) {
		if i == most {
			scores = append(scores, "…")
			break
		}
		score := "0.5"
		if name := is.Levels[l].Label; slices.Contains(v.Map().Keys(), name) {
			score = v.Map().Value(name).YAML()
		}
		scores = append(scores, score)
	}
	return is.Name + ": [" + strings.Join(scores, ", ") + "]"
}

// table reads one value for each level that is not vague. The case's jitter shakes them.
func (r *reader) table(v document.Value, own owner, k int) func([]float64, *talks.Binder) {
	t, places := v.Table(document.Between(0, 1).In("score")), r.clear(k)
	if len(t.Values) != len(places) {
		v.Fault(fmt.Sprintf("has %d values", len(t.Values)), r.scoresNeeded(k, len(places)), "")
		places = places[:min(len(places), len(t.Values))]
	}
	key, values := own.key.And(rng.Name("scores."+r.c.Agenda.Issues[k].Name)), t.Values
	return func(scores []float64, b *talks.Binder) {
		for i, l := range places {
			scores[l] = values[i]
			b.Jitter(key.With(l), &scores[l])
		}
	}
}

// curve reads a curve over the amounts of an issue.
func (r *reader) curve(m *document.Map, own owner, is *agenda.Issue) func([]float64, *talks.Binder) {
	var params []rng.Param
	number := func(key string, bounds document.Bounds, def ...document.Number) {
		params = append(params, own.param(m.Number(key, bounds, def...)))
	}
	low, high := amounts(is)
	ends := func() {
		number("worst", document.Any().In(is.Unit), document.Plain(low))
		number("best", document.Any().In(is.Unit), document.Plain(high))
	}
	var make1 func(x []float64) party.Curve
	form := m.Choice("curve", []string{"linear", "power", "sigmoid", "single-peaked", "prospect"})
	if form == "" {
		m.Skip() // an unknown curve: what keys it has is not known either
	}
	switch form {
	case "power":
		ends()
		number("exponent", document.Above(0).In("-"))
		make1 = func(x []float64) party.Curve { return party.Power{Worst: x[0], Best: x[1], Exponent: x[2]} }
	case "sigmoid":
		ends()
		number("middle", document.Between(0, 1).In("share"), document.Plain(.5))
		number("steepness", document.Above(0).In("-"), document.Plain(10))
		make1 = func(x []float64) party.Curve {
			return party.Sigmoid{Worst: x[0], Best: x[1], Middle: x[2], Steepness: x[3]}
		}
	case "single-peaked":
		number("peak", document.Any().In(is.Unit))
		number("width", document.Above(0).In(is.Unit))
		make1 = func(x []float64) party.Curve { return party.Peaked{Peak: x[0], Width: x[1]} }
	case "prospect":
		ends()
		number("reference", document.Any().In(is.Unit))
		number("aversion", document.AtLeast(1).In("-"), document.Plain(2.25))
		number("curvature", document.Between(.01, 1).In("-"), document.Plain(.88))
		make1 = func(x []float64) party.Curve {
			return party.Prospect{Worst: x[0], Best: x[1], Reference: x[2], Aversion: x[3], Curvature: x[4]}
		}
	default:
		ends()
		make1 = func(x []float64) party.Curve { return party.Linear{Worst: x[0], Best: x[1]} }
	}
	m.Text("basis", "assumption")
	m.Text("note", "")
	m.Text("source", "")
	levels := is.Levels
	return func(scores []float64, b *talks.Binder) { bindCurve(scores, b, params, levels, make1) }
}

// bindCurve fills the scores from a curve, again for each run if the curve varies.
func bindCurve(scores []float64, b *talks.Binder, params []rng.Param, levels []agenda.Level, make1 func([]float64) party.Curve) {
	x := make([]float64, len(params))
	varies := false
	for i := range params {
		b.Number(params[i], &x[i])
		varies = varies || params[i].Varies()
	}
	fill := func() {
		c := make1(x)
		for l := range scores {
			scores[l] = min(max(c.Score(levels[l].Amount), 0), 1)
		}
	}
	if fill(); varies {
		b.After(fill)
	}
}

// amounts are the ends of an issue's ladder.
func amounts(is *agenda.Issue) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, l := range is.Levels {
		low, high = min(low, l.Amount), max(high, l.Amount)
	}
	return low, high
}
