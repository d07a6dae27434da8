package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// How many parties the agenda shows: by their marks in one row, or in blocks of their
// own where more than that must sign.
const (
	mostParties = 5
	mostBlocks  = 12
)

// drawAgenda draws what each issue is worth to whom.
func drawAgenda(d Data, k look) (sheet, error) {
	sh := sheet{title: "What each issue is worth to whom", under: "worth between the worst level and the best [0–1]"}
	parties := d.weighing()
	if len(parties) == 0 {
		return sheet{}, errors.New("the case does not say what its issues are worth to a party")
	}
	f, stacked := facets{look: k, columns: agendaColumns(k, parties)}, 1
	if len(parties) > mostParties {
		stacked = (len(parties) + f.columns - 1) / f.columns
	}
	issues, left := heaviest(d.Issues, max(1, k.rowsFitting(mostClauses)/stacked))
	for _, i := range issues {
		at := slices.IndexFunc(d.Issues, func(o record.CaseIssue) bool { return o.Name == i.Name })
		f.names = append(f.names, sh.label(k.body, "issue", at+1, i.Name, 0.36*k.Width))
	}
	var names []string
	for _, party := range parties {
		names = append(names, sh.label(k.body, "party", partyNumber(d, party), party.Name, k.agendaName(len(parties))))
	}
	if len(parties) > mostParties {
		f.ownBlocks(issues, parties, names)
	} else {
		f.oneBlock(issues, parties)
		sh.key = k.partyKey(names)
	}
	if left > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s of the least weight.", words.Plural(left, "issue", "issues")))
	}
	if n := len(d.Parties) - len(parties); n > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s.", words.Plural(n, "other party", "other parties")))
	}
	sh.notes = append(sh.notes, "Each party’s worth has its own scale: compare issues along a party, not sums between parties.")
	sh.shown = agendaWords(d, issues, parties)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

// agendaColumns is how many blocks stand side by side.
func agendaColumns(k look, parties []Party) int {
	switch n := len(parties); {
	case n <= mostParties:
		return 1
	case k.stacked():
		return balanced(n, 3)
	default:
		return balanced(n, 6)
	}
}

// agendaName is the room for the name of one of n parties.
func (k look) agendaName(n int) vg.Length {
	if n <= mostParties {
		return 0.4 * k.Width
	}
	return 0.6 * k.Width / vg.Length(min(6, panelColumns(k)+1))
}

// oneBlock puts the marks of all parties into one row an issue. Marks that would cover
// each other stand one below the other, so that no party hides behind another.
func (f *facets) oneBlock(issues []record.CaseIssue, parties []Party) {
	b := block{marks: make([][]mark, len(issues))}
	values := []float64{0}
	for j, i := range issues {
		for n, party := range parties {
			span := spanOf(i, party.Name)
			values = append(values, span)
			b.marks[j] = append(b.marks[j], mark{at: span, low: span, high: span, color: strokes[n].color, shape: shapes[n].paint})
		}
	}
	b.scaled(measured{unit: "0–1"}, values, true, 5)
	across := f.Width - 2*f.margin() - f.left() - 4*f.u
	for _, ms := range b.marks {
		f.lanes = max(f.lanes, apart(ms, (b.hi-b.lo)*float64(f.lane()/across)))
		slices.SortStableFunc(ms, func(p, q mark) int { return cmp.Compare(p.at, q.at) })
	}
	for j, ms := range b.marks {
		joined := mark{at: ms[0].at, low: ms[0].at, high: ms[len(ms)-1].at, color: dust, shape: noShape}
		b.marks[j] = slices.Insert(ms, 0, joined)
	}
	f.blocks = []block{b}
}

// ownBlocks gives each party a block, all on one scale.
func (f *facets) ownBlocks(issues []record.CaseIssue, parties []Party, names []string) {
	values := []float64{0}
	for n, party := range parties {
		b := block{title: names[n], lines: []float64{0}}
		for _, i := range issues {
			span := spanOf(i, party.Name)
			values = append(values, span)
			b.marks = append(b.marks, []mark{{at: span, low: 0, high: span, color: blue}})
		}
		f.blocks = append(f.blocks, b)
	}
	for i := range f.blocks {
		f.blocks[i].scaled(measured{unit: "0–1"}, values, true, 2)
	}
}

