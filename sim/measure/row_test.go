package measure

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// names are the parties of a scenario in the order of its file.
func names(s *scenario.Scenario) []string {
	var out []string
	for _, i := range s.Order {
		out = append(out, s.Case.Parties[i].Name)
	}
	return out
}

// signed is an outcome of the textbook case, signed at x = 1, y = .5 in round 3.
func signed() *talks.Outcome {
	text := agenda.Deal{80, 40}
	h := agenda.NewHistory(4, 4)
	h.Table(&agenda.Deal{40, 40}, agenda.Mediator, 1)
	h.Table(&text, agenda.Mediator, 2)
	h.Object(1, 0)
	moment := func(a, b float64) talks.Moment {
		return talks.Moment{Text: true, Worth: []float64{a, b}, Floor: []float64{.3, .3}, Gap: -.1}
	}
	return &talks.Outcome{
		Class: talks.Holds, Signed: true, Round: 3, Day: 2, Rounds: 3, Messages: 9, Deal: text, Tabled: true,
		Worth: []float64{.9, .4}, Seen: make([]party.Outside, 2), Broke: -1, Reason: "held", Floor: []float64{.25, .3}, Levered: []float64{.05, 0}, Start: []float64{.3, .3}, Hazard: 2, Guarantee: .25, Peace: 5,
		History: h, Course: []talks.Moment{moment(.5, .5), moment(.9, .4), moment(.9, .4)},
	}
}

func cells(t *testing.T, s *scenario.Scenario, o *talks.Outcome) map[string]record.Value {
	t.Helper()
	schema := Schema(names(s), nil)
	require.NoError(t, schema.Validate())
	row := make(record.Row, len(schema))
	NewLedger(s).Fill(row, &ID{Experiment: "e", Point: 1, Replicate: 2, Seed: 3, Mediator: "m"}, o)
	out := map[string]record.Value{}
	for i, c := range schema {
		if !row[i].IsNull() {
			assert.Equal(t, c.Kind, row[i].Kind(), c.Name)
		}
		out[c.Name] = row[i]
	}
	return out
}

func TestMeasuresByHand(t *testing.T) {
	got := cells(t, shipped(t, "textbook"), signed())
	for name, want := range map[string]float64{
		"agreement": 1, "round": 3, "day": 2, "rounds": 3, "drafts": 2, "messages": 9, "load": 3, "objections": 1,
		"gap": -.1, "early_gap": -.1, "short.A": -.6, "short.B": -.1, "floor.A": .3, "worth.A": .9, "worth.B": .4, "gain.A": .6, "gain.B": .1,
		"joint_gain": .7, "nash_product": .06,
		"tilt":                (.6 - .1) / .7,
		"concession":          0, // only the second side lost, .1
		"pareto_distance":     0, // y moves .2 to the one and .8 to the other
		"effective_guarantee": .25, "hazard": 2, "expected_peace_5y": 1, "peace": 5,
		"point": 1, "replicate": 2, "seed": 3,
	} {
		x, ok := got[name].Number()
		assert.True(t, ok, name)
		assert.InDelta(t, want, x, 1e-12, name)
	}
	assert.Equal(t, record.Text("holds"), got["outcome"])
	assert.Equal(t, record.Text("e"), got["experiment"])
	assert.Equal(t, record.Text("m"), got["mediator"])
	assert.True(t, got["fault"].IsNull())
}

func TestNothingSignedHasNoText(t *testing.T) {
	o := signed()
	o.Signed, o.Class, o.Peace = false, talks.Stalemate, 0
	got := cells(t, shipped(t, "textbook"), o)
	for _, name := range []string{"round", "day", "worth.A", "gain.B", "joint_gain", "nash_product", "tilt", "pareto_distance", "effective_guarantee", "hazard", "expected_peace_5y"} {
		assert.True(t, got[name].IsNull(), name)
	}
	assert.False(t, got["agreement"].Flag())
	assert.Equal(t, record.Float(0), got["peace"])
	assert.Equal(t, record.Float(.3), got["floor.B"])
	assert.Equal(t, record.Text("stalemate"), got["outcome"])
}

func TestAFaultHasNoMeasures(t *testing.T) {
	o := signed()
	o.Fault = "an illegal move"
	for name, v := range cells(t, shipped(t, "textbook"), o) {
		switch name {
		case "experiment", "point", "replicate", "seed", "mediator":
			assert.False(t, v.IsNull(), name)
		case "fault":
			assert.Equal(t, record.Text("an illegal move"), v)
		default:
			assert.True(t, v.IsNull(), name)
		}
	}
}

// Where a clause is worth something to one side and nothing to the other, or both
// want it changed, the text leaves something on the table.
func TestParetoDistance(t *testing.T) {
	s := compile(t, `
name: both
mechanisms: {commitment: false}
talks: {mediator: single-text, text: blank, format: t, horizon: {value: 9, unit: days}}
formats: {t: {days: {value: 1, unit: days}}}
issues:
  - {name: x, kind: tiers, pillar: territory, levels: [{name: a}, {name: b}, {name: c}]}
  - {name: z, kind: yesno, pillar: territory}
parties:
  - {name: A, role: belligerent, weights: {x: {value: .5}, z: {value: .5}}, scores: {x: {values: [0, .2, .4]}, z: {values: [0, 1]}}, fallback: {base: {value: 0}}}
  - {name: B, role: belligerent, weights: {x: {value: .5}, z: {value: .5}}, scores: {x: {values: [0, .2, .4]}, z: {values: [0, .1]}}, fallback: {base: {value: 0}}, lines: [{issue: x, levels: [c], kind: hard}]}
`)
	o := signed()
	o.Deal, o.Worth, o.Floor, o.Levered = agenda.Deal{}, []float64{0, 0}, []float64{0, 0}, []float64{0, 0}
	x, _ := cells(t, s, o)["pareto_distance"].Number()
	assert.InDelta(t, .1, x, 1e-12, "x at b; c would cross a line, z gives the second side only .05")
}

