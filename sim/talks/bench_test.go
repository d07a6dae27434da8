package talks_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
	"shuttle/sim/verify"
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

// BenchmarkPeers times the workloads of another library, with the tables of the parties
// kept from run to run and rebuilt for every run as theirs are; "x-peer" is how many times
// their own rate that is. `shuttle verify speed` prints them as a table.
func BenchmarkPeers(b *testing.B) {
	for _, w := range verify.Workloads() {
		for tables, patches := range map[string][][2]string{"kept": nil, "rebuilt": w.Rebuild} {
			b.Run(w.Name+"/"+tables, func(b *testing.B) {
				play(b, compile(b, w.Text, patches...))
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/w.Rate, "x-peer")
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
