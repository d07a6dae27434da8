package page

import (
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// tally counts the points of a design by what a difference says there, in the order
// in which differences come.
type tally struct {
	order  []difference
	counts map[difference]*[4]int // by side
}

// difference is what is compared, "A more than B".
type difference struct{ measure, what string }

// String is the difference as the page prints it.
func (d difference) String() string { return words.Label(d.measure) + ", " + d.what }

func (t *tally) add(measure, what string, r record.ComparisonRow) {
	if t.counts == nil {
		t.counts = map[difference]*[4]int{}
	}
	d := difference{measure, what}
	if t.counts[d] == nil {
		t.counts[d] = new([4]int)
		t.order = append(t.order, d)
	}
	t.counts[d][side(r)]++
}

// side tells which of the two has more: 0 the first, 1 the second, 2 the runs do not
// tell, 3 there are too few.
func side(r record.ComparisonRow) int {
	switch {
	case r.Interval == nil:
		return 3
	case !words.Apart(r):
		return 2
	case r.Estimate > 0:
		return 0
	}
	return 1
}

// lines says which differences hold at every point, and which turn.
func (t *tally) lines(points int) []string {
	var holds, turns, rest []string
	for _, d := range t.order {
		switch n := t.counts[d]; {
		case n[0] == points:
			holds = append(holds, d.String())
		case n[1] == points:
			holds = append(holds, d.opposite())
		case n[0] > 0 && n[1] > 0:
			turns = append(turns, d.String())
		default:
			rest = append(rest, d.String())
		}
	}
	var lines []string
	add := func(say string, which []string) {
		if len(which) > 0 {
			lines = append(lines, say+strings.Join(which, "; ")+".")
		}
	}
	add("Told apart at every point, with the same sign: ", holds)
	add("Turns: true at some points, the opposite at others: ", turns)
	if len(rest) > 0 {
		lines = append(lines, words.Capital(words.Plural(len(rest), "difference is", "differences are"))+" told apart at some points only, or at none.")
	}
	return lines
}

// opposite is the difference the other way round.
func (d difference) opposite() string {
	return words.Label(d.measure) + ", " + strings.Replace(d.what, "more", "less", 1)
}

// tallyTable shows the counts.
func (b *builder) tallyTable(caption string, t *tally) *table {
	shown := b.table(caption, append(texts("measure", "difference"), numbers("true at", "the opposite at", "not told apart at", "too few runs at")...)...)
	for _, d := range t.order {
		first := head(words.Label(d.measure))
		first.Link = b.terms[d.measure]
		row := []cell{first, word(d.what)}
		for _, n := range t.counts[d] {
			row = append(row, count(n))
		}
		shown.add(row...)
	}
	shown.clip("comparison.csv and points.csv")
	shown.Notes = append(shown.Notes, "Counts of points. Told apart: at a level of 5%, all differences of a measure at a point counted together (Holm).")
	return shown
}
