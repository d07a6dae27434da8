package report

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// bar is how the runs of one mediator ended, in the order of [outcomes].
type bar struct {
	name   string // the mediator's, in full
	short  string // the same as the chart writes it
	shares []float64
	n      int
	rate   string // share of agreements with its interval, or a dash
}

// drawOutcomes stacks outcome shares to one bar a mediator.
func drawOutcomes(d Data, k look) (sheet, error) {
	sh := sheet{title: "How the talks end", under: "share of runs by outcome"}
	bars, err := outcomeBars(d, k, &sh.glossary)
	if err != nil {
		return sheet{}, err
	}
	var absent, meanings []string
	for i, o := range outcomes {
		if slices.ContainsFunc(bars, func(b bar) bool { return b.shares[i] > 0 }) {
			sh.key = append(sh.key, keyItem{o.words(), func(c draw.Canvas, r vg.Rectangle) {
				fillBox(c, o.color, r)
			}})
			meanings = append(meanings, o.words()+": "+o.meaning)
		} else {
			absent = append(absent, o.words())
		}
	}
	runs := runsOf(bars)
	sh.notes = []string{fmt.Sprintf("n = %s. Agreement: signed by all who must; 95%% Wilson interval.", runs)}
	sh.shown = []string{fmt.Sprintf("Share of runs that ended in each way, one bar a mediator; all outcomes, so that bars add up to 100%%; n = %s. "+
		"At the right the share of runs with an agreement (signed by every party that must sign, whether or not it was ratified or held) with its 95%% Wilson interval.", runs)}
	sh.shown = append(sh.shown, sentence(strings.Join(meanings, "; "))+".")
	if len(absent) > 0 {
		sh.shown = append(sh.shown, "In no run: "+list(absent)+".")
	}
	for _, b := range bars {
		sh.shown = append(sh.shown, b.sentence())
	}
	pitch := 2.1 * k.body.size()
	sh.panel = pitch*vg.Length(len(bars)) + 3*k.note.line() + 4*k.u
	sh.paint = func(c draw.Canvas) { paintOutcomes(c, k, bars, pitch) }
	return sh, nil
}

// words is an outcome as prose writes it.
func (o outcome) words() string {
	if o.name == "one-sided" {
		return o.name
	}
	return strings.ReplaceAll(o.name, "-", " ")
}

// outcomeBars gathers the shares of each mediator in the order of the document.
func outcomeBars(d Data, k look, g *glossary) ([]bar, error) {
	var bars []bar
	for i, m := range d.Mediators {
		b := bar{name: clean(m), short: g.label(k.body, "mediator", i+1, m, 0.29*k.Width), shares: make([]float64, len(outcomes)), rate: "–"}
		total := 0
		for _, s := range d.Outcomes {
			at := slices.IndexFunc(outcomes, func(o outcome) bool { return o.name == s.Outcome })
			switch {
			case s.Mediator != m:
				continue
			case at < 0:
				return nil, fmt.Errorf("outcome %q of mediator %q is not a known outcome", s.Outcome, m)
			case s.N < 1 || s.Count < 0 || s.Count > s.N || b.n > 0 && s.N != b.n:
				return nil, fmt.Errorf("outcome %q of mediator %q counts %d of %d runs, which cannot be", s.Outcome, m, s.Count, s.N)
			}
			b.n, b.shares[at] = s.N, float64(s.Count)/float64(s.N)
			total += s.Count
		}
		if b.n == 0 {
			continue
		}
		if total != b.n {
			return nil, fmt.Errorf("the outcomes of mediator %q add up to %d of %d runs: every run must end in one way", m, total, b.n)
		}
		for _, r := range d.Agreement {
			if r.Mediator == m {
				b.rate = interval(r)
			}
		}
		bars = append(bars, b)
	}
	if len(bars) == 0 {
		return nil, errors.New("the result holds no outcome shares")
	}
	if slices.MaxFunc(bars, func(a, b bar) int { return a.n - b.n }).n < 2 {
		return nil, errors.New("one run has an outcome but no shares: at least two runs are needed, use trace to read a single run")
	}
	return bars, nil
}

// runsOf says how many runs stand behind each bar.
func runsOf(bars []bar) string {
	var each []string
	same := true
	for _, b := range bars {
		same = same && b.n == bars[0].n
		each = append(each, fmt.Sprintf("%s %s", b.name, count(b.n)))
	}
	if same {
		return count(bars[0].n) + " runs per mediator"
	}
	return "runs: " + strings.Join(each, ", ")
}

// sentence lists the bar's shares for readers who do not see it.
func (b bar) sentence() string {
	var parts []string
	for i, s := range b.shares {
		if s > 0 {
			parts = append(parts, outcomes[i].words()+" "+percent(s))
		}
	}
	return fmt.Sprintf("%s: %s; agreement %s.", b.name, strings.Join(parts, ", "), b.rate)
}

// paintOutcomes draws names, bars and rates as three columns.
func paintOutcomes(c draw.Canvas, k look, bars []bar, pitch vg.Length) {
	header := []string{"Agreement", "[95% interval]"}
	var left, right vg.Length
	for _, b := range bars {
		left, right = max(left, k.body.width(b.short)), max(right, k.body.width(b.rate))
	}
	right = max(right, k.note.width(header[0]), k.note.width(header[1]))
	x0, x1 := c.Min.X+left+4*k.u, c.Max.X-right-7*k.u
	top, foot := c.Max.Y-2*k.note.line(), c.Min.Y+k.note.line()+4*k.u
	pitch = min((top-foot)/vg.Length(len(bars)), 1.6*pitch)
	foot = top - pitch*vg.Length(len(bars))

	for i, h := range header {
		k.note.in(dark).draw(c, c.Max.X, top+vg.Length(1-i)*k.note.line()+2*k.u, toLeft, h)
	}
	for i, b := range bars {
		y := top - pitch*(vg.Length(i)+0.5)
		k.body.middle(c, x0-4*k.u, y, toLeft, b.short)
		k.body.middle(c, c.Max.X, y, toLeft, b.rate)
		paintBar(c, k, b, box(x0, y-0.4*pitch, x1-x0, 0.8*pitch))
	}
	for _, share := range []float64{0, 0.25, 0.5, 0.75, 1} {
		x := x0 + vg.Length(share)*(x1-x0)
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.6 * k.u}, x, foot, x, foot-2.5*k.u)
		k.note.in(dark).draw(c, x, foot-3.5*k.u-k.note.size(), centred, percent(share))
	}
	c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.6 * k.u}, x0, foot, x1, foot)
}

// paintBar draws one stacked bar with white gaps, labelled where there is room.
func paintBar(c draw.Canvas, k look, b bar, r vg.Rectangle) {
	gap := 0.8 * k.u
	x := r.Min.X
	for i, share := range b.shares {
		w := vg.Length(share) * r.Size().X
		if w <= 0 {
			continue
		}
		part := box(x, r.Min.Y, max(w-gap, w/2), r.Size().Y)
		fillBox(c, outcomes[i].color, part)
		label := outcomes[i].words() + " " + percent(share)
		if k.note.width(label)+4*k.u > part.Size().X {
			label = percent(share)
		}
		if k.note.width(label)+2*k.u <= part.Size().X {
			k.note.in(over(outcomes[i].color)).middle(c, x+part.Size().X/2, (r.Min.Y+r.Max.Y)/2, centred, label)
		}
		x += w
	}
}

func fillBox(c draw.Canvas, ground color.Color, r vg.Rectangle) {
	c.SetColor(ground)
	c.Fill(r.Path())
}
