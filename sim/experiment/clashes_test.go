package experiment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
)

// What would be silently undone, or counted twice, is a fault where it stands.
func TestClashes(t *testing.T) {
	const a, b = "    factors:\n      - {name: a, role: lever, ", "      - {name: b, role: lever, "
	for _, tt := range []struct{ name, src, want string }{
		{"two factors on one path", head + a + "path: talks.horizon, levels: [30, 60]}\n" + b + "path: talks.horizon, levels: [40]}\n",
			"e.yaml:8:38: design[0].factors[b].path: the factor a and the factor b both set talks.horizon"},
		{"one path said in two ways", head + a + "path: \"parties[A].fallback.base\", levels: [0.3]}\n" + b + "path: \"parties[0].fallback.base\", levels: [0.4]}\n",
			"both set parties[A].fallback.base"},
		{"one path inside another", head + a + "path: talks, levels: [{horizon: 30}]}\n" + b + "path: talks.rounds, levels: [9]}\n",
			"factors[b].path: the factor a sets talks and the factor b sets talks.rounds, one inside the other"},
		{"a factor over a fixed value", head + a + "path: talks.horizon, levels: [30]}\nset: [{path: talks.horizon, value: 9}]\n",
			"factors[a].path: set[0] and the factor a both set talks.horizon"},
		{"a factor over a fixed part", head + a + "path: talks, levels: [{horizon: 30}]}\nset: [{path: talks.rounds, value: 9}]\n",
			"set[0] sets talks.rounds and the factor a sets talks, one inside the other"},
		{"two fixed values", head + a + "path: talks.horizon, levels: [30]}\nset: [{path: talks.rounds, value: 9}, {path: talks.rounds, value: 8}]\n",
			"set[1].path: set[0] and set[1] both set talks.rounds"},
		{"a path twice in a factor", head + a + "paths: [talks.horizon, talks.horizon], levels: [30]}\n", "factors[a].paths[1]: the factor a and the factor a both set talks.horizon"},
		{"a parameter of who mediates", head + a + "path: talks.mediator, levels: [none, carrots]}\n" + b + "path: talks.mediator.step, levels: [0.5]}\n", "one inside the other"},
		{"a level twice", head + a + "path: talks.horizon, levels: [30, 60, 30.0]}\n", "levels[2]: is level 0 again"},
		{"whether the conflict goes on, as a factor", head + a + "path: live, levels: [false]}\n", "factors[a].path: whether the conflict goes on is the scenario's to say"},
		{"whether the conflict goes on, fixed", head + a + "path: talks.horizon, levels: [30]}\nset: [{path: live, value: true}]\n", "set[0].path: whether the conflict goes on"},
		{"a name that is no column's", head + strings.Replace(a, "name: a", `name: "a, b"`, 1) + "path: talks.horizon, levels: [30]}\n", `"a, b" is no name of a column`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.src)
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
	for _, sound := range []string{
		strings.Replace(head, "factorial", "list", 1) + a + "path: talks.horizon, levels: [30, 30]}\n" + b + "path: talks.rounds, levels: [8, 9]}\n",
		head + a + "path: talks.horizon, levels: [30]}\n" + b + "path: talks.rounds, levels: [9]}\n",
		head + a + "path: talks.mediator.options, levels: [1, 2]}\nset: [{path: talks.mediator, value: {name: single-text, repeats: 3}}]\n",
		head + strings.Replace(a, "name: a", `name: "größe_2.1-б"`, 1) + "path: talks.horizon, levels: [30]}\n",
	} {
		_, err := read(t, sound)
		assert.NoError(t, err)
	}
}

// In a live case force is no lever by whatever path a level brings it.
func TestCoercionIsKnownByItsEffect(t *testing.T) {
	const sweep = `name: e
scenario: miami.yaml
replicates: 2
design:
  - kind: factorial
    factors:
      - {name: use, role: lever, `
	for _, by := range []string{"path: mechanisms, levels: [{}, {pressure: false}]", "path: mechanisms, levels: [{leverage: false}]",
		"path: talks, levels: [{leverage: {press: {effect: 0.2}}}]", "path: pressure, levels: [[]]"} {
		_, err := read(t, sweep+by+"}\n")
		assert.ErrorContains(t, err, "coercion is no lever in a live case", by)
	}
	_, err := read(t, sweep+"path: talks, levels: [{mediator: sticks}]}\n")
	assert.Error(t, err, "another mediator, and one that presses")
	s, err := read(t, strings.Replace(sweep, "role: lever", "role: uncertainty", 1)+"path: mechanisms, levels: [{pressure: false}]}\n")
	require.NoError(t, err)
	assert.True(t, s.Factors[0].Coercive(), "charts do not rank it either")
	s, err = read(t, sweep+"path: talks.horizon, levels: [60]}\n")
	require.NoError(t, err)
	assert.False(t, s.Factors[0].Coercive())
}

// What is wrong between the ends of a span is said at the factor, with the way out.
func TestInteriorPointsAreTheFactors(t *testing.T) {
	const span = "    factors:\n      - {name: n, role: lever, path: \"issues[x].steps\", lo: 10, hi: 11, steps: 3}\n"
	_, err := read(t, head+span)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "e.yaml:7:61: design[0].factors[n].lo: in the scenario, issues[x].steps")
	assert.Contains(t, err.Error(), "have 10.5")
	assert.Contains(t, err.Error(), "whole: true has the factor take no others")
	s, err := read(t, head+strings.Replace(span, "hi: 11, steps: 3", "hi: 30, steps: 4, whole: true", 1))
	require.NoError(t, err)
	var got []string
	for _, p := range s.Points {
		got = append(got, p[0].YAML)
	}
	assert.Equal(t, []string{"10", "17", "23", "30"}, got)
	s, err = read(t, strings.Replace(head, "factorial", "sobol\n    points: 8", 1)+strings.Replace(span, "hi: 11, steps: 3", "hi: 13, whole: true", 1))
	require.NoError(t, err)
	count := map[string]int{}
	for _, p := range s.Points {
		count[p[0].YAML]++
	}
	assert.Equal(t, map[string]int{"10": 2, "11": 2, "12": 2, "13": 2}, count, "each as often")
	for _, wrong := range []string{"hi: 11.5, steps: 2, whole: true", "hi: 11, steps: 3, whole: true"} {
		_, err = read(t, head+strings.Replace(span, "hi: 11, steps: 3", wrong, 1))
		assert.ErrorContains(t, err, "factors[n].whole: needs whole ends")
	}
}

// Every arm is compiled before the first run: a parameter that one mediator lacks shows,
// wherever in the design it stands.
func TestEveryArmIsCompiled(t *testing.T) {
	_, err := read(t, head+"    factors:\n      - {name: n, role: lever, path: talks.mediator.options, levels: [1, 2]}\nmediators: [single-text, none]\n")
	require.Error(t, err)
	assert.Contains(t, err.Error(), "factors[n].path: in the scenario, talks.mediator.options is not a known key")
}

func TestSetByTheExperiment(t *testing.T) {
	s, err := read(t, head+"    factors:\n      - {name: a, role: lever, path: talks.mediator.options, levels: [1, 2]}\nset: [{path: talks.deadline, value: {day: 9}}]\n")
	require.NoError(t, err)
	for path, want := range map[string]string{
		"talks.mediator.options": "the factor a", "talks.deadline.day": "set[0]", "talks.deadline": "set[0]", "talks.mediator": "", "talks.horizon": "",
	} {
		assert.Equal(t, want, s.SetBy(path), path)
	}
}
