package experiment

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/record"
	"shuttle/sim/scenario"
)

// head begins every experiment of these tests: five lines.
const head = `name: e
scenario: textbook.yaml
replicates: 2
design:
  - kind: factorial
`

// shipped opens a shipped scenario.
func shipped(name string) (*document.Document, error) {
	src, err := os.ReadFile("../../configs/" + name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New(name + ": no such file")
	}
	if err != nil {
		return nil, err
	}
	return document.Parse(name, src)
}

func read(t testing.TB, src string) (*Sweep, error) {
	t.Helper()
	doc, err := document.Parse("e.yaml", []byte(src))
	require.NoError(t, err)
	return Read(doc, shipped, Known{})
}

const floors = `
    factors:
      - {name: floor, role: uncertainty, paths: ["parties[A].fallback.base", "parties[B].fallback.base"], levels: [0.3, 0.85], unit: worth}
  - kind: list
    factors:
      - {name: options, role: lever, path: talks.mediator, levels: [single-text, {name: single-text, options: 2}]}
      - {name: priced, role: uncertainty, path: mechanisms.commitment, levels: [false, true]}
`

func TestReadAnExperiment(t *testing.T) {
	s, err := read(t, head+floors+"set: [{path: talks.rounds, value: 50}]\n")
	require.NoError(t, err)
	assert.Equal(t, "e", s.Name)
	assert.Equal(t, 2, s.Runs)
	assert.Equal(t, []string{"single-text"}, s.Mediators, "the scenario's own")
	assert.Equal(t, 4, s.Arms())
	columns := s.Columns()
	require.Len(t, columns, 3)
	assert.Equal(t, record.Column{Name: "floor", Unit: "worth", Doc: "uncertainty of the design", Kind: record.KindFloat}, columns[0])
	assert.Equal(t, record.KindText, columns[1].Kind)
	assert.Equal(t, record.KindFlag, columns[2].Kind)

	last, err := s.Arm(3)
	require.NoError(t, err)
	assert.Equal(t, 3, last.Point)
	assert.Equal(t, "e", last.Scenario.Name)
	assert.Equal(t, []record.Value{record.Float(.85), record.Text("{name: single-text, options: 2}"), record.Flag(true)}, last.Factors)
	resolved := string(last.Scenario.Resolved)
	assert.Contains(t, resolved, "options: 2")
	assert.Contains(t, resolved, "base: 0.85")
	assert.Contains(t, resolved, "rounds: 50")
}

// What the file says with its defaults written out says the same again.
func TestResolvedExperimentReadsTheSame(t *testing.T) {
	s, err := read(t, head+floors)
	require.NoError(t, err)
	again, err := read(t, string(s.Resolved))
	require.NoError(t, err)
	assert.Equal(t, s.Hash, again.Hash)
	assert.Equal(t, text(s.Points), text(again.Points))
}

