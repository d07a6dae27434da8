package report

import (
	"image/color"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

func TestSpread(t *testing.T) {
	tests := []struct {
		name     string
		at, want []vg.Length
		room     bool
	}{
		{"apart already", []vg.Length{10, 50}, []vg.Length{10, 50}, true},
		{"one spot", []vg.Length{50, 50, 50}, []vg.Length{40, 50, 60}, true},
		{"at the floor", []vg.Length{0, 1}, []vg.Length{0, 10}, true},
		{"at the ceiling", []vg.Length{99, 100}, []vg.Length{90, 100}, true},
		{"a push meets a third", []vg.Length{50, 52, 58}, []vg.Length{43 + 1./3, 53 + 1./3, 63 + 1./3}, true},
		{"no room", make([]vg.Length, 12), nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, room := spread(tt.at, 10, 0, 100)
			assert.Equal(t, tt.room, room)
			require.Len(t, got, len(tt.want))
			for i := range got {
				assert.InDelta(t, float64(tt.want[i]), float64(got[i]), 1e-9)
			}
		})
	}
}

func TestSpreadKeepsOrderGapAndBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var at []vg.Length
		for _, v := range rapid.SliceOfN(rapid.Float64Range(-20, 120), 1, 10).Draw(t, "at") {
			at = append(at, vg.Length(v))
		}
		slices.Sort(at)
		got, room := spread(at, 10, 0, 100)
		assert.True(t, room)
		for i, y := range got {
			assert.True(t, y >= -1e-9 && y <= 100+1e-9)
			assert.True(t, i == 0 || y-got[i-1] >= 10-1e-9)
		}
	})
}

func TestLabelsNeverOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := placer{u: 1, bounds: box(0, 0, 200, 150)}
		x, y := rapid.Float64Range(0, 200), rapid.Float64Range(0, 150)
		var placed []vg.Rectangle
		for range rapid.IntRange(1, 15).Draw(t, "labels") {
			at := vg.Point{X: vg.Length(x.Draw(t, "x")), Y: vg.Length(y.Draw(t, "y"))}
			if r, ok := p.near(at, around(at, 40, 8, []vg.Length{3, 9}, everyWay), 1e9); ok {
				for _, other := range placed {
					assert.False(t, overlap(r, other))
				}
				assert.True(t, inside(r, p.bounds))
				placed = append(placed, r)
			}
		}
	})
}

// A label is never nearer to another's mark than to its own.
func TestLabelsStandByTheirOwnMarks(t *testing.T) {
	at, other := vg.Point{X: 50, Y: 50}, vg.Point{X: 60, Y: 50}
	near, far := box(40, 48, 6, 4), box(58, 52, 20, 4)
	assert.Equal(t, []vg.Rectangle{near}, own(at, []vg.Point{at, other}, []vg.Rectangle{near, far}))
}

func TestOutcomesGrowLighter(t *testing.T) {
	for i := 1; i < len(tints); i++ {
		assert.Greater(t, luma(tints[i].color), luma(tints[i-1].color)+13, tints[i].name)
	}
	for i := 1; i <= 100; i++ {
		assert.Less(t, luma(shade(float64(i)/100)), luma(shade(float64(i-1)/100)))
	}
	for i, s := range strokes {
		for _, o := range strokes[:i] {
			assert.NotEqual(t, s.dashes, o.dashes)
		}
	}
}

// WCAG 2.2 asks 4.5:1 of text of this size.
func TestTextReadsOnEveryGround(t *testing.T) {
	assert.InDelta(t, 21, contrast(white, black), 1e-9)
	assert.InDelta(t, 4.54, contrast(white, color.NRGBA{0x76, 0x76, 0x76, 0xFF}), 0.01, "the lightest grey that passes")
	grounds := slices.Clone(spareTints)
	for _, t := range tints {
		grounds = append(grounds, t.color)
	}
	for i := range 256 {
		grounds = append(grounds, shade(float64(i)/255), color.NRGBA{uint8(i), uint8(i), uint8(i), 0xFF})
	}
	for _, g := range grounds {
		assert.GreaterOrEqual(t, contrast(over(g), g), 4.5, "%v", g)
	}
}

// luma is the brightness of a colour in greyscale print, 0 to 255 (ITU-R BT.601).
func luma(c color.NRGBA) float64 {
	return 0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)
}
