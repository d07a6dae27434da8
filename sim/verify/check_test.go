package verify_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
	"shuttle/sim/verify"
)

func shipped(name string) ([]byte, error) { return os.ReadFile("../../configs/verify/" + name) }

// changed opens the shipped files with one value of every one of them changed that has
// it.
func changed(path, value string) verify.Open {
	return func(name string) ([]byte, error) {
		text, err := shipped(name)
		if err != nil {
			return nil, err
		}
		doc, err := document.Parse(name, text)
		if err != nil {
			return nil, err
		}
		if err := doc.Patch(path, value); err != nil {
			return nil, err
		}
		s, err := scenario.Compile(doc)
		if err != nil {
			return nil, err
		}
		return s.Resolved, nil
	}
}

// small is enough for what is far off, and lets what is right through: four standard
// errors grow with it.
const small = .1

// Every exact row of the shipped files holds.
func TestTheModelHolds(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, c := range exact() {
		t.Run(c.ID+" "+c.Mechanism, func(t *testing.T) {
			for _, r := range played(t, c, shipped) {
				assert.True(t, r.Agrees(), "%s: want %v, got %v", r.What, r.Expected, r.Simulated)
			}
		})
	}
}

// Every exact row fails when some value of its file is another. What is changed is not
// what the check itself sets.
func TestEveryExactRowCanFail(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	wrong := map[string][][2]string{
		"X1 alternating offers":           {{"parties[B].fallback.base", "0.1"}},
		"X1 solution points":              {{"parties[A].scores.pie.exponent", "0.6"}, {"parties[B].scores.pie.best", "0.1"}},
		"X2 risk and return, no mediator": {{"parties[A].fallback.base", "0.3"}},
		"X3 informed mediator":            {{"parties[A].fallback.base", "0.35"}, {"parties[A].tactic.spread", "0.1"}},
		"X4 confidential mediation":       {{"parties[B].tactic", "reticent"}, {"parties[B].fallback.base.shape", "uniform"}},
		"X4b uninformed mediator":         {{"parties[A].fallback.base", "0.3"}},
		"X5 biased mediator":              {{"parties[B].fallback.base.base", "0.35"}, {"signals[0].accuracy", "0.6"}, {"parties[A].tactic.share", "0.6"}},
		"X6 votes over interdependent clauses": {{"parties[A].tactic", "hill-climber"}, {"parties[B].tactic", "hill-climber"},
			{"talks.rounds", "2"}},
		"X7 concession by the clock": {{"parties[A].fallback.base", "0.45"}},
		"X8 peace that may not hold": {{"parties[A].loss.stock", "0.8"}, {"parties[A].fallback.base", "0.45"}},
		"X9 power shift":             {{"parties[B].tactic.after", "0.8"}},
	}
	for _, c := range exact() {
		t.Run(c.ID+" "+c.Mechanism, func(t *testing.T) {
			failed := map[string]bool{}
			for _, w := range wrong[c.ID+" "+c.Mechanism] {
				for _, r := range played(t, c, changed(w[0], w[1])) {
					failed[r.What] = failed[r.What] || !r.Agrees()
				}
			}
			require.NotEmpty(t, failed)
			for what, is := range failed {
				assert.True(t, is, "%s holds whatever the file says", what)
			}
		})
	}
}

// exact are the checks with an answer.
func exact() []verify.Check {
	var list []verify.Check
	for _, c := range verify.Checks() {
		if c.ID[0] == 'X' {
			list = append(list, c)
		}
	}
	return list
}

// played is all rows of a check, at a size that tells its rows apart.
func played(t *testing.T, c verify.Check, open verify.Open) []verify.Row {
	t.Helper()
	size := small
	if c.ID == "X6" {
		size = .2
	}
	lab := verify.NewLab(open, size, 1)
	var all []verify.Row
	for i := range c.Trials() {
		rows, err := c.Play(lab, i)
		require.NoError(t, err)
		all = append(all, rows...)
	}
	return all
}
