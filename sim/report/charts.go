package report

import (
	"fmt"
	"slices"
	"strings"
)

// Chart is a kind of figure.
type Chart struct {
	Name    string // names the file and the --chart flag
	Purpose string // one sentence
	Needs   string // what a result must hold
	draw    func(Data, look) (sheet, error)
}

// Charts lists every chart in the order in which reports show them.
func Charts() []Chart {
	return []Chart{
		{"utility-space", "Where the drafts of a run went, against what was possible.", "two belligerents and a frontier or a sample of deals", drawUtilitySpace},
		{"outcomes", "How runs ended under each mediator, all outcomes.", "outcome shares of at least two runs", drawOutcomes},
		{"agreement", "How fast agreement came under each mediator, with its uncertainty.", "agreements by round of at least two runs", drawAgreement},
		{"objections", "Which clauses each belligerent objected to, draft by draft.", "objections by clause and draft", drawObjections},
		{"strategies", "What the mediators reach, side by side, with intervals.", "a summary of two mediators, or of a small sweep", drawStrategies},
		{"differences", "What each mediator changes against the first, or in a sweep each point, run by run on the same seeds.", "a comparison of mediators, or a small sweep", drawDifferences},
		{"trade-off", "How late texts are signed against how long they are likely to hold.", "rows of two mediators, or of a small sweep, with signed texts", drawTradeOff},
		{"survival", "How long the peace lasts, with the runs still watched.", "rows with some peaces that began", drawSurvival},
		{"breach", "At which step signed texts broke.", "rows with some texts that broke", drawBreach},
		{"funnel", "How many runs get from a possible deal to a peace that holds.", "rows of at least two runs", drawFunnel},
		{"narrative", "What is said in public against how close the sides are.", "narrative and closeness, round by round", drawNarrative},
		{"calibration", "How often agreement followed what was announced.", "rows that tell what was said after the third round", drawCalibration},
		{"load", "How many messages the mediator carries, round by round.", "load, round by round", drawLoad},
		{"course", "Momentum, pressure and trust, round by round.", "at least one of them, round by round", drawCourse},
		{"agenda", "What each issue is worth to whom.", "a case with the worth of its issues", drawAgenda},
		{"lines", "Measures over a factor of a sweep, a line a level of another or a mediator; of kinds, dots.", "a sweep of one factor, or of every level of two", drawLines},
		{"heat-map", "Measures over two factors of a sweep, with a contour.", "a sweep of every level of two or three factors with every other", drawHeatMap},
		{"tornado", "Which factors of a sweep move the result most; along trajectories without what simulation noise adds to their effects.", "a sweep of three factors or more, best one at a time or sampled", drawTornado},
		{"effects", "How much each factor acts, and how evenly, without what simulation noise adds.", "a sweep of three factors or more whose points differ in one at a time: one-at-a-time, trajectories or a grid", drawEffects},
	}
}

// ofScenario are the charts that show a scenario as it stands. What they say holds at
// no other point of a sweep than the scenario's own.
var ofScenario = []string{"utility-space", "agenda"}

// aside are the charts that a sweep draws only when they are asked for: they follow
// single arms round by round.
var aside = []string{"narrative", "load", "course"}

// Usual tells whether the chart is one that data of this kind are shown in when
// nobody names any. One that is may still refuse them.
func (c Chart) Usual(d Data) bool {
	if c.Name == "lines" {
		return !d.Design.twoAmounts() // a map shows them better
	}
	return !d.sweep() || !slices.Contains(aside, c.Name)
}

// Endings are what the names of a figure's files may end in: the picture as SVG or
// PNG, and its caption.
func Endings() []string { return []string{".svg", ".png", ".txt"} }

// File is what the chart's files at a size are called, without their ending.
func (c Chart) File(s Size) string {
	if s.Name == TextWidth.Name {
		return c.Name
	}
	return c.Name + "-" + s.Name
}

// Draw makes the chart's figure at a size. Data that cannot make the chart are an
// error that says in a sentence what is missing.
func (c Chart) Draw(d Data, s Size) (Figure, error) {
	if s.Width <= 0 || s.text <= 0 {
		return Figure{}, fmt.Errorf("chart %s: the size has no width or no text size, use one of report.Sizes", c.Name)
	}
	if slices.Contains(ofScenario, c.Name) && (d.sweep() || d.Point) {
		return Figure{}, fmt.Errorf("chart %s: %w", c.Name, unfit("it shows a scenario as it stands, and this is a sweep: run or analyze the scenario"))
	}
	k := lookOf(s)
	var full []string
	d.Design, full = d.Design.legible()
	sh, err := c.draw(d, k)
	if err != nil {
		return Figure{}, fmt.Errorf("chart %s: %w", c.Name, err)
	}
	sh.explain(slices.Concat(d.sides(strings.Join(sh.shown, " ")), full))
	f, err := sh.figure(c, d, k)
	if err != nil {
		return Figure{}, fmt.Errorf("chart %s: %w", c.Name, err)
	}
	return f, nil
}
