package talks

import "shuttle/sim/rng"

// Formats are the ways in which the sides may meet: apart, under one roof, at one
// table, with others beside them. A format may be fixed, or talked about like
// everything else: then the sides go up one step when they have come far enough and
// everybody goes along, and down one after a clash.
type Formats struct {
	List   []FormatParams
	Ladder []int // places in List, each wider than the one before; nil: the format of the first day stays
	Gates  Gate  // of every step up
}

// FormatParams are the numbers of one format.
type FormatParams struct {
	Name      string
	Days      rng.Param // one round lasts [days], > 0
	Noise     rng.Param // chance that a clause of a relayed offer arrives one rung off [share]
	Joint     bool      // the sides sit together: who wrote an offer is known
	Clash     rng.Param // chance a round that they clash where there is no trust [share]
	Cost      rng.Param // trust that every side loses in every other by a clash [share]
	Publicity rng.Param // by what share more audiences are moved [share]
	Seats     []bool    // by party: who sits at the table beside the signatories
}

// formats are the formats of a run.
type formats struct {
	list   []Format
	moves  []string // what a story says of the way into each
	ladder []int
	step   int // on the ladder
	first  int // place of the format of the first day
	gate   gate
	clash  rng.Key
}

func (m Formats) join(e *Engine) {
	f := &formats{
		list: make([]Format, len(m.List)), moves: make([]string, len(m.List)), ladder: m.Ladder,
		first: e.shared.Format.Place, clash: rng.Name("clash"),
	}
	for i := range m.List {
		p, to := &m.List[i], &f.list[i]
		*to = Format{Place: i, Joint: p.Joint, Seats: p.Seats}
		e.binder.Number(p.Days, &to.Days)
		e.binder.Number(p.Noise, &to.Noise)
		e.binder.Number(p.Clash, &to.Clash)
		e.binder.Number(p.Cost, &to.Cost)
		e.binder.Number(p.Publicity, &to.Publicity)
		f.moves[i] = "the talks move to another format: " + p.Name
	}
	m.Gates.bind(&e.binder, &f.gate)
	e.around.setting = append(e.around.setting, func() {
		f.arrange(e, f.first)
		for i, place := range f.ladder {
			if place == f.first {
				f.step = i
			}
		}
	})
	e.around.evening = append(e.around.evening, func() { f.evening(e) })
}

// evening is a clash, now and then, or a step up.
func (f *formats) evening(e *Engine) {
	if now := &e.shared.Format; e.happens(float64(now.Clash*(1-e.mutual())), f.clash, e.out.Round) {
		e.happened(e.out.Day, "the sides clash at the table")
		e.estrange(now.Cost)
		e.scene.delay += now.Days
		if f.step > 0 {
			f.move(e, f.step-1)
		}
		return
	}
	if f.step+1 < len(f.ladder) && f.gate.open(e) && f.welcome(e, f.step+1) {
		f.move(e, f.step+1)
	}
}

// welcome reports whether everybody goes along to a step of the ladder.
func (f *formats) welcome(e *Engine, step int) bool {
	for _, enters := range e.around.entering {
		if !enters(&f.list[f.ladder[step]]) {
			return false
		}
	}
	return true
}

// move takes the talks to a step of the ladder; what is left of the horizon is now so
// many rounds of the new format.
func (f *formats) move(e *Engine, step int) {
	f.step = step
	f.arrange(e, f.ladder[step])
	e.retime()
	e.happened(e.out.Day, f.moves[f.ladder[step]])
}

func (f *formats) arrange(e *Engine, place int) {
	e.shared.Format, e.scene.publicity = f.list[place], f.list[place].Publicity
}
