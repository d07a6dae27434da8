package genius_test

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/sim/genius"
	"shuttle/sim/measure"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func two(t testing.TB) []byte { return imported(t, "testdata/two", "lamp.xml", "A.xml", "B.xml") }

func three(t testing.TB) []byte {
	return imported(t, "testdata/three", "trip.xml", "first.xml", "second.xml", "third.xml")
}

// The golden files leave out the list of switches, which grows with the model: each of
// them is off.
func TestScenariosAreGolden(t *testing.T) {
	switches := "mechanisms:\n"
	for _, m := range scenario.Mechanisms() {
		switches += "  " + m.Name + ": false\n"
	}
	for name, text := range map[string][]byte{"two": two(t), "three": three(t)} {
		golden := filepath.Join("testdata", name+".yaml")
		require.Contains(t, string(text), switches)
		text = bytes.Replace(text, []byte(switches), []byte("mechanisms: # all off\n"), 1)
		if *update {
			require.NoError(t, os.WriteFile(golden, text, 0o666))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(text), name)
	}
}

// Six deals: worth (.8, .5), (1, .125), (.5, .875), (.7, .5), (.2, 1) and (.4, .625);
// no deal is worth .3 to the first side and nothing to the second.
func TestTwoSidesByHand(t *testing.T) {
	s := compiled(t, two(t))
	table := talks.NewTable(s.Case)
	for _, tt := range []struct {
		labels []string
		want   []float64
	}{
		{[]string{"red", "small"}, []float64{.8, .5}},
		{[]string{"red", "large"}, []float64{1, .125}},
		{[]string{"green", "small"}, []float64{.5, .875}},
		{[]string{"green", "large"}, []float64{.7, .5}},
		{[]string{"blue", "small"}, []float64{.2, 1}},
		{[]string{"blue", "large"}, []float64{.4, .625}},
	} {
		assert.InDeltaSlice(t, tt.want, utilities(s, table, deal(t, table.Agenda, tt.labels)), 1e-12, "%v", tt.labels)
	}
	got := measure.Solve(table, measure.Options{Signatories: s.Order})
	assert.Equal(t, 6.0, got.Outcomes)
	require.Len(t, got.Frontier, 3)
	for i, want := range [][]float64{{1, .125}, {.8, .5}, {.5, .875}} {
		assert.InDeltaSlice(t, want, got.Frontier[i].Utilities, 1e-12)
	}
	assert.InDeltaSlice(t, []float64{.8, .5}, got.Nash.Utilities, 1e-12)
	assert.InDeltaSlice(t, []float64{.8, .5}, got.Egalitarian.Utilities, 1e-12)
	assert.InDeltaSlice(t, []float64{.5, .875}, got.Welfare.Utilities, 1e-12)
	assert.InDelta(t, math.Sqrt(.25+.015625), got.Opposition, 1e-12)
	assert.InDelta(t, 5.0/6, got.RationalFraction, 1e-12)
}

// Three sides over a discrete, an integer and a real issue, the last two below an
// objective of their own, whose weight of 1 counts for nothing.
func TestThreeSidesByHand(t *testing.T) {
	s := compiled(t, three(t))
	table := talks.NewTable(s.Case)
	assert.Equal(t, 3.0*5*21, table.Agenda.Size())
	for _, tt := range []struct {
		labels []string
		want   []float64
	}{
		// First: 1, .25, .5 by place; a quarter a day above 2; what it need not pay.
		// Second: places are all nothing; half a point less a day, never below 0; a
		// triangle with its top at .5. Third: 1/3, 1, 2/3; half and an eighth a day.
		{[]string{"coast", "2", "0"}, []float64{.5 + 0 + .25, 0 + .25 + 0, .5/3 + .125 + .125}},
		{[]string{"hills", "6", "0.5"}, []float64{.125 + .25 + .125, 0 + 0 + .25, .5 + .25 + .125}},
		{[]string{`the town's "old" quarter`, "3", "0.4"}, []float64{.25 + .0625 + .15, 0 + .125 + .15, 1.0/3 + .15625 + .125}},
		{[]string{"coast", "5", "1"}, []float64{.5 + .1875 + 0, 0, .5/3 + .21875 + .125}},
	} {
		assert.InDeltaSlice(t, tt.want, utilities(s, table, deal(t, table.Agenda, tt.labels)), 1e-12, "%v", tt.labels)
	}
	for _, p := range table.Parties {
		assert.Equal(t, .2, p.Floor())
	}
}

