package verify

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// Open is the text of a scenario file of the checks.
type Open func(name string) ([]byte, error)

// Lab plays the scenarios of the checks. It may be used side by side.
type Lab struct {
	open Open
	size float64
	seed rng.Seed
}

// NewLab makes a lab. Size scales how many runs rows are drawn from: 1 is the usual, at
// which the narrow ones have 200,000, and less serves tests.
func NewLab(open Open, size float64, seed rng.Seed) *Lab {
	return &Lab{open: open, size: size, seed: seed}
}

// own is the lab with draws of its own for a row: what comes out of it is independent of
// what comes out of any other row, though both expect the same number.
func (l *Lab) own(row string) *Lab {
	return &Lab{open: l.open, size: l.size, seed: l.seed.For(rng.Name(row))}
}

// Full is the size at which all is played five times as often.
const Full = 5

// draws is how many runs a row of the theory is drawn from.
func (l *Lab) draws() int { return l.runs(200_000) }

// runs scales a number of runs.
func (l *Lab) runs(usual int) int { return max(1, int(l.size*float64(usual))) }

// setting is a scenario with some of its values changed.
type setting struct {
	file string
	set  []string // path=value
}

func file(name string, set ...string) setting { return setting{name, set} }

// with is the setting with further values changed.
func (s setting) with(set ...string) setting {
	return setting{s.file, append(append([]string(nil), s.set...), set...)}
}

// put spells a change of one number.
func put(path string, x float64) string { return path + "=" + strconv.FormatFloat(x, 'g', -1, 64) }

// compile reads a scenario. Its faults are document.Faults: those of the file as it
// stands, if it has any.
func (l *Lab) compile(at setting) (*scenario.Scenario, error) {
	text, err := l.open(at.file + ".yaml")
	if err != nil {
		return nil, err
	}
	s, err := compiled(at, text)
	if err != nil && len(at.set) > 0 {
		if _, own := compiled(file(at.file), text); own != nil {
			return nil, own
		}
	}
	return s, err
}

func compiled(at setting, text []byte) (*scenario.Scenario, error) {
	doc, err := document.Parse(at.file+".yaml", text)
	if err != nil {
		return nil, err
	}
	for _, s := range at.set {
		path, value, _ := strings.Cut(s, "=")
		if err := doc.Patch(path, value); err != nil {
			return nil, err
		}
	}
	return scenario.Compile(doc)
}

// play plays runs of a setting and shows each outcome, which holds until see returns.
func (l *Lab) play(at setting, runs int, see func(s *scenario.Scenario, o *talks.Outcome)) error {
	s, err := l.compile(at)
	if err != nil {
		return err
	}
	e := talks.NewEngine(s.Case)
	for i := range runs {
		o := e.Play(rng.Derive(l.seed, i), nil)
		if o.Fault != "" {
			return fmt.Errorf("%s.yaml, replicate %d: %s", at.file, i, o.Fault)
		}
		see(s, o)
	}
	return nil
}

// signs reports whether the first run of a setting ends with a signature.
func (l *Lab) signs(at setting) (bool, error) {
	signed := false
	err := l.play(at, 1, func(_ *scenario.Scenario, o *talks.Outcome) { signed = o.Signed })
	return signed, err
}

// border finds by halving where between two values a test of them turns; NaN when it
// does not.
func border(low, high float64, is func(x float64) (bool, error)) (float64, error) {
	atLow, err := is(low)
	if err != nil {
		return 0, err
	}
	atHigh, err := is(high)
	if err != nil {
		return 0, err
	}
	if atLow == atHigh {
		return math.NaN(), nil
	}
	for range halvings {
		middle := (low + high) / 2
		at, err := is(middle)
		if err != nil {
			return 0, err
		}
		if at == atLow {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2, nil
}

// halvings leave a 2^40th of the span that a border is looked for in.
const halvings = 40

// value is a number of the file as it stands.
func (l *Lab) value(at setting, path string) (float64, error) {
	n, err := l.number(at, path)
	return n.Base, err
}

// number is that with its range.
func (l *Lab) number(at setting, path string) (document.Number, error) {
	s, err := l.compile(at)
	if err != nil {
		return document.Number{}, err
	}
	for _, n := range s.Assumptions {
		if n.Path == path {
			return n, nil
		}
	}
	return document.Number{}, fmt.Errorf("%s.yaml says nothing of %s", at.file, path)
}

// seat is the place of a party in a case; -1 when there is none of that name.
func seat(s *scenario.Scenario, name string) int {
	for i := range s.Case.Parties {
		if s.Case.Parties[i].Name == name {
			return i
		}
	}
	return -1
}

// amount is where an outcome's text stands on the ladder of the first issue.
func amount(s *scenario.Scenario, o *talks.Outcome) float64 {
	return s.Case.Agenda.Issues[0].Levels[o.Deal[0]].Amount
}
