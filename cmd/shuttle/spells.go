package main

import (
	"fmt"
	"math"
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/scenario"
)

// The estimates of times to an event, beside the means and shares of measures.
const (
	signedBy     = "signed_by."    // + days + "d": share of runs signed by then
	daysUnsigned = "days_unsigned" // mean days without a signature, up to the horizon
	peaceHolds   = "peace_holds."  // + years + "y": share of the peaces that still hold then
)

// spans are how long runs of a scenario are followed.
type spans struct {
	horizon float64 // of the talks [days]
	watch   float64 // of the peace [years]
}

// spansOf are the longest that a scenario allows.
func spansOf(s *scenario.Scenario) spans {
	var of spans
	for _, n := range s.Assumptions {
		switch n.Path {
		case "talks.horizon":
			of.horizon = n.Hi
		case "durability.watch":
			of.watch = n.Hi
		}
	}
	return of
}

// days are when the share signed is told: at the quarters of the horizon.
func (s spans) days() []float64 {
	var days []float64
	for quarter := range 4 {
		if day := math.Round(s.horizon * float64(quarter+1) / 4); day > 0 {
			days = append(days, day)
		}
	}
	return slices.Compact(days)
}

// years are when the share of peace that holds is told.
func (s spans) years() []float64 {
	return slices.DeleteFunc([]float64{1, 2, 5, 10}, func(y float64) bool { return y > s.watch })
}

// spells gathers the times of the runs under one mediator at one point. Talks that
// ended without a signature are over: they count as unsigned to the end of the
// horizon.
type spells struct {
	talks, peace analysis.Spells
}

// newSpells counts times by the day, and by about a third of one, where runs are so
// many that they cannot be told apart.
func newSpells() *spells {
	return &spells{talks: analysis.Spells{Cell: 1}, peace: analysis.Spells{Cell: 1. / 1024}}
}

func (s *spells) add(signed bool, day, peace float64, outcome string, of spans) error {
	talks := analysis.Spell{Time: day, Event: true}
	if !signed {
		talks = analysis.Spell{Time: math.Max(of.horizon, 1)}
	}
	if err := s.talks.Add(talks); err != nil {
		return err
	}
	if collapsed := outcome == "collapsed"; signed && (collapsed || peace > 0) {
		return s.peace.Add(analysis.Spell{Time: peace, Event: collapsed})
	}
	return nil
}

// lines are the estimates by Kaplan and Meier, with Greenwood's intervals on the
// scale of log-log survival.
func (s *spells) lines(of spans, point int, mediator string) ([]record.SummaryRow, error) {
	talks, err := curveOf(&s.talks)
	if err != nil {
		return nil, err
	}
	peace, err := curveOf(&s.peace)
	if err != nil {
		return nil, err
	}
	var lines []record.SummaryRow
	add := func(measure string, n int, estimate float64, at *record.Interval, method string) {
		lines = append(lines, record.SummaryRow{Point: point, Mediator: mediator, Measure: measure, N: n, Estimate: estimate, Interval: at, Method: method})
	}
	for _, day := range of.days() {
		at := stepAt(talks, day)
		add(fmt.Sprintf("%s%gd", signedBy, day), s.talks.N(), 1-at.Survival, between(1-at.High, 1-at.Low), analysis.MethodKaplanMeier)
	}
	if of.horizon > 0 && len(talks) > 0 {
		mean, at, err := talks.RestrictedMeanWithin(of.horizon, confidence)
		if err != nil {
			return nil, err
		}
		var between *record.Interval
		if s.talks.N() > 1 { // of one run nothing is known of the spread
			between = &at
		}
		add(daysUnsigned, s.talks.N(), mean, between, analysis.MethodRestrictedMean)
	}
	for _, year := range of.years() {
		at := stepAt(peace, year)
		add(peaceHeld(year), at.AtRisk, at.Survival, between(at.Low, at.High), analysis.MethodKaplanMeier)
	}
	return lines, nil
}

func curveOf(spells *analysis.Spells) (analysis.Curve, error) {
	if spells.N() == 0 {
		return nil, nil
	}
	return spells.KaplanMeier(analysis.LogLog, confidence)
}

// stepAt is the curve at a time, AtRisk being all whom it speaks of; nobody where
// the runs were not followed as far.
func stepAt(c analysis.Curve, t float64) analysis.Step {
	at, known := c.At(t)
	if at.AtRisk = 0; known {
		at.AtRisk = c[0].AtRisk
	}
	return at
}

// between is an interval, nil where a share is none or all: Greenwood's formula has
// no width there.
func between(low, high float64) *record.Interval {
	if low == high {
		return nil
	}
	return &record.Interval{Low: low, High: high}
}
