package experiment

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/record"
)

// listing is a factor of listed numbers.
func listing(name string, levels ...float64) Factor {
	f := Factor{Name: name, kind: record.KindFloat}
	for _, x := range levels {
		f.Levels = append(f.Levels, Level{YAML: fmt.Sprint(x), Value: record.Float(x)})
	}
	f.Base = f.Levels[0]
	return f
}

// spanning is a factor that takes every value between two ends.
func spanning(name string, lo, hi float64, steps int) Factor {
	f := Factor{Name: name, kind: record.KindFloat, Lo: lo, Hi: hi, Steps: steps, ends: [2]document.Value{}}
	f.Base = f.number((lo + hi) / 2)
	return f
}

// text is a design's points, a line each.
func text(points [][]Level) string {
	var b strings.Builder
	for _, p := range points {
		for i, l := range p {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(l.YAML)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func points(t *testing.T, kind string, s *set) [][]Level {
	t.Helper()
	for _, d := range Designs() {
		if d.Name == kind {
			return d.points(s)
		}
	}
	t.Fatalf("no design %s", kind)
	return nil
}

func TestPointsByHand(t *testing.T) {
	ab := []Factor{listing("a", 1, 2), spanning("b", 0, 1, 3)}
	for _, tt := range []struct {
		kind string
		set  set
		want string
	}{
		{"factorial", set{factors: ab}, "1 0\n1 0.5\n1 1\n2 0\n2 0.5\n2 1\n"},
		{"one-at-a-time", set{factors: ab}, "1 0.5\n2 0.5\n1 0\n1 1\n"},
		{"list", set{factors: []Factor{listing("a", 1, 1, 2), listing("b", 3, 4, 3)}}, "1 3\n1 4\n2 3\n"},
		{"sobol", set{factors: ab, size: 4}, "1 0\n2 0.5\n2 0.25\n1 0.75\n"},
	} {
		t.Run(tt.kind, func(t *testing.T) {
			assert.Equal(t, tt.want, text(points(t, tt.kind, &tt.set)))
		})
	}
}

func TestLatinHypercubeHasOnePointInEverySlice(t *testing.T) {
	const n = 50
	s := &set{factors: []Factor{spanning("a", 0, 1, 2), spanning("b", -3, 7, 2)}, size: n, seed: 4}
	first := points(t, "latin-hypercube", s)
	require.Len(t, first, n)
	for k, f := range s.factors {
		seen := make([]bool, n)
		for _, p := range first {
			x, _ := p[k].Value.Number()
			seen[int(math.Floor((x-f.Lo)/(f.Hi-f.Lo)*n))] = true
		}
		assert.NotContains(t, seen, false, f.Name)
	}
	assert.Equal(t, text(first), text(points(t, "latin-hypercube", s)), "the seed decides")
	other := *s
	other.seed++
	assert.NotEqual(t, text(first), text(points(t, "latin-hypercube", &other)))
}

func TestRandomKeepsToItsRange(t *testing.T) {
	s := &set{factors: []Factor{spanning("a", 2, 3, 2), listing("b", 7, 8, 9)}, size: 3000, seed: 1}
	counts := map[string]int{}
	mean := 0.0
	for _, p := range points(t, "random", s) {
		x, _ := p[0].Value.Number()
		require.True(t, x >= 2 && x < 3)
		mean += x / 3000
		counts[p[1].YAML]++
	}
	assert.InDelta(t, 2.5, mean, .03)
	for _, l := range []string{"7", "8", "9"} {
		assert.InDelta(t, 1000, counts[l], 120, l)
	}
}

func TestCrossedSets(t *testing.T) {
	a := points(t, "list", &set{factors: []Factor{listing("a", 1, 2)}})
	b := points(t, "list", &set{factors: []Factor{listing("b", 3, 4)}})
	assert.Equal(t, "1 3\n1 4\n2 3\n2 4\n", text(cross(a, b)))
}

// Where an odd number of steps meets the base it is played once, however both were
// rounded.
func TestOneAtATimePlaysTheBaseOnce(t *testing.T) {
	for _, ends := range [][2]float64{{.1, .3}, {.1, .7}, {.15, .4}, {-.3, 1.1}, {28, 365}} {
		for _, steps := range []int{3, 5, 7, 9} {
			f := spanning("a", ends[0], ends[1], steps)
			f.Base = f.number(ends[0] + (ends[1]-ends[0])/2)
			assert.Len(t, points(t, "one-at-a-time", &set{factors: []Factor{f}}), steps, "%v in %d steps", ends, steps)
		}
	}
}
