package genius_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/sim/internal/refdata"
	"shuttle/sim/measure"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// exact is how close the values of other libraries are met [worth].
const exact = 1e-9

// reference is what NegMAS and a re-computation of GENIUS's definitions say of one
// domain.
type reference struct {
	Domain      string                 `json:"domain_file"`
	Profiles    []string               `json:"profile_files"`
	Size        float64                `json:"outcome_space_size"`
	Conventions map[string]*convention `json:"conventions"`
	Java        struct {
		Frontier    int       `json:"pareto_size_distinct"`
		Nash        []float64 `json:"nash_utils"`
		Asymmetry   float64   `json:"kalai_asymmetry"`
		Welfare     float64   `json:"max_social_welfare"`
		Egalitarian float64   `json:"egalitarian_max_min"`
		Opposition  float64   `json:"opposition"`
	} `json:"genius_java_definitions"`
}

// convention is NegMAS's statistics under one way of reading utilities.
type convention struct {
	Reserved   []float64    `json:"reserved_values"`
	Ranges     [][2]float64 `json:"utility_ranges"`
	Frontier   [][]float64  `json:"pareto_utils"`
	Opposition float64      `json:"opposition_level"`
	Rational   float64      `json:"rational_fraction"`
	Given      []struct {
		Index   int       `json:"index"` // the last issue runs fastest
		Outcome []string  `json:"outcome"`
		Utils   []float64 `json:"utils"`
	} `json:"given_outcomes"`
	points map[string][][]float64 // solution points by key, all that are equally good
}

// references are the domains, by name.
func references(t *testing.T) map[string]reference {
	t.Helper()
	folder := filepath.Dir(refdata.Path(t, "genius/DEFINITIONS.md"))
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	require.NoError(t, err)
	found := map[string]reference{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		var r reference
		require.NoError(t, json.Unmarshal(text, &r), file)
		if r.Conventions == nil { // no domain, but rounds of one
			continue
		}
		var raw struct {
			Conventions map[string]map[string]json.RawMessage `json:"conventions"`
		}
		require.NoError(t, json.Unmarshal(text, &raw))
		for name, c := range r.Conventions {
			c.points = map[string][][]float64{}
			for key := range (peer{}).criteria() {
				if points, is := raw.Conventions[name][key]; is {
					var list [][]float64
					require.NoError(t, json.Unmarshal(points, &list), "%s: %s: %s", file, name, key)
					c.points[key] = list
				}
			}
			require.NotEmpty(t, c.points)
		}
		found[strings.TrimSuffix(filepath.Base(file), ".json")] = r
	}
	require.NotEmpty(t, found)
	return found
}

// solved is a domain imported and mapped.
type solved struct {
	*scenario.Scenario
	table *talks.Table
	measure.Solutions
	peer
}

func solve(t *testing.T, convention, name string, r reference) solved {
	t.Helper()
	s := compiled(t, under(t, convention, name, r))
	table := talks.NewTable(s.Case)
	out := solved{s, table, measure.Solve(table, measure.Options{Signatories: s.Order}), peer{}}
	for _, place := range s.Order {
		low, high := 0.0, 0.0
		for k, is := range s.Case.Agenda.Issues {
			worst, top := math.Inf(1), math.Inf(-1)
			for l := range is.Levels {
				x := table.Parties[place].Score(k, uint8(l))
				worst, top = min(worst, x), max(top, x)
			}
			low, high = low+worst, high+top
		}
		out.least, out.most = append(out.least, low), append(out.most, high)
		out.reserved = append(out.reserved, table.Parties[place].Floor())
	}
	return out
}

// inEach tries every domain under every convention that it has statistics of.
func inEach(t *testing.T, try func(t *testing.T, s solved, r reference, want *convention)) {
	for name, r := range references(t) {
		for convention, want := range r.Conventions {
			t.Run(name+"/"+convention, func(t *testing.T) { try(t, solve(t, convention, name, r), r, want) })
		}
	}
}

func TestReferenceSpaces(t *testing.T) {
	inEach(t, func(t *testing.T, s solved, r reference, want *convention) {
		assert.Equal(t, r.Size, s.Outcomes)
		assert.InDeltaSlice(t, want.Reserved, s.reserved, exact)
		for i, span := range want.Ranges {
			assert.InDelta(t, span[0], s.least[i], exact)
			assert.InDelta(t, span[1], s.most[i], exact)
		}
		for _, g := range want.Given {
			d := deal(t, s.Case.Agenda, g.Outcome)
			got := utilities(s.Scenario, s.table, d)
			var numbered agenda.Deal
			s.Case.Agenda.Decode(&numbered, 0, len(s.Case.Agenda.Issues), g.Index)
			assert.Equal(t, d, numbered, "issues and levels stand in the order of the file")
			assert.InDeltaSlice(t, g.Utils, got, exact, "%v", g.Outcome)
		}
		assert.Empty(t, s.Warnings)
		matches(t, want.Frontier, vectors(s.Frontier))
		assert.InDelta(t, want.Opposition, s.Opposition, exact)
		assert.InDelta(t, want.Rational, s.RationalFraction, exact)
	})
}

