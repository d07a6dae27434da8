package genius_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/sim/internal/refdata"
	"shuttle/sim/measure"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// replay is GENIUS's own test of its simple mediator, computed again from its source:
// three hill climbers, a mediator who flips one issue at a time, java.util.Random from
// seed 0. The mediator too carries the profile of the first party, which therefore
// counts twice in the distances and the welfare.
type replay struct {
	Shipped struct { // by GENIUS itself, to five digits
		Pareto  float64 `json:"dist_pareto"`
		Nash    float64 `json:"dist_nash"`
		Welfare float64 `json:"social_welfare"`
	} `json:"genius_expected"`
	Replay struct {
		Agreement []string
		Utils     []float64 // of the mediator's profile, then of the parties'
		Welfare   float64   `json:"social_welfare"`
		Pareto    float64   `json:"dist_pareto"`
		Nash      float64   `json:"dist_nash"`
		Frontier  int       `json:"pareto_size_4party"`
		Rounds    []flip
	}
}

// flip is one round: an offer, what it is worth, who voted for it.
type flip struct {
	Offer    []string
	Utils    []float64
	Votes    []bool
	Accepted bool
}

// flips are the rounds of a run of ours. Worths and votes are in the order of the
// parties' places.
func flips(t *testing.T, s *scenario.Scenario, table *talks.Table) ([]flip, *talks.Outcome) {
	t.Helper()
	var rounds []flip
	var text agenda.Deal // last accepted
	e := talks.NewEngine(s.Case)
	o := e.Play(1, func(ev talks.Event) {
		switch {
		case ev.Kind == talks.RoundBegins:
			rounds = append(rounds, flip{})
		case ev.Kind != talks.Visited:
		case ev.Message.Kind == message.Adopt:
			ev.Message.Amended(0, &text)
			rounds[len(rounds)-1].Accepted = true
		default:
			at := &rounds[len(rounds)-1]
			d, vote := text, ev.Reply.Choice >= 0
			if ev.Message.Kind == message.Table {
				d, vote = ev.Message.Text, ev.Reply.Verdict == message.Sign
				text = d
			} else {
				ev.Message.Amended(0, &d)
			}
			at.Offer, at.Utils, at.Votes = s.Case.Agenda.Labels(&d), utilities(s, table, d), append(at.Votes, vote)
		}
	})
	require.Empty(t, o.Fault)
	return rounds, o
}

func TestReplayOfTheSimpleMediator(t *testing.T) {
	text, err := os.ReadFile(refdata.Path(t, "genius/GENIUS_simple_mediator_replay.json"))
	require.NoError(t, err)
	var want replay
	require.NoError(t, json.Unmarshal(text, &want))
	folder := filepath.Dir(refdata.Path(t, "genius/Party_1_2_3/party_domain.xml"))
	profiles := []string{"party1_utility", "party2_utility", "party3_utility"}
	patches := [][2]string{
		{"talks.mediator", "{name: peer/fixed-order-flipping, proposals: 1}"},
		{"formats", "{votes: {days: 1}}"}, {"talks.horizon", "30"}, {"talks.rounds", "30"},
	}
	for _, name := range profiles {
		patches = append(patches, [2]string{"parties[" + name + "].tactic", "{name: hill-climber, ties: true}"})
	}
	s := compiled(t, imported(t, folder, "party_domain.xml", profiles[0]+".xml", profiles[1]+".xml", profiles[2]+".xml"), patches...)
	table := talks.NewTable(s.Case)
	rounds, o := flips(t, s, table)
	require.Len(t, rounds, 30)
	accepted := -1
	for i, w := range want.Replay.Rounds {
		got := rounds[i]
		require.Equal(t, w.Offer, got.Offer, "round %d", i+1)
		require.InDeltaSlice(t, w.Utils, got.Utils, exact, "round %d", i+1)
		require.Equal(t, w.Votes, got.Votes, "round %d", i+1)
		if w.Accepted {
			accepted = i
		}
		require.Equal(t, w.Accepted, !slices.Contains(got.Votes, false), "round %d: accepted by all who vote", i+1)
		if i > 0 { // the first text is tabled, not adopted
			require.Equal(t, w.Accepted, got.Accepted, "round %d", i+1)
		}
	}
	require.True(t, o.Signed)
	require.Equal(t, 30, o.Round)
	require.Equal(t, want.Replay.Agreement, s.Case.Agenda.Labels(&o.Deal))
	require.Equal(t, want.Replay.Rounds[accepted].Offer, want.Replay.Agreement)
	twice := doubled(utilities(s, table, o.Deal))
	assert.InDeltaSlice(t, want.Replay.Utils, twice, exact)
	assert.InDelta(t, want.Replay.Welfare, sum(twice), exact)
	outline := measure.Solve(table, measure.Options{Signatories: s.Order}).Outline
	assert.Len(t, outline, want.Replay.Frontier)
	nearest, nash, product := math.Inf(1), 0.0, -1.0
	for _, p := range outline {
		q := doubled(p.Utilities)
		nearest = min(nearest, distance(twice, q))
		if x := q[0] * q[1] * q[2] * q[3]; x > product {
			nash, product = distance(twice, q), x
		}
	}
	assert.InDelta(t, want.Replay.Pareto, nearest, exact)
	assert.InDelta(t, want.Replay.Nash, nash, exact)
	const digits = .5e-5
	assert.InDelta(t, want.Shipped.Pareto, nearest, digits)
	assert.InDelta(t, want.Shipped.Nash, nash, digits)
	assert.InDelta(t, want.Shipped.Welfare, sum(twice), digits)
}

// doubled counts the first party twice.
func doubled(u []float64) []float64 { return append([]float64{u[0]}, u...) }

func distance(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += (a[i] - b[i]) * (a[i] - b[i])
	}
	return math.Sqrt(sum)
}
