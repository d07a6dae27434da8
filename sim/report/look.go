package report

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	xfont "golang.org/x/image/font"
)

// look is how things are drawn at a size.
type look struct {
	Size
	u            vg.Length // unit for strokes, gaps and marks; 1 pt on a page
	head         ink       // the title
	body, strong ink       // running text and the same in bold
	note         ink       // subtitle, notes, tick labels
}

func lookOf(s Size) look {
	return look{
		Size:   s,
		u:      s.text / 8,
		head:   ink{face(s.title, xfont.WeightBold), dark},
		body:   ink{face(s.text, xfont.WeightNormal), dark},
		strong: ink{face(s.text, xfont.WeightBold), dark},
		note:   ink{face(s.small, xfont.WeightNormal), soft},
	}
}

// face looks a Liberation Sans up. It is named in full because the library's
// default is a serif held in a global, and because only these two weights exist.
func face(size vg.Length, w xfont.Weight) font.Face {
	return font.DefaultCache.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans", Weight: w}, size)
}

// side is where a text stands relative to its x.
type side float64

const (
	toRight side = 0 // text begins at x
	centred side = -0.5
	toLeft  side = -1 // text ends at x
)

// ink is a face in a colour.
type ink struct {
	face  font.Face
	color color.Color
}

func (k ink) in(c color.Color) ink { return ink{k.face, c} }

func (k ink) size() vg.Length { return k.face.Font.Size }

// line is the distance between two lines of text.
func (k ink) line() vg.Length { return 1.22 * k.size() }

// capital is the height of a capital letter in Liberation Sans.
func (k ink) capital() vg.Length { return 0.72 * k.size() }

func (k ink) width(s string) vg.Length { return k.face.Width(s) }

// draw writes s with its baseline at y. It does not go through draw.Canvas, whose
// centred text sits about a sixth of a letter too low.
func (k ink) draw(c draw.Canvas, x, y vg.Length, at side, s string) {
	c.SetColor(k.color)
	c.FillString(k.face, vg.Point{X: x + vg.Length(at)*k.width(s), Y: y}, s)
}

// middle writes s with its capitals centred on y.
func (k ink) middle(c draw.Canvas, x, y vg.Length, at side, s string) {
	k.draw(c, x, y-k.capital()/2, at, s)
}

// axes returns a plot with numeric axes in this look, without title or data.
func (k look) axes() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Label.TextStyle.Font = k.body.face.Font
		a.Label.TextStyle.Color = dark
		a.Label.Padding = 2 * k.u
		a.LineStyle = draw.LineStyle{Color: dark, Width: 0.7 * k.u}
		a.Padding = 0
		a.Tick.Label.Font = k.note.face.Font
		a.Tick.Label.Color = dark
		a.Tick.LineStyle = a.LineStyle
		a.Tick.Length = 3 * k.u
	}
	p.Y.Tick.Label.YAlign = -0.56 // the optical middle: the library centres the line of text, not its letters
	return p
}

// steps returns round values from lo to hi, about n of them; lo alone where the two
// are the same but for rounding.
func steps(lo, hi float64, n int) []float64 {
	if !(hi-lo > 1e-9*math.Max(math.Abs(lo), math.Abs(hi))) || n < 1 {
		return []float64{lo}
	}
	raw := (hi - lo) / float64(n)
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * unit
	for _, m := range []float64{1, 2, 5} {
		if m*unit >= 0.75*raw {
			step = m * unit
			break
		}
	}
	var at []float64
	for i := math.Ceil(lo/step - 1e-9); i*step <= hi+1e-9*step; i++ {
		at = append(at, i*step)
	}
	return at
}

// drawUp writes s upwards, its middle at y and its baseline at x.
func (k ink) drawUp(c draw.Canvas, x, y vg.Length, s string) {
	c.Push()
	c.Rotate(math.Pi / 2)
	c.SetColor(k.color)
	c.FillString(k.face, vg.Point{X: y - k.width(s)/2, Y: -x}, s)
	c.Pop()
}
