package analysis

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/internal/refdata"
	"shuttle/sim/record"
)

// exact is how close a result must come to a reference value.
const exact = 1e-10

// expected decodes one part of the reference values.
func expected(t *testing.T, part string, into any) {
	t.Helper()
	text, err := os.ReadFile(refdata.Path(t, "statistics/stats_expected.json"))
	require.NoError(t, err)
	parts := map[string]json.RawMessage{}
	require.NoError(t, json.Unmarshal(text, &parts))
	require.Contains(t, parts, part)
	require.NoError(t, json.Unmarshal(parts[part], into))
}

// table reads a table with a header; rows come with their texts.
func table(t *testing.T, name string) (rows []record.Row, column func(string) int) {
	t.Helper()
	file, err := os.Open(refdata.Path(t, "statistics/"+name))
	require.NoError(t, err)
	defer file.Close()
	r, err := record.ReadCSV(file, nil)
	require.NoError(t, err)
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		rows = append(rows, append(record.Row(nil), row...))
	}
	require.NotEmpty(t, rows)
	schema := record.Schema{}
	for _, n := range r.Names() {
		schema = append(schema, record.Column{Name: n})
	}
	return rows, schema.Index
}

func numbers(t *testing.T, name, column string) []float64 {
	t.Helper()
	rows, index := table(t, name)
	xs := make([]float64, len(rows))
	for i, row := range rows {
		x, ok := row[index(column)].Number()
		require.True(t, ok)
		xs[i] = x
	}
	return xs
}

func assertInterval(t *testing.T, want [2]float64, got Interval, about ...any) {
	t.Helper()
	assert.InDelta(t, want[0], got.Low, exact, about...)
	assert.InDelta(t, want[1], got.High, exact, about...)
}

func TestReferenceShares(t *testing.T) {
	var wilson []struct {
		K, N   int
		Conf   float64
		Wilson [2]float64
	}
	expected(t, "wilson", &wilson)
	require.NotEmpty(t, wilson)
	for _, c := range wilson {
		got, err := Wilson(c.K, c.N, c.Conf)
		require.NoError(t, err)
		assertInterval(t, c.Wilson, got, c)
	}
	var newcombe []struct {
		K1, N1, K2, N2 int
		Conf           float64
		CI             [2]float64
	}
	expected(t, "newcombe_diff", &newcombe)
	require.NotEmpty(t, newcombe)
	for _, c := range newcombe {
		got, err := Newcombe(c.K1, c.N1, c.K2, c.N2, c.Conf)
		require.NoError(t, err)
		assertInterval(t, c.CI, got, c)
	}
}

func TestReferenceMcNemar(t *testing.T) {
	var tables []struct {
		B, C   int
		ExactP float64 `json:"exact_p"`
	}
	expected(t, "mcnemar_table", &tables)
	require.NotEmpty(t, tables)
	for _, c := range tables {
		p, _, err := McNemar(c.B, c.C)
		require.NoError(t, err)
		assert.InDelta(t, c.ExactP, p, exact, c)
	}
	var paired struct {
		McNemar struct {
			B      int     `json:"b_a1_b0"`
			C      int     `json:"c_a0_b1"`
			ExactP float64 `json:"exact_p"`
			MidP   float64 `json:"midp"`
		}
	}
	expected(t, "paired_60.csv", &paired)
	a, b := numbers(t, "paired_60.csv", "agree_a"), numbers(t, "paired_60.csv", "agree_b")
	onlyA, onlyB := 0, 0
	for i := range a {
		if a[i] > b[i] {
			onlyA++
		} else if b[i] > a[i] {
			onlyB++
		}
	}
	assert.Equal(t, paired.McNemar.B, onlyA)
	assert.Equal(t, paired.McNemar.C, onlyB)
	p, mid, err := McNemar(onlyA, onlyB)
	require.NoError(t, err)
	assert.InDelta(t, paired.McNemar.ExactP, p, exact)
	assert.InDelta(t, paired.McNemar.MidP, mid, exact)
}

