package verify

import (
	"math"
	"strings"
)

// Class is what it means that a row agrees or does not.
type Class string

// The classes of rows.
const (
	Exact      Class = "exact"      // theory says what must come out
	Published  Class = "published"  // a published table that was reproduced before
	Form       Class = "form"       // a fact that the form of the model was chosen by, that follows from it, or of which it was changed what is compared once a result had been seen
	Calibrated Class = "calibrated" // a fact that numbers of the model were fitted to
	HeldOut    Class = "held out"   // a fact that nothing was fitted to, compared as was first written
	Supposed   Class = "supposed"   // no fact of the model as it is, but of one with other numbers
)

// Decides reports whether the program fails when a row of the class does.
func (c Class) Decides() bool { return c == Exact || c == Published }

// Row is one number beside what it should be.
type Row struct {
	Check     string // X1 …
	Mechanism string // what is tried
	Source    string // who says so
	Class     Class
	Fact      string  // that the row is a version of; nothing where theory says what must come out
	What      string  // what is measured, and where
	Unit      string  // of the numbers
	Expected  float64 // by the source; NaN where it gives a range
	Least     float64 // what agrees runs from here
	Most      float64 // to here
	Simulated float64 // by the engine; NaN where nothing came out
	Low, High float64 // interval of Simulated; both are Simulated where nothing is drawn
	Runs      int     // played for it
	Note      string  // what the number leaves out
	Missing   string  // what would be needed, where a fact is not reproduced
	Weak      string  // why it says next to nothing that the row agrees, and what would make it fail
	by        rule
}

// rule says what of the simulated has to lie where it agrees.
type rule uint8

const (
	meets  rule = iota // some of the interval: of numbers that theory gives
	inside             // all of it, and not on the edge: of signs and orders
	hits               // the estimate: of numbers that have an interval of their own
	never              // nothing: of a sign that comes about by another cause than is on record
)

// Agrees reports whether what was simulated is what was expected.
func (r *Row) Agrees() bool {
	switch r.by {
	case inside:
		return r.Low > r.Least && r.High < r.Most
	case never:
		return false
	case hits:
		return r.Simulated >= r.Least && r.Simulated <= r.Most
	}
	return r.High >= r.Least && r.Low <= r.Most
}

// Close reports whether other runs might well have had the other verdict: what decides
// it, the estimate where a number has to lie in an interval and the end of its interval
// where a sign is asked for, is within a standard error or two of the bound.
func (r *Row) Close() bool {
	if r.Class.Decides() || r.by == never || math.IsNaN(r.Simulated) {
		return false
	}
	low, high, noise := r.Simulated, r.Simulated, (r.High-r.Low)/2
	if r.by == inside {
		low, high = r.Low, r.High
	}
	return math.Abs(low-r.Least) < noise || math.Abs(high-r.Most) < noise
}

// nearBound is what the page and the table call such a verdict.
const nearBound = "within noise of the bound"

// Remark is what is to be said beside the row: its note, that its verdict is a close one,
// and where it does not agree, what is missing.
func (r *Row) Remark() string {
	var parts []string
	if r.Note != "" {
		parts = append(parts, r.Note)
	}
	if r.Close() {
		parts = append(parts, nearBound)
	}
	if r.Verdict() == weak {
		parts = append(parts, "weak: "+r.Weak)
	}
	if !r.Agrees() && r.Missing != "" {
		parts = append(parts, "missing: "+r.Missing)
	}
	return strings.Join(parts, "; ")
}

// Verdict is the outcome in a word.
func (r *Row) Verdict() string {
	switch agrees, decides := r.Agrees(), r.Class.Decides(); {
	case agrees && decides:
		return holds
	case decides:
		return fails
	case r.Class == Supposed && agrees:
		return would
	case r.Class == Supposed:
		return wouldNot
	case agrees && r.Weak != "":
		return weak
	case agrees:
		return reproduced
	}
	return missed
}

// The verdicts.
const (
	holds      = "holds"
	fails      = "FAILS"
	reproduced = "reproduced"
	weak       = "weak" // it agrees, and could hardly have failed
	missed     = "NOT reproduced"
	would      = "would agree"
	wouldNot   = "would NOT agree"
)

// exact is a row without chance: it agrees within a tolerance.
func exact(what, unit string, expected, simulated, tolerance float64, runs int) Row {
	return Row{Class: Exact, What: what, Unit: unit, Expected: expected, Least: expected - tolerance, Most: expected + tolerance,
		Simulated: simulated, Low: simulated, High: simulated, Runs: runs}
}

// sampled is a row of a mean over runs: it agrees when what is expected lies within
// four standard errors, and what the ladder's steps may add to them.
func sampled(what, unit string, expected float64, t *tally, rung float64) Row {
	low, high := t.interval()
	return Row{Class: Exact, What: what, Unit: unit, Expected: expected, Least: expected - rung, Most: expected + rung,
		Simulated: t.mean(), Low: low, High: high, Runs: t.n}
}

// tally adds up a number over runs.
type tally struct {
	n            int
	sum, squares float64
}

func (t *tally) add(x float64) {
	t.n++
	t.sum += x
	t.squares += x * x
}

// count adds one if something is so, else nothing.
func (t *tally) count(is bool) {
	if is {
		t.add(1)
	} else {
		t.add(0)
	}
}

func (t *tally) mean() float64 { return t.sum / float64(t.n) }

// error is the standard error of the mean.
func (t *tally) error() float64 {
	m := t.mean()
	return math.Sqrt(max(0, t.squares/float64(t.n)-m*m) / float64(t.n))
}

// reach is how many standard errors an interval reaches to either side: with a few
// dozen rows, chance alone breaks one in hundreds of calls.
const reach = 4

func (t *tally) interval() (low, high float64) {
	m, e := t.mean(), reach*t.error()
	return m - e, m + e
}
