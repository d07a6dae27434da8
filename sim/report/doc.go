// Package report draws a result as charts for printed reports.
//
// It knows what a result's files say: the compiled case, what happened round by
// round, which clauses were objected to, and the summary of the measures. It
// cannot simulate, knows no party and no mediator, and touches no disk: figures
// are written to an io.Writer.
//
// [Load] gathers what charts show of one design point, [LoadSweep] of all points of a
// sweep, from the files of a result; what the rows alone tell is gathered by a
// [Gatherer] while they pass. A chart is one file and one line in [Charts]. One that
// is for another kind of result refuses with an [Unfit] error, one that lacks its data
// with any other:
//
//	for _, chart := range report.Charts() {
//		figure, err := chart.Draw(data, report.TextWidth)
//		if err != nil {
//			continue // a sentence that says what is missing
//		}
//		figure.WriteSVG(w)  // text stays text
//		figure.WritePNG(w)  // 300 dots an inch, and the file says so
//		fmt.Fprint(w, figure.Caption)
//	}
//
// The same data give the same bytes; pictures (PNG) of different kinds of processor
// may differ in the shade of an edge, SVG does not. Colours are derived from the palette of
// Okabe and Ito (2008), which readers with any usual colour vision tell apart;
// nothing is told by colour alone, and no pairing is a flag's.
package report
