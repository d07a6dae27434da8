package genius_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/internal/refdata"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// traces are negotiations of NegMAS over one domain: two sides with time-dependent
// aspirations who offer in turn, the first side first in every step.
type traces struct {
	Scenario string
	Profiles []string
	Ranges   [][2]float64
	Runs     []traced
}

// traced is one negotiation.
type traced struct {
	A, B     string
	Steps    int `json:"n_steps"`
	UA, UB   float64
	Acceptor string
	Accepted *int `json:"accept_step"`
	Trace    []struct {
		Step       int
		Proposer   string
		Aspiration float64 `json:"aspiration_utility"`
		UA, UB     float64
		Offer      []string
	}
}

// side is what the aspiration of one side of a trace rests on.
type side struct {
	low, span float64 // where it ends, and how far above that it begins [worth]
	exponent  float64 // of time
}

// tactic is the same aspiration, less the tolerance, in our terms.
func (s side) tactic(steps int) party.TimeDependent {
	return party.TimeDependent{Haste: 1 / s.exponent, Horizon: float64(steps + 1), Opening: tolerance / (s.span + tolerance), Curve: "polynomial"}
}

// offered is one offer of a run of ours.
type offered struct {
	round, party int
	day, floor   float64
	deal         agenda.Deal
}

// tolerance is what a side of the traces takes off its aspiration: 1e-4 before it offers
// or accepts, and up to 1e-6 more when it looks for the offer [worth]. Ours takes off
// both for both; no offer of the traces falls between.
const tolerance = 1e-4 + 1e-6

// Every offer and the agreement of the traces, from our engine with our tactic. Their
// aspiration falls from the best worth to the reserved value, or to the least worth
// where that is more, and they act on it less a tolerance ε. The same demand is ours
// with the fallback at their lower end less ε and an opening share of ε/(span + ε):
//
//	(low − ε) + (1 − ε/(span + ε))·a·(span + ε) = low + a·span − ε
//
// Offers are compared by what they are worth to both sides.
func TestConcessionTraces(t *testing.T) {
	folder := filepath.Dir(refdata.Path(t, "genius/traces/README.md"))
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		var all traces
		require.NoError(t, json.Unmarshal(text, &all))
		require.NotEmpty(t, all.Runs)
		for _, run := range all.Runs {
			t.Run(all.Scenario+"/"+run.A+"-"+run.B, func(t *testing.T) { retrace(t, &all, &run) })
		}
	}
}

func retrace(t *testing.T, all *traces, run *traced) {
	s, sides := concession(t, all, run)
	table := talks.NewTable(s.Case)
	offers, out := offersOf(s.Case)
	require.Len(t, offers, len(run.Trace))
	for i, o := range offers {
		want, side := run.Trace[i], sides[o.party]
		require.Equal(t, want.Step, o.round-1, "step of offer %d", i)
		require.Equal(t, want.Proposer, "AB"[o.party:o.party+1], "proposer of offer %d", i)
		tactic := side.tactic(run.Steps)
		demand := o.floor + (1-tactic.Alpha(o.day))*(side.low+side.span-o.floor)
		assert.InDelta(t, want.Aspiration, demand+tolerance, exact, "aspiration at offer %d", i)
		assert.InDeltaSlice(t, []float64{want.UA, want.UB}, utilities(s, table, o.deal), exact, "worth of offer %d", i)
	}
	require.Equal(t, run.Accepted != nil, out.Signed)
	if out.Signed {
		assert.Equal(t, *run.Accepted, out.Round-1, "step of the agreement")
		assert.InDeltaSlice(t, []float64{run.UA, run.UB}, utilities(s, table, out.Deal), exact, "worth of the agreement")
	}
}

// concession is the scenario of a trace: direct talks in every round, both sides with
// the tactic of the trace. The keys put the first profile first; that both then draw
// with one key makes the coin for the first word a tie, which falls to the first.
func concession(t *testing.T, all *traces, run *traced) (*scenario.Scenario, []side) {
	t.Helper()
	folder := filepath.Join(filepath.Dir(refdata.Path(t, "genius/"+all.Scenario+".json")), all.Scenario)
	domains, err := filepath.Glob(filepath.Join(folder, "*domain.xml"))
	require.NoError(t, err)
	require.Len(t, domains, 1)
	text := imported(t, folder, append([]string{filepath.Base(domains[0])}, all.Profiles...)...)
	patches := [][2]string{
		{"talks.mediator", "{name: none, contact: 1, named: 1}"},
		{"talks.horizon", strconv.Itoa(run.Steps)},
		{"talks.rounds", strconv.Itoa(run.Steps)},
		{"formats", "{step: {days: 1}}"},
	}
	exponents := map[string]float64{"Boulware": 4, "Linear": 1, "Conceder": .25}
	plain := compiled(t, text)
	reserved := talks.NewTable(plain.Case).Parties
	var sides []side
	for i, style := range []string{run.A, run.B} {
		require.Contains(t, exponents, style)
		low := max(all.Ranges[i][0], reserved[plain.Order[i]].Floor())
		side := side{low, all.Ranges[i][1] - low, exponents[style]}
		sides = append(sides, side)
		block, tactic := fmt.Sprintf("parties[%q].", strings.TrimSuffix(all.Profiles[i], ".xml")), side.tactic(run.Steps)
		patches = append(patches,
			[2]string{block + "key", "ab"[i : i+1]},
			[2]string{block + "fallback.base", fmt.Sprint(low - tolerance)},
			[2]string{block + "tactic", fmt.Sprintf("{name: time-dependent, anchor: ideal, offers: nearest, haste: %v, horizon: %v, opening: %v}",
				tactic.Haste, tactic.Horizon, tactic.Opening)})
	}
	s := compiled(t, text, patches...)
	s.Case.Parties[1].Key = s.Case.Parties[0].Key
	return s, sides
}

// offersOf plays one run and writes down the offers.
func offersOf(c *talks.Case) ([]offered, *talks.Outcome) {
	var offers []offered
	e := talks.NewEngine(c)
	out := e.Play(rng.Derive(1, 0), func(ev talks.Event) {
		if ev.Kind == talks.Visited && ev.Message.Kind == message.Relay && ev.Reply.Offered {
			offers = append(offers, offered{ev.Round, ev.Party, ev.Day, ev.Floor, ev.Reply.Offer})
		}
	})
	return offers, out
}
