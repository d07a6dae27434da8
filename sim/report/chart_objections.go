package report

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"shuttle/sim/report/words"
)

// Limits of the heat map: what a page can hold and what a share needs.
const (
	mostClauses = 32
	mostColumns = 40
	fewestRuns  = 20 // below it a cell shows no share
)

// heat is the heat map of one mediator's runs.
type heat struct {
	look
	alone   bool     // of one run by itself
	clauses []string // row labels, from the top
	label   ink      // of row labels: small where rows must be low
	drafts  []int    // the first draft of each column
	last    int      // the last draft
	pool    int      // drafts a column
	sides   []heatSide
	top     float64 // share at the dark end of the scale
}

// heatSide is one belligerent's panel.
type heatSide struct {
	name  string
	share [][]float64 // by clause and column; NaN where too few runs got there
}

// drawObjections draws a panel a belligerent: clauses down, drafts across.
func drawObjections(d Data, k look) (sheet, error) {
	sh := sheet{title: "Objections by clause and draft"}
	if d.sweep() {
		return sheet{}, unfit("a sweep has too many drafts to show at once: plot one point, --point")
	}
	rows := ofFocus(d)
	if len(rows) == 0 {
		return sheet{}, fmt.Errorf("the result holds no objections under mediator %q", d.focus())
	}
	h := heat{look: k, alone: d.Alone}
	columns := objectionColumns(k, len(d.belligerents()))
	stacked := (len(d.belligerents()) + columns - 1) / columns
	names, left := busiest(d, rows, k.clausesFitting(stacked))
	if len(names) == 0 {
		return sheet{}, errors.New("no objection is to a clause of the case")
	}
	h.label = k.rowInk(len(names), stacked)
	for _, c := range names {
		h.clauses = append(h.clauses, sh.label(h.label, "issue", 1+slices.Index(d.Clauses, c), c, k.clauseWidth()))
	}
	h.columns(rows)
	for _, p := range d.belligerents() {
		name := sh.label(k.strong, "party", partyNumber(d, p), p.Name, k.panelWidth(columns))
		h.sides = append(h.sides, heatSide{name, shares(names, h.drafts, h.pool, p.Name, rows, d.fewestShown())})
	}
	if err := h.scale(); err != nil {
		return sheet{}, err
	}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.5*k.Width)
	sh.under = "runs under " + mediator
	sh.notes = []string{"Share of the runs that reached the draft: " + reach(rows) + "."}
	if len(left.never) > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s without an objection.", words.Plural(len(left.never), "clause", "clauses")))
	}
	if h.sparse() {
		sh.notes = append(sh.notes, fmt.Sprintf("Hatched: fewer than %d runs got so far.", fewestRuns))
	}
	sh.shown = h.shown(rows, clean(d.focus()))
	if d.Alone {
		sh.notes[0] = d.oneRun() + ". Dark: the side objected to the clause as it stood in that draft."
		sh.shown = []string{fmt.Sprintf("What each belligerent objected to in each draft of one run under %s; clauses in the order of the document.", clean(d.focus()))}
	}
	if len(left.never) > 0 {
		sh.shown = append(sh.shown, "Left out, as no belligerent ever objected to them: "+words.List(left.never)+".")
	}
	if left.few > 0 {
		sh.shown = append(sh.shown, fmt.Sprintf("Left out: the %s with the fewest objections.", words.Plural(left.few, "clause", "clauses")))
	}
	sh.panel, sh.low, sh.paint = h.height(), h.low(), h.paint
	return sh, nil
}

// fewestShown is how many runs a share needs; of one run by itself nothing is a share.
func (d Data) fewestShown() int {
	if d.Alone {
		return 1
	}
	return fewestRuns
}

// ofFocus are the objections counted in the runs of the mediator in focus.
func ofFocus(d Data) []Objection {
	var rows []Objection
	for _, o := range d.Objections {
		if o.Mediator == d.focus() && o.Draft > 0 && o.N > 0 && o.Count >= 0 && o.Count <= o.N {
			rows = append(rows, o)
		}
	}
	return rows
}

// unshown are the clauses that a heat map leaves out.
type unshown struct {
	never []string // no belligerent objected to them
	few   int      // there was no room for them
}

