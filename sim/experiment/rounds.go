package experiment

import (
	"strings"

	"shuttle/agents/agenda"
	"shuttle/sim/record"
)

// Bins of the quantiles of a series: their width bounds the error of a quantile.
// Worths lie between 0 and 1 as a rule and may fall below 0 where a peace that may
// not hold is priced; what lies outside counts in the end bins.
const (
	worthLow, worthHigh = -1, 1.5
	mostWhole           = 500 // of what is counted in whole numbers, beyond which counts are one
	mostBins            = 500
	fewestBins          = 20
	binBudget           = 8 << 20 // bins of all rounds and series of one arm [count]
)

// rounds gathers the series of an arm, round by round.
type rounds struct {
	names   []string
	parties []string
	bins    int
	at      []round // by round, as far as any run came
	runs    int
	first   *course // the run kept in full
}

// round gathers one round over the runs that played it.
type round struct {
	day    float64 // mean over these runs
	played int
	signed int // runs signed in this round
	spread []*record.Histogram
}

// newRounds makes room for runs of at most so many rounds.
func newRounds(parties []string, longest int) *rounds {
	names := series(parties)
	bins := min(max(binBudget/(len(names)*max(1, longest)), fewestBins), mostBins)
	return &rounds{names: names, parties: parties, bins: bins}
}

// add takes in one run. Calls must come in the order of the runs: means are sums
// in that order.
func (r *rounds) add(c *course) error {
	r.runs++
	for i, day := range c.days {
		if i == len(r.at) {
			if err := r.grow(); err != nil {
				return err
			}
		}
		at := &r.at[i]
		at.played++
		at.day += (day - at.day) / float64(at.played)
		for k, x := range c.values[i*len(r.names) : (i+1)*len(r.names)] {
			at.spread[k].Add(x)
		}
	}
	if c.signed > 0 && c.signed <= len(r.at) {
		r.at[c.signed-1].signed++
	}
	return nil
}

// keep has a run shown in full.
func (r *rounds) keep(c *course) {
	r.first = &course{signed: c.signed, path: c.path, days: append([]float64(nil), c.days...), values: append([]float64(nil), c.values...)}
}

func (r *rounds) grow() error {
	at := round{spread: make([]*record.Histogram, len(r.names))}
	for k, name := range r.names {
		h, err := r.histogram(name)
		if err != nil {
			return err
		}
		at.spread[k] = h
	}
	r.at = append(r.at, at)
	return nil
}

// histogram makes room for a series.
func (r *rounds) histogram(name string) (*record.Histogram, error) {
	low, high := float64(worthLow), float64(worthHigh)
	switch kind, _, _ := strings.Cut(name, "."); kind {
	case "load", "exchanges":
		return record.NewWhole(mostWhole)
	case "momentum":
		low, high = -1, 1
	case "closeness", "narrative", "trust", "belief_error":
		low, high = 0, 1
	}
	return record.NewHistogram(low, high, r.bins)
}

// rows are the lines of rounds.csv: of each round first those over all runs, then
// those of the run kept in full.
func (r *rounds) rows(point int, mediator string) []record.RoundRow {
	var out []record.RoundRow
	signed := 0
	for i := range r.at {
		at := &r.at[i]
		line := record.RoundRow{Point: point, Mediator: mediator, Round: i + 1, Day: at.day, Replicate: record.AllRuns}
		for k, h := range at.spread {
			if h.N() > 0 {
				line.Series, line.N, line.Mean, line.Spread = r.names[k], h.N(), h.Mean(), h.Spread()
				out = append(out, line)
			}
		}
		signed += at.signed
		line.Series, line.N, line.Mean, line.Spread = "agreed", r.runs, float64(signed)/float64(r.runs), nil
		out = append(out, line)
		out = r.single(out, line, i)
	}
	return out
}

// single appends a round of the run kept in full.
func (r *rounds) single(out []record.RoundRow, line record.RoundRow, i int) []record.RoundRow {
	c := r.first
	if c == nil || i >= len(c.days) {
		return out
	}
	line.Replicate, line.N, line.Day, line.Spread = 0, 1, c.days[i], nil
	put := func(series string, x float64) {
		if x == x { // not where the round has no such value
			line.Series, line.Mean = series, x
			out = append(out, line)
		}
	}
	for k, name := range r.names {
		put(name, c.values[i*len(r.names)+k])
	}
	agreed := 0.0
	if c.signed > 0 && c.signed <= i+1 {
		agreed = 1
	}
	put("agreed", agreed)
	for _, s := range c.path[i] {
		line.Draft, line.Author = s.draft, r.author(s.author)
		put("draft", float64(s.draft))
		for p, name := range r.parties {
			put("base."+name, s.base[p])
		}
	}
	return out
}

// author names who wrote a draft.
func (r *rounds) author(a agenda.Author) string {
	switch {
	case a == agenda.Mediator:
		return record.MediatorAuthor
	case a >= 0 && int(a) < len(r.parties):
		return r.parties[a]
	}
	return "" // nobody's in particular
}
