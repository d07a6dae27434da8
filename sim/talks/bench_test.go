package talks_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// compile reads a scenario text with patches.
func compile(tb testing.TB, text string, patches ...[2]string) *scenario.Scenario {
	tb.Helper()
	doc, err := document.Parse("case.yaml", []byte(text))
	require.NoError(tb, err)
	for _, p := range patches {
		require.NoError(tb, doc.Patch(p[0], p[1]))
	}
	s, err := scenario.Compile(doc)
	require.NoError(tb, err)
	return s
}

// shipped reads a scenario of the repository.
func shipped(tb testing.TB, name string) string {
	tb.Helper()
	text, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(tb, err)
	return string(text)
}

// play is one benchmark: runs of a case, one after the other, each with its own
// seed.
func play(b *testing.B, s *scenario.Scenario) {
	e := talks.NewEngine(s.Case)
	signed, rounds, r := 0, 0, 0
	b.ReportAllocs()
	for b.Loop() {
		o := e.Play(rng.Derive(1, r), nil)
		if o.Signed {
			signed++
		}
		rounds += o.Rounds
		r++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "runs/s")
	b.ReportMetric(float64(signed)/float64(r), "signed/run")
	b.ReportMetric(float64(rounds)/float64(r), "rounds/run")
}

// BenchmarkPlay times whole runs through Engine.Play under every mediator of the
// catalog, the drawing of the parties included.
func BenchmarkPlay(b *testing.B) {
	for _, name := range []string{"textbook", "miami"} {
		text := shipped(b, name)
		for _, m := range agents.Mediators() {
			b.Run(name+"/"+m.Name, func(b *testing.B) {
				play(b, compile(b, text, [2]string{"talks.mediator", m.Name}))
			})
		}
	}
}

// The peers' workloads, defined as their published figures are: the value tables
// come from a linear congruential generator, x ← 1664525·x + 1013904223 mod 2^32.
type lcg uint32

func (x *lcg) next() float64 {
	*x = *x*1664525 + 1013904223
	return float64(*x) / (1 << 32)
}

// randomTables are the scores of n issues of so many values for one party, each
// scaled to run from 0 to 1.
func randomTables(x *lcg, n, values int) [][]float64 {
	out := make([][]float64, n)
	for k := range out {
		out[k] = make([]float64, values)
		low, high := 2., -1.
		for l := range out[k] {
			out[k][l] = x.next()
			low, high = min(low, out[k][l]), max(high, out[k][l])
		}
		for l := range out[k] {
			out[k][l] = (out[k][l] - low) / (high - low)
		}
	}
	return out
}

// peer writes a case without any mechanism: two parties, tables of scores, no
// fallback.
func peer(mediator string, rounds int, tables [2][][]float64, weights [2][]float64, tactics [2]string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "name: peer\ntalks: {mediator: %s, format: table, horizon: %d, rounds: %d}\n", mediator, rounds, rounds)
	s.WriteString("formats: {table: {days: 1}}\nmechanisms: {commitment: false, devaluation: false, fixed_pie: false}\nweights: as_given\nissues:\n")
	for k, levels := range tables[0] {
		fmt.Fprintf(&s, "  - {name: i%d, kind: range, from: 0, to: %d, step: 1, pillar: territory}\n", k, len(levels)-1)
	}
	s.WriteString("parties:\n")
	for p, name := range []string{"A", "B"} {
		fmt.Fprintf(&s, "  - name: %s\n    fallback: {base: 0}\n    role: belligerent\n    tactic: %s\n    weights: {", name, tactics[p])
		for k, w := range weights[p] {
			fmt.Fprintf(&s, "i%d: %v, ", k, w)
		}
		s.WriteString("}\n    scores: {")
		for k, t := range tables[p] {
			fmt.Fprintf(&s, "i%d: %s, ", k, strings.ReplaceAll(fmt.Sprint(t), " ", ", "))
		}
		s.WriteString("}\n")
	}
	return s.String()
}

