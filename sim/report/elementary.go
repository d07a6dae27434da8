package report

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"shuttle/sim/analysis"
)

// What it takes of elementary effects.
const (
	fewestEffects     = 2
	fewestForInterval = 4    // below it Student's interval tells nothing
	leastWay          = 1e-6 // of a factor's range: levels nearer than this are the same
)

// elementary is the elementary effects of one factor on a measure: what changes when
// it goes to another level and all others stay, over the share of its range that this
// is.
type elementary struct {
	factor    factorScale
	short     string
	n         int
	signed    float64 // their mean: μ of Morris (1991)
	mean      float64 // of their sizes: μ* of Campolongo, Cariboni and Saltelli (2007)
	clear     cleared // their size and spread without what chance adds
	size      float64 // what factors are ranked by: that of clear where it is known, else mean
	low, high float64 // its interval, NaN where there are too few effects for one
	spread    float64 // that of clear where it is known, else σ of Morris (1991), the standard deviation of the effects
}

// known tells whether there are effects enough for an interval.
func (e elementary) known() bool { return !math.IsNaN(e.low) }

// upper is the end of the interval, or the size itself where there is none.
func (e elementary) upper() float64 {
	if e.known() {
		return e.high
	}
	return e.size
}

// noise tells whether the effects cannot be told from what chance gives.
func (e elementary) noise() bool { return e.clear.known() && e.known() && !e.clear.told }

// elementaries are the factors with enough effects, the strongest first.
func (d Data) elementaries(m measured) []elementary {
	varying, all, _ := d.ranked()
	found := d.estimatesOf([]measured{m})
	points, halves := d.Design.numbered(all), d.halvesOf(m)
	var out []elementary
	for _, i := range varying {
		var sizes, effects analysis.Moments
		var clear clearing
		for _, pair := range d.Design.steps(points, i) {
			p, okP := found.at(pair[0], d.focus(), m.name)
			q, okQ := found.at(pair[1], d.focus(), m.name)
			way := all[i].unit(d.Design.Points[pair[1]][i]) - all[i].unit(d.Design.Points[pair[0]][i])
			if d.Design.Step > 0 { // of the whole range, though not all of it need be walked
				way = math.Copysign(d.Design.Step, way)
			}
			if okP && okQ && min(p.N, q.N) >= fewestInBar && math.Abs(way) > leastWay {
				effect := (q.Estimate - p.Estimate) / way
				effects.Add(effect)
				sizes.Add(math.Abs(effect))
				clear.add(halves.step(pair, way))
			}
		}
		if effects.N() < fewestEffects {
			continue
		}
		e := elementary{
			factor: all[i], n: effects.N(), signed: effects.Mean(), mean: sizes.Mean(), clear: clear.result(),
			size: sizes.Mean(), spread: effects.SD(), low: math.NaN(), high: math.NaN(),
		}
		if e.clear.known() {
			e.size, e.spread, e.low, e.high = e.clear.size, e.clear.spread, e.clear.low, e.clear.high
		} else if at, err := sizes.T(level); err == nil && e.n >= fewestForInterval {
			e.low, e.high = max(0, at.Low), at.High
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b elementary) int { return cmp.Compare(b.size, a.size) })
	return out
}

// steps are the pairs of points between which a factor moves and no other does: the
// steps of trajectories where there are any, else all neighbours.
func (g Design) steps(points [][]int, factor int) [][2]int {
	if g.Walk == 0 {
		return neighbours(points, factor)
	}
	var pairs [][2]int
	for i := 1; i < len(points); i++ {
		if i%g.Walk > 0 && points[i][factor] != points[i-1][factor] {
			pairs = append(pairs, [2]int{i - 1, i})
		}
	}
	return pairs
}

// numbered are the points by the numbers of their levels.
func (g Design) numbered(all []factorScale) [][]int {
	points := make([][]int, len(g.Points))
	for i, p := range g.Points {
		points[i] = make([]int, len(p))
		for k, v := range p {
			_, points[i][k] = all[k].place(v)
		}
	}
	return points
}

// neighbours are the pairs of points between which a factor goes to its neighbouring level
// and no other changes: the edges of a grid, the arms of a star, the legs of a
// trajectory.
func neighbours(points [][]int, factor int) [][2]int {
	groups := make(map[string][]int) // points alike in all other factors
	var order []string
	var key []byte
	for i, p := range points {
		key = key[:0]
		for j, level := range p {
			if j != factor {
				key = binary.AppendUvarint(key, uint64(level))
			}
		}
		if groups[string(key)] == nil {
			order = append(order, string(key))
		}
		groups[string(key)] = append(groups[string(key)], i)
	}
	var pairs [][2]int
	for _, key := range order {
		alike := groups[key]
		slices.SortStableFunc(alike, func(a, b int) int { return cmp.Compare(points[a][factor], points[b][factor]) })
		for i := 1; i < len(alike); i++ {
			if points[alike[i-1]][factor] != points[alike[i]][factor] {
				pairs = append(pairs, [2]int{alike[i-1], alike[i]})
			}
		}
	}
	return pairs
}