func TestReferencePaired(t *testing.T) {
	var want struct {
		N        int
		MeanDiff float64    `json:"mean_diff"`
		SD       float64    `json:"sd_diff"`
		T        float64    `json:"t"`
		P        float64    `json:"p_t"`
		CI       [2]float64 `json:"ci95_t"`
		Effect   float64    `json:"cohen_dz"`
		BCa      struct {
			Z0  float64
			A   float64
			CI  [2]float64
			Est float64 `json:"estimate"`
		} `json:"bca_mean_diff"`
	}
	expected(t, "paired_60.csv", &want)
	a, b := numbers(t, "paired_60.csv", "a"), numbers(t, "paired_60.csv", "b")
	got, err := PairedT(a, b, .95)
	require.NoError(t, err)
	assert.Equal(t, want.N, got.N)
	assert.InDelta(t, want.MeanDiff, got.Mean, exact)
	assert.InDelta(t, want.SD, got.SD, exact)
	assert.InDelta(t, want.T, got.T, exact)
	assert.InDelta(t, want.P, got.P, exact)
	assert.InDelta(t, want.Effect, got.Effect, exact)
	assertInterval(t, want.CI, got.Interval)

	differences := make([]float64, len(a))
	for i := range a {
		differences[i] = a[i] - b[i]
	}
	means := resampledMeans(t, differences)
	mean, at, err := bca(differences, means, .95) // sorts the means
	require.NoError(t, err)
	assert.InDelta(t, want.BCa.Est, mean, exact)
	assertInterval(t, want.BCa.CI, at)
	assert.InDelta(t, want.BCa.Z0, biasOf(means, mean), exact)
	assert.InDelta(t, want.BCa.A, acceleration(differences, mean), exact)
}

// resampledMeans returns the means of the fixed resamples of the values.
func resampledMeans(t *testing.T, xs []float64) []float64 {
	t.Helper()
	file, err := os.Open(refdata.Path(t, "statistics/paired_60_boot_idx_2000x60.csv"))
	require.NoError(t, err)
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	means := make([]float64, len(lines))
	for i, line := range lines {
		for _, cell := range line {
			index, err := strconv.Atoi(cell)
			require.NoError(t, err)
			means[i] += xs[index]
		}
		means[i] /= float64(len(line))
	}
	return means
}

func TestReferenceSummary(t *testing.T) {
	var want struct {
		Mean, SD float64
		CI       [2]float64         `json:"ci95"`
		Type7    map[string]float64 `json:"quantile_type7"`
	}
	expected(t, "summary", &want)
	xs := numbers(t, "paired_60.csv", "a")
	mean, at, err := MeanT(xs, .95)
	require.NoError(t, err)
	assert.InDelta(t, want.Mean, mean, exact)
	// The reference's t quantile is off in its tenth digit: compare TestStudentQuantile.
	assert.InDelta(t, want.CI[0], at.Low, 1e-9)
	assert.InDelta(t, want.CI[1], at.High, 1e-9)
	require.NotEmpty(t, want.Type7)
	for text, q := range want.Type7 {
		p, err := strconv.ParseFloat(text, 64)
		require.NoError(t, err)
		got, err := Quantiles(xs, p)
		require.NoError(t, err)
		assert.InDelta(t, q, got[0], exact, text)
	}
}

func TestReferenceEffects(t *testing.T) {
	var cases []struct {
		Name  string
		X, Y  json.RawMessage
		A12   float64
		Delta float64 `json:"cliffs_delta"`
	}
	expected(t, "effect_size", &cases)
	require.NotEmpty(t, cases)
	values := func(raw json.RawMessage) (xs []float64) {
		if json.Unmarshal(raw, &xs) == nil {
			return xs
		}
		var from string // "file:column"
		require.NoError(t, json.Unmarshal(raw, &from))
		name, column, found := strings.Cut(from, ":")
		require.True(t, found, from)
		return numbers(t, name, column)
	}
	for _, c := range cases {
		x, y := values(c.X), values(c.Y)
		a, err := A12(x, y)
		require.NoError(t, err)
		assert.InDelta(t, c.A12, a, exact, c.Name)
		delta, err := CliffsDelta(x, y)
		require.NoError(t, err)
		assert.InDelta(t, c.Delta, delta, exact, c.Name)
	}
}

