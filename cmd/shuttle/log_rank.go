package main

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// fewestTested is how many times each mediator must have for the test: below it χ² is not
// distributed as its p says. Own choice, the same as for curves of survival.
const fewestTested = 5

// logRank is what the log-rank test says of the times under all mediators compared, or why
// it is not made.
type logRank struct {
	Of    string   `json:"of"`
	ChiSq *float64 `json:"chi_square"`
	DF    int      `json:"degrees_of_freedom"`
	P     *float64 `json:"p"`
	Left  string   `json:"left_out,omitempty"`
	Note  string   `json:"note,omitempty"` // what it does not take account of
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
		got, err := analysis.CompareSurvival(groups...)
		if err != nil {
			continue // there is nothing to compare
		}
		test := logRank{Of: []string{"time to the signature", survivalOfPeace}[i], DF: got.DF}
		if slices.ContainsFunc(groups, func(g *analysis.Spells) bool { return g.N() < fewestTested }) {
			test.Left = fmt.Sprintf("fewer than %d %s under some mediator", fewestTested, []string{"runs", "peaces"}[i])
		} else {
			test.ChiSq, test.P = &got.ChiSq, &got.P
			test.Note = []string{sharedParties, sharedParties + " " + strings.ReplaceAll(ownPeaces, "\n", " ")}[i]
		}
		tests = append(tests, test)
	}
	return tests
}

// survivalOfPeace is what the second of the tests is of.
const survivalOfPeace = "survival of the peace"

// logRankText is a line on the tests, and what they do not take account of.
func logRankText(tests []logRank) string {
	var made, left []string
	own := ""
	for _, t := range tests {
		if t.Left != "" {
			left = append(left, fmt.Sprintf("No log-rank test of the %s: %s.\n", t.Of, t.Left))
			continue
		}
		if t.Of == survivalOfPeace {
			own = ownPeaces + "\n"
		}
		made = append(made, fmt.Sprintf("%s, χ² = %s (%s), p = %s", t.Of, words.Number(*t.ChiSq), words.Plural(t.DF, "degree of freedom", "degrees of freedom"), chance(*t.P)))
	}
	text := ""
	if len(made) > 0 {
		text = "Log-rank test of no difference between any of the mediators: " + strings.Join(made, "; ") + ".\n" + sharedParties + "\n" + own
	}
	if text += strings.Join(left, ""); text == "" {
		return ""
	}
	return text + "\n"
}
