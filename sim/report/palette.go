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

// outcome is a way a run can end.
type outcome struct {
	name, meaning string
	color         color.NRGBA
}

// outcomes are the ways a run can end that charts know, from a peace that holds to a
// broken table. The meanings are those of the classes that the talks count in, in the
// same words. Lightness grows along the list (CIELAB L 26 to 91), so that the order
// shows in greyscale; hue tells signed, in part signed and not signed.
var outcomes = []outcome{
	{"holds", "signed, and the peace holds as long as it is watched", color.NRGBA{0x00, 0x30, 0x29, 0xFF}},
	{"collapsed", "signed, and the peace collapsed while it was watched", color.NRGBA{0x1E, 0x6F, 0x5F, 0xFF}},
	{"not-ratified", "signed, but not ratified", color.NRGBA{0x3F, 0x91, 0x7F, 0xFF}},
	{"partial", "humanitarian steps only", color.NRGBA{0xAA, 0x66, 0x92, 0xFF}},
	{"one-sided", "one camp would sign the text that was last shown to it, another would not", color.NRGBA{0xBC, 0x7D, 0xA4, 0xFF}},
	{"talks-go-on", "the horizon came while texts still moved", color.NRGBA{0xD2, 0x97, 0x57, 0xFF}},
	{"stalemate", "no text had moved for a stated time when the horizon came", color.NRGBA{0xDE, 0xAD, 0x6F, 0xFF}},
	{"escalation", "broken off by the war or a walk-out", color.NRGBA{0xE8, 0xC0, 0x84, 0xFF}},
	{"victory", "the war was decided", color.NRGBA{0xEE, 0xD4, 0xA6, 0xFF}},
	{"mediator-left", "the mediator gave up", color.NRGBA{0xE9, 0xE5, 0xDC, 0xFF}},
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