// busiest keeps the clauses most objected to by belligerents, in the order of the
// document, and says what it left out.
func busiest(d Data, rows []Objection, most int) (kept []string, left unshown) {
	total, all := make(map[string]int), 0
	for _, o := range rows {
		if slices.ContainsFunc(d.belligerents(), func(p Party) bool { return p.Name == o.Party }) {
			total[o.Clause] += o.Count
			all += o.Count
		}
	}
	ranked := slices.Clone(d.Clauses)
	slices.SortStableFunc(ranked, func(a, b string) int { return cmp.Compare(total[b], total[a]) })
	ranked = ranked[:min(len(ranked), most)]
	for _, c := range d.Clauses {
		switch {
		case total[c] == 0 && all > 0:
			left.never = append(left.never, clean(c))
		case slices.Contains(ranked, c):
			kept = append(kept, c)
		default:
			left.few++
		}
	}
	return kept, left
}

// reach says how many runs got how far.
func reach(rows []Objection) string {
	first, last := rows[0], rows[0]
	for _, o := range rows {
		if o.Draft < first.Draft || o.Draft == first.Draft && o.N > first.N {
			first = o
		}
		if o.Draft > last.Draft || o.Draft == last.Draft && o.N > last.N {
			last = o
		}
	}
	if first.Draft == last.Draft {
		return fmt.Sprintf("n = %s", words.Thousands(first.N))
	}
	return fmt.Sprintf("n = %s at draft %d, %s at draft %d", words.Thousands(first.N), first.Draft, words.Thousands(last.N), last.Draft)
}

// columns sets the columns, which pool drafts where there are too many.
func (h *heat) columns(rows []Objection) {
	for _, o := range rows {
		h.last = max(h.last, o.Draft)
	}
	h.pool = (h.last + mostColumns - 1) / mostColumns
	for first := 1; first <= h.last; first += h.pool {
		h.drafts = append(h.drafts, first)
	}
}

// shares are a party's objections by clause and column. How many runs reached a
// draft is known from any row of it, so that a clause without a row there counts
// as never objected to.
func shares(clauses []string, drafts []int, pool int, party string, rows []Objection, enough int) [][]float64 {
	reached := make([]int, len(drafts)*pool+1)
	for _, o := range rows {
		reached[o.Draft] = max(reached[o.Draft], o.N)
	}
	out := make([][]float64, len(clauses))
	for i, clause := range clauses {
		objected := make([]int, len(drafts))
		for _, o := range rows {
			if o.Clause == clause && o.Party == party {
				objected[(o.Draft-1)/pool] += o.Count
			}
		}
		for j, first := range drafts {
			n, fewest := 0, 0
			for k := range pool {
				n += reached[first+k]
				fewest = max(fewest, reached[first+k])
			}
			share := math.NaN()
			if fewest >= enough {
				share = float64(objected[j]) / float64(n)
			}
			out[i] = append(out[i], share)
		}
	}
	return out
}

// scale sets the end of the colour scale and checks that there is something to show.
func (h *heat) scale() error {
	highest := math.NaN()
	for _, s := range h.sides {
		for _, row := range s.share {
			for _, v := range row {
				if !math.IsNaN(v) && !(v <= highest) {
					highest = v
				}
			}
		}
	}
	switch {
	case len(h.sides) == 0:
		return errors.New("the case names no belligerent whose objections to show")
	case math.IsNaN(highest):
		return fmt.Errorf("no draft was reached by as many as %d runs, too few for shares", fewestRuns)
	case highest == 0:
		return errors.New("no belligerent objected to any clause, so that there is nothing to show")
	}
	for _, h.top = range []float64{0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1} {
		if highest <= h.top {
			break
		}
	}
	return nil
}

// sparse tells whether some cells have too few runs for a share.
func (h heat) sparse() bool {
	return slices.ContainsFunc(h.sides[0].share[0], math.IsNaN)
}

func (h heat) shown(rows []Objection, mediator string) []string {
	most, least := 0, math.MaxInt
	for _, o := range rows {
		most, least = max(most, o.N), min(least, o.N)
	}
	s := fmt.Sprintf("Share of runs under %s in which a party objected to a clause of a draft, among the runs that reached that draft (%s to %s runs, no intervals drawn); "+
		"one panel a belligerent, clauses in the order of the document; the scale ends at %s.",
		mediator, words.Thousands(least), words.Thousands(most), percent(h.top))
	if h.sparse() {
		s += fmt.Sprintf(" Hatched: fewer than %d runs.", fewestRuns)
	}
	if h.pool > 1 {
		s += fmt.Sprintf(" Each column pools %d drafts.", h.pool)
	}
	return []string{s}
}