func TestFaultsOfExperiments(t *testing.T) {
	const factor = "    factors:\n      - {name: f, role: lever, "
	for _, tt := range []struct{ name, src, want string }{
		{"a misspelt path", head + factor + "path: talks.horizn, levels: [1]}\n",
			`e.yaml:7:38: design[0].factors[f].path: in the scenario, talks.horizn is not a known key; allowed: `},
		{"a path that leads nowhere", head + factor + "path: \"parties[C].near\", levels: [1]}\n",
			`e.yaml:7:38: design[0].factors[f].path: in the scenario, parties[C] is not in the document`},
		{"a level of the wrong kind", head + factor + "path: \"parties[A].fallback.momentum\", levels: [0, low]}\n",
			`levels[1]: in the scenario, parties[A].fallback.momentum must be a number, have text`},
		{"a number outside its range", head + factor + "path: talks.horizon, levels: [30, -4]}\n",
			`e.yaml:7:66: design[0].factors[f].levels[1]: in the scenario, talks.horizon is out of bounds, have -4; allowed: a number from 0.01 to 36525`},
		{"an end outside its range", head + factor + "path: talks.horizon, lo: 30, hi: 40000}\n",
			`factors[f].hi: in the scenario, talks.horizon is out of bounds, have 40000`},
		{"ends the wrong way round", head + factor + "path: talks.horizon, lo: 30, hi: 20}\n", "hi: must be above lo"},
		{"no levels", head + factor + "path: talks.horizon, levels: []}\n", "levels: name no value"},
		{"no path", head + factor + "levels: [1]}\n", "path: is missing"},
		{"an empty design", "name: e\nscenario: textbook.yaml\nreplicates: 2\ndesign: []\n", "e.yaml:4:9: design: is empty"},
		{"a set without factors", head + "    factors: []\n", "factors: are missing: the design is empty"},
		{"no such design", strings.Replace(head, "factorial", "factoral", 1) + factor + "path: talks.horizon, levels: [9]}\n", `did you mean "factorial"?`},
		{"a sobol of three", strings.Replace(head, "factorial", "sobol\n    points: 3", 1) + factor + "path: talks.horizon, lo: 30, hi: 40}\n", "points: must be a power of 2 for sobol, have 3; allowed: 4"},
		{"a list of unequal columns", strings.Replace(head, "factorial", "list", 1) + factor + "path: talks.horizon, levels: [30]}\n      - {name: g, role: lever, path: talks.still, levels: [3, 4]}\n", "f has 1, g has 2"},
		{"a column twice", head + factor + "path: talks.horizon, levels: [30]}\n      - {name: outcome, role: lever, path: talks.still, levels: [3, 4]}\n", "outcome is the name of another column"},
		{"no such scenario", strings.Replace(head, "textbook", "nowhere", 1) + factor + "path: talks.horizon, levels: [9]}\n", "e.yaml:2:11: scenario: nowhere.yaml: no such file"},
		{"no such mediator", head + factor + "path: talks.horizon, levels: [9]}\nmediators: [singel-text]\n", `did you mean "single-text"?`},
		{"a mediator twice", head + factor + "path: talks.horizon, levels: [9]}\nmediators: [none, none]\n", "is named twice"},
		{"a fixed value that is none", head + factor + "path: talks.horizon, levels: [9]}\nset: [{path: talks.rounds, value: many}]\n", "e.yaml:8:35: set[0].value: in the scenario, talks.rounds must be a number, have text"},
		{"levels that do not go together", head + factor + "path: \"parties[A].weights.x\", levels: [0.5]}\n", "the weights add up to"},
		{"an unknown key", head + factor + "path: talks.horizon, levels: [9]}\nreplicats: 3\n", "replicats: is not a known key"},
		{"an odd grid", strings.Replace(head, "factorial", "trajectories\n    trajectories: 3\n    grid: 5", 1) + factor + "path: talks.horizon, lo: 30, hi: 40}\n", "grid: must be even"},
		{"too many trajectories", strings.Replace(head, "factorial", "trajectories\n    trajectories: 10000", 1) + factor + "path: talks.horizon, lo: 30, hi: 40}\n" + strings.Repeat("      - {name: g, role: lever, path: talks.still, lo: 1, hi: 2}\n", 10), "trajectories: make more than 100000 points"},
		{"too many points", head + factor + "path: talks.horizon, lo: 1, hi: 2, steps: 1000}\n      - {name: g, role: lever, path: talks.still, lo: 1, hi: 2, steps: 1000}\n", "make more than 100000 points"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := read(t, tt.src)
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			assert.Nil(t, s)
			assert.Contains(t, err.Error(), tt.want)
			assert.NotContains(t, err.Error(), "0 faults")
		})
	}
}

// All that is wrong is said at once.
func TestAllFaultsAtOnce(t *testing.T) {
	_, err := read(t, head+`    factors:
      - {name: a, role: leverr, path: talks.horizn, levels: [1]}
      - {name: b, role: lever, path: talks.horizon, levels: [-1, 5, -2]}
`)
	var faults document.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults, 4, err.Error())
}

// Levels reached by steps are written in ten digits for people; what is played and recorded
// is the whole number.
func TestLevelsAreWrittenShort(t *testing.T) {
	s, err := read(t, head+"    factors:\n      - {name: chance, role: lever, path: talks.tilt_cost, lo: 0.1, hi: 0.3, steps: 7}\n")
	require.NoError(t, err)
	var labels []string
	for _, levels := range s.Points {
		labels = append(labels, levels[0].Label())
	}
	assert.Equal(t, []string{"0.1", "0.1333333333", "0.1666666667", "0.2", "0.2333333333", "0.2666666667", "0.3"}, labels)
	last := s.Points[2][0]
	x, _ := last.Value.Number()
	assert.Equal(t, last.YAML, strconv.FormatFloat(x, 'g', -1, 64))
	assert.NotEqual(t, last.YAML, last.Label())
	assert.Equal(t, last.YAML, last.String())
}