func TestEveryNumberNamesItsFile(t *testing.T) {
	for name, text := range map[string][]byte{"two": two(t), "three": three(t)} {
		n := 0
		for _, a := range compiled(t, text).Assumptions {
			switch {
			case !a.Given:
			case strings.Contains(a.Path, "Share paid") && strings.HasSuffix(a.Path, ".step"): // a choice, not in the file
				assert.Equal(t, "own-choice", a.Basis)
				assert.Contains(t, a.Note, "cut into 20 steps")
			default:
				n++
				assert.Equal(t, "source", a.Basis, "%s: %s", name, a.Path)
				assert.Contains(t, a.Source, ".xml", "%s: %s", name, a.Path)
			}
		}
		assert.Positive(t, n)
	}
}

func TestDiscountIsNotedOnly(t *testing.T) {
	text := string(two(t))
	assert.Contains(t, text, "the file discounts by 0.9 a step; ignored here")
	assert.Equal(t, 1, strings.Count(text, "the file discounts"), "the other file has none")
}

// Whoever mediates, an imported scenario plays to an end without a fault.
func TestEveryMediatorPlays(t *testing.T) {
	for name, text := range map[string][]byte{"two": two(t), "three": three(t)} {
		for _, m := range agents.Mediators() {
			s := compiled(t, text, [2]string{"talks.mediator", m.Name})
			e := talks.NewEngine(s.Case)
			for rep := range 5 {
				out := e.Play(rng.Derive(1, rep), nil)
				assert.Empty(t, out.Fault, "%s under %s", name, m.Name)
				assert.Positive(t, out.Rounds)
			}
		}
	}
}

func TestAllMechanismsAreOff(t *testing.T) {
	text := string(two(t))
	for _, m := range scenario.Mechanisms() {
		assert.Contains(t, text, "  "+m.Name+": false\n")
	}
}

func TestStepsOfARealIssue(t *testing.T) {
	for _, steps := range []int{1, 4, genius.MaxSteps} {
		files := read(t, "testdata/three", "trip.xml", "first.xml", "second.xml")
		var out strings.Builder
		_, err := genius.Import(&out, files[0], files[1:], steps)
		require.NoError(t, err)
		s := compiled(t, []byte(out.String()))
		levels := s.Case.Agenda.Issues[2].Levels
		require.Len(t, levels, steps+1)
		assert.Equal(t, 0.0, levels[0].Amount)
		assert.Equal(t, 1.0, levels[steps].Amount)
	}
}

// Profiles of one name are told apart.
func TestNamesAreDistinct(t *testing.T) {
	domain := read(t, "testdata/two", "lamp.xml")[0]
	a, b, c := read(t, "testdata/two", "A.xml")[0], read(t, "testdata/two", "B.xml")[0], read(t, "testdata/two", "A.xml")[0]
	a.Name, b.Name, c.Name = "x/A.xml", `y\A.xml`, "A"
	var out strings.Builder
	_, err := genius.Import(&out, domain, []genius.File{a, b, c}, 1)
	require.NoError(t, err)
	var names []string
	s := compiled(t, []byte(out.String()))
	for _, place := range s.Order {
		names = append(names, s.Case.Parties[place].Name)
	}
	assert.Equal(t, []string{"A", "A 2", "A 3"}, names)
}
