package talks_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
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

// sampled plays a few runs under every mediator, fewer where they are slow.
func sampled(t *testing.T, check func(t *testing.T, mediator string, seed int)) {
	t.Helper()
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			for i := range 6 {
				check(t, m.Name, i)
			}
		})
	}
}

// The order of the parties in the file is nobody's advantage: exchanged, every run
// is the same to the last bit.
func TestOrderInTheFileIsNothing(t *testing.T) {
	for _, name := range []string{"textbook", "miami"} {
		head, parties, tail := blocks(t, read(t, name))
		require.GreaterOrEqual(t, len(parties), 2)
		was := join(head, parties, tail)
		parties[0], parties[1] = parties[1], parties[0]
		turned := join(head, parties, tail)
		require.NotEqual(t, was, turned)
		t.Run(name, func(t *testing.T) {
			sampled(t, func(t *testing.T, m string, i int) {
				a := played(caseFrom(t, was, "talks.mediator="+m), talksSeed(i))
				b := played(caseFrom(t, turned, "talks.mediator="+m), talksSeed(i))
				assert.Equal(t, digest(a), digest(b))
			})
		})
	}
}

// Names mean nothing: the two sides exchange theirs everywhere in the file while
// the keys of their draws stay with the numbers, and nothing but the names differs.
func TestNamesAreNothing(t *testing.T) {
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
		t.Run(file, func(t *testing.T) {
			sampled(t, func(t *testing.T, m string, i int) {
				c, d := caseFrom(t, was, "talks.mediator="+m), caseFrom(t, turned, "talks.mediator="+m)
				require.Equal(t, seat(t, c, names[0]), seat(t, d, names[1]), "the numbers keep their place")
				assert.Equal(t, digest(played(c, talksSeed(i))), digest(played(d, talksSeed(i))))
			})
		})
	}
}

// What levels are called decides nothing.
func TestLabelsAreNothing(t *testing.T) {
	text := read(t, "miami")
	relabelled := strings.NewReplacer("freeze-contact-line", "zz-top", "article-5-like-with-presence", "aa", "article-5-like", "bb",
		"renunciation-in-law", "zero", "broad-relief", "mm").Replace(text)
	sampled(t, func(t *testing.T, m string, i int) {
		a := played(caseFrom(t, text, "talks.mediator="+m), talksSeed(i))
		b := played(caseFrom(t, relabelled, "talks.mediator="+m), talksSeed(i))
		assert.Equal(t, digest(a), digest(b))
	})
}
