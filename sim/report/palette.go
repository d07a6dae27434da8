package report

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// Greys of text and ground.
var (
	dark  = color.NRGBA{0x22, 0x22, 0x22, 0xFF} // text, axes
	soft  = color.NRGBA{0x55, 0x55, 0x55, 0xFF} // notes; 7:1 against white
	rule  = color.NRGBA{0xE2, 0xE2, 0xE2, 0xFF} // grid
	dust  = color.NRGBA{0xC8, 0xC8, 0xC8, 0xFF} // samples
	white = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
)

// The colours of Okabe and Ito (2008), the three lightest left out: they vanish on
// white as lines.
var (
	blue      = color.NRGBA{0x00, 0x72, 0xB2, 0xFF}
	vermilion = color.NRGBA{0xD5, 0x5E, 0x00, 0xFF}
	green     = color.NRGBA{0x00, 0x8F, 0x68, 0xFF} // a little darker, for text
	purple    = color.NRGBA{0xB0, 0x5A, 0x8C, 0xFF} // darker, for text
	ochre     = color.NRGBA{0xA8, 0x74, 0x00, 0xFF} // darker, for text
)

// stroke tells one of several curves: by its colour, by its dashes in units, and
// by the label at its end.
type stroke struct {
	color  color.NRGBA
	dashes []float64
}

// strokes are the curves that one panel can tell apart; more of them go to panels of
// their own. No two have the same dashes, so that they do without colour.
var strokes = []stroke{
	{blue, nil},
	{vermilion, []float64{6, 2}},
	{green, []float64{1.5, 1.5}},
	{purple, []float64{7, 2, 1.5, 2}},
	{dark, []float64{3, 1.5}},
	{ochre, []float64{12, 2.5}},
}

func (s stroke) lengths(u vg.Length) []vg.Length {
	var l []vg.Length
	for _, d := range s.dashes {
		l = append(l, vg.Length(d)*u)
	}
	return l
}

// faint is c at an opacity in [0, 1].
func faint(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(math.Round(255 * opacity))
	return c
}

// tint is the colour of a way a run can end.
type tint struct {
	name  string
	color color.NRGBA
}

// tints are for the classes that are known, from a peace that holds to a broken
// table. Lightness grows along the list (CIELAB L 26 to 91), so that the order shows
// in greyscale; hue tells signed, in part signed and not signed.
var tints = []tint{
	{"holds", color.NRGBA{0x00, 0x30, 0x29, 0xFF}},
	{"collapsed", color.NRGBA{0x1E, 0x6F, 0x5F, 0xFF}},
	{"not-ratified", color.NRGBA{0x3F, 0x91, 0x7F, 0xFF}},
	{"partial", color.NRGBA{0xAA, 0x66, 0x92, 0xFF}},
	{"one-sided", color.NRGBA{0xBC, 0x7D, 0xA4, 0xFF}},
	{"talks-go-on", color.NRGBA{0xD2, 0x97, 0x57, 0xFF}},
	{"stalemate", color.NRGBA{0xDE, 0xAD, 0x6F, 0xFF}},
	{"escalation", color.NRGBA{0xE8, 0xC0, 0x84, 0xFF}},
	{"victory", color.NRGBA{0xEE, 0xD4, 0xA6, 0xFF}},
	{"mediator-left", color.NRGBA{0xE9, 0xE5, 0xDC, 0xFF}},
}

// spareTints are for classes that have none of their own.
var spareTints = []color.NRGBA{
	{0x35, 0x4A, 0x66, 0xFF}, {0x6F, 0x86, 0xA8, 0xFF}, {0xA3, 0xB5, 0xCF, 0xFF}, {0xCF, 0xDA, 0xE8, 0xFF},
}

// ramp runs from few to many: lightness falls evenly, and it is one hue because
// the usual two-hued maps for colour-blind readers pair flags' colours.
var ramp = []color.NRGBA{
	{0xF8, 0xF2, 0xF6, 0xFF}, {0xE9, 0xC1, 0xD5, 0xFF}, {0xD8, 0x88, 0xB3, 0xFF},
	{0xA9, 0x55, 0x8C, 0xFF}, {0x6D, 0x38, 0x68, 0xFF}, {0x38, 0x21, 0x3E, 0xFF},
}

// shade is the ramp's colour at t in [0, 1].
func shade(t float64) color.NRGBA {
	x := min(max(t, 0), 1) * float64(len(ramp)-1)
	i := min(int(x), len(ramp)-2)
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(a) + (x-float64(i))*(float64(b)-float64(a))))
	}
	a, b := ramp[i], ramp[i+1]
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xFF}
}

// The two ends of a factor, as areas: one hue, so that no flag is meant, and far apart
// in greyscale.
var (
	lowEnd  = color.NRGBA{0xD8, 0x88, 0xB3, 0xFF}
	highEnd = color.NRGBA{0x6D, 0x38, 0x68, 0xFF}
)

// over is the ink colour that reads on a ground: black or white, whichever is
// further from it in lightness.
func over(ground color.NRGBA) color.NRGBA {
	if luma(ground) < 140 {
		return white
	}
	return dark
}

// luma is the brightness of a colour in greyscale print, 0 to 255 (ITU-R BT.601).
func luma(c color.NRGBA) float64 {
	return 0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)
}
