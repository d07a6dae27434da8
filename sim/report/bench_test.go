package report

import (
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
)

// BenchmarkAll draws every chart, those of sweeps too, of twelve strategies of 10,000
// runs each, as SVG and PNG.
func BenchmarkAll(b *testing.B) {
	data := many(12)
	r := rand.New(rand.NewPCG(1, 2))
	for i, m := range data.Mediators {
		data.Ends[i] = endsOf(r, m, 10_000, 0.2+0.05*float64(i), 60+float64(i), 0.5)
	}
	b.ReportAllocs()
	for b.Loop() {
		drawAll(b, data)
	}
}

// BenchmarkEach draws one chart after the other.
func BenchmarkEach(b *testing.B) {
	data := many(12)
	for _, chart := range Charts() {
		b.Run(fmt.Sprint("chart=", chart.Name), func(b *testing.B) {
			data := forChart(chart.Name, data)
			for b.Loop() {
				drawOne(b, chart, data)
			}
		})
	}
}

func drawAll(b *testing.B, data Data) {
	for _, chart := range Charts() {
		drawOne(b, chart, forChart(chart.Name, data))
	}
}

func drawOne(b *testing.B, chart Chart, data Data) {
	figure, err := chart.Draw(data, TextWidth)
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
