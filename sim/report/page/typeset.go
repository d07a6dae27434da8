package page

import "shuttle/sim/report/words"

// typeset gives all prose of the page, and its numbers, the signs of print. What a
// reader may type again stays as it is: commands, and the names at the head of rows.
func (v *view) typeset() {
	set(&v.Title, &v.Question, &v.Caveat, &v.Foot)
	for i := range v.Facts {
		set(&v.Facts[i].Text)
	}
	for _, s := range v.Sections {
		for i := range s.Parts {
			s.Parts[i].typeset()
		}
	}
}

func (p *part) typeset() {
	set(&p.Head)
	setAll(p.Text, p.List)
	for i := range p.Terms {
		set(&p.Terms[i].Text)
	}
	if p.Figure != nil {
		setAll(p.Figure.Caption, p.Figure.Readings)
	}
	if p.Table != nil {
		p.Table.typeset()
	}
}

func (t *table) typeset() {
	set(&t.Caption)
	setAll(t.Notes)
	for _, g := range t.Groups {
		for _, row := range g.Rows {
			for i := range row {
				if !row[i].Head {
					set(&row[i].Text)
				}
				set(&row[i].Below)
			}
		}
	}
}

func set(texts ...*string) {
	for _, t := range texts {
		*t = words.Typeset(*t)
	}
}

func setAll(lists ...[]string) {
	for _, list := range lists {
		for i := range list {
			set(&list[i])
		}
	}
}
