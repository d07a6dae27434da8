package main

import (
	"fmt"
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
}

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
			tests = append(tests, logRank{[]string{"time to the signature", "survival of the peace"}[i], got.ChiSq, got.DF, got.P})
		}
	}
	return tests
}

// logRankText is a line on the tests.
func logRankText(tests []logRank) string {
	if len(tests) == 0 {
		return ""
	}
	var parts []string
	for _, t := range tests {
		parts = append(parts, fmt.Sprintf("%s, χ² = %s (%s), p = %s", t.Of, words.Number(t.ChiSq), words.Plural(t.DF, "degree of freedom", "degrees of freedom"), chance(t.P)))
	}
	return "Log-rank test of no difference between any of the mediators: " + strings.Join(parts, "; ") +
		".\nIt takes runs of the same number as independent; as they share their parties, it errs on the careful side.\n\n"
}
