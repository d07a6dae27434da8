package analysis

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func runs() record.Schema {
	return record.Schema{
		{Name: "point", Kind: record.KindInt},
		{Name: "mediator", Kind: record.KindText},
		{Name: "agreement", Kind: record.KindFlag},
		{Name: "day", Kind: record.KindFloat},
		{Name: "drafts", Kind: record.KindInt},
	}
}

func run(point int64, mediator string, agreed bool, day record.Value, drafts int64) record.Row {
	return record.Row{record.Int(point), record.Text(mediator), record.Flag(agreed), day, record.Int(drafts)}
}

// keyed is a stream as the simulator has it: by name.
func keyed(point int, mediator, measure string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(mediator + "/" + measure))
	return rand.New(rand.NewPCG(uint64(point), h.Sum64()))
}

func summarise(t *testing.T, rows ...record.Row) ([]record.SummaryRow, []Thin) {
	t.Helper()
	s, err := NewSummary(runs(), "agreement", "day", "drafts")
	require.NoError(t, err)
	for _, row := range rows {
		require.NoError(t, s.Add(row))
	}
	lines, warnings, err := s.Rows(.95, keyed)
	require.NoError(t, err)
	return lines, warnings
}

func TestSummary(t *testing.T) {
	lines, warnings := summarise(t,
		run(0, "none", false, record.Null(), 2), run(0, "mixed", true, record.Float(10), 3),
		run(0, "none", true, record.Float(20), 6), run(0, "mixed", true, record.Float(30), 5),
		run(0, "none", false, record.Null(), 4),
	)
	require.Len(t, lines, 6)
	share, err := Wilson(1, 3, .95)
	require.NoError(t, err)
	assert.Equal(t, record.SummaryRow{Mediator: "none", Measure: "agreement", N: 3, Estimate: 1. / 3,
		Interval: &share, Method: MethodWilson}, lines[0])
	assert.Equal(t, record.SummaryRow{Mediator: "none", Measure: "day", N: 1, Estimate: 20, Method: MethodT}, lines[1])
	mean, at, err := MeanT([]float64{2, 6, 4}, .95)
	require.NoError(t, err)
	assert.Equal(t, record.SummaryRow{Mediator: "none", Measure: "drafts", N: 3, Estimate: mean,
		Interval: &at, Method: MethodT}, lines[2], "too few for a bootstrap")
	assert.Equal(t, "mixed", lines[3].Mediator)
	assert.Equal(t, 20., lines[4].Estimate)
	assert.Equal(t, "day: too few runs have it for an interval, in 1 of 2 lines of the summary", warnings[0].String())
	assert.Len(t, warnings, 1)
}

func TestSummaryOfAMeasureNobodyHas(t *testing.T) {
	lines, warnings := summarise(t, run(3, "none", false, record.Null(), 1), run(3, "none", false, record.Null(), 1))
	assert.Equal(t, record.SummaryRow{Point: 3, Mediator: "none", Measure: "day", Method: MethodBCa}, lines[1])
	assert.Equal(t, "day: too few runs have it for an interval, in 1 of 1 lines of the summary", warnings[0].String())

	_, warnings = summarise(t, run(3, "none", false, record.Null(), 1), run(3, "mixed", false, record.Null(), 1), run(4, "none", false, record.Null(), 1))
	assert.Equal(t, "day: too few runs have it for an interval, in 3 of 3 lines of the summary, at 2 points", warnings[0].String())
}

func TestBootstrapNeedsValues(t *testing.T) {
	for n, want := range map[int]string{MinBootstrap - 1: MethodT, MinBootstrap: MethodBCa} {
		var rows []record.Row
		for i := range n {
			rows = append(rows, run(0, "none", true, record.Float(float64(i*i)), 1))
		}
		lines, _ := summarise(t, rows...)
		assert.Equal(t, want, lines[1].Method, n)
	}
}

func TestSummaryOfManyRunsIsStudents(t *testing.T) {
	s, err := NewSummary(runs(), "drafts")
	require.NoError(t, err)
	var m Moments
	for i := range int64(MaxBootstrap + 1) {
		require.NoError(t, s.Add(run(0, "none", true, record.Null(), i%7)))
		m.Add(float64(i % 7))
	}
	assert.Nil(t, s.groups[0].tallies[0].values, "nothing is kept")
	lines, _, err := s.Rows(.95, nil)
	require.NoError(t, err)
	at, err := m.T(.95)
	require.NoError(t, err)
	assert.Equal(t, []record.SummaryRow{{Mediator: "none", Measure: "drafts", N: MaxBootstrap + 1,
		Estimate: m.Mean(), Interval: &at, Method: MethodT}}, lines)
}

func TestALineDoesNotDependOnOthers(t *testing.T) {
	mine := []record.Row{run(1, "a", true, record.Float(1), 1), run(1, "a", false, record.Float(4), 9)}
	alone, _ := summarise(t, mine...)
	other := run(0, "b", true, record.Float(2), 2)
	among, _ := summarise(t, other, mine[0], other, mine[1], other)
	assert.Equal(t, alone, among[3:])
}

func TestSummaryRefuses(t *testing.T) {
	_, err := NewSummary(runs(), "years")
	assert.ErrorContains(t, err, `no column "years"`)
	_, err = NewSummary(runs(), "mediator")
	assert.ErrorContains(t, err, "holds texts")
	_, err = NewSummary(runs()[1:], "day")
	assert.ErrorContains(t, err, `no column "point"`)
	_, err = NewSummary(runs()[:1])
	assert.ErrorContains(t, err, `no column "mediator"`)

	s, err := NewSummary(runs(), "agreement", "day")
	require.NoError(t, err)
	assert.ErrorContains(t, s.Add(run(0, "a", true, record.Float(math.NaN()), 1)), "day is NaN")
	assert.ErrorContains(t, s.Add(record.Row{record.Int(1)}), "row has 1 values, need 4")
	lines, _, err := s.Rows(.95, keyed)
	require.NoError(t, err)
	assert.Empty(t, lines, "a refused run is not counted")
	for i := range MinBootstrap {
		require.NoError(t, s.Add(run(0, "a", true, record.Float(float64(i)), 1)))
	}
	_, _, err = s.Rows(.95, nil)
	assert.ErrorContains(t, err, "point 0, a, day: a bootstrap needs a stream")
	_, _, err = s.Rows(2, keyed)
	assert.ErrorContains(t, err, "level must lie between 0 and 1")
}
