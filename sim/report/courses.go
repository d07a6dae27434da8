package report

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"shuttle/sim/report/words"
)

// How many runs must still talk for a round to be drawn: the last ones are too few and
// too special for a mean.
const (
	fewestTalking = 10
	leastTalking  = 0.2 // share of the runs
)

// followable says why rounds cannot be followed over runs, nil when they can.
func (d Data) followable() error {
	if d.Runs < 2 && !d.Alone {
		return errors.New("one run has no mean over runs: at least two are needed, use trace to read a single run")
	}
	return nil
}

// eachFollowed says why the rows cannot be followed side by side, nil when they can.
func (d Data) eachFollowed() error {
	if err := d.armsFollowed(); err != nil {
		return err
	}
	if len(d.Arms) > mostSide {
		return unfit("%s are too many to follow round by round, side by side: plot one point, --point", d.arms())
	}
	return d.followable()
}

// armsFollowed says of a sweep with more arms than are followed round by round what to
// do instead, nil when it has fewer.
func (d Data) armsFollowed() error {
	if d.sweep() && (len(d.Arms) == 0 || d.armCount() > mostArms) {
		return unfit("sweeps are followed round by round up to %d points and mediators, and this has %d: sweep fewer levels, or run the scenario at one of the points, --set", mostArms, d.armCount())
	}
	return nil
}

// series finds a series of a mediator, false where it is not recorded.
func (d Data) series(mediator, name string) (Series, bool) {
	i := slices.IndexFunc(d.Series, func(s Series) bool { return s.Mediator == mediator && s.Name == name })
	if i < 0 {
		return Series{}, false
	}
	return d.Series[i], true
}

// moves tells whether a series ever changes.
func (s Series) moves() bool {
	return slices.ContainsFunc(s.Mean, func(v float64) bool { return v != s.Mean[0] }) ||
		!slices.Equal(s.Low, s.High)
}

// moving tells whether a series, or that of some party, changes under some mediator.
func (d Data) moving(name string) bool {
	return slices.ContainsFunc(d.Series, func(s Series) bool {
		return (s.Name == name || strings.HasPrefix(s.Name, name+".")) && s.moves()
	})
}

// trace is a series as a line with its quartiles, as far as enough runs still talk.
func (s Series) trace(runs int) trace {
	var t trace
	for i, n := range s.N {
		if n < min(fewestTalking, runs) || float64(n) < leastTalking*float64(runs) || math.IsNaN(s.Mean[i]) {
			break
		}
		t.x, t.y = append(t.x, float64(s.Round[i])), append(t.y, s.Mean[i])
		if s.Low != nil {
			t.low, t.high = append(t.low, s.Low[i]), append(t.high, s.High[i])
		}
	}
	return t
}

// oneRun names the only run of the data.
func (d Data) oneRun() string {
	return fmt.Sprintf("One run, replicate %d: an example, not a typical course", d.Replicate)
}

// a is a noun with its article.
func a(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

// roundAxis is an axis of rounds that all traces share.
func roundAxis(ts []trace, n int) axis {
	last := 2.0
	for _, t := range ts {
		if len(t.x) > 0 {
			last = max(last, t.x[len(t.x)-1])
		}
	}
	a := axis{label: "Round", lo: 1, hi: last}
	for _, v := range steps(1, last, n) {
		if v == math.Trunc(v) {
			a.ticks = append(a.ticks, plot.Tick{Value: v, Label: number(v, 0)})
		}
	}
	return a
}

// values are all that an axis must hold.
func valuesOf(ts []trace) []float64 {
	var all []float64
	for _, t := range ts {
		all = slices.Concat(all, t.y, t.low, t.high)
	}
	return all
}

// talking says over which runs the means of rounds are, and whether bands are drawn.
func talking(d Data, banded bool) string {
	if d.Alone {
		return d.oneRun() + "."
	}
	quartiles := ""
	if banded {
		quartiles = ", with quartiles"
	}
	return fmt.Sprintf("Means of the runs that still talk%s, as long as one in five does; n = %s runs%s at the start.", quartiles, words.Thousands(d.Runs), d.per())
}

// talkingWords says the same for a caption.
func talkingWords(d Data, banded bool) string {
	if d.Alone {
		return "Lines are what happened in this run, no means."
	}
	bands := ""
	if banded {
		bands = ", bands their quartiles (the middle half of the runs, not an interval of the mean)"
	}
	return fmt.Sprintf("Lines are means over the runs that still talk in that round%s; "+
		"a line ends where fewer than one in five of the %s runs, or fewer than %d, do. Runs that end early leave the mean, so that later rounds show other runs than the first.", bands, words.Thousands(d.Runs), fewestTalking)
}

// bandsOf tells whether any line has a band that can be seen.
func bandsOf(ts []trace) bool {
	return slices.ContainsFunc(ts, func(t trace) bool { return len(t.low) > 0 && !slices.Equal(t.low, t.high) })
}

// oneHeight is the height of a chart of one panel.
func (k look) oneHeight() vg.Length { return min(0.6*k.Width, 85*vg.Millimeter) }