func TestConcessionIsShared(t *testing.T) {
	o := signed()
	m := func(a, b float64) talks.Moment {
		return talks.Moment{Text: true, Worth: []float64{a, b}, Floor: make([]float64, 2)}
	}
	o.Course = []talks.Moment{{}, m(.8, .2), m(.5, .6), m(.6, .5)}
	x, _ := cells(t, shipped(t, "textbook"), o)["concession"].Number()
	assert.InDelta(t, .75, x, 1e-12, "the first side lost .3, the second .1")
	o.Course = o.Course[:2]
	assert.True(t, cells(t, shipped(t, "textbook"), o)["concession"].IsNull())
}

func TestExpectedPeaceFollowsTheClock(t *testing.T) {
	s := shipped(t, "miami")
	o := signed()
	o.Deal, o.Worth, o.Floor, o.Levered, o.Seen = s.Case.Initial, make([]float64, 4), make([]float64, 4), make([]float64, 4), make([]party.Outside, 4)
	o.Course = nil
	x, _ := cells(t, s, o)["expected_peace_5y"].Number()
	assert.InDelta(t, math.Pow(s.Case.Clock.Survival(5, 1), 2), x, 1e-12, "twice the hazard squares the survival")
}

// What is measured of played runs keeps to its bounds and to its definitions.
func TestMeasuresOfPlayedRuns(t *testing.T) {
	s := shipped(t, "miami")
	e, l := talks.NewEngine(s.Case), NewLedger(s)
	schema := Schema(names(s), []record.Column{{Name: "factor", Kind: record.KindFloat}})
	row := make(record.Row, len(schema))
	tab := talks.NewTable(s.Case)
	agreements := 0
	for r := range 200 {
		seed := rng.Derive(5, r)
		o := e.Play(seed, nil)
		l.Fill(row, &ID{Experiment: s.Name, Replicate: r, Seed: seed, Mediator: s.Case.Mediator.Name, Factors: []record.Value{record.Float(.5)}}, o)
		at := func(name string) float64 { x, _ := row[schema.Index(name)].Number(); return x }
		assert.Equal(t, .5, at("factor"))
		assert.Equal(t, int64(seed), row[schema.Index("seed")].Int())
		if !o.Signed {
			continue
		}
		agreements++
		tab.Draw(seed)
		tab.Close(o)
		for i, p := range tab.Parties {
			assert.Equal(t, p.Worth(&o.Deal), at("worth."+s.Case.Parties[i].Name), "the table has the run's parties")
		}
		assert.GreaterOrEqual(t, at("gain.UKR"), 0.)
		assert.GreaterOrEqual(t, at("gain.RUS"), 0.)
		assert.LessOrEqual(t, math.Abs(at("tilt")), 1.)
		assert.LessOrEqual(t, at("gap"), 0.)
		assert.GreaterOrEqual(t, at("pareto_distance"), 0.)
		assert.InDelta(t, at("gain.UKR")+at("gain.RUS"), at("joint_gain"), 1e-12)
	}
	assert.Greater(t, agreements, 10)
}

func TestFillAllocatesNothing(t *testing.T) {
	s := shipped(t, "miami")
	e, l := talks.NewEngine(s.Case), NewLedger(s)
	row := make(record.Row, len(Schema(names(s), nil)))
	id := &ID{Experiment: s.Name, Mediator: "m"}
	seed := rng.Seed(0)
	for r := 0; ; r++ {
		require.Less(t, r, 1000)
		seed = rng.Derive(5, r)
		if e.Play(seed, nil).Signed {
			break
		}
	}
	o := e.Play(seed, nil)
	id.Seed = seed
	l.Fill(row, id, o)
	assert.Zero(t, testing.AllocsPerRun(20, func() { l.Fill(row, id, o) }))
}

func TestEstimatesCoverTheRow(t *testing.T) {
	s := shipped(t, "textbook", "points=true")
	schema := Schema(names(s), nil)
	row := make(record.Row, len(schema))
	NewLedger(s).Fill(row, &ID{}, signed())
	got := map[string]float64{}
	for _, e := range Estimates(schema) {
		x, ok := e.Value(row)
		assert.True(t, ok, e.Name)
		got[e.Name] = x
		if e.Share {
			assert.Contains(t, []float64{0, 1}, x, e.Name)
		}
	}
	texts := 2 // why a run ended, and who broke the peace, are not numbers
	assert.Len(t, got, len(Columns(names(s)))-texts+len(talks.Classes()))
	assert.Equal(t, 1., got["outcome.holds"])
	assert.Equal(t, 0., got["outcome.stalemate"])
	assert.Equal(t, 1., got["agreement"])
	Fault(row, &ID{}, "broken")
	for _, e := range Estimates(schema) {
		_, ok := e.Value(row)
		assert.False(t, ok, e.Name)
	}
	assert.Nil(t, Estimates(record.Schema{{Name: "point", Kind: record.KindInt}}))
}

func TestEveryMeasureIsDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range All() {
		assert.False(t, seen[m.Name], m.Name)
		seen[m.Name] = true
		assert.NotEmpty(t, m.Doc, m.Name)
		assert.NotNil(t, m.value, m.Name)
		if m.Kind == record.KindFloat && m.Unit == "" {
			assert.Contains(t, []string{"nash_product", "tilt", "hazard"}, m.Name, "pure numbers are few and known")
		}
	}
}