// NegMAS measures gains from the least utility where that is above the reserved value;
// its points are found on our frontier by its own criteria.
func TestReferencePointsAsNegMASDefinesThem(t *testing.T) {
	inEach(t, func(t *testing.T, s solved, _ reference, want *convention) {
		criteria := s.criteria()
		for key, points := range want.points {
			value := criteria[key]
			top, at := best(s.Frontier, value)
			assert.True(t, slices.ContainsFunc(points, func(u []float64) bool { return near(u, at) }), "%s: got %v, want one of %v", key, at, points)
			switch key {
			case "max_welfare_utils":
				assert.InDelta(t, top, value(s.Welfare.Utilities), exact)
			case "nash_utils", "kalai_egalitarian_utils":
				if slices.Equal(s.reserved, s.disagreement()) { // only then does it measure gains as we do
					ours := map[string]*measure.Point{"nash_utils": s.Nash, "kalai_egalitarian_utils": s.Egalitarian}[key]
					assert.InDelta(t, top, value(ours.Utilities), exact)
				}
			}
		}
	})
}

// GENIUS measures gains from the reservation value, as we do, and holds utilities to 1.
func TestReferencePointsAsGENIUSDefinesThem(t *testing.T) {
	for name, r := range references(t) {
		t.Run(name, func(t *testing.T) {
			s := solve(t, "genius", name, r)
			front := clamped(s.Outline)
			if w := r.Conventions["genius"].Frontier; len(undominated(w, exact)) == len(w) { // else its number counts noise
				assert.Len(t, undominated(vectors(front), exact), r.Java.Frontier)
			}
			assert.InDeltaSlice(t, r.Java.Nash, clamped([]measure.Point{*s.Nash})[0].Utilities, exact)
			welfare, _ := best(front, sum)
			assert.InDelta(t, r.Java.Welfare, welfare, exact)
			unequal, _ := best(front, func(u []float64) float64 { return -asymmetry(u) })
			assert.InDelta(t, r.Java.Asymmetry, -unequal, exact)
			nearest, _ := best(front, func(u []float64) float64 {
				sum := 0.0
				for _, x := range u {
					sum += (1 - x) * (1 - x)
				}
				return -math.Sqrt(sum)
			})
			assert.InDelta(t, r.Java.Opposition, -nearest, exact)
			if sum(s.reserved) == 0 { // its least utility is our least gain
				assert.InDelta(t, r.Java.Egalitarian, least(s.Egalitarian.Utilities, s.reserved), exact)
			}
		})
	}
}

func TestUndominatedDropsNoiseOnly(t *testing.T) {
	points := [][]float64{{1, 0}, {.5, .5}, {.5 + 1e-12, .5}, {.5, .5 - 1e-12}, {.4, .5}, {.4, .6}}
	assert.Equal(t, [][]float64{{1, 0}, {.5, .5}, {.4, .6}}, undominated(points, exact))
}

// matches wants the same set of points, give or take noise on both sides.
func matches(t *testing.T, want, got [][]float64) {
	t.Helper()
	want, got = undominated(want, exact), undominated(got, exact)
	require.Len(t, got, len(want))
	for _, u := range want {
		assert.True(t, slices.ContainsFunc(got, func(v []float64) bool { return near(u, v) }), "missing %v", u)
	}
}

func near(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) <= exact })
}

func vectors(points []measure.Point) [][]float64 {
	var out [][]float64
	for _, p := range points {
		out = append(out, p.Utilities)
	}
	return out
}

// Whoever mediates, the benchmarks play to an end without a fault.
func TestReferenceScenariosPlay(t *testing.T) {
	for name, r := range references(t) {
		folder := filepath.Dir(refdata.Path(t, "genius/"+name+"/"+r.Domain))
		text := imported(t, folder, append([]string{r.Domain}, r.Profiles...)...)
		for _, m := range agents.Mediators() {
			s := compiled(t, text, [2]string{"talks.mediator", m.Name})
			out := talks.NewEngine(s.Case).Play(rng.Derive(1, 0), nil)
			assert.Empty(t, out.Fault, "%s under %s", name, m.Name)
		}
	}
}
