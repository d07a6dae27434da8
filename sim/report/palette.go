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
	black = color.NRGBA{0x00, 0x00, 0x00, 0xFF} // text on colours only
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
// table. Lightness grows along the list (CIELAB L 16 to 93), most where the hue changes,
// so that the order shows in greyscale; hue tells signed, in part signed and not signed.
var tints = []tint{
	{"holds", color.NRGBA{0x00, 0x2F, 0x26, 0xFF}},
	{"collapsed", color.NRGBA{0x00, 0x54, 0x47, 0xFF}},
	{"not-ratified", color.NRGBA{0x05, 0x76, 0x65, 0xFF}},
	{"partial", color.NRGBA{0xA9, 0x6A, 0x95, 0xFF}},
	{"one-sided", color.NRGBA{0xBD, 0x80, 0xA9, 0xFF}},
	{"talks-go-on", color.NRGBA{0xD8, 0x99, 0x59, 0xFF}},
	{"stalemate", color.NRGBA{0xE8, 0xAD, 0x70, 0xFF}},
	{"escalation", color.NRGBA{0xF2, 0xC2, 0x8A, 0xFF}},
	{"victory", color.NRGBA{0xF6, 0xD7, 0xAB, 0xFF}},
	{"mediator-left", color.NRGBA{0xEE, 0xEB, 0xE3, 0xFF}},
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

// over is the ink colour that reads on a ground: black or white, whichever has the
// greater contrast. The black is a full one, since only then one of the two has 4.5:1
// on every ground.
func over(ground color.NRGBA) color.NRGBA {
	if contrast(white, ground) > contrast(black, ground) {
		return white
	}
	return black
}

// contrast is the ratio of two colours' luminances, 1 to 21 (WCAG 2.2, "contrast
// ratio").
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// luminance is the light that an sRGB colour gives, 0 to 1 (WCAG 2.2, "relative
// luminance").
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
