package verify

import (
	"fmt"
	"math"
)

// The war of E7 wears both sides down while it lasts, and they feel it as it comes.
const (
	wearing  = .05 // most that it takes off a fallback [worth]
	pace     = .5  // by when two thirds of that have come [years]
	advanced = .8  // the front where one side advances [momentum]
)

// timing is E7: when a mediator comes, and into what kind of war.
func timing() Check {
	return Check{
		ID: "E7", Mechanism: "when a mediator comes", Source: "Regan and Stam 2000",
		trials: []trial{func(l *Lab) ([]Row, error) {
			var at [3]setting
			for i, years := range []float64{0, .5, 2} {
				var err error
				if at[i], err = l.late(years); err != nil {
					return nil, err
				}
			}
			arms, err := l.each(at[:]...)
			if err != nil {
				return nil, err
			}
			early, middle, late := agreed(arms[0]), agreed(arms[1]), agreed(arms[2])
			r := sign(HeldOut, "agreement where talks begin early or two years into a war, less half a year into it", "share", true,
				(early.mean()+late.mean())/2-middle.mean(), math.Hypot(math.Hypot(early.error(), late.error())/2, middle.error()), 3*early.n)
			r.Note = fmt.Sprintf("%.3f, %.3f and %.3f of the crises, early, in the middle and late", early.mean(), middle.mean(), late.mean()) + "; the source speaks of how long disputes last, not of agreements"
			r.Missing = "positions that harden while a war goes on; here war only wears down, the more the longer"
			return []Row{r}, nil
		}, ripeness},
	}
}

// late is a mediator who comes after years of a war: what weariness took off by then is
// off the fallbacks, and what is to come is less.
func (l *Lab) late(years float64) (setting, error) {
	spent := 1 - math.Exp(-years/pace)
	at := weary(wearing * (1 - spent))
	for _, party := range []string{"A", "B"} {
		path := "parties[" + party + "].fallback.base"
		n, err := l.number(crises(), path)
		if err != nil {
			return setting{}, err
		}
		off := wearing * spent
		at = at.with(put(path+".lo", n.Lo-off), put(path+".base", n.Base-off), put(path+".hi", n.Hi-off))
	}
	return at, nil
}

// weary is a war that takes so much off the fallbacks, which both feel as it comes.
func weary(most float64) setting {
	at := formulated()
	for _, party := range []string{"A", "B"} {
		fallback := "parties[" + party + "].fallback."
		at = at.with(put(fallback+"weariness", most), put(fallback+"weary", pace), fallback+"foresight=myopic")
	}
	return at
}

// ripeness is the other half of E7: a stalemate that hurts.
func ripeness(l *Lab) ([]Row, error) {
	still := []string{"front.start=0", "front.level=0"}
	moving := []string{put("front.start", advanced), put("front.level", advanced)}
	played, err := l.each(weary(wearing).with(still...), weary(0).with(still...), weary(wearing).with(moving...))
	if err != nil {
		return nil, err
	}
	hurts, stands := paired(played[0], played[1], signature), paired(played[0], played[2], signature)
	rows := []Row{
		sign(HeldOut, "agreement in a stalemate that hurts less in one that does not", "share", true, hurts.mean(), hurts.error(), 2*hurts.n),
		sign(HeldOut, "agreement in a stalemate that hurts less in a war that hurts as much and that one side is winning", "share", true, stands.mean(), stands.error(), 2*stands.n),
	}
	for i := range rows {
		rows[i].Source = "Zartman on ripeness"
	}
	return rows, nil
}
