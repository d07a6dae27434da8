package report

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// reader is a canvas that remembers the texts written on it, and where.
type reader struct {
	texts []written
	up    []bool // whether letters run upwards; the last is now
	wild  []string
	size  vg.Point
}

type written struct {
	text string
	vg.Rectangle
}

func (r *reader) SetLineWidth(vg.Length)              {}
func (r *reader) SetLineDash([]vg.Length, vg.Length)  {}
func (r *reader) SetColor(color.Color)                {}
func (r *reader) Rotate(rad float64)                  { r.up[len(r.up)-1] = math.Abs(rad-math.Pi/2) < 1e-6 }
func (r *reader) Translate(vg.Point)                  {}
func (r *reader) Scale(float64, float64)              {}
func (r *reader) Push()                               { r.up = append(r.up, r.up[len(r.up)-1]) }
func (r *reader) Pop()                                { r.up = r.up[:len(r.up)-1] }
func (r *reader) DrawImage(vg.Rectangle, image.Image) {}
func (r *reader) Stroke(p vg.Path)                    { r.look(p) }
func (r *reader) Fill(p vg.Path)                      { r.look(p) }

// look notes what is drawn at no place or far outside the figure.
func (r *reader) look(p vg.Path) {
	for i, c := range p {
		x, y := float64(c.Pos.X), float64(c.Pos.Y)
		if c.Type == vg.LineComp {
			r.over(p[i-1].Pos, c.Pos)
		}
		if c.Type != vg.CloseComp && (math.IsNaN(x+y) || math.Abs(x) > 2*float64(r.size.X) || math.Abs(y) > 2*float64(r.size.Y)) {
			r.wild = append(r.wild, fmt.Sprintf("a line at (%g, %g)", x, y))
		}
	}
}

// over notes a line that is drawn over a text which already stands there.
func (r *reader) over(a, b vg.Point) {
	const hair = 1.5 // points of a text's box that its letters seldom fill
	for _, t := range r.texts {
		inner := box(t.Min.X+hair, t.Min.Y+hair, t.Size().X-2*hair, t.Size().Y-2*hair)
		if max(a.X, b.X) < inner.Min.X || min(a.X, b.X) > inner.Max.X || max(a.Y, b.Y) < inner.Min.Y || min(a.Y, b.Y) > inner.Max.Y {
			continue
		}
		for f := vg.Length(0); f <= 1; f += 1. / 64 {
			if contains(inner, vg.Point{X: a.X + f*(b.X-a.X), Y: a.Y + f*(b.Y-a.Y)}) {
				r.wild = append(r.wild, fmt.Sprintf("a line over %q", t.text))
				break
			}
		}
	}
}

func (r *reader) FillString(f font.Face, at vg.Point, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	w, h := f.Width(text), 0.7*f.Font.Size
	b := box(at.X, at.Y, w, h)
	if r.up[len(r.up)-1] { // the point (x, y) lies at (−y, x)
		b = box(-at.Y-h, at.X, h, w)
	}
	r.texts = append(r.texts, written{text, b})
}

// faults are texts over each other or outside the figure.
func (r *reader) faults() []string {
	all := r.wild
	const hair = 0.4 // points by which boxes may touch: letters fill theirs in part only
	page := vg.Rectangle{Min: vg.Point{X: -hair, Y: -hair}, Max: vg.Point{X: r.size.X + hair, Y: r.size.Y + hair}}
	for i, a := range r.texts {
		if !inside(a.Rectangle, page) {
			all = append(all, fmt.Sprintf("%q leaves the figure", a.text))
		}
		inner := box(a.Min.X+hair, a.Min.Y+hair, a.Size().X-2*hair, a.Size().Y-2*hair)
		for _, b := range r.texts[:i] {
			if overlap(inner, b.Rectangle) {
				all = append(all, fmt.Sprintf("%q over %q", a.text, b.text))
			}
		}
	}
	return all
}

// read draws a figure and lists its faults.
func read(f Figure) []string {
	r := &reader{up: []bool{false}, size: vg.Point{X: f.Width, Y: f.Height}}
	f.paint(draw.NewCanvas(steady{r}, f.Width, f.Height))
	return r.faults()
}

