package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

func talksSeed(i int) rng.Seed { return rng.Derive(1, i) }

// offered relays one text, in the middle of all ladders, to the first party.
func offered(text agenda.Deal) func() script {
	return func() script {
		round := 0
		return func(n *mediator.Notebook, move *mediator.Move) {
			if *move = (mediator.Move{}); n.Round != round {
				round = n.Round
				*move = visit(0, message.Message{Kind: message.Relay, Text: text, Author: 1})
			}
		}
	}
}

// A clause of a relayed offer arrives one rung off as often as the format says, up
// and down alike.
func TestNoiseGarblesItsShare(t *testing.T) {
	const noise, runs = .2, 60
	text := deal(40, 40)
	up, down, same := 0, 0, 0
	ear := func(int) voice {
		return func(_ *party.Self, m *message.Message, _ *message.Reply) {
			for k := range 2 {
				switch int(m.Text[k]) - 40 {
				case 0:
					same++
				case 1:
					up++
				case -1:
					down++
				default:
					t.Fatalf("a clause arrived %d rungs off", int(m.Text[k])-40)
				}
			}
		}
	}
	c := voiced(mediated(caseOf(t, "textbook", "formats.one-table.noise=0.2"), offered(text)), ear)
	e := talks.NewEngine(c)
	for i := range runs {
		require.Empty(t, e.Play(talksSeed(i), nil).Fault)
	}
	n := float64(up + down + same)
	require.Greater(t, n, 1000.)
	within := func(count int, p float64) { // four standard errors
		t.Helper()
		assert.InDelta(t, p, float64(count)/n, 4*math.Sqrt(p*(1-p)/n))
	}
	within(up, noise/2)
	within(down, noise/2)
}

// Both sides have the first word equally often, whatever their place in the file.
func TestTheCoinIsFair(t *testing.T) {
	first := 0
	listen := func() script {
		return func(n *mediator.Notebook, move *mediator.Move) {
			*move = mediator.Move{}
			first += n.First
		}
	}
	c := mediated(caseOf(t, "textbook"), listen)
	e, n := talks.NewEngine(c), 0
	for i := range 100 {
		n += e.Play(talksSeed(i), nil).Rounds
	}
	assert.InDelta(t, .5, float64(first)/float64(n), 4*.5/math.Sqrt(float64(n)))
}

// The front moves by the calendar and the seed: no mediator shifts it.
func TestTheFrontDoesNotHearTheTalks(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	steady := calm()
	base := played(caseFrom(t, text, "talks.mediator={name: none, contact: 0}", steady), 5)
	require.NotEqual(t, base.Course[0].Momentum, base.Course[1].Momentum)
	for _, m := range agents.Mediators() {
		o := played(caseFrom(t, text, "talks.mediator="+m.Name, steady), 5)
		for r := range o.Course {
			assert.Equal(t, base.Course[r].Momentum, o.Course[r].Momentum, "%s round %d", m.Name, r+1)
		}
	}
	daily := played(caseFrom(t, text, "talks.format=proximity", "formats.proximity.days=1", "talks.rounds=200", steady), 5)
	for r := range daily.Course {
		if r%7 == 6 && r/7 < len(base.Course) {
			assert.Equal(t, base.Course[r/7].Momentum, daily.Course[r].Momentum, "a faster format does not get a different war")
		}
	}
}

// What parties truly want reaches an honest mediator by what they say only: with
// their replies and the world scripted and the same public picture of them, other
// private numbers leave every move as it was. Scripted is what goes by how close the
// sides truly are: the ladders, what is said in public, walk-outs, weariness.
func TestPrivateNumbersDoNotLeak(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	const scripted = "mechanisms={formats: false, rungs: false, preferences: false, narrative: false, tilt: false, burden: false, cohesion: false, war_end: false}"
	other := []string{scripted, "jitter=1", "parties[UKR].fallback.base=0.1", "parties[RUS].near=0.4", "parties[RUS].weights.territory=0.9",
		"weights=as_given", "parties[UKR].discount=0.5", "parties[EUR].fallback.base=0.9", "parties[RUS].lines=[]"}
	for _, m := range agents.Mediators() {
		c, d := caseFrom(t, text, scripted, "talks.mediator="+m.Name), caseFrom(t, text, append(other, "talks.mediator="+m.Name)...)
		d = pictured(d, c)
		same := true
		for i := range 3 {
			same = same && assert.ObjectsAreEqual(said(voiced(c, mumble(c)), talksSeed(i)), said(voiced(d, mumble(d)), talksSeed(i)))
		}
		assert.Equal(t, !m.Oracle, same, m.Name)
	}
}

// said is every message of a run, with whom it was said to.
func said(c *talks.Case, seed rng.Seed) []mediator.Move {
	var all []mediator.Move
	talks.NewEngine(c).Play(seed, func(e talks.Event) {
		if e.Kind == talks.Visited || e.Kind == talks.Signing {
			all = append(all, mediator.Move{To: e.Party, Message: *e.Message})
		}
	})
	return all
}

// mumble answers by keyed draws alone. It never says it would sign, for there the
// party's own rule has the last word.
func mumble(c *talks.Case) func(int) voice {
	return func(seat int) voice {
		said := 0
		return func(_ *party.Self, m *message.Message, r *message.Reply) {
			said++
			draw := func(what, n int) int {
				return int(rng.Seed(9).Uniform(rng.Name("mumble").With(seat).With(said).With(what)) * float64(n))
			}
			r.Verdict = message.Verdict(draw(0, 2))
			if m.Kind == message.Choose {
				r.Choice, r.Strong = int8(draw(1, int(m.N))), draw(2, 2) == 0
			}
			if m.Kind != message.Table && m.Kind != message.Relay {
				return
			}
			for k := range c.Agenda.Issues {
				l := uint8(draw(3+k, len(c.Agenda.Issues[k].Levels)))
				if l != m.Text[k] && r.N < message.MaxWishes {
					r.Wishes[r.N] = agenda.Change{Issue: uint8(k), Level: l}
					r.N++
				}
				r.Offer[k] = l
			}
			r.Offered = m.Kind == message.Relay
		}
	}
}

// Runs do not see each other: played in any order on one engine, each is as on a
// fresh one.
func TestRunsDoNotSeeEachOther(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			c := caseOf(t, "miami", "talks.mediator="+m.Name)
			e := talks.NewEngine(c)
			for _, i := range []int{3, 1, 2, 1, 3} {
				var first, again []message.Reply
				hear := func(to *[]message.Reply) func(talks.Event) {
					return func(ev talks.Event) {
						if ev.Reply != nil {
							*to = append(*to, spoken(ev.Reply))
						}
					}
				}
				a := digest(e.Play(talksSeed(i), hear(&first)))
				b := digest(talks.NewEngine(c).Play(talksSeed(i), hear(&again)))
				require.Equal(t, b, a)
				require.Equal(t, again, first)
			}
		})
	}
}

// spoken is what a reply says: what lies beyond its counts is nothing said.
func spoken(r *message.Reply) message.Reply {
	s := *r
	clear(s.Wishes[s.N:])
	if !s.Offered {
		s.Offer = agenda.Deal{}
	}
	return s
}

// A watcher changes nothing.
func TestWatchingChangesNothing(t *testing.T) {
	c := caseOf(t, "miami")
	e := talks.NewEngine(c)
	quiet, events := digest(e.Play(4, nil)), 0
	assert.Equal(t, quiet, digest(e.Play(4, func(talks.Event) { events++ })))
	assert.Greater(t, events, 26)
}
