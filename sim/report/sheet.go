package report

import (
	"fmt"
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// usualCaveat is what figures of live cases say unless the case says more.
const usualCaveat = "stylised model, assumed ranges, not a forecast"

// sheet is what a chart lays on paper: words, and a painter for the panel between.
type sheet struct {
	glossary
	title  string
	under  string // after the case's name, below the title
	key    []keyItem
	notes  []string  // below the panel
	shown  []string  // the caption: what is shown and how to read it
	beside bool      // on a slide the key stands at the right of the panel
	panel  vg.Length // height of the panel where the size leaves it free
	low    vg.Length // the least height of the panel; 0: a share of panel
	paint  func(draw.Canvas)
}

func (sh sheet) least() vg.Length {
	if sh.low > 0 {
		return sh.low
	}
	return pressed * sh.panel
}

// keyItem explains a mark.
type keyItem struct {
	text string
	mark func(c draw.Canvas, r vg.Rectangle) // draws the mark within r
}

// pressed is the share of its natural height that a panel can be pressed into when it
// does not say how low it may be.
const pressed = 0.4

// figure frames the sheet. A panel that does not fit a size of fixed height is an
// error.
func (sh sheet) figure(c Chart, d Data, k look) (Figure, error) {
	sh.typeset()
	width := k.Width - 2*k.margin()
	title := wrap(k.head, sh.title, width)
	name, warning := inLetters(k.note, clean(d.Title))
	if warning != "" {
		sh.warn(warning)
	}
	under := wrap(k.note, joined(" · ", name, sh.under), width)
	if sh.levels != "" {
		sh.notes, sh.shown = append(sh.notes, sh.levels), append(sh.shown, sh.levels)
	}
	below := sh.below(d, k, width)
	rows, aside := keyRows(k, sh.key, width), vg.Length(0)
	if sh.beside && k.Height > 0 {
		rows, aside = keyRows(k, sh.key, 0), k.keyWidest(sh.key)
	}

	head := vg.Length(len(title))*k.head.line() + vg.Length(len(under))*k.note.line() + 2*k.u
	above := head + 3*k.u
	if aside == 0 {
		above += vg.Length(len(rows)) * k.keyLine()
	}
	foot := vg.Length(len(below))*k.note.line() + 3*k.u
	height := k.Height
	if height == 0 {
		height = min(above+sh.panel+foot+2*k.margin(), pageHeight)
	}
	if room := height - above - foot - 2*k.margin(); room < min(sh.least(), sh.panel) {
		return Figure{}, tooMuch(k, d)
	}
	return Figure{
		Name: c.Name, Title: sh.title, Caption: caption(c, d, sh), Warnings: sh.warnings,
		Width: k.Width, Height: height,
		paint: func(c draw.Canvas) {
			c = draw.Crop(c, k.margin(), -k.margin(), k.margin(), -k.margin())
			writeLines(c, k.note, writeLines(c, k.head, c.Max.Y, title), under)
			drawKey(keyArea(c, head, aside), k, rows)
			writeLines(c, k.note, c.Min.Y+vg.Length(len(below))*k.note.line(), below)
			sh.paint(draw.Crop(c, 0, -aside, foot, -above))
		},
	}, nil
}

// typeset gives all texts of the sheet the apostrophes of print.
func (sh *sheet) typeset() {
	sh.title, sh.under = apostrophes(sh.title), apostrophes(sh.under)
	for i := range sh.key {
		sh.key[i].text = apostrophes(sh.key[i].text)
	}
	for _, texts := range [][]string{sh.notes, sh.shown, sh.full, sh.warnings} {
		for i, s := range texts {
			texts[i] = apostrophes(s)
		}
	}
}

// pageHeight is what a page holds of a figure with its caption's first lines below.
const pageHeight = 230 * vg.Millimeter

// tooMuch says that a size cannot hold a chart.
func tooMuch(k look, d Data) error {
	if k.Height > 0 {
		return fmt.Errorf("there is too much to show for a %s: draw it for a page, or fewer %ss", k.Name, d.each())
	}
	return fmt.Errorf("the chart would be higher than the %.0f mm that a page holds: draw it wider, or fewer %ss", float64(pageHeight/vg.Millimeter), d.each())
}

// below are the lines below the panel; a live case's caveat has its own unless all
// fits one.
func (sh sheet) below(d Data, k look, width vg.Length) []string {
	notes := strings.Join(sh.notes, " ")
	if !d.Live {
		return wrap(k.note, notes, width)
	}
	last := words.Capital(caveat(d)) + "."
	if one := joined(" ", notes, last); k.note.width(one) <= width {
		return []string{one}
	}
	return append(wrap(k.note, notes, width), wrap(k.note, last, width)...)
}

// margin is the white around a figure.
func (k look) margin() vg.Length { return 2 * k.u }

// writeLines writes lines downwards from y and returns where the next would begin.
func writeLines(c draw.Canvas, k ink, y vg.Length, lines []string) vg.Length {
	for _, l := range lines {
		k.draw(c, c.Min.X, y-k.size(), toRight, l)
		y -= k.line()
	}
	return y
}

// keyLine is the height of a row of the key.
func (k look) keyLine() vg.Length { return 1.45 * k.body.size() }

func (k look) swatch() vg.Length { return 13 * k.u }

// keyRows breaks the key into rows.
func keyRows(k look, key []keyItem, width vg.Length) [][]keyItem {
	var rows [][]keyItem
	var x vg.Length
	for _, item := range key {
		w := k.keyWidth(item)
		if len(rows) == 0 || x+w > width+k.keyGap() {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], item)
		x += w
	}
	return rows
}

