package main

import (
	"errors"
	"fmt"

	"shuttle/sim/report"
	reportpage "shuttle/sim/report/page"
)

// drawFigures draws the charts of a result for its page, those that plot draws when
// none are named.
func (r *reporting) drawFigures(dir string, d *reportpage.Data) error {
	found, err := readFinding(dir)
	if err != nil {
		return err
	}
	data, err := found.data()
	if err != nil {
		return badInput{fmt.Errorf("%s: %w", dir, err)}
	}
	// The page lists every number itself.
	data.Varied, data.Fixed = "the numbers that have a range in the list of assumptions.", "all other numbers in it."
	usual := drawing{usual: found.charts}
	for _, chart := range report.Charts() {
		if !usual.wants(chart.Name) || !usual.named() && !chart.Usual(data) {
			continue
		}
		figure, err := chart.Draw(data, report.TextWidth)
		if errors.As(err, new(report.Unfit)) && !usual.named() {
			continue // another chart is for this kind of result
		}
		if err != nil {
			d.Undrawn = append(d.Undrawn, err.Error())
			continue
		}
		shown := reportpage.Figure{Figure: figure}
		if small, err := chart.Draw(data, report.ColumnWidth); err == nil {
			shown.Small = &small
		}
		d.Figures = append(d.Figures, shown)
	}
	return nil
}
