package report

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	update  = flag.Bool("update", false, "rewrite the golden files")
	only    = flag.String("only", "", "chart, data or size that the gallery is to hold; empty: all")
	gallery = flag.String("gallery", "", "folder to write every chart at every size into, to be looked at")
)

// TestGallery draws everything to be looked at.
func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Skip("no folder to leave pictures in; other tests draw all of it")
	}
	for name, data := range map[string]Data{"plain": fixture(), "crowded": crowded(), "three": three(), "carried": carried()} {
		for _, size := range Sizes() {
			for _, chart := range Charts() {
				if label := chart.Name + "-" + name + "-" + size.Name; !strings.Contains(label, *only) {
					continue
				}
				figure, err := chart.Draw(forChart(chart.Name, data), size)
				if errors.As(err, new(Unfit)) {
					continue
				}
				require.NoError(t, err)
				hang(t, figure, name+"-"+size.Name)
			}
		}
	}
}

// hang draws a figure and, with -gallery, leaves the picture to look at.
func hang(t *testing.T, figure Figure, name string) {
	t.Helper()
	var svg, png bytes.Buffer
	require.NoError(t, figure.WriteSVG(&svg))
	require.NoError(t, figure.WritePNG(&png))
	if *gallery == "" {
		return
	}
	at := filepath.Join(*gallery, figure.Name+"-"+name)
	require.NoError(t, os.WriteFile(at+".svg", svg.Bytes(), 0o644))
	require.NoError(t, os.WriteFile(at+".png", png.Bytes(), 0o644))
	require.NoError(t, os.WriteFile(at+".txt", []byte(figure.Caption), 0o644))
}

// forChart is a made-up result of the kind that a chart is for.
func forChart(name string, d Data) Data {
	switch name {
	case "lines":
		return overOne(d)
	case "heat-map":
		return overTwo(d)
	case "tornado":
		return overStar(d)
	case "effects":
		return overPaths(d)
	}
	return d
}
