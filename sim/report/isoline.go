package report

import (
	"math"
	"slices"
)

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

// chains joins lines end to end, and leaves out what is shorter than least [cells]: a
// piece between two cells says nothing.
func chains(lines [][2]xy, least float64) [][]xy {
	var all [][]xy
	used := make([]bool, len(lines))
	for i := range lines {
		if used[i] {
			continue
		}
		used[i] = true
		chain := lines[i][:]
		for grown := true; grown; {
			grown = false
			for j, l := range lines {
				if used[j] {
					continue
				}
				first, last := chain[0], chain[len(chain)-1]
				switch {
				case close2(last, l[0]):
					chain = append(slices.Clone(chain), l[1])
				case close2(last, l[1]):
					chain = append(slices.Clone(chain), l[0])
				case close2(first, l[0]):
					chain = append([]xy{l[1]}, chain...)
				case close2(first, l[1]):
					chain = append([]xy{l[0]}, chain...)
				default:
					continue
				}
				used[j], grown = true, true
			}
		}
		length := 0.0
		for j := 1; j < len(chain); j++ {
			length += math.Hypot(chain[j].X-chain[j-1].X, chain[j].Y-chain[j-1].Y)
		}
		if length >= least {
			all = append(all, chain)
		}
	}
	return all
}

// close2 tells whether two points are the same but for rounding.
func close2(a, b xy) bool { return math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y) < 1e-9 }

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
