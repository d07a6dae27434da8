package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/report"
)

// drawing is what of a result is to be drawn, and how.
type drawing struct {
	formats []string // svg, png
	size    string
	only    []string // names of charts; empty: the usual ones of the result
	usual   []string // of an experiment that names its charts; empty: all that are for the kind of result
	strict  bool     // what is asked for by name and cannot be drawn is an error, not a note
	plain   bool     // beside a result draw nothing

	mediator  string   // whose runs the charts of one mediator show; empty: see focus
	measures  []string // to show, where a chart has a choice
	threshold float64  // of the contour of heat maps
}

// usualDrawing is what commands draw when nobody says otherwise.
func usualDrawing() drawing {
	return drawing{formats: []string{"svg", "png"}, size: report.TextWidth.Name}
}

// addTo adds the flags of commands that draw beside their result.
func (d *drawing) addTo(to *pflag.FlagSet) {
	*d = usualDrawing()
	to.StringSliceVar(&d.only, "chart", nil, "charts to draw (default the usual of this kind of result, or those that the experiment names; see shuttle list charts)")
	to.StringSliceVar(&d.formats, "format", d.formats, "formats of the charts: svg, png")
	to.BoolVar(&d.plain, "no-charts", false, "draw no charts")
}

// pictures lists the formats a chart can be written in.
func pictures() map[string]func(report.Figure, io.Writer) error {
	return map[string]func(report.Figure, io.Writer) error{
		"svg": report.Figure.WriteSVG,
		"png": report.Figure.WritePNG,
	}
}

// charts are those that are asked for, and the size they are asked in.
func (d drawing) charts() ([]report.Chart, report.Size, error) {
	for _, f := range d.formats {
		if pictures()[f] == nil {
			return nil, report.Size{}, misuse("--format %s: want svg, png or both", f)
		}
	}
	var sizes []string
	var size report.Size
	for _, s := range report.Sizes() {
		sizes = append(sizes, s.Name)
		if s.Name == d.size {
			size = s
		}
	}
	if size.Name == "" {
		return nil, size, misuse("--size %s: want one of %s", d.size, strings.Join(sizes, ", "))
	}
	var charts []report.Chart
	for _, c := range report.Charts() {
		if d.wants(c.Name) {
			charts = append(charts, c)
		}
	}
	for _, name := range d.only {
		if names := chartNames(); !slices.Contains(names, name) {
			return nil, size, misuse("--chart %s: %s", name, oneOf(name, names))
		}
	}
	return charts, size, nil
}

// chartNames are the names of all charts there are.
func chartNames() []string {
	var names []string
	for _, c := range report.Charts() {
		names = append(names, c.Name)
	}
	return names
}

// wants tells whether a chart is asked for by name, or where none is, may be drawn.
func (d drawing) wants(chart string) bool {
	if len(d.only) > 0 {
		return slices.Contains(d.only, chart)
	}
	return len(d.usual) == 0 || slices.Contains(d.usual, chart)
}

// named tells whether somebody says which charts to draw, and is to hear of those that
// cannot be.
func (d drawing) named() bool { return len(d.only) > 0 || len(d.usual) > 0 }

// oneOf says what a name may be, and what was probably meant.
func oneOf(name string, names []string) string {
	text := "want one of " + strings.Join(names, ", ")
	if near := document.Nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean %s? (%s)", near, text)
	}
	return text
}

// draw draws the charts, each with its caption beside it, several at once, and hands
// each file to put, in the order of the charts. A chart that the result has no data for
// is a note; one that is for another kind of result is passed over in silence, unless it
// was asked for by name, by the user or by the experiment.
func (d drawing) draw(ctx context.Context, data report.Data, put func(name string, write func(io.Writer) error) error) (notes []string, err error) {
	charts, size, err := d.charts()
	if err != nil {
		return nil, err
	}
	if err := d.choose(&data); err != nil {
		return nil, err
	}
	if !d.named() {
		charts = slices.DeleteFunc(charts, func(c report.Chart) bool { return !c.Usual(data) })
	}
	hands := runtime.GOMAXPROCS(0)
	buffers := make([]*picture, 2*hands)
	for i := range buffers {
		buffers[i] = &picture{}
	}
	fill := func(ctx context.Context, i int, into *picture) error {
		return into.draw(ctx, charts[i], data, size, d.formats)
	}
	err = experiment.InOrder(ctx, len(charts), buffers, slices.Repeat([]func(context.Context, int, *picture) error{fill}, hands),
		func(_ int, p *picture) error {
			switch {
			case errors.As(p.fault, new(report.Unfit)) && !d.named():
				return nil // another chart is for this kind of result
			case p.fault != nil && d.strict && len(d.only) > 0:
				return p.fault
			case p.fault != nil:
				notes = append(notes, p.fault.Error())
				return nil
			}
			for _, w := range p.warnings {
				if !slices.Contains(notes, w) { // several charts write the same names
					notes = append(notes, w)
				}
			}
			return p.put(put)
		})
	return notes, err
}

// choose puts what the user chose into the data.
func (d drawing) choose(data *report.Data) error {
	if data.Threshold = d.threshold; len(d.measures) > 0 {
		data.Measures = d.measures
	}
	if d.mediator == "" {
		return nil
	}
	if !slices.Contains(data.Mediators, d.mediator) {
		return misuse("--mediator %s: %s", d.mediator, oneOf(d.mediator, data.Mediators))
	}
	data.Focus = d.mediator
	return nil
}

// picture is a chart on its way into files.
type picture struct {
	fault    error // why it cannot be drawn
	files    []pictureFile
	warnings []string
}

// pictureFile is one of a chart's files.
type pictureFile struct {
	name string
	text bytes.Buffer
}

// draw draws a chart in every format, and its caption.
func (p *picture) draw(ctx context.Context, c report.Chart, data report.Data, size report.Size, formats []string) error {
	*p = picture{}
	var figure report.Figure
	if figure, p.fault = c.Draw(data, size); p.fault != nil {
		return nil
	}
	p.warnings = figure.Warnings
	p.files = make([]pictureFile, len(formats)+1)
	for i, format := range formats {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.files[i].name = c.File(size) + "." + format
		if err := pictures()[format](figure, &p.files[i].text); err != nil {
			return err
		}
	}
	last := &p.files[len(formats)]
	last.name = c.File(size) + ".txt"
	return caption(&last.text, figure)
}

// put hands over the files.
func (p *picture) put(put func(name string, write func(io.Writer) error) error) error {
	for i := range p.files {
		f := &p.files[i]
		err := put(f.name, func(w io.Writer) error {
			_, err := f.text.WriteTo(w)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// into draws the charts of a finding into its result.
func (d drawing) into(ctx context.Context, f *finding, stage *store.Stage) (notes []string, err error) {
	if d.plain {
		return nil, nil
	}
	data, err := f.data()
	if err != nil {
		return nil, err
	}
	return d.draw(ctx, data, func(name string, write func(io.Writer) error) error {
		return put(stage, "charts/"+name, write)
	})
}

// caption writes what stands below a figure.
func caption(w io.Writer, f report.Figure) error {
	_, err := io.WriteString(w, strings.TrimRight(f.Caption, "\n")+"\n")
	return err
}
