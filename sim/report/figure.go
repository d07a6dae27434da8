package report

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"html"
	"image/png"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// DPI is the resolution of pictures [dots per inch].
const DPI = 300

// Figure is a chart drawn at a size, ready to be written.
type Figure struct {
	Name          string   // the chart's name, for the file
	Title         string   // the chart's subject
	Caption       string   // text to stand below it, a paragraph a line
	Warnings      []string // what a reader should be told beside it
	Width, Height vg.Length
	paint         func(draw.Canvas)
}

// WriteSVG writes the figure as SVG: text as text in Liberation Sans with the
// usual substitutes, and a title and description for screen readers.
func (f Figure) WriteSVG(w io.Writer) error {
	canvas := vgsvg.New(f.Width, f.Height)
	f.paint(f.background(canvas))
	var buf bytes.Buffer
	if _, err := canvas.WriteTo(&buf); err != nil {
		return fmt.Errorf("figure %s: write SVG: %w", f.Name, err)
	}
	if _, err := w.Write(f.accessible(buf.Bytes())); err != nil {
		return fmt.Errorf("figure %s: write SVG: %w", f.Name, err)
	}
	return nil
}

// accessible adds to the library's SVG what it leaves out: substitutes for its one
// font, and words for readers who do not see.
func (f Figure) accessible(svg []byte) []byte {
	svg = bytes.ReplaceAll(svg, []byte("font-family:Liberation Sans;font-variant:normal;"),
		[]byte("font-family:Liberation Sans,Arial,Helvetica,sans-serif;"))
	head := []byte("xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n")
	words := fmt.Sprintf("xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n"+
		"\trole=\"img\" aria-labelledby=\"%[1]s-title %[1]s-desc\">\n"+
		"<title id=\"%[1]s-title\">%[2]s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n",
		f.Name, html.EscapeString(f.Title), html.EscapeString(f.Caption))
	return bytes.Replace(svg, head, []byte(words), 1)
}

// WritePNG writes the figure as a picture of 300 dpi that says so.
func (f Figure) WritePNG(w io.Writer) error {
	canvas := vgimg.NewWith(vgimg.UseWH(f.Width, f.Height), vgimg.UseDPI(DPI))
	f.paint(f.background(canvas))
	var buf bytes.Buffer
	if err := png.Encode(&buf, canvas.Image()); err != nil {
		return fmt.Errorf("figure %s: encode PNG: %w", f.Name, err)
	}
	if _, err := w.Write(withResolution(buf.Bytes(), DPI)); err != nil {
		return fmt.Errorf("figure %s: write PNG: %w", f.Name, err)
	}
	return nil
}

// background paints the canvas white and steadies it.
func (f Figure) background(canvas vg.Canvas) draw.Canvas {
	c := draw.NewCanvas(steady{canvas}, f.Width, f.Height)
	c.SetColor(white)
	c.Fill(c.Rectangle.Path())
	return c
}

// withResolution adds a pHYs chunk (PNG specification, 11.3.4.3), which the
// standard encoder cannot write, behind the header of a PNG file.
func withResolution(file []byte, dpi float64) []byte {
	const header = 8 + 8 + 13 + 4 // signature; length and type, data, checksum of IHDR
	perMetre := uint32(dpi/0.0254 + 0.5)
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return bytes.Join([][]byte{file[:header], chunk, file[header:]}, nil)
}
