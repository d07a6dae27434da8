package page

import (
	"fmt"
	"strings"

	"shuttle/sim/report/words"
)

// about shows who talks about what, and what a sweep varied.
func (b *builder) about() []part {
	parts := []part{{Table: b.partiesTable()}, {Table: b.issuesTable()}, {Table: b.mediatorsTable()}}
	if len(b.Design.Factors) > 0 {
		parts = append(parts, part{Table: b.factorsTable()})
	}
	return parts
}

func (b *builder) partiesTable() *table {
	t := b.table("The parties at base values", append(texts("party", "role"), numbers("worth of no deal")...)...)
	for _, p := range b.Case.Parties {
		t.add(head(p.Name), word(p.Role), value(words.Number(p.Fallback), p.Fallback))
	}
	t.Notes = []string{"Worth is on each party's own scale and is not comparable across parties. Utilities of governments are not welfare."}
	return t
}

// issuesTable shows what is talked about and what it is worth to those who sign.
func (b *builder) issuesTable() *table {
	t := b.table("The issues, and how much of a party's worth hangs on each", append(texts("issue", "pillar", "document"), numbers("levels")...)...)
	signers := b.belligerents()
	for _, p := range signers {
		t.Columns = append(t.Columns, column{Name: "span for " + p, Number: true})
	}
	for _, issue := range b.Case.Issues {
		row := []cell{head(issue.Name), word(issue.Pillar), word(issue.Document), count(len(issue.Levels))}
		for _, p := range signers {
			span := absent()
			for _, w := range issue.Worth {
				if w.Party == p {
					span = value(words.Number(w.Span), w.Span)
				}
			}
			row = append(row, span)
		}
		t.add(row...)
	}
	t.Notes = []string{"Span: what the best level of the issue adds to a party's worth above the worst, at base values."}
	return t
}

func (b *builder) mediatorsTable() *table {
	t := b.table(plain(len(b.Mediators), "The mediator", "The mediators"), texts("mediator", "what it does", "source")...)
	for _, m := range b.Mediators {
		t.add(head(m.Name), word(m.Summary), word(m.Source))
	}
	return t
}

func (b *builder) factorsTable() *table {
	t := b.table("What the design varies", texts("factor", "role", "levels", "unit", "sets", "note")...)
	for _, f := range b.Design.Factors {
		t.add(head(f.Name), word(f.Role), word(f.Levels), word(f.Unit), word(strings.Join(f.Paths, ", ")), word(f.Note))
	}
	t.Notes = []string{fmt.Sprintf("The design has %s. A lever is the mediator's or a guarantor's to choose, an uncertainty the world's.",
		words.Plural(b.points, "point", "points"))}
	return t
}
