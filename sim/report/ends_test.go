package report

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

func TestGatherer(t *testing.T) {
	g := NewGatherer([]string{"point", "mediator", "outcome", "agreement", "zone", "day", "expected_peace_5y", "peace", "ratified"})
	yes, no, none := record.Flag(true), record.Flag(false), record.Null()
	row := func(outcome string, signed, zone, day, chance, years, ratified record.Value) {
		g.Add(record.Row{record.Int(0), record.Text("m"), record.Text(outcome), signed, zone, day, chance, years, ratified})
	}
	row("holds", yes, yes, record.Float(10), record.Float(0.5), record.Float(5), yes)
	row("collapsed", yes, no, record.Float(20), record.Float(0.3), record.Float(2), yes)
	row("not-ratified", yes, none, record.Float(30), none, record.Float(0), no)
	row("stalemate", no, yes, none, none, record.Float(0), no)
	row("", none, none, none, none, none, none) // could not be played
	g.Add(record.Row{record.Int(1), record.Text("m"), record.Text("stalemate"), no})

	ends := g.Ends()
	require.Len(t, ends, 2)
	e := ends[0]
	assert.Equal(t, []int{4, 2, 3, 3, 1, 2, notRecorded, 1}, []int{e.Runs, e.Zone, e.ZoneKnown, e.Signed, e.SignedNoZone, e.Ratified, e.Fulfilled, e.Holding})
	assert.Equal(t, []analysis.Spell{{Time: 5}, {Time: 2, Event: true}}, e.Peaces)
	assert.Equal(t, 2, e.Delay.N())
	assert.InDelta(t, 15, e.Delay.Mean(), 1e-12)
	assert.InDelta(t, 0.4, e.Durability.Mean(), 1e-12)
	assert.Equal(t, 1, ends[1].Runs, "a row cut short counts as empty")
	assert.Equal(t, 1, ends[1].Point)
}

// A reason names the step at which a text broke; what was said early falls into bins.
func TestGathererOfBreaksAndWords(t *testing.T) {
	g := NewGatherer([]string{"point", "mediator", "outcome", "agreement", "reason", "early_narrative", "early_closeness"})
	row := func(outcome string, signed bool, reason string, said float64) {
		g.Add(record.Row{record.Int(0), record.Text("m"), record.Text(outcome), record.Flag(signed), record.Text(reason), record.Float(said), record.Null()})
	}
	row("collapsed", true, "A defected at withdrawal", .1)
	row("collapsed", true, "A defected at withdrawal", .5)
	row("collapsed", true, "B defected at withdrawal", .55)
	row("collapsed", true, "the peace collapsed", 1)
	row("stalemate", false, "nothing moved", .52)
	e := g.Ends()[0]
	assert.Equal(t, []Break{{"withdrawal", "A", 2}, {"withdrawal", "B", 1}}, e.Breaks)
	assert.Equal(t, 4, e.Collapsed)
	assert.Equal(t, []int{3, 1}, []int{e.at("withdrawal"), e.at(afterSteps)})
	require.Len(t, e.Announced, toldBins)
	assert.Equal(t, Told{Sum: .5 + .55 + .52, N: 3, Signed: 2}, e.Announced[2])
	assert.Equal(t, Told{Sum: 1, N: 1, Signed: 1}, e.Announced[4])
	assert.Nil(t, e.Close)
}

func TestGathererKeepsNoMoreThanChartsShow(t *testing.T) {
	g := NewGatherer([]string{"point", "mediator", "outcome"})
	for i := range 10 * mostKept {
		g.Add(record.Row{record.Int(int64(i)), record.Text("m"), record.Text("holds")})
	}
	assert.Empty(t, g.Ends())
	assert.LessOrEqual(t, len(g.ends), mostKept+1)
}

func TestLoadSweep(t *testing.T) {
	f := files()
	f.Summary = nil
	f.Design = Design{Factors: []Factor{{Name: "guarantee_strength", Unit: "share"}}, Points: [][]record.Value{{record.Float(0.2)}, {record.Float(0.8)}}}
	for point := range 2 {
		for _, m := range []string{"second", "first"} {
			f.Summary = append(f.Summary, share(point, m, "agreement", 10*(point+1), 50), share(point, m, "outcome.holds", 10, 50), share(point, m, "outcome.stalemate", 40, 50))
		}
	}
	f.Ends = []Ends{{Point: 1, Mediator: "first", Runs: 50}}
	d, err := LoadSweep(f)
	require.NoError(t, err)
	assert.Equal(t, []string{"second", "first"}, d.Mediators)
	assert.Equal(t, []string{"guarantee strength 0.2, second", "guarantee strength 0.2, first", "guarantee strength 0.8, second", "guarantee strength 0.8, first"}, d.Arms)
	assert.Equal(t, d.Arms[3], d.Ends[0].Mediator)
	assert.Equal(t, Share{d.Arms[1], "holds", 10, 50}, d.Outcomes[2])
	assert.Equal(t, 50, d.Runs)
	assert.Contains(t, d.Varied, "by the design, guarantee strength 0.2 to 0.8 in 2 levels [share].")
	for _, name := range []string{"outcomes", "strategies", "lines"} {
		_, err := chartNamed(t, name).Draw(d, TextWidth)
		assert.NoError(t, err)
	}

	f.Summary[0].Point = 2
	_, err = LoadSweep(f)
	assert.ErrorContains(t, err, "design point 2, which the design has not")
	f.Summary = nil
	_, err = LoadSweep(f)
	assert.ErrorContains(t, err, "the summary is empty")
}

func TestLargeSweepsHaveNoArms(t *testing.T) {
	f := Files{Design: Design{Factors: []Factor{{Name: "x"}}}}
	for i := range 2 * mostArms {
		f.Design.Points = append(f.Design.Points, []record.Value{record.Float(float64(i))})
		f.Summary = append(f.Summary, share(i, "m", "agreement", i, 100))
	}
	d, err := LoadSweep(f)
	require.NoError(t, err)
	assert.Empty(t, d.Arms)
	for _, name := range []string{"strategies", "trade-off"} {
		_, err := chartNamed(t, name).Draw(d, TextWidth)
		assert.ErrorAs(t, err, new(Unfit), fmt.Sprint(name))
	}
}

// A peace may hold without every step taken: each stage is part of the one before.
func TestFunnelNeverWidens(t *testing.T) {
	g := NewGatherer([]string{"mediator", "outcome", "agreement", "zone", "ratified", "implemented"})
	yes, no := record.Flag(true), record.Flag(false)
	for range 3 {
		g.Add(record.Row{record.Text("m"), record.Text("holds"), yes, yes, yes, no})
		g.Add(record.Row{record.Text("m"), record.Text("holds"), yes, yes, yes, yes})
		g.Add(record.Row{record.Text("m"), record.Text("collapsed"), yes, yes, yes, yes})
		g.Add(record.Row{record.Text("m"), record.Text("not-ratified"), yes, yes, no, no})
	}
	stages := funnelStages(g.Ends())
	var counts []int
	for _, s := range stages {
		counts = append(counts, s.count(g.Ends()[0]))
	}
	assert.Equal(t, []int{12, 12, 9, 6, 3}, counts)
}
