package verify

import "slices"

// Check is one mechanism held against what is known of it.
type Check struct {
	ID        string
	Mechanism string
	Source    string
	Finds     string // what would show in it, of checks with an exact answer
	Misses    string // what would not
	trials    []trial
}

// trial plays some rows of a check.
type trial func(l *Lab) ([]Row, error)

// Checks lists the checks in the order in which they are told.
func Checks() []Check {
	return []Check{
		alternatingOffers(), solutions(), riskReturn(), informed(), confidential(), goBetween(), biased(), votes(),
		concession(), guarantee(), powerShift(),
		mediation(), styles(), pressure(), survival(), deadline(), selection(), timing(),
	}
}

// Trials is how many parts the check can be played in, each by itself.
func (c *Check) Trials() int { return len(c.trials) }

// Play plays one part of the check. An error is a scenario that could not be read or
// played; a row that does not agree is none.
func (c *Check) Play(l *Lab, part int) ([]Row, error) {
	rows, err := c.trials[part](l)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		r := &rows[i]
		r.Check, r.Mechanism = c.ID, c.Mechanism
		if r.Source == "" {
			r.Source = c.Source
		}
	}
	return rows, nil
}

// Failed reports whether a row that decides does not agree.
func Failed(rows []Row) bool {
	return slices.ContainsFunc(rows, func(r Row) bool { return r.Class.Decides() && !r.Agrees() })
}