func TestOverlapsAreFound(t *testing.T) {
	k := lookOf(TextWidth).body
	f := Figure{Width: 100, Height: 100, paint: func(c draw.Canvas) {
		k.draw(c, 10, 10, toRight, "one")
		k.draw(c, 15, 12, toRight, "two")
		k.drawUp(c, 12, 15, "three")
		k.draw(c, 95, 50, toRight, "four")
		k.draw(c, 10, 80, toRight, "five")
	}}
	assert.Equal(t, []string{`"two" over "one"`, `"three" over "one"`, `"four" leaves the figure`}, read(f))
	f.paint = func(c draw.Canvas) {
		c.StrokeLine2(draw.LineStyle{Width: 1}, 0, 52, 100, 52)
		k.draw(c, 10, 50, toRight, "over a line")
		k.draw(c, 10, 10, toRight, "under a line")
		c.StrokeLine2(draw.LineStyle{Width: 1}, 0, 12, 100, 12)
	}
	assert.Equal(t, []string{`a line over "under a line"`}, read(f))
}

// No text stands on another or leaves its figure, at any size, for any kind of data.
func TestNoTextStandsOnAnother(t *testing.T) {
	if testing.Short() {
		t.Skip("many figures on one goroutine")
	}
	for name, data := range map[string]Data{"plain": fixture(), "crowded": crowded(), "three": three(), "many": many(12), "throng": many(30), "foreign": foreign(), "few": few(), "twelve": twelve(), "carried": carried()} {
		for _, size := range Sizes() {
			for _, chart := range Charts() {
				t.Run(strings.Join([]string{chart.Name, name, size.Name}, "/"), func(t *testing.T) {
					figure, err := chart.Draw(forChart(chart.Name, data), size)
					if errors.As(err, new(Unfit)) || err != nil && (name == "few" || name == "throng") {
						t.Skip(err)
					}
					require.NoError(t, err)
					assert.Empty(t, read(figure))
				})
			}
		}
	}
}

// many is a made-up result of forty parties, thirty-two issues and so many mediators.
func many(mediators int) Data {
	d := fixture()
	d.Parties, d.Clauses, d.Mediators = nil, nil, nil
	for i := range 40 {
		d.Parties = append(d.Parties, Party{fmt.Sprintf("Party %d of the conference", i+1), i%3 == 0, 0.2 + 0.01*float64(i)})
	}
	for i := range 32 {
		d.Clauses = append(d.Clauses, fmt.Sprintf("issue-%d", i+1))
	}
	for i := range mediators {
		d.Mediators = append(d.Mediators, fmt.Sprintf("strategy-%d", i+1))
	}
	d.Outcomes, d.Agreement = endings400(d.Mediators)
	d.Agreed = nil
	for i, m := range d.Mediators {
		d.Agreed = append(d.Agreed, curve(m, 40, d.Runs, 0.3+0.05*float64(i%5), 8+2*float64(i)))
	}
	d.Focus, d.Live = d.Mediators[3], true
	d.Paths = onePath(d.Focus, 18)
	d.Space = threeWays()
	widen(&d)
	d.Objections = objections(d.Focus, d.Clauses, d.Parties[:4], 30, d.Runs)
	return withMore(d)
}

// foreign is a made-up result whose names the charts' font cannot write, or hardly.
func foreign() Data {
	d := fixture()
	d.Title = "和平谈判"
	d.Parties = []Party{{"甲方", true, 0.34}, {"الطرف الثاني", true, 0.31}, {"Ένωση των νήσων", false, 0.2}}
	copy(d.Clauses, []string{"撤军", "נסיגה", "Вывод войск", "Αποχώρηση"})
	d.Mediators = []string{"调停", "посредник, о котором известно очень многое", "single-text", "d", "oracle/nash"}
	d.Outcomes, d.Agreement = endings400(d.Mediators)
	d.Agreed = nil
	for i, m := range d.Mediators {
		d.Agreed = append(d.Agreed, curve(m, 40, d.Runs, 0.3+0.05*float64(i%5), 8+2*float64(i)))
	}
	d.Objections = objections("single-text", d.Clauses, d.Parties[:2], 18, d.Runs)
	return withMore(d)
}

// few is a made-up result of three runs.
func few() Data {
	d := fixture()
	d.Runs = 3
	for i := range d.Ends {
		d.Ends[i].Peaces = d.Ends[i].Peaces[:min(2, len(d.Ends[i].Peaces))]
	}
	for i := range d.Estimates {
		d.Estimates[i].N, d.Estimates[i].Interval = 3, nil
	}
	return d
}

// twelve is a made-up result of as many belligerents, few clauses and many drafts.
func twelve() Data {
	d := fixture()
	d.Parties, d.Clauses = nil, []string{"land", "guarantees", "funds"}
	for i := range 12 {
		d.Parties = append(d.Parties, Party{fmt.Sprintf("Side %d", i+1), true, 0.2 + 0.01*float64(i)})
	}
	widen(&d)
	d.Objections = objections(d.Focus, d.Clauses, d.Parties, 60, d.Runs)
	return withMore(d)
}
