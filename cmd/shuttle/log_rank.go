package main

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// logRank is what the log-rank test says of the times under all mediators compared.
type logRank struct {
	Of    string  `json:"of"`
	ChiSq float64 `json:"chi_square"`
	DF    int     `json:"degrees_of_freedom"`
	P     float64 `json:"p"`
	Note  string  `json:"note"` // what it does not take account of
}

// sharedParties and ownPeaces are what the tests do not take account of.
const (
	sharedParties = "It takes runs of the same number as independent; as they share their parties, it errs on the careful side."
	ownPeaces     = `The survival of the peace is compared between the runs that each mediator brought to a signature, which
are not the same runs and were assigned to none: a difference may come from which sides signed and not
from what they signed, and is no effect of the mediator.`
)

// logRanks tests whether texts are signed as soon, and peace lasts as long, under every
// mediator; nothing is said of times that some mediator has none of.
func (s *summary) logRanks(mediators []string) []logRank {
	var talks, peace []*analysis.Spells
	for _, name := range mediators {
		of := s.spells[arm{mediator: name}]
		if !rival(name) || of == nil {
			continue
		}
		talks, peace = append(talks, &of.talks), append(peace, &of.peace)
	}
	var tests []logRank
	for i, groups := range [][]*analysis.Spells{talks, peace} {
		if got, err := analysis.CompareSurvival(groups...); err == nil { // else there is nothing to compare
			tests = append(tests, logRank{[]string{"time to the signature", survivalOfPeace}[i], got.ChiSq, got.DF, got.P,
				[]string{sharedParties, sharedParties + " " + strings.ReplaceAll(ownPeaces, "\n", " ")}[i]})
		}
	}
	return tests
}

// survivalOfPeace is what the second of the tests is of.
const survivalOfPeace = "survival of the peace"

// logRankText is a line on the tests, and what they do not take account of.
func logRankText(tests []logRank) string {
	if len(tests) == 0 {
		return ""
	}
	var parts []string
	for _, t := range tests {
		parts = append(parts, fmt.Sprintf("%s, χ² = %s (%s), p = %s", t.Of, words.Number(t.ChiSq), words.Plural(t.DF, "degree of freedom", "degrees of freedom"), chance(t.P)))
	}
	text := "Log-rank test of no difference between any of the mediators: " + strings.Join(parts, "; ") + ".\n" + sharedParties + "\n"
	if slices.ContainsFunc(tests, func(t logRank) bool { return t.Of == survivalOfPeace }) {
		text += ownPeaces + "\n"
	}
	return text + "\n"
}
