package party

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// table shows a party a text.
func table(p *Party, d agenda.Deal) message.Reply {
	return says(p, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: d})
}

// moves is a list of changes: issue, level, issue, level.
func moves(n ...uint8) (out []agenda.Change) {
	for i := 0; i+1 < len(n); i += 2 {
		out = append(out, agenda.Change{Issue: n[i], Level: n[i+1]})
	}
	return out
}

// A side far from signing names the five one-rung changes that bring it most.
func TestWishesOfAFarSide(t *testing.T) {
	weights := []float64{.05, .3, .1, .2, .15, .12, .08}
	scores := slices.Repeat([][]float64{{0, .5, 1}}, 7)
	p := seated(plain(3, 3, 3, 3, 3, 3, 3), additive(weights, scores, .9), nil)
	r := table(p, agenda.Deal{1, 1, 1, 2, 1, 1, 1})
	assert.Equal(t, message.Far, r.Verdict)
	assert.EqualValues(t, message.MaxWishes, r.N)
	assert.Equal(t, moves(1, 2, 4, 2, 5, 2, 2, 2, 6, 2), r.Wishes[:],
		"best first; issue 3 is at its best already")
}

// Among alternatives a side asks for the one that it likes next, wherever it stands.
func TestWishesAmongAlternatives(t *testing.T) {
	a := plain(2, 5)
	a.Issues[1].Unordered = true
	own := additive([]float64{.2, .8}, [][]float64{{0, 1}, {.6, .3, 1, 0, .4}}, 1)
	assert.Equal(t, moves(0, 1, 1, 4), wishes(table(seated(a, own, nil), agenda.Deal{0, 1})))
	a.Issues[1].Unordered = false
	assert.Equal(t, moves(1, 2, 1, 0, 0, 1), wishes(table(seated(a, own, nil), agenda.Deal{0, 1})), "on a ladder one rung up or down")
}

func wishes(r message.Reply) []agenda.Change { return r.Wishes[:r.N] }

// Two that bring the same are named in document order.
func TestEqualWishesStandInDocumentOrder(t *testing.T) {
	p := seated(plain(2, 2, 2), additive([]float64{1, 1, 1}, [][]float64{{0, 1}, {1, 0}, {0, 1}}, 1), nil)
	r := table(p, agenda.Deal{0, 1, 0})
	assert.Equal(t, moves(0, 1, 1, 0, 2, 1), r.Wishes[:r.N])
}

// A side that is near names what would be enough first, the smallest of it first.
func TestWishesOfANearSide(t *testing.T) {
	own := additive([]float64{.05, .4, .1, .3, .15}, slices.Repeat([][]float64{{0, 1}}, 5), .88)
	own.Near = .1
	p := seated(plain(2, 2, 2, 2, 2), own, nil)
	text := agenda.Deal{0, 1, 1, 1, 0} // worth .8: .08 are missing
	r := table(p, text)
	assert.Equal(t, message.Near, r.Verdict)
	assert.Equal(t, moves(4, 1, 0, 1), r.Wishes[:r.N])
	own.Fallback.Base = .84
	r = table(seated(plain(2, 2, 2, 2, 2), own, nil), text)
	assert.Equal(t, moves(0, 1, 4, 1), r.Wishes[:r.N], "the smaller one is enough")
}

// Who signs has nothing to wish; who has all it can get neither.
func TestNoWishes(t *testing.T) {
	a, own := sixths(.5)
	assert.Zero(t, table(seated(a, own, nil), agenda.Deal{3}).N)
	own.Fallback.Base = 2
	assert.Zero(t, table(seated(a, own, nil), agenda.Deal{6}).N)
	own.Fallback.Base = .5
	r := says(seated(a, own, nil), message.Message{Kind: message.Conclude, Text: agenda.Deal{1}})
	assert.Zero(t, r.N, "at the signing nobody asks")
	assert.Equal(t, message.Far, r.Verdict)
}

