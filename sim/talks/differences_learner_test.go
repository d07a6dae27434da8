package talks_test

import (
	"cmp"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// the learner needs fewer proposals than a     own formulation             noise: it takes what it hears for chance    TestTheLearnerNeedsFewerProposals
//   single text with random clauses
// its questions pay, and it asks few that do   Howard 1966                 price of a question: none, its own, out     TestTheLearnerAsksWhatPays
//   not                                                                      of reach

func TestTheLearnerAsksWhatPays(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 600
	text := read(t, "verify/crises")
	at := func(price string) []ending {
		return endings(t, runs, text, "talks.mediator={name: learner, price: "+price+"}")
	}
	said := func(x *ending) float64 { return float64(x.messages) }
	all, some, none := at("0"), at("0.02"), at("100")
	change(some, none, hasSigned).more(t, "agreement, asking less never asking")
	change(some, all, said).fewer(t, "messages, asking what pays less asking whatever could teach anything")
	change(some, all, hasSigned).nothing(t, .02, "agreement")
}

// proposed counts, run by run, what was put to the sides before a text was signed:
// texts and amendments of them, each once however many sides see it. Where none was
// signed the count is endless.
func proposed(t testing.TB, runs int, text string, patches ...string) (proposals []float64) {
	t.Helper()
	e := talks.NewEngine(caseFrom(t, text, patches...))
	for i := range runs {
		var last message.Message
		var tabled agenda.Deal
		n := 0.
		o := e.Play(talksSeed(i), func(ev talks.Event) {
			switch {
			case ev.Kind != talks.Visited:
			case ev.Message.Kind == message.Table && (n == 0 || ev.Message.Text != tabled):
				tabled = ev.Message.Text
				n++
			case ev.Message.Kind == message.Choose && (ev.Message.N != last.N || ev.Message.Options != last.Options):
				last = *ev.Message
				n += float64(last.N)
			}
		})
		require.Empty(t, o.Fault)
		if !o.Signed {
			n = math.Inf(1)
		}
		proposals = append(proposals, n)
	}
	return proposals
}

// sooner says for every replicate whether one way of mediating came to a signature
// after fewer proposals than another, which may never have: 1 where it did, -1 where
// the other did, 0 where they needed as many or neither signed.
func sooner(t testing.TB, runs int, text, one, other string) (s series) {
	t.Helper()
	needs, needed := proposed(t, runs, text, "talks.mediator="+one), proposed(t, runs, text, "talks.mediator="+other)
	for i := range needs {
		s = append(s, float64(cmp.Compare(needed[i], needs[i])))
	}
	return s
}

// Random clauses are put to the vote four a round, as in the catalog. With a heat of
// zero nothing is adopted against a no.
func TestTheLearnerNeedsFewerProposals(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 400
	for _, file := range []string{"textbook", "miami", "camp-david-1978", "minsk-2015"} {
		text := read(t, file)
		for _, random := range []string{"{name: annealing, heat: 0}", "annealing"} {
			sooner(t, runs, text, "learner", random).more(t, file+": sooner than with random clauses, "+random)
		}
	}
	// Elsewhere the public picture alone finds a text, and the rest is waiting.
	sooner(t, runs, read(t, "miami"), "learner", "{name: learner, noise: 1}").more(t, "miami: sooner than when it does not listen")
}
