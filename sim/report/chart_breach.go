package report

import (
	"errors"
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// afterSteps is the stretch in which a peace broke at none of its steps.
const afterSteps = "later"

// drawBreach draws at which step signed texts broke, a stacked bar a mediator or arm.
func drawBreach(d Data, k look) (sheet, error) {
	sh := sheet{title: "Where signed texts broke", under: "share of signed texts [%]"}
	if err := d.below(); err != nil {
		return sheet{}, err
	}
	if len(d.Ends) == 0 {
		return sheet{}, errors.New("what became of the runs was not read from the rows")
	}
	steps := d.brokenSteps()
	if len(steps) == 0 {
		return sheet{}, unfit("no text broke at a step of its implementation")
	}
	f := facets{look: k, columns: 1, written: true}
	b := block{}
	highest := 0.0
	for i, name := range d.rows() {
		at := slices.IndexFunc(d.Ends, func(e Ends) bool { return e.Mediator == name })
		if at < 0 || d.Ends[at].Signed == 0 {
			continue
		}
		e := d.Ends[at]
		rate, err := analysis.Wilson(e.Collapsed, e.Signed, level)
		if err != nil {
			return sheet{}, err
		}
		f.names = append(f.names, sh.label(k.body, d.each(), i+1, name, 0.34*k.Width))
		b.marks = append(b.marks, e.stack(steps, rate.Low, rate.High))
		b.text = append(b.text, fmt.Sprintf("%d of %d", e.Collapsed, e.Signed))
		highest = max(highest, rate.High)
		sh.shown = append(sh.shown, e.brokenWords(steps))
	}
	if len(f.names) == 0 {
		return sheet{}, errors.New("no run signed a text")
	}
	b.hi = ceilingOf(highest)
	for _, t := range ticksOf(measured{share: true}, 0, b.hi, 4) {
		b.ticks = append(b.ticks, tick{t.Value, t.Label})
	}
	f.blocks = []block{b}
	for i, s := range steps {
		sh.key = append(sh.key, keyItem{sh.label(k.body, "step", i+1, s, 0.4*k.Width), k.swatchOf(stepColor(i, len(steps), s))})
	}
	sh.notes = []string{"Right: texts that broke, of those signed. Line: 95% Wilson interval of all that broke."}
	if b.hi < 1 {
		sh.notes = append(sh.notes, "The axis ends at "+percent(b.hi)+".")
	}
	sh.shown = append([]string{fmt.Sprintf("Share of the signed texts that broke, by the step of implementation at which a side did not go on; “%s”: when all steps were taken, or between them, as long as the peace was watched. "+
		"Lines are 95%% Wilson intervals of all that broke; “not-ratified” texts count among the signed.", afterSteps)}, sh.shown...)
	sh.panel, sh.paint = f.height()+vg.Length(len(f.names))*0.4*k.body.size(), f.paint
	return sh, nil
}

// brokenSteps are the steps at which some text broke, in their order, and what came
// after them.
func (d Data) brokenSteps() []string {
	steps := slices.Clone(d.Steps)
	broke, later := map[string]bool{}, false
	for _, e := range d.Ends {
		at := 0
		for _, b := range e.Breaks {
			at += b.Count
			broke[b.Step] = true
			if !slices.Contains(steps, b.Step) {
				steps = append(steps, b.Step)
			}
		}
		later = later || e.Collapsed > at
	}
	steps = slices.DeleteFunc(steps, func(s string) bool { return !broke[s] })
	if later && len(steps) > 0 {
		steps = append(steps, afterSteps)
	}
	return steps
}

// at is how many texts broke at a step.
func (e Ends) at(step string) int {
	n, all := 0, 0
	for _, b := range e.Breaks {
		all += b.Count
		if b.Step == step {
			n += b.Count
		}
	}
	if step == afterSteps {
		return e.Collapsed - all
	}
	return n
}

// stack is a bar of one row, step by step, with the interval of the whole at its end.
func (e Ends) stack(steps []string, low, high float64) []mark {
	var marks []mark
	sum := 0
	for i, s := range steps {
		from := sum
		sum += e.at(s)
		x := float64(sum) / float64(e.Signed)
		marks = append(marks, mark{at: x, low: x, high: x, bar: true, from: float64(from) / float64(e.Signed), color: stepColor(i, len(steps), s)})
	}
	last := &marks[len(marks)-1]
	last.low, last.high = low, high
	return marks
}

// stepColor goes from dark to light along the steps; what comes after them is grey.
func stepColor(i, n int, step string) color.NRGBA {
	if step == afterSteps {
		return dust
	}
	return shade(0.95 - 0.75*float64(i)/float64(max(1, n-1)))
}

// brokenWords says of one row how many texts broke where, and by whom.
func (e Ends) brokenWords(steps []string) string {
	var parts []string
	for _, s := range steps {
		if e.at(s) == 0 {
			continue
		}
		text := fmt.Sprintf("%s %d", s, e.at(s))
		var by []string
		for _, b := range e.Breaks {
			if b.Step == s {
				by = append(by, fmt.Sprintf("%s %d", clean(b.Party), b.Count))
			}
		}
		if len(by) > 0 {
			text += " (" + words.List(by) + ")"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		parts = []string{"none"}
	}
	return fmt.Sprintf("%s: of %d signed texts %d broke: %s.", clean(e.Mediator), e.Signed, e.Collapsed, words.List(parts))
}