// concession is a party of the peers' alternating offers: aspiration 1 − t^e, the
// offer worth least at or above it.
func concession(e float64) string {
	return fmt.Sprintf("{name: time-dependent, haste: %v, horizon: 101, anchor: ideal, offers: nearest}", 1/e)
}

// ladders is the domain of three issues with eleven values each.
func ladders() ([2][][]float64, [2][]float64) {
	var t [2][][]float64
	for range 3 {
		up, down := make([]float64, 11), make([]float64, 11)
		for x := range up {
			up[x], down[x] = float64(x)/10, 1-float64(x)/10
		}
		t[0], t[1] = append(t[0], up), append(t[1], down)
	}
	return t, [2][]float64{{.5, .3, .2}, {.2, .3, .5}}
}

// random is the domain of ten issues with random tables and ramps of weights.
func random(values int) ([2][][]float64, [2][]float64) {
	x := lcg(1)
	t := [2][][]float64{randomTables(&x, 10, values), randomTables(&x, 10, values)}
	var w [2][]float64
	for k := range 10 {
		w[0], w[1] = append(w[0], float64(k+1)/55), append(w[1], float64(10-k)/55)
	}
	return t, w
}

// peers are the workloads with the negotiations per CPU second that the peer's own
// library reached on them.
func peers() []struct {
	name  string
	text  string
	peers float64
} {
	const boulware, conceder = 4, .25
	d3, w3 := ladders()
	d10, w10 := random(3)
	c10, wc := random(10)
	const contact = "{name: none, contact: 1, named: 1}"
	climbers := [2]string{"hill-climber", "hill-climber"}
	return []struct {
		name  string
		text  string
		peers float64
	}{
		{"alternating-3x11-boulware-boulware", peer(contact, 100, d3, w3, [2]string{concession(boulware), concession(boulware)}), 22.3},
		{"alternating-10x3-boulware-conceder", peer(contact, 100, d10, w10, [2]string{concession(boulware), concession(conceder)}), 1.38},
		{"hill-climbing-10x10", peer("{name: peer/hill-climbing, proposals: 100}", 1, c10, wc, climbers), 163},
		{"veto-10x10", peer("{name: peer/veto, proposals: 100}", 1, c10, wc, climbers), 66.8},
	}
}

// BenchmarkPeers times the peers' workloads, with the tables of the parties kept
// from run to run and rebuilt for every run as the peers do; "x-peer" is how many
// times the peer's own rate that is.
func BenchmarkPeers(b *testing.B) {
	for _, w := range peers() {
		for _, tables := range []string{"kept", "rebuilt"} {
			b.Run(w.name+"/"+tables, func(b *testing.B) {
				patches := [][2]string{}
				if tables == "rebuilt" {
					// A range that is as good as a value: drawn, and everything built, anew.
					patches = append(patches, [2]string{"parties[A].fallback.base", "{lo: -1e-300, base: 0, hi: 1e-300}"},
						[2]string{"parties[B].fallback.base", "{lo: -1e-300, base: 0, hi: 1e-300}"})
				}
				play(b, compile(b, w.text, patches...))
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/w.peers, "x-peer")
			})
		}
	}
}

// BenchmarkWorth times the worth of one deal to one party, all mechanisms on.
func BenchmarkWorth(b *testing.B) {
	for _, name := range []string{"textbook", "miami"} {
		b.Run(name, func(b *testing.B) {
			t := talks.NewTable(compile(b, shipped(b, name)).Case)
			p := t.Parties[t.Signatories()[0]]
			var d agenda.Deal
			sum := 0.0
			b.ReportAllocs()
			for b.Loop() {
				t.Agenda.Next(&d)
				sum += p.Worth(&d)
			}
			if sum == 0 {
				b.Fatal("worth nothing")
			}
		})
	}
}

// BenchmarkDraw times the drawing of all parties of a run.
func BenchmarkDraw(b *testing.B) {
	t := talks.NewTable(compile(b, shipped(b, "miami")).Case)
	r := 0
	b.ReportAllocs()
	for b.Loop() {
		t.Draw(rng.Derive(1, r))
		r++
	}
}
