package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

var single = mediator.SingleText{Options: 5, Prices: 1, Pace: 1, Patience: 100, Repeats: 2}

// equipped is the case with every lever there is.
func equipped() *mediator.Brief {
	b := brief()
	b.Means = mediator.Means{Budget: 1, Press: mediator.Lever{Effect: .1}, Pay: mediator.Lever{Effect: .1},
		Commit: mediator.Lever{Effect: .1}, Hardness: .5, Steps: true}
	return b
}

// act is what a move does beside words.
type act struct {
	Act  mediator.Act
	To   int
	Size float64
	Day  float64
}

// own gives an issue levels that it shares with no other, one of them with features.
func own(b *mediator.Brief, issue, level int, f agenda.Features) {
	levels := agenda.Tiers("0", "1", "2", "3")
	levels[level].Features = f
	b.Agenda.Issues[issue].Levels = levels
}

// play plays rounds in which West and East answer alike whenever they are shown a
// text, and returns what the mediator did beside words in each.
func (s *shuttle) play(rounds int, west, east message.Reply) (acts []act) {
	s.t.Helper()
	for range rounds {
		s.notebook.Day += 7
		s.round(s.notebook.Round + 1)
		var made act
		for s.next().Act != mediator.Rest {
			switch m := &s.move; {
			case m.Act > mediator.Leave:
				made = act{m.Act, m.To, m.Size, m.Day}
			case m.Act == mediator.Visit && m.Message.Kind == message.Choose:
				*s.notebook.Page(m.To, message.Choose) = picks(-1, false)
				if s.accepts {
					*s.notebook.Page(m.To, message.Choose) = picks(0, false)
				}
			case m.Act == mediator.Visit && m.To == 0:
				*s.notebook.Page(m.To, m.Message.Kind) = west
			case m.Act == mediator.Visit:
				*s.notebook.Page(m.To, m.Message.Kind) = east
			}
		}
		acts = append(acts, made)
	}
	return acts
}

// to is the use of a lever.
func to(kind mediator.Act, seat int, size float64) act { return act{Act: kind, To: seat, Size: size} }

func TestCarrotsGoToTheOneThatRefuses(t *testing.T) {
	near, far := wants(message.Near), wants(message.Far)
	strategy := mediator.Carrots{SingleText: single, From: 2, Step: .4}
	none := act{}

	s := newShuttle(t, equipped(), strategy.New(equipped()))
	assert.Equal(t, []act{none, to(mediator.Pay, east, .4), to(mediator.Pay, east, .8), to(mediator.Pay, east, 1), none},
		s.play(5, signs, far), "from the second round, up to all there is")
	assert.Equal(t, []act{to(mediator.Pay, west, .4)}, s.play(1, far, near), "the other is near: it is worth while")

	s = newShuttle(t, equipped(), strategy.New(equipped()))
	assert.Equal(t, []act{none, none, none}, s.play(3, far, far), "too much is missing")
	s = newShuttle(t, brief(), strategy.New(brief()))
	assert.Equal(t, []act{none, none, none}, s.play(3, signs, far), "nothing to pay with")
}

// What a side no longer needs once the text has come its way is taken back, a step for
// every such text.
func TestCarrotsAreTakenBack(t *testing.T) {
	s := newShuttle(t, equipped(), mediator.Carrots{SingleText: single, From: 2, Step: .4}.New(equipped()))
	assert.Equal(t, []act{{}, to(mediator.Pay, east, .4), to(mediator.Pay, east, .8)}, s.play(3, signs, wants(message.Near)))
	assert.Equal(t, []act{to(mediator.Pay, west, .4)}, s.play(1, wants(message.Far), signs), "the text is still the same")
	s.accepts = true // and now the wish of West is written in
	assert.Equal(t, []act{to(mediator.Pay, east, .4), to(mediator.Pay, west, .8)}, s.play(2, wants(message.Far, set(0, 1)), signs))
}

func TestSticksGoToTheOneFurthestOff(t *testing.T) {
	b := equipped()
	s := newShuttle(t, b, mediator.Sticks{SingleText: single, From: 1, Step: .5}.New(b))
	assert.Equal(t, []act{to(mediator.Press, west, .5), to(mediator.Press, west, 1), {}}, s.play(3, wants(message.Far), wants(message.Near)))
	assert.Equal(t, []act{{}}, s.play(1, signs, signs))
}

func TestALastDayIsNamedOnce(t *testing.T) {
	b := equipped()
	s := newShuttle(t, b, mediator.Deadline{SingleText: single, At: .1, Until: .5, Hardness: .6}.New(b))
	assert.Equal(t, []act{{}, {}, {Act: mediator.SetDeadline, Day: 105, Size: .6}, {}, {}}, s.play(5, wants(message.Far), wants(message.Far)))
}

func TestAGuarantorPledgesWhatIsAskedFor(t *testing.T) {
	b := equipped()
	own(b, 2, 1, agenda.Features{Strength: .5, Legal: 1})
	pledge := func(west, east message.Reply) []act {
		return newShuttle(t, b, mediator.Guarantor{SingleText: single, Step: .6}.New(b)).play(3, west, east)
	}
	assert.Equal(t, []act{{}, {}, {}}, pledge(signs, wants(message.Far, set(1, 1))), "it asks for something else")
	want := []act{to(mediator.Commit, 0, .6), to(mediator.Commit, 0, 1), {}}
	assert.Equal(t, want, pledge(signs, wants(message.Far, set(2, 1))))
	assert.Equal(t, want, pledge(signs, wants(message.Near)), "little is missing")
}

