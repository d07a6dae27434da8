package verify

import "math"

// icb is where the figures of E1, E2 and E6 come from.
const icb = "International Crisis Behavior data, version 14, recomputed: 432 crises of 1918 to 2001"

// style is what is on record of a style of mediation.
type style struct {
	name      string
	n, agreed float64 // crises, and those that ended with a formal agreement
}

// onRecord are crises without a mediator, and mediated ones of which the style is known.
func onRecord() []style {
	return []style{{"no mediator", 299, 34}, {"facilitation", 14, 1}, {"formulation", 56, 22}, {"manipulation", 45, 30}}
}

// mediated are all crises on record with a mediator, of known style or not.
func mediated() style { return style{"any mediator", 133, 59} }

// mix is the share of each style among mediated crises of which it is known.
func mix() (shares [3]float64) {
	all := 0.0
	for _, s := range onRecord()[1:] {
		all += s.n
	}
	for k, s := range onRecord()[1:] {
		shares[k] = s.n / all
	}
	return shares
}

// sent is how often crises on record had a mediator, by how violent they were, from the
// least to the most.
func sent() [4]float64 { return [4]float64{.21, .30, .29, .45} }

// baseline is what a logistic regression expects of a style: fitted to all other crises
// on record, with one step of log odds from each style to the next.
func baseline(of int) (float64, error) {
	var others []cases
	for i, s := range onRecord() {
		if i != of {
			others = append(others, cases{[]float64{1, float64(i)}, s.n, s.agreed})
		}
	}
	fit, _, err := logistic(others)
	if err != nil {
		return 0, err
	}
	return chance(dot(fit, []float64{1, float64(of)})), nil
}

// surprise is the mean log loss over the mediated crises of known style of rates said of
// facilitation, formulation and manipulation, and its standard error, given theirs.
func surprise(rates, errs [3]float64) (loss, err float64) {
	n, square := 0.0, 0.0
	for k, s := range onRecord()[1:] {
		p, no := rates[k], s.n-s.agreed
		loss -= float64(s.agreed*math.Log(p)) + float64(no*math.Log(1-p))
		slope := (no/(1-p) - s.agreed/p) * errs[k]
		square += float64(slope * slope)
		n += s.n
	}
	return loss / n, math.Sqrt(square) / n
}
