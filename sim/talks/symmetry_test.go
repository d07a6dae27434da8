package talks_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/talks"
)

// blocks cuts a scenario text into what stands before the parties, the block of
// each, and what follows.
func blocks(t *testing.T, text string) (head string, parties []string, tail string) {
	t.Helper()
	head, rest, ok := strings.Cut(text, "\nparties:\n")
	require.True(t, ok)
	list := rest
	if at := strings.Index(rest, "\ntexts:"); at >= 0 {
		list, tail = rest[:at], rest[at:]
	}
	for i, b := range strings.Split("\n"+strings.TrimSuffix(list, "\n"), "\n  - name: ") {
		if i > 0 {
			parties = append(parties, b)
		}
	}
	return head, parties, tail
}

func join(head string, parties []string, tail string) string {
	return head + "\nparties:\n  - name: " + strings.Join(parties, "\n  - name: ") + "\n" + tail
}

// nameless is the digest of an outcome but for what it says in words, which names
// parties.
func nameless(o *talks.Outcome) string {
	without := *o
	without.Reason = ""
	return digest(&without)
}

// requireSame plays both texts under every mediator and compares every bit.
func requireSame(t *testing.T, was, turned string) {
	t.Helper()
	require.NotEqual(t, was, turned)
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			patches := append(allLevers(""), "talks.mediator="+m.Name)
			a, b := talks.NewEngine(caseFrom(t, was, patches...)), talks.NewEngine(caseFrom(t, turned, patches...))
			runs := 12
			if m.Oracle {
				runs = 3 // slow, and much alike
			}
			for i := range runs {
				require.Equal(t, nameless(a.Play(talksSeed(i), nil)), nameless(b.Play(talksSeed(i), nil)), "run %d", i)
			}
		})
	}
}

// The order of the parties in the file is nobody's advantage: exchanged, every run
// is the same to the last bit.
func TestOrderInTheFileIsNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, name := range []string{"textbook", "miami"} {
		head, parties, tail := blocks(t, read(t, name))
		require.GreaterOrEqual(t, len(parties), 2)
		was := join(head, parties, tail)
		parties[0], parties[1] = parties[1], parties[0]
		turned := join(head, parties, tail)
		t.Run(name, func(t *testing.T) { requireSame(t, was, turned) })
	}
}

// Names mean nothing: the two sides exchange theirs everywhere in the file while
// the keys of their draws stay with the numbers, and nothing but the names differs.
func TestNamesAreNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for file, names := range map[string][2]string{"textbook": {"A", "B"}, "miami": {"UKR", "RUS"}} {
		head, parties, tail := blocks(t, read(t, file))
		for i, name := range names {
			require.True(t, strings.HasPrefix(parties[i], name+"\n"))
			parties[i] = name + "\n    key: side-" + string(rune('1'+i)) + strings.TrimPrefix(parties[i], name)
		}
		was := join(head, parties, tail)
		turned := regexp.MustCompile(`\b(`+names[0]+`|`+names[1]+`)\b`).ReplaceAllStringFunc(was, func(name string) string {
			if name == names[0] {
				return names[1]
			}
			return names[0]
		})
		c, d := caseFrom(t, was), caseFrom(t, turned)
		require.Equal(t, seat(t, c, names[0]), seat(t, d, names[1]), "the numbers keep their place")
		t.Run(file, func(t *testing.T) { requireSame(t, was, turned) })
	}
}

// What levels are called decides nothing.
func TestLabelsAreNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := read(t, "miami")
	relabelled := strings.NewReplacer("freeze-contact-line", "zz-top", "article-5-like-with-presence", "aa", "article-5-like", "bb",
		"renunciation-in-law", "zero", "broad-relief", "mm").Replace(text)
	requireSame(t, text, relabelled)
}

// bystander begins a list of parties with somebody who has no say and takes the
// first place at the table.
const bystander = "\nparties:\n  - {name: 0-bystander, role: stakeholder, weights: {x: 1}, scores: {x: {curve: linear}}, fallback: {base: 0}}\n"

// Draws belong to keys, not to places: somebody who has no say, and who takes the
// first place at the table, changes nothing between the others.
func TestABystanderChangesNothing(t *testing.T) {
	text := read(t, "textbook")
	patches := []string{"talks.mediator=facilitation", "formats.one-table.noise=0.5"}
	alone := talks.NewEngine(caseFrom(t, text, patches...))
	seen := talks.NewEngine(caseFrom(t, strings.Replace(text, "\nparties:\n", bystander, 1), patches...))
	for i := range 20 {
		a, b := alone.Play(talksSeed(i), nil), seen.Play(talksSeed(i), nil)
		require.Len(t, b.Worth, 3)
		require.Equal(t, a.Worth, b.Worth[1:])
		require.Equal(t, []any{a.Class, a.Round, a.Messages, a.Deal}, []any{b.Class, b.Round, b.Messages, b.Deal})
	}
}

// A party's own stream goes by its key: exchanged names leave it where the numbers
// are, and no two parties share one.
func TestStreamsGoByKey(t *testing.T) {
	drawn := func(text string, patches ...string) map[string]uint64 {
		c, draws := caseFrom(t, text, patches...), map[string]uint64{}
		heard := voiced(c, func(i int) voice {
			return func(s *party.Self, _ *message.Message, _ *message.Reply) {
				draws[c.Parties[i].Name] = s.Rand().Uint64()
			}
		})
		for i := range c.Parties {
			played(mediated(heard, once(visit(i, message.Message{Kind: message.Table, Author: agenda.Mediator}))), 1)
		}
		return draws
	}
	plain := drawn(guarded)
	require.Len(t, plain, 3)
	assert.NotEqual(t, plain["A"], plain["B"])
	turned := drawn(guarded, "parties[A].key=B", "parties[B].key=A")
	assert.Equal(t, plain["A"], turned["B"])
	assert.Equal(t, plain["B"], turned["A"])
	assert.Equal(t, plain["G"], turned["G"])
	crowded := drawn(strings.Replace(guarded, "\nparties:\n", bystander, 1))
	require.Len(t, crowded, 4)
	for name, draw := range plain {
		assert.Equal(t, draw, crowded[name], name)
	}
}
