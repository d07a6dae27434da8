package verify

import (
	"fmt"
	"math"
)

// theWar is what the war of E7 does to the sides while it lasts.
type theWar struct {
	wearing  float64 // most that it takes off a fallback [worth]
	pace     float64 // by when two thirds of that have come [years]
	trust    float64 // by when half of the trust between the sides is gone [years]
	advanced float64 // the front where one side advances [momentum]
}

func (l *Lab) war() (w theWar, err error) {
	n, err := l.numbers("e7-war", "wearing", "pace", "trust", "advanced")
	if err != nil {
		return theWar{}, err
	}
	return theWar{n[0], n[1], n[2], n[3]}, nil
}

// timing is E7: when a mediator comes, and into what kind of war.
func timing() Check {
	return Check{
		ID: "E7", Mechanism: "when a mediator comes", Source: "Regan and Stam 2000",
		trials: []trial{func(l *Lab) ([]Row, error) {
			w, err := l.war()
			if err != nil {
				return nil, err
			}
			years := [5]float64{0, .25, .5, 1, 2}
			var at [5]setting
			for i := range years {
				if at[i], err = l.late(w, years[i]); err != nil {
					return nil, err
				}
			}
			arms, err := l.each(at[:]...)
			if err != nil {
				return nil, err
			}
			return course(years, arms), nil
		}, ripeness},
	}
}

// course are rows of how agreement falls and rises with the age of a war.
func course(years [5]float64, arms [][]ended) []Row {
	early, middle, late := 0, 1, 4
	for i := 2; i < late; i++ { // the worst time between the first and the last
		if agreed(arms[i]).mean() < agreed(arms[middle]).mean() {
			middle = i
		}
	}
	said := ""
	for i := range arms {
		said += fmt.Sprintf("%.3f, ", agreed(arms[i]).mean())
	}
	side := func(what string, other int) Row {
		d := paired(arms[other], arms[middle], signature)
		r := sign(Form, fmt.Sprintf("agreement where talks begin %s, less %v years into it", what, years[middle]), "share", true, d.mean(), d.error(), 2*d.n)
		r.Note = said + "at the start, a quarter, a half, one and two years into a war; how fast trust and resolve wear is assumed, so that this is a shape that the model can have and no finding; the source speaks of how long disputes last, not of agreements"
		r.Missing = "positions that harden while a war goes on"
		return r
	}
	return []Row{side("at the start of a war", early), side("two years into a war", late)}
}

// late is a mediator who comes after years of a war: what weariness took off by then is
// off the fallbacks, what is to come is less, and part of the trust is gone.
func (l *Lab) late(w theWar, years float64) (setting, error) {
	spent, left := 1-math.Exp(-years/w.pace), math.Exp2(-years/w.trust)
	at := w.weary(w.wearing * (1 - spent))
	for _, pair := range [][2]string{{"A", "B"}, {"B", "A"}} {
		of := "parties[" + pair[0] + "]."
		base, err := l.number(crises(), of+"fallback.base")
		if err != nil {
			return setting{}, err
		}
		trust, err := l.number(crises(), of+"trust."+pair[1])
		if err != nil {
			return setting{}, err
		}
		off := w.wearing * spent
		at = at.with(spread(of+"fallback.base", base.Lo-off, base.Base-off, base.Hi-off),
			spread(of+"trust."+pair[1], trust.Lo*left, trust.Base*left, trust.Hi*left))
	}
	return at, nil
}

// spread spells a change of a range.
func spread(path string, low, base, high float64) string {
	return fmt.Sprintf("%s={lo: %v, base: %v, hi: %v}", path, low, base, high)
}

// weary is a war that takes so much off the fallbacks, which both feel as it comes.
func (w theWar) weary(most float64) setting {
	at := formulated()
	for _, party := range []string{"A", "B"} {
		fallback := "parties[" + party + "].fallback."
		at = at.with(put(fallback+"weariness", most), put(fallback+"weary", w.pace), fallback+"foresight=myopic")
	}
	return at
}

// ripeness is the other half of E7: a stalemate that hurts. That sides agree more where
// no deal is worth less follows from the model's form.
func ripeness(l *Lab) ([]Row, error) {
	w, err := l.war()
	if err != nil {
		return nil, err
	}
	still := []string{"front.start=0", "front.level=0"}
	moving := []string{put("front.start", w.advanced), put("front.level", w.advanced)}
	played, err := l.each(w.weary(w.wearing).with(still...), w.weary(0).with(still...), w.weary(w.wearing).with(moving...))
	if err != nil {
		return nil, err
	}
	hurts, stands := paired(played[0], played[1], signature), paired(played[0], played[2], signature)
	rows := []Row{
		sign(Form, "agreement in a stalemate that hurts less in one that does not", "share", true, hurts.mean(), hurts.error(), 2*hurts.n),
		sign(Form, "agreement in a stalemate that hurts less in a war that hurts as much and that one side is winning", "share", true, stands.mean(), stands.error(), 2*stands.n),
	}
	for i := range rows {
		rows[i].Source = "Zartman on ripeness"
	}
	return rows, nil
}
