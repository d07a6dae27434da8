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

// mostParties is how many parties the agenda tells apart.
const mostParties = 5

// drawAgenda draws what each issue is worth to whom.
func drawAgenda(d Data, k look) (sheet, error) {
	sh := sheet{title: "What each issue is worth to whom", under: "worth between the worst level and the best [0–1]", beside: false}
	parties := d.weighing()
	if len(parties) == 0 {
		return sheet{}, errors.New("the case does not say what its issues are worth to a party")
	}
	issues, left := heaviest(d.Issues, k.rowsFitting(mostClauses))
	f := facets{look: k, columns: 1}
	for _, i := range issues {
		at := slices.IndexFunc(d.Issues, func(o record.CaseIssue) bool { return o.Name == i.Name })
		f.names = append(f.names, sh.label(k.body, "issue", at+1, i.Name, 0.36*k.Width))
	}
	b := block{marks: make([][]mark, len(issues))}
	values := []float64{0}
	for j, i := range issues {
		var spans []float64
		for n, party := range parties {
			span := spanOf(i, party.Name)
			spans = append(spans, span)
			b.marks[j] = append(b.marks[j], mark{at: span, low: span, high: span, color: strokes[n].color, shape: shapes[n].paint})
		}
		values = append(values, spans...)
		joined := mark{at: slices.Min(spans), low: slices.Min(spans), high: slices.Max(spans), color: dust, shape: noShape}
		b.marks[j] = slices.Insert(b.marks[j], 0, joined)
	}
	b.scaled(measured{unit: "0–1"}, values, true, 5)
	f.blocks = []block{b}
	for n, party := range parties {
		name := sh.label(k.body, "party", partyNumber(d, party), party.Name, 0.4*k.Width)
		sh.key = append(sh.key, keyItem{name, func(c draw.Canvas, r vg.Rectangle) {
			shapes[n].paint(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 2.6*k.u, strokes[n].color)
		}})
	}
	if left > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: the %s that matter least.", words.Plural(left, "issue", "issues")))
	}
	if n := len(d.Parties) - len(parties); n > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s.", words.Plural(n, "other party", "other parties")))
	}
	sh.notes = append(sh.notes, "Each party's worth has its own scale: compare issues along a party, not sums between parties.")
	sh.shown = agendaWords(d, issues, parties)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

// weighing are the parties to show: those that must sign first, then those to whom
// most is worth something.
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
	all = all[:min(len(all), mostParties)]
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