// swatchOf marks an area of a colour in the key.
func (k look) swatchOf(ground color.Color) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) { fillBox(c, ground, r) }
}

func (k look) keyGap() vg.Length { return 9 * k.u }

func (k look) keyWidth(item keyItem) vg.Length {
	return k.swatch() + 3*k.u + k.body.width(item.text) + k.keyGap()
}

// keyWidest is the room for a key of one item a row.
func (k look) keyWidest(key []keyItem) vg.Length {
	var w vg.Length
	for _, item := range key {
		w = max(w, k.keyWidth(item))
	}
	return w
}

// keyArea is where the key stands: below the head, at the right if it needs only
// the width aside.
func keyArea(c draw.Canvas, head, aside vg.Length) draw.Canvas {
	c = draw.Crop(c, 0, 0, 0, -head)
	if aside > 0 {
		c.Min.X = c.Max.X - aside
	}
	return c
}

func drawKey(c draw.Canvas, k look, rows [][]keyItem) {
	y := c.Max.Y
	for _, row := range rows {
		x := c.Min.X
		y -= k.keyLine()
		for _, item := range row {
			item.mark(c, box(x, y+0.15*k.keyLine(), k.swatch(), 0.7*k.keyLine()))
			k.body.middle(c, x+k.swatch()+3*k.u, y+k.keyLine()/2, toRight, item.text)
			x += k.keyWidth(item)
		}
	}
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, by)
}

func caveat(d Data) string {
	if d.Caveat != "" {
		return strings.TrimRight(clean(d.Caveat), ".")
	}
	return usualCaveat
}

// caption is the text to stand below a figure, a paragraph a line.
func caption(c Chart, d Data, sh sheet) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s. %s", sh.title, joined(" ", clean(d.Title)))
	for _, s := range sh.shown {
		line("%s", s)
	}
	per, noise := d.per(), " Intervals show simulation noise only."
	if d.sweep() {
		per = d.perPoint()
	}
	if d.Alone {
		noise = ""
		line("%s; master seed %d.", d.oneRun(), d.Seed)
	} else {
		line("Runs: %s%s, master seed %d.", words.Thousands(d.Runs), per, d.Seed)
	}
	if d.Varied != "" {
		line("Varied: %s", clean(d.Varied))
	}
	if d.Fixed != "" {
		line("Fixed: %s", clean(d.Fixed))
	}
	if len(sh.full) > 0 {
		line("Names in full: %s.", strings.Join(sh.full, "; "))
	}
	for _, w := range sh.warnings {
		line("Note: %s.", w)
	}
	if d.Live {
		line("%s.%s", words.Capital(caveat(d)), noise)
	}
	return b.String()
}