// partyKey explains whose marks are whose.
func (k look) partyKey(names []string) []keyItem {
	var key []keyItem
	for n, name := range names {
		key = append(key, keyItem{name, func(c draw.Canvas, r vg.Rectangle) {
			shapes[n].paint(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 2.6*k.u, strokes[n].color)
		}})
	}
	return key
}

// weighing are the parties to show: those that must sign first, then those to whom
// most is worth something. Blocks of their own are for parties that must sign.
func (d Data) weighing() []Party {
	total := func(p Party) float64 {
		sum := 0.0
		for _, i := range d.Issues {
			sum += spanOf(i, p.Name)
		}
		return sum
	}
	all := slices.DeleteFunc(slices.Clone(d.Parties), func(p Party) bool { return total(p) == 0 })
	slices.SortStableFunc(all, func(a, b Party) int {
		return cmp.Or(one(b.Belligerent)-one(a.Belligerent), cmp.Compare(total(b), total(a)))
	})
	most := 0
	for _, p := range all {
		most += one(p.Belligerent)
	}
	all = all[:min(len(all), max(mostParties, min(most, mostBlocks)))]
	slices.SortStableFunc(all, func(a, b Party) int { return partyNumber(d, a) - partyNumber(d, b) })
	return all
}

// spanOf is what an issue is worth to a party between its worst level and its best.
func spanOf(i record.CaseIssue, party string) float64 {
	for _, w := range i.Worth {
		if w.Party == party {
			return w.Span
		}
	}
	return 0
}

// heaviest keeps the issues that matter most to anybody, in the order of the
// document, and counts the others.
func heaviest(issues []record.CaseIssue, fit int) (kept []record.CaseIssue, left int) {
	most := func(i record.CaseIssue) float64 {
		span := 0.0
		for _, w := range i.Worth {
			span = max(span, w.Span)
		}
		return span
	}
	ranked := slices.Clone(issues)
	slices.SortStableFunc(ranked, func(a, b record.CaseIssue) int { return cmp.Compare(most(b), most(a)) })
	if len(ranked) > fit {
		least := most(ranked[fit-1])
		for _, i := range issues {
			if most(i) >= least && len(kept) < fit {
				kept = append(kept, i)
			}
		}
		return kept, len(issues) - len(kept)
	}
	return issues, 0
}

// rowsFitting is how many rows of names a size has room for, at most so many.
func (k look) rowsFitting(most int) int {
	if k.Height == 0 {
		return most
	}
	return min(most, int(0.66*k.Height/(1.15*k.note.size())))
}

// best is the level of an issue that is worth most to a party, and whether any is.
func best(i record.CaseIssue, party string) (string, bool) {
	for _, w := range i.Worth {
		if w.Party == party && w.Span > 0 && len(w.Levels) == len(i.Levels) && len(w.Levels) > 0 {
			return clean(i.Levels[slices.Index(w.Levels, slices.Max(w.Levels))]), true
		}
	}
	return "", false
}

func agendaWords(d Data, issues []record.CaseIssue, parties []Party) []string {
	shown := []string{"For each issue, what the best level is worth to a party above the worst level, all other issues aside, at base values (worth, no unit, 0 to 1 the usual range); " +
		"issues in the order of the document; grey lines join the parties. Scales of different parties cannot be added or compared as sums."}
	for _, i := range issues {
		text := clean(i.Name) + ": "
		for n, p := range parties {
			if n > 0 {
				text += "; "
			}
			text += clean(p.Name) + " " + number(spanOf(i, p.Name), 2)
			if b, ok := best(i, p.Name); ok {
				text += " (best: " + b + ")"
			}
		}
		shown = append(shown, text+".")
	}
	return shown
}
