package report

import (
	"io"
	"testing"
)

// BenchmarkAll draws every chart of a crowded case as SVG and PNG.
func BenchmarkAll(b *testing.B) {
	data := crowded()
	b.ReportAllocs()
	for b.Loop() {
		for _, chart := range Charts() {
			figure, err := chart.Draw(forChart(chart.Name, data), TextWidth)
			if err != nil {
				b.Fatal(err)
			}
			if err := figure.WriteSVG(io.Discard); err != nil {
				b.Fatal(err)
			}
			if err := figure.WritePNG(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
