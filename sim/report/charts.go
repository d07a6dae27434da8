package report

import "fmt"

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
	}
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
	k := lookOf(s)
	sh, err := c.draw(d, k)
	if err != nil {
		return Figure{}, fmt.Errorf("chart %s: %w", c.Name, err)
	}
	return sh.figure(c, d, k), nil
}
