package talks_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/sim/talks"
)

// arranged is what a case can say of how the sides meet, by the switch that turns it
// off.
var arranged = map[string][]string{
	"formats":     {"formats.apart={days: 12, joint: true, clash: 0.5, publicity: 1}", "talks.ladder=[apart, near, table]", "talks.gates={closeness: 0.1}"},
	"preferences": {"parties[A].formats={apart: -0.2}", "parties[B].formats={apart: 0.1}", "talks.walkout=20"},
	"rungs":       {"talks.rungs=[{name: envoys, mandate: 1}, {name: leaders, gate: {closeness: 0.3}}]", "talks.premature=0.5"},
	"inclusion": {"parties[G].seat=seated", "parties[H].seat=excluded",
		"parties[G].inclusion={legitimacy: 0.3, credibility: 0.2, amendments: 2, delay: 1, walkout: {A: 2, B: 2}}"},
}

// Switched off, a mechanism is as if the case had not spoken of it, bit for bit; and
// on, it is not.
func TestSwitchedOffIsNotThere(t *testing.T) {
	for name, patches := range arranged {
		for _, m := range []string{"single-text", "facilitation"} {
			base := []string{"talks.mediator=" + m, "formats.near.noise=0.3", "formats.apart.noise=0.1"}
			if name == "formats" {
				base = append(base, "formats.apart={days: 12}")
			}
			plain := talks.NewEngine(caseFrom(t, parley, base...))
			on := talks.NewEngine(caseFrom(t, parley, append(base, patches...)...))
			off := talks.NewEngine(caseFrom(t, parley, append(append(base, patches...), "mechanisms={"+name+": false}")...))
			moved := 0
			for i := range 40 {
				want := digest(plain.Play(talksSeed(i), nil))
				require.Equal(t, want, digest(off.Play(talksSeed(i), nil)), "%s, %s", name, m)
				if want != digest(on.Play(talksSeed(i), nil)) {
					moved++
				}
			}
			assert.Greater(t, moved, 4, "%s, %s", name, m)
		}
	}
}

// Where a party sits when nothing is said of it changes nothing when it is said.
func TestTheSeatByDefault(t *testing.T) {
	plain := talks.NewEngine(caseFrom(t, parley))
	said := talks.NewEngine(caseFrom(t, parley, "parties[G].seat=guarantor", "parties[H].inclusion={delay: 0}"))
	for i := range 40 {
		require.Equal(t, digest(plain.Play(talksSeed(i), nil)), digest(said.Play(talksSeed(i), nil)))
	}
}

// full is the case with all of it.
func full(t testing.TB) string {
	t.Helper()
	text := parley
	for _, r := range [][2]string{
		{"still: 60}", "still: 60, ladder: [apart, near, table], gates: {closeness: 0.1}, walkout: 2, premature: 0.4,\n  rungs: [{name: envoys, mandate: 1}, {name: leaders, gate: {closeness: 0.3}}]}"},
		{"clash_cost: 0.1}", "clash_cost: 0.1, publicity: 0.5, seats: [G]}"},
		{"    trust: {B: 0.3}\n", "    trust: {B: 0.2, G: 0.6}\n    formats: {near: 0.1, table: -0.02}\n"},
		{"    trust: {A: 0.3}\n", "    trust: {A: 0.4, G: 0.3}\n    formats: {near: 0.02, table: {lo: -0.1, base: 0, hi: 0.1}}\n"},
		{"    guarantee: {credibility: 0.3}\n  - name: H", "    guarantee: {credibility: 0.3}\n    seat: co-author\n    inclusion: {legitimacy: 0.3, credibility: 0.2, amendments: 2, delay: 1, walkout: {A: 0.3, B: {lo: 0, base: 0.5, hi: 1}}}\n  - name: H"},
	} {
		require.Equal(t, 1, strings.Count(text, r[0]), r[0])
		text = strings.Replace(text, r[0], r[1], 1)
	}
	return text
}

// With all of it on, neither place in the file nor name is anybody's advantage.
func TestHowTheSidesMeetMirrors(t *testing.T) {
	text := full(t)
	head, parties, tail := blocks(t, text)
	was := join(head, parties, tail)
	parties[0], parties[1] = parties[1], parties[0]
	t.Run("places", func(t *testing.T) { requireSame(t, was, join(head, parties, tail)) })

	_, parties, _ = blocks(t, text)
	for i, name := range []string{"A", "B"} {
		parties[i] = name + "\n    key: side-" + name + strings.TrimPrefix(parties[i], name)
	}
	was = join(head, parties, tail)
	turned := regexp.MustCompile(`\b[AB]\b`).ReplaceAllStringFunc(was, func(name string) string {
		return map[string]string{"A": "B", "B": "A"}[name]
	})
	turned = strings.NewReplacer("key: side-A", "key: side-B", "key: side-B", "key: side-A").Replace(turned)
	t.Run("names", func(t *testing.T) { requireUnnamed(t, was, turned) })
}

// requireUnnamed plays both texts and compares every bit but the names that a reason
// contains.
func requireUnnamed(t *testing.T, was, turned string) {
	t.Helper()
	require.NotEqual(t, was, turned)
	a, b := talks.NewEngine(caseFrom(t, was)), talks.NewEngine(caseFrom(t, turned))
	for i := range 100 {
		x, y := a.Play(talksSeed(i), nil), b.Play(talksSeed(i), nil)
		x.Reason, y.Reason = "", ""
		require.Equal(t, digest(x), digest(y), "run %d", i)
	}
}

// Every mediator plays such a case without a fault.
func TestEveryMediatorMeetsLikeThis(t *testing.T) {
	text := full(t)
	for _, m := range agents.Mediators() {
		e := talks.NewEngine(caseFrom(t, text, "talks.mediator="+m.Name))
		for i := range 10 {
			o := e.Play(talksSeed(i), nil)
			require.Empty(t, o.Fault, m.Name)
			require.LessOrEqual(t, o.Rounds, cap(o.Course))
		}
	}
}