func TestReferenceHolm(t *testing.T) {
	var family struct{ P, Holm []float64 }
	expected(t, "multiple_testing", &family)
	require.NotEmpty(t, family.P)
	got, err := Holm(family.P)
	require.NoError(t, err)
	assert.InDeltaSlice(t, family.Holm, got, exact)
}

// waits returns the spells of each strategy of the survival data.
func waits(t *testing.T) map[string][]Spell {
	t.Helper()
	rows, index := table(t, "survival_100.csv")
	groups := map[string][]Spell{}
	for _, row := range rows {
		at, ok := row[index("rounds")].Number()
		require.True(t, ok)
		name := row[index("strategy")].Text()
		groups[name] = append(groups[name], Spell{Time: at, Event: row[index("agreed")].Int() == 1})
	}
	return groups
}

func TestReferenceKaplanMeier(t *testing.T) {
	groups := waits(t)
	for file, scale := range map[string]Transform{"plain": Plain, "log": Log, "log-log": LogLog} {
		rows, index := table(t, "km_"+file+".csv")
		curves, at := map[string]Curve{}, map[string]int{}
		for name, spells := range groups {
			curve, err := KaplanMeier(spells, scale, .95)
			require.NoError(t, err)
			curves[name] = curve
		}
		for _, row := range rows {
			name := row[index("strategy")].Text()
			require.Less(t, at[name], len(curves[name]))
			step := curves[name][at[name]]
			at[name]++
			for column, got := range map[string]float64{
				"time": step.Time, "n_risk": float64(step.AtRisk), "n_event": float64(step.Events),
				"n_censor": float64(step.Censored), "surv": step.Survival, "std_err": step.StdErr,
				"lower": step.Low, "upper": step.High,
			} {
				want, ok := row[index(column)].Number()
				require.True(t, ok)
				assert.InDelta(t, want, got, exact, "%s, %s at %g: %s", file, name, step.Time, column)
			}
		}
		for name, curve := range curves {
			assert.Equal(t, len(curve), at[name], "%s: as many steps as the reference", name)
		}
	}
}

func TestReferenceSurvival(t *testing.T) {
	var want struct {
		Groups             []string
		ChiSq              float64 `json:"logrank_chisq"`
		P                  float64 `json:"logrank_p"`
		Observed, Expected []float64
		RMST               []float64 `json:"rmst_tau40"`
		RMSTSE             []float64 `json:"rmst_se"`
		Median             []float64 `json:"median"`
		Low                []float64 `json:"median_lcl95_log"`
		High               []float64 `json:"median_ucl95_log"`
	}
	expected(t, "survival_100.csv", &want)
	groups := waits(t)
	require.Len(t, want.Groups, len(groups))
	got, err := CompareSurvival(counting(t, groups[want.Groups[0]]), counting(t, groups[want.Groups[1]]))
	require.NoError(t, err)
	assert.InDelta(t, want.ChiSq, got.ChiSq, exact)
	assert.InDelta(t, want.P, got.P, exact)
	assert.Equal(t, 1, got.DF)
	assert.InDeltaSlice(t, want.Observed, got.Observed, exact)
	assert.InDeltaSlice(t, want.Expected, got.Expected, exact)
	for i, name := range want.Groups {
		curve, err := KaplanMeier(groups[name], Log, .95)
		require.NoError(t, err)
		mean, se, err := curve.RestrictedMean(40)
		require.NoError(t, err)
		assert.InDelta(t, want.RMST[i], mean, exact)
		assert.InDelta(t, want.RMSTSE[i], se, exact)
		for j, quantity := range []func() (float64, bool){curve.Median, curve.MedianLow, curve.MedianHigh} {
			at, ok := quantity()
			assert.True(t, ok)
			assert.Equal(t, [][]float64{want.Median, want.Low, want.High}[j][i], at, name)
		}
	}
}
