package report

import "gonum.org/v1/plot/vg"

// Size is the place a figure is made for. Use one of [Sizes]: letters keep their
// size in points whatever the place, so a figure is never scaled after drawing.
type Size struct {
	Name               string
	Width              vg.Length
	Height             vg.Length // 0: as high as the chart needs
	title, text, small vg.Length // sizes of letters
}

// The places a figure is made for.
var (
	// ColumnWidth is one column of a two-column page, 85 mm.
	ColumnWidth = Size{Name: "column", Width: 85 * vg.Millimeter, title: 8.5, text: 7.5, small: 7}
	// TextWidth is the full width of a page's text, 170 mm.
	TextWidth = Size{Name: "text", Width: 170 * vg.Millimeter, title: 10, text: 8.5, small: 7.5}
	// Slide is a 16:9 slide, 254 mm × 143 mm.
	Slide = Size{Name: "slide", Width: 254 * vg.Millimeter, Height: 143 * vg.Millimeter, title: 19, text: 14, small: 12}
)

// Sizes lists the places a figure can be made for.
func Sizes() []Size { return []Size{ColumnWidth, TextWidth, Slide} }