func TestStepsComeFirstAndEndWithTrust(t *testing.T) {
	b := equipped()
	step := act{Act: mediator.Step}
	strategy := mediator.Gradual{SingleText: single, Until: 6, Enough: 2}
	far := wants(message.Far)
	s := newShuttle(t, b, strategy.New(b))
	assert.Equal(t, []act{step, {}, step, {}, step, {}, {}}, s.play(7, far, far))

	s = newShuttle(t, b, strategy.New(b))
	s.notebook.Steps.Kept = 2
	assert.Equal(t, []act{{}, {}, {}}, s.play(3, far, far), "enough were kept")
	s = newShuttle(t, b, strategy.New(b))
	s.notebook.Steps.Refused = 1
	assert.Equal(t, []act{{}, {}, {}}, s.play(3, far, far), "a side will not go on")
	s = newShuttle(t, b, strategy.New(b))
	assert.Equal(t, []act{step, {}, {}}, s.play(3, wants(message.Near), far), "a side is near")
}

func TestMixedGoesFromWordsToLevers(t *testing.T) {
	b := equipped()
	s := newShuttle(t, b, mediator.Mixed{Bridging: mediator.Bridging{Facilitation: mediator.Facilitation{Tells: true, Accuracy: 1, Named: 1}, Proposes: true}, Patience: 2}.New(b))
	near := offers(deal(1, 1, 1))
	near.Verdict = message.Near
	var kinds []mediator.Act
	for _, a := range s.play(12, near, offers(deal(2, 2, 2))) {
		kinds = append(kinds, a.Act)
	}
	assert.Equal(t, []mediator.Act{
		0, 0,
		mediator.Commit, mediator.Commit, mediator.Commit, mediator.Commit,
		mediator.Pay, mediator.Pay, mediator.Pay, mediator.Pay,
		mediator.Press, mediator.Press,
	}, kinds)
}

// What a side said of an offer this round counts, not what it said of a text before:
// sides that have moved away from signing are not pledged a guarantee that they did not
// ask for.
func TestMixedGoesByWhatWasSaidLast(t *testing.T) {
	b := equipped()
	s := newShuttle(t, b, mediator.Mixed{Bridging: mediator.Bridging{Facilitation: mediator.Facilitation{Tells: true, Accuracy: 1, Named: 1}, Proposes: true}, Patience: 2}.New(b))
	near, far := offers(deal(1, 1, 1)), offers(deal(2, 2, 2))
	near.Verdict = message.Near
	s.play(2, near, far)
	for _, a := range s.play(4, far, far) {
		assert.NotEqual(t, mediator.Commit, a.Act)
	}
}

// Whoever was furthest from signing is seen first, and rounds come faster while a side
// is near.
func TestProcedureSettlesOrderAndPace(t *testing.T) {
	b := equipped()
	b.Means.Hurry = .5
	s := newShuttle(t, b, mediator.Procedure{SingleText: single, First: "furthest", Hurry: .8}.New(b))
	far, near := wants(message.Far), wants(message.Near)
	assert.Equal(t, []act{{}, {Act: mediator.Hurry, Size: .8}, {}, {Act: mediator.Hurry}},
		append(append(s.play(1, far, far), s.play(2, near, far)...), s.play(1, far, far)...))
	s.play(1, near, far)
	s.round(6)
	s.visits(east, message.Table, far)
	s.visits(west, message.Table, near)
}

func TestASecondMediatorTakesOver(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.Handover{SingleText: single, After: 2, To: "facilitation"}.New(b))
	s.play(1, wants(message.Near), wants(message.Far))
	s.play(2, wants(message.Near), wants(message.Far))
	s.round(4)
	s.visits(west, message.Relay, offers(deal(1, 1, 1)))
}

func TestADeferredClauseComesBackWhenItHelpsNobody(t *testing.T) {
	b := brief()
	own(b, 1, 3, agenda.Features{Legal: 1, Deferred: true})
	text := func(asked message.Verdict) agenda.Deal {
		s := newShuttle(t, b, mediator.Deferral{SingleText: single, At: .1, Every: 100}.New(b))
		s.play(3, wants(message.Near, set(1, 1)), wants(message.Near, set(1, 2)))
		var last agenda.Deal // shown to West in a round: the text, after one that is recalled
		for round := 4; round <= 5; round++ {
			s.round(round)
			for s.next().Act != mediator.Rest {
				answer := wants(message.Near)
				if s.move.To == west && s.move.Message.Kind == message.Table {
					last, answer = s.move.Message.Text, wants(asked, set(0, 1))
				}
				*s.notebook.Page(s.move.To, s.move.Message.Kind) = answer
			}
			if round == 4 {
				require.Equal(t, uint8(3), last[1], "deferred in the third round")
			}
		}
		return last
	}
	assert.Equal(t, uint8(3), text(message.Near)[1], "nobody is further off")
	assert.NotEqual(t, uint8(3), text(message.Far)[1], "West is")
}
