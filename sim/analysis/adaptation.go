package analysis

// tie is up to which difference of means two are taken to be equal: sums in another
// order differ by less.
const tie = 1e-12

// Best is the row with the highest mean over the runs that have a value in every row,
// the first of equals; gains are the means less that of the first row. rows[i][r] is
// the value of run r under alternative i, NaN where it has none. What is best of many
// by the same runs looks better than it is: take it from some runs and report it on
// others ([Halves]).
func Best(rows [][]float64) (best int, gains []float64, err error) {
	if len(rows) == 0 {
		return 0, nil, nil
	}
	known, err := everywhere(rows)
	if err != nil {
		return 0, nil, err
	}
	gains = make([]float64, len(known))
	for i := range known {
		var apart Moments
		for r := range known[i] {
			apart.Add(known[i][r] - known[0][r])
		}
		if gains[i] = apart.Mean(); gains[i] > gains[best]+tie {
			best = i
		}
	}
	return best, gains, nil
}

// Halves cuts every row into its first half, to choose by, and the rest, to report on.
func Halves(rows [][]float64) (choosing, reporting [][]float64) {
	for _, row := range rows {
		half := len(row) / 2
		choosing, reporting = append(choosing, row[:half]), append(reporting, row[half:])
	}
	return choosing, reporting
}
