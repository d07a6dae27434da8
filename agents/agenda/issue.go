package agenda

import (
	"errors"
	"fmt"
)

// Limits of an agenda. Real cases have 5 to 30 issues; published single-text
// experiments have 100.
const (
	MaxIssues = 128 // issues of an agenda
	MaxLevels = 256 // levels of one issue
)

// Names of the three pillars every case can use; further ones are the user's.
const (
	Territory  = "territory"
	Guarantees = "guarantees"
	Pressure   = "pressure"
)

// MaxPillars bounds the number of pillars a case may name.
const MaxPillars = 8

// Features are what mechanisms read off a level. Shares are in [0,1].
type Features struct {
	Strength     float64   // strength of the guarantee this level promises [share]; summed over issues, at most 1
	Legal        float64   // factor on credibility from the legal form [share]; multiplied over issues, 1 where nothing is said
	Verification float64   // quality of monitoring [share]; summed over issues, at most 1
	Ambiguity    float64   // vagueness of the wording [share]; summed over issues
	Dividend     float64   // what peace pays both sides, so that they would lose by breaking it [share]; summed over issues, at most 1
	Ceded        []float64 // by party, in the agenda's order: what it gives up [share]; nil is none
	Disarmed     []float64 // by party: how far its forces are bound [share]; nil is none
	Reciprocal   bool      // both sides do at this level what is asked of one
	Deferred     bool      // the question is left open for later
}

// Level is one rung of an issue's ladder.
type Level struct {
	Label    string  // the user's name for it
	Amount   float64 // in the issue's unit
	Features Features
}

// Issue is one question on the agenda and the ladder of its answers. The order
// of the levels is a coordinate, not a ranking of merit.
type Issue struct {
	Name      string
	Unit      string // of Level.Amount
	Pillar    int    // index into Agenda.Pillars
	Document  int    // index into Agenda.Documents
	Levels    []Level
	Unordered bool // its levels are alternatives without an order: from each one goes to any other
}

// Agenda is everything that can be agreed in one case.
type Agenda struct {
	Issues    []Issue
	Pillars   []string
	Documents []string
}

// Validate names the first fault that makes an agenda unusable.
func (a *Agenda) Validate() error {
	switch {
	case len(a.Issues) == 0:
		return errors.New("an agenda needs at least one issue")
	case len(a.Issues) > MaxIssues:
		return fmt.Errorf("an agenda holds at most %d issues, have %d", MaxIssues, len(a.Issues))
	case len(a.Pillars) > MaxPillars:
		return fmt.Errorf("an agenda has at most %d pillars, have %d", MaxPillars, len(a.Pillars))
	}
	for _, is := range a.Issues {
		if n := len(is.Levels); n == 0 || n > MaxLevels {
			return fmt.Errorf("issue %s: needs 1 to %d levels, have %d", is.Name, MaxLevels, n)
		}
	}
	return nil
}

// Issue finds an issue by name; ok is false when there is none.
func (a *Agenda) Issue(name string) (k int, ok bool) {
	for k := range a.Issues {
		if a.Issues[k].Name == name {
			return k, true
		}
	}
	return 0, false
}

// Level finds a level of an issue by label.
func (is *Issue) Level(label string) (l int, ok bool) {
	for l := range is.Levels {
		if is.Levels[l].Label == label {
			return l, true
		}
	}
	return 0, false
}

// Size is the number of different deals, as a float because it overflows soon.
func (a *Agenda) Size() float64 {
	size := 1.0
	for k := range a.Issues {
		size *= float64(len(a.Issues[k].Levels))
	}
	return size
}
