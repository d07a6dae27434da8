package talks_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/talks"
)

// What binds a mediator is the case's and not the strategy's. Moved, a limit makes a
// difference to every strategy of the catalog that does what it limits, whatever else
// that does, and none to any other; what a strategy does is seen from its runs, so that
// a new one is held to the limits as it is.
var limits = []struct {
	name         string
	binds        func(d *deeds) bool
	loose, tight string
	patches      []string
	mute         bool // nobody answers anything
	leans        bool // it binds who is known to lean to a side
}{
	{name: "capacity", binds: anything, // too many messages are late
		loose: "talks.burden={capacity: 100000, lag: 0.5}", tight: "talks.burden={capacity: 0, lag: 0.5}"},
	{name: "noise of overload", binds: anything, // what is carried, and what is said, arrives otherwise
		loose: "talks.burden={capacity: 100000, noise: 0.2}", tight: "talks.burden={capacity: 0, noise: 0.2}"},
	{name: "exit", binds: anything, // each message too many may be the last
		loose: "talks.burden={capacity: 100000, exit: 20}", tight: "talks.burden={capacity: 0, exit: 20}"},
	{name: "own interests", binds: (*deeds).stands, // nobody tires while texts move, and some draw a new one every round
		loose: "talks.burden={capacity: 100000, fatigue: 100, stake: 1}", tight: "talks.burden={capacity: 100000, fatigue: 100, stake: 0}",
		patches: []string{"parties[A].narrative={spin: 1}", "parties[B].narrative={spin: 1}"}, mute: true},
	{name: "budget", binds: (*deeds).spends,
		loose: "talks.leverage.budget=0.05", tight: "talks.leverage.budget=0"},
	{name: "perceived tilt", binds: (*deeds).writes, leans: true, // who carries others' texts is not taken for their author, but may be known to lean
		loose: "talks.tilt_cost=0", tight: "talks.tilt_cost=5",
		patches: []string{"parties[A].trust.mediator=0.5", "parties[B].trust.mediator=0.5"}},
}

// deeds is what a mediator was seen to do in the runs of one case.
type deeds struct{ spent, wrote, stood bool }

func anything(*deeds) bool    { return true }
func (d *deeds) spends() bool { return d.spent }
func (d *deeds) writes() bool { return d.wrote }
func (d *deeds) stands() bool { return d.stood }

// read takes in a run: what levers cost, whether a text of the mediator's own lay on the
// table when a round ended, and whether some rounds running brought no new text.
func (d *deeds) read(o *talks.Outcome) {
	d.spent = d.spent || o.Leverage > 0
	last := make([]agenda.Author, o.Rounds+1)
	drafted := make([]bool, o.Rounds+1)
	for _, draft := range o.History.Drafts {
		last[draft.Round], drafted[draft.Round] = draft.Author, true
	}
	still := 0
	for round := 1; round <= o.Rounds; round++ {
		if still++; drafted[round] {
			still = 0
		}
		d.wrote = d.wrote || drafted[round] && last[round] == agenda.Mediator
		d.stood = d.stood || still > 3
	}
}

func TestLimitsBindEveryStrategy(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 20
	silence := func(int) voice {
		return func(_ *party.Self, m *message.Message, r *message.Reply) {
			if m.Kind == message.Choose && !m.Free {
				r.Choice = 0 // it has to
			}
		}
	}
	for _, limit := range limits {
		bound := 0
		for _, m := range agents.Mediators() {
			if m.Oracle {
				continue
			}
			engine := func(at string) *talks.Engine {
				c := caseFrom(t, parley, near(m.Name, append(slices.Clip(limit.patches), at)...)...)
				if limit.mute {
					c = voiced(c, silence)
				}
				return talks.NewEngine(c)
			}
			loose, tight := engine(limit.loose), engine(limit.tight)
			var did deeds
			moved := 0
			for i := range runs {
				o := loose.Play(talksSeed(i), nil)
				require.Empty(t, o.Fault)
				did.read(o)
				if digest(o) != digest(tight.Play(talksSeed(i), nil)) {
					moved++
				}
			}
			want := (limit.binds(&did) || limit.leans && m.Name == "biased") && !m.Nobody
			assert.Equal(t, want, moved > 0, "%s of %s: %d of %d runs moved", limit.name, m.Name, moved, runs)
			if want {
				bound++
			}
		}
		t.Logf("%s binds %d strategies", limit.name, bound)
		assert.GreaterOrEqual(t, bound, 4, limit.name)
	}
}
