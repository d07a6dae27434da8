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

// middling is the time between the ends with which both are compared: half a year, as the
// check was first written, whichever time turns out the worst.
const middling = 2

// course are rows of how agreement falls and rises with the age of a war. Both have to
// agree, so that there is no choice between them to correct for.
func course(years [5]float64, arms [][]ended) []Row {
	said := ""
	for i := range arms {
		said += fmt.Sprintf("%.3f, ", agreed(arms[i]).mean())
	}
	side := func(what string, other int) Row {
		d := paired(arms[other], arms[middling], signature)
		r := sign(Form, fmt.Sprintf("agreement where talks begin %s, less %v years into it", what, years[middling]), "share", true, d.mean(), d.error(), 2*d.n)
		r.Fact = "mediators succeed early and late in a war"
		r.Note = said + "at the start, a quarter, a half, one and two years into a war; the source speaks of how long disputes last, not of agreements"
		r.Weak = "chosen to show, and no evidence: how fast trust and resolve wear was chosen so that agreement falls and rises again, which the model can do and need not; with other paces it fails"
		r.Missing = "positions that harden while a war goes on"
		return r
	}
	return []Row{side("at the start of a war", 0), side("two years into a war", len(arms)-1)}
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
	rows[0].Fact, rows[1].Fact = "sides agree more in a stalemate that hurts", "sides agree more in a stalemate than where one is winning"
	rows[0].Weak = "that sides agree more who have less without a deal is what the model is made of; it would fail only if they felt nothing of what a war costs"
	for i := range rows {
		rows[i].Source = "Zartman on ripeness"
	}
	return rows, nil
}