// A wish moves one rung; on a long ladder an eighth of it, and never past the end.
func TestWishesMoveByAStride(t *testing.T) {
	for _, row := range []struct {
		levels   int
		at, want uint8
	}{
		{3, 0, 1}, {9, 0, 1}, {16, 0, 1}, {17, 0, 2}, {81, 0, 10}, {81, 75, 80}, {256, 0, 31}, {256, 250, 255},
	} {
		scores := make([]float64, row.levels)
		for l := range scores {
			scores[l] = float64(l) / float64(row.levels-1)
		}
		r := table(seated(plain(row.levels), additive([]float64{1}, [][]float64{scores}, 2), nil), agenda.Deal{row.at})
		assert.Equal(t, moves(0, row.want), r.Wishes[:r.N])
		slices.Reverse(scores)
		low := uint8(row.levels-1) - row.at
		r = table(seated(plain(row.levels), additive([]float64{1}, [][]float64{scores}, 2), nil), agenda.Deal{low})
		assert.Equal(t, moves(0, uint8(row.levels-1)-row.want), r.Wishes[:r.N], "downwards")
	}
}

// The way off a line comes first, by the fewest rungs, of two the better one.
func TestLinesAreWishedAwayFirst(t *testing.T) {
	a := plain(2, 6)
	own := additive([]float64{.9, .1}, [][]float64{{0, 1}, {.5, .2, 1, 1, .9, 0}}, .9)
	own.Lines = []Line{{Issue: 1, Levels: set(2, 3), Hard: true}}
	p := seated(a, own, nil)
	r := table(p, agenda.Deal{0, 2})
	assert.True(t, r.Crossed)
	assert.EqualValues(t, 1, r.Line)
	assert.Equal(t, message.Far, r.Verdict)
	assert.Equal(t, moves(1, 1, 0, 1), r.Wishes[:r.N], "the nearest way off, though another is worth more")
	own.Lines[0].Levels = set(2)
	own.Scores[1][1], own.Scores[1][3] = .4, .6
	r = table(seated(a, own, nil), agenda.Deal{0, 2})
	assert.Equal(t, agenda.Change{Issue: 1, Level: 3}, r.Wishes[0], "two are as near: the better one")
	assert.EqualValues(t, 2, r.N, "named once")
}

// Nobody asks for a level across its own line, much as it might like it.
func TestNoWishCrossesALine(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	asked := 0
	for range 300 {
		p := guarded(r)
		p.traits.Near, p.floor = .2, .7
		all(p.agenda, func(d *agenda.Deal) {
			reply := table(p, *d)
			for _, c := range reply.Wishes[:reply.N] {
				assert.Positive(t, p.Gain(d, c, p.Worth(d))+btof(reply.Crossed))
				to := *d
				to[c.Issue] = c.Level
				if _, crossed := p.Crossed(&to); !reply.Crossed {
					asked++
					assert.False(t, crossed)
				}
			}
		})
	}
	assert.Positive(t, asked)
}

func btof(b bool) float64 {
	if b {
		return barred
	}
	return 0
}

// pick asks a party, with a text on its table, to choose.
func pick(p *Party, text agenda.Deal, free bool, options ...agenda.Amendment) message.Reply {
	table(p, text)
	m := message.Message{Kind: message.Choose, Free: free, N: uint8(len(options))}
	copy(m.Options[:], options)
	return says(p, m)
}

