package talks

import "shuttle/sim/rng"

// Strikes are attacks by one party on another while talks go on. Each costs trust, and
// what it does to the will to go on is open: the struck side may rally or wear down.
type Strikes struct {
	By, On  int
	Key     rng.Key
	Rate    rng.Param // strikes that change anything [per year]
	Trust   rng.Param // trust that the struck side loses in the other [share]
	Resolve rng.Param // added to the struck side's fallback: above 0 it rallies, below 0 it wears down [worth]
	Fade    rng.Param // time by which two thirds of that are gone [days]
	Setback rng.Param // by how much the next round is put off [days]
}

func (m Strikes) join(e *Engine) {
	var rate, trust, resolve, fade, setback float64
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{m.Rate, &rate}, {m.Trust, &trust}, {m.Resolve, &resolve}, {m.Fade, &fade}, {m.Setback, &setback}} {
		e.binder.Number(b.p, b.at)
	}
	strikes, left := arrivals{key: m.Key}, pulse{}
	note := e.c.Parties[m.By].Name + " strikes " + e.c.Parties[m.On].Name
	e.around.opening = append(e.around.opening, func() {
		left = pulse{}
		strikes.begin(e, rate)
	})
	e.around.morning = append(e.around.morning, func() {
		for day := range strikes.came(e, e.out.Day) {
			left.add(day, resolve, fade)
			e.scene.move(m.On, m.By, -trust)
			e.scene.delay += setback
			e.out.Strikes++
			e.happened(day, note)
		}
		e.scene.events[m.On] += float64((1 + e.scene.publicity) * left.at(e.out.Day, fade))
	})
}