// Labels stand for levels that are too long to read, in rows and for people.
func TestLabelsStandForLevels(t *testing.T) {
	const sweep = head + `    factors:
      - {name: start, role: lever, path: talks, levels: [{horizon: 30}, {horizon: 60, rounds: 9}], labels: [short, LABEL]EXTRA}
`
	with := func(label, extra string) string {
		return strings.NewReplacer("LABEL", label, "EXTRA", extra).Replace(sweep)
	}
	s, err := read(t, with("long", ", base: {horizon: 60, rounds: 9}"))
	require.NoError(t, err)
	f := s.Factors[0]
	assert.Equal(t, record.KindText, s.Columns()[0].Kind)
	assert.Equal(t, "long", f.Levels[1].Value.Text())
	assert.Equal(t, "long", f.Base.Label())
	assert.Equal(t, "short: {horizon: 30}", f.Levels[0].String())
	assert.Equal(t, "{horizon: 30}", f.Levels[0].YAML, "what is played")
	for faulty, why := range map[string]string{
		with("short", ""):              "labels[1]: is the label of an earlier level",
		with("long, other", ""):        "labels: has 3; allowed: one for each of the 2 levels",
		with("long", ", lo: 1, hi: 2"): "labels: stand together with lo and hi",
		with("{long: true}", ""):       "labels[1]: must be text, have a mapping",
	} {
		_, err := read(t, faulty)
		assert.ErrorContains(t, err, why)
	}
	plain, err := read(t, head+"    factors:\n      - {name: f, role: lever, path: talks.horizon, levels: [9]}\n")
	require.NoError(t, err)
	assert.Equal(t, "9", plain.Factors[0].Levels[0].String())
}

// In a live case force is swept as an uncertainty, and refused as a lever.
func TestCoercionIsNoLeverInALiveCase(t *testing.T) {
	const sweep = `name: e
scenario: miami.yaml
replicates: 2
mediators: [none]
design:
  - kind: factorial
    factors:
      - {name: use, role: lever, path: "pressure[european-funding].use", levels: [0, 1]}
`
	_, err := read(t, sweep)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "e.yaml:8:27: design[0].factors[use].role: coercion is no lever in a live case; allowed: uncertainty")
	_, err = read(t, strings.Replace(sweep, "lever", "uncertainty", 1))
	assert.NoError(t, err)
	for _, by := range []string{"path: talks.leverage.press.effect, levels: [0, 0.1]", "path: mechanisms.leverage, levels: [false, true]",
		"path: talks.mediator, levels: [none, mixed]", "path: talks.mediator, levels: [none, {name: sticks, step: 0.25}]"} {
		factor := sweep[:strings.Index(sweep, "path:")] + by + "}\n"
		if strings.Contains(by, "talks.mediator") {
			factor = strings.Replace(factor, "mediators: [none]\n", "", 1)
		}
		_, err = read(t, factor)
		assert.ErrorContains(t, err, "coercion is no lever in a live case", by)
		_, err = read(t, strings.Replace(factor, "lever", "uncertainty", 1))
		assert.NoError(t, err, by)
	}
	_, err = read(t, strings.Replace(sweep[:strings.Index(sweep, "path:")], "mediators: [none]\n", "", 1)+"path: talks.mediator, levels: [none, single-text]}\n")
	assert.NoError(t, err, "no mediator that presses")
	_, err = read(t, head+"    factors:\n      - {name: use, role: lever, path: talks.horizon, levels: [9]}\n")
	assert.NoError(t, err, "no live case")
}

func TestFaultsOfTheScenarioAreItsOwn(t *testing.T) {
	doc, err := document.Parse("e.yaml", []byte(head+"    factors:\n      - {name: f, role: lever, path: talks.horizon, levels: [9]}\n"))
	require.NoError(t, err)
	_, err = Read(doc, func(string) (*document.Document, error) {
		other, err := document.Parse("s.yaml", []byte("name: s\ntitel: no\n"))
		require.NoError(t, err)
		return other, nil
	}, Known{})
	require.Error(t, err)
	assert.Contains(t, err.Error(), "s.yaml:2:1: titel: is not a known key")
}

func TestChartsAndMeasuresAreKnown(t *testing.T) {
	known := Known{
		Charts:   []string{"lines", "heat-map"},
		Measures: func(s *scenario.Scenario) []string { return []string{"agreement", "gain." + s.Case.Parties[0].Name} },
	}
	factor := "    factors:\n      - {name: f, role: lever, path: talks.horizon, levels: [9]}\n"
	named := func(charts, measures string) error {
		doc, err := document.Parse("e.yaml", []byte(head+factor+"charts: "+charts+"\nmeasures: "+measures+"\n"))
		require.NoError(t, err)
		_, err = Read(doc, shipped, known)
		return err
	}
	require.NoError(t, named("[heat-map, lines]", "[agreement, gain.A]"))
	err := named("[lines, heatmap]", "[agrement, gain]")
	require.Error(t, err)
	for _, want := range []string{
		`e.yaml:8:17: charts[1]: "heatmap" is not known; allowed: lines, heat-map; did you mean "heat-map"?`,
		`e.yaml:9:12: measures[0]: "agrement" is not known`, `did you mean "agreement"?`, `e.yaml:9:22: measures[1]: "gain" is not known`,
	} {
		assert.Contains(t, err.Error(), want)
	}
	_, err = read(t, head+factor+"charts: [any]\nmeasures: [any]\n")
	assert.NoError(t, err, "nothing is said of what there is")
}
