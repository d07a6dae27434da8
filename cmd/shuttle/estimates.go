package main

import (
	"fmt"

	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// estimateNames are the names of all that summary.csv says of rows with this schema.
func estimateNames(rows record.Schema, of spans) []string {
	var names []string
	for _, e := range append(measure.Estimates(rows), timeEstimates(rows, of)...) {
		names = append(names, e.Name)
	}
	for _, year := range of.years() {
		names = append(names, peaceHeld(year))
	}
	return names
}

// peaceHeld names the share of the peaces that still hold after so many years.
func peaceHeld(years float64) string { return fmt.Sprintf("%s%gy", peaceHolds, years) }

// estimateList lists the lines of summary.csv beside those of the measures.
func estimateList() []entry {
	const kaplanMeier = "Kaplan and Meier 1958; interval by Greenwood's formula on the scale of log-log survival"
	return []entry{
		{"outcome.<outcome>", "Share of the runs that came out so; an outcome for each line of `list outcomes`.", "Wilson 1927", []parameter{}},
		{signedBy + "<days>d", "Share of the runs signed by this day, at the quarters of the horizon. Talks that ended unsigned count as unsigned to the end of the horizon.", kaplanMeier, []parameter{}},
		{daysUnsigned, "Mean days without a signature up to the horizon, all runs. [days]", "area under the curve of the same", []parameter{}},
		{peaceHolds + "<years>y", "Share of the peaces that still hold so many years after the signature; those watched no longer count as long as they were watched.", kaplanMeier, []parameter{}},
	}
}