func TestPick(t *testing.T) {
	a := plain(3, 3)
	own := additive([]float64{.6, .4}, slices.Repeat([][]float64{{0, .5, 1}}, 2), .9)
	own.Near = .25
	barring := *own
	barring.Lines = []Line{{Issue: 0, Levels: set(2), Hard: true}}
	up0 := agenda.Amend(agenda.Change{Issue: 0, Level: 2})
	down0 := agenda.Amend(agenda.Change{Issue: 0, Level: 0})
	down1 := agenda.Amend(agenda.Change{Issue: 1, Level: 0})
	trade := agenda.Amend(agenda.Change{Issue: 0, Level: 2}, agenda.Change{Issue: 1, Level: 0})
	still := agenda.Amend(agenda.Change{Issue: 1, Level: 1})
	for _, row := range []struct {
		name    string
		own     *Traits
		free    bool
		options []agenda.Amendment
		choice  int8
		strong  bool
	}{
		{"the best", own, false, []agenda.Amendment{down1, up0, trade}, 1, false},
		{"the trade", own, false, []agenda.Amendment{down1, trade}, 1, false},
		{"forced, the least bad", own, false, []agenda.Amendment{down0, down1}, 1, false},
		{"forced, and it minds", own, false, []agenda.Amendment{down0}, 0, true},
		{"free, nothing helps", own, true, []agenda.Amendment{down0, down1}, -1, false},
		{"free, nothing changes", own, true, []agenda.Amendment{still}, -1, false},
		{"free, one helps", own, true, []agenda.Amendment{down0, trade}, 1, false},
		{"of two alike the first", own, false, []agenda.Amendment{still, still}, 0, false},
		{"forced, not across a line", &barring, false, []agenda.Amendment{up0, down1}, 1, false},
		{"forced across a line, and it minds", &barring, false, []agenda.Amendment{up0}, 0, true},
		{"free, not across a line", &barring, true, []agenda.Amendment{trade, up0}, -1, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := pick(seated(a, row.own, nil), agenda.Deal{1, 1}, row.free, row.options...)
			assert.Equal(t, row.choice, r.Choice)
			assert.Equal(t, row.strong, r.Strong)
		})
	}
}

// A whole text may stand for the one option.
func TestPickAWholeText(t *testing.T) {
	p := seated(plain(3, 3), additive([]float64{.6, .4}, slices.Repeat([][]float64{{0, .5, 1}}, 2), .9), nil)
	table(p, agenda.Deal{1, 1})
	better := message.Message{Kind: message.Choose, Free: true, Whole: true, N: 1, Text: agenda.Deal{2, 1}}
	assert.EqualValues(t, 0, says(p, better).Choice)
	better.Text = agenda.Deal{0, 2}
	assert.EqualValues(t, -1, says(p, better).Choice)
}

// An adopted amendment is the text that the next choice is about.
func TestAdopt(t *testing.T) {
	p := seated(plain(3, 3), additive([]float64{.6, .4}, slices.Repeat([][]float64{{0, .5, 1}}, 2), .9), nil)
	table(p, agenda.Deal{1, 1})
	adopt := message.Message{Kind: message.Adopt, N: 1}
	adopt.Options[0] = agenda.Amend(agenda.Change{Issue: 0, Level: 2})
	assert.Equal(t, message.Reply{Choice: -1}, says(p, adopt), "nothing is asked")
	m := message.Message{Kind: message.Choose, Free: true, N: 1}
	m.Options[0] = adopt.Options[0]
	assert.EqualValues(t, -1, says(p, m).Choice, "it stands there already")
	m.Options[0] = agenda.Amend(agenda.Change{Issue: 1, Level: 2})
	assert.EqualValues(t, 0, says(p, m).Choice)
}

// On the scale of weights as they are given lines and near misses count as ever.
func TestWishesOnAnyScale(t *testing.T) {
	own := additive([]float64{50, 400, 100, 300, 150}, slices.Repeat([][]float64{{0, 1}}, 5), 880)
	own.AsGiven, own.Near = true, 100
	p := seated(plain(2, 2, 2, 2, 2), own, nil)
	r := table(p, agenda.Deal{0, 1, 1, 1, 0})
	assert.Equal(t, moves(4, 1, 0, 1), r.Wishes[:r.N], "what is enough comes first")
	own.Lines = []Line{{Issue: 4, Levels: set(1), Hard: true}}
	r = pick(seated(plain(2, 2, 2, 2, 2), own, nil), agenda.Deal{0, 1, 1, 1, 0}, true, agenda.Amend(moves(4, 1)...))
	assert.EqualValues(t, -1, r.Choice, "nothing pays for a line")
}
