package report

import "math"

// isoline is where a field on a grid passes a level, by marching squares (straight
// lines between neighbouring cells' middles). Field is by column and row; a cell
// without a number ends the line. The library's contours come in the order of a map,
// which would differ from one drawing to the next.
func isoline(field [][]float64, level float64) [][2]xy {
	var lines [][2]xy
	for i := 0; i+1 < len(field); i++ {
		for j := 0; j+1 < len(field[i]); j++ {
			lines = append(lines, cellLines(i, j, [4]float64{field[i][j], field[i+1][j], field[i+1][j+1], field[i][j+1]}, level)...)
		}
	}
	return lines
}

// cellLines are the lines through one square of four middles, given counterclockwise
// from the lower left. Where two lines pass, the middle of the square decides which
// corners they keep apart.
func cellLines(i, j int, v [4]float64, level float64) [][2]xy {
	x, y := [4]float64{0, 1, 1, 0}, [4]float64{0, 0, 1, 1}
	var cuts []xy
	for a := range 4 {
		b := (a + 1) % 4
		if math.IsNaN(v[a]) || math.IsNaN(v[b]) {
			return nil
		}
		if (v[a] >= level) == (v[b] >= level) {
			continue
		}
		t := (level - v[a]) / (v[b] - v[a])
		cuts = append(cuts, xy{float64(i) + x[a] + t*(x[b]-x[a]), float64(j) + y[a] + t*(y[b]-y[a])})
	}
	switch len(cuts) {
	case 2:
		return [][2]xy{{cuts[0], cuts[1]}}
	case 4:
		high := (v[0]+v[1]+v[2]+v[3])/4 >= level
		if high == (v[0] >= level) { // the corners 0 and 2 belong together
			return [][2]xy{{cuts[0], cuts[1]}, {cuts[2], cuts[3]}}
		}
		return [][2]xy{{cuts[3], cuts[0]}, {cuts[1], cuts[2]}}
	}
	return nil
}
