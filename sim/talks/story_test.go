package talks_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

var update = flag.Bool("update", false, "rewrite the golden stories")

// The golden stories: what was said in every room, for a person to read. A change
// of behaviour shows here first.
func TestStories(t *testing.T) {
	for _, s := range []struct {
		name    string
		file    string
		patches []string
		seed    int
		ends    talks.Class
	}{
		{"single-text-reaches-the-trade", "textbook", []string{"issues[x].steps=4", "issues[y].steps=4"}, 1, talks.Holds},
		{"no-deal-is-worth-both-fallbacks", "textbook", []string{"issues[x].steps=4", "issues[y].steps=4", "talks.rounds=5",
			"parties[A].fallback.base=0.85", "parties[B].fallback.base=0.85"}, 1, talks.TalksGoOn},
		{"direct-offers-without-a-mediator", "textbook", []string{"issues[x].steps=4", "issues[y].steps=4",
			"talks.mediator={name: none, contact: 0.4}"}, 2, talks.Holds},
		{"a-guarantor-has-a-clause-changed", "miami", []string{calm(), "formats.split-shuttle.days=14", "parties[EUR].fallback.base=0.7",
			"parties[UKR].tactic=hill-climber", "parties[RUS].tactic=hill-climber", "mechanisms.commitment=false", "jitter=0", "parties[RUS].fallback.base=0.5"}, 1, talks.Holds},
	} {
		t.Run(s.name, func(t *testing.T) {
			c := caseOf(t, s.file, s.patches...)
			story, o := tell(c, s.seed)
			assert.LessOrEqual(t, strings.Count(story, "\n"), 60)
			golden := filepath.Join("testdata", s.name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(story), 0o600))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), story)
			assert.Equal(t, s.ends, o.Class)
		})
	}
}

// tell is a run as a story, a line for everything that is said.
func tell(c *talks.Case, seed int) (string, *talks.Outcome) {
	w := &teller{c: c}
	o := talks.NewEngine(c).Play(talksSeed(seed), w.hear)
	fmt.Fprintf(w, "%s on day %g, %d messages\n", o.Class, o.Day, o.Messages)
	if o.Tabled {
		fmt.Fprintf(w, "  text: %s\n", strings.Join(c.Agenda.Labels(&o.Deal), ", "))
		for i := range c.Parties {
			fmt.Fprintf(w, "  %s: %.3f, fallback %.3f\n", c.Parties[i].Name, o.Worth[i], o.Floor[i])
		}
	}
	return w.String(), o
}

// teller writes a run down. Texts are told once, and then by what changed in them.
type teller struct {
	strings.Builder
	c    *talks.Case
	last agenda.Deal
	told bool
}

func (w *teller) hear(e talks.Event) {
	switch e.Kind {
	case talks.RoundBegins:
		fmt.Fprintf(w, "day %g\n", e.Day)
	case talks.Visited:
		fmt.Fprintf(w, "  %s %s: %s\n", e.Message.Kind, w.c.Parties[e.Party].Name, w.exchange(e.Message, e.Reply))
	case talks.Signing:
		fmt.Fprintf(w, "  asked to sign, %s: %s (%.3f against %.3f)\n", w.c.Parties[e.Party].Name, e.Reply.Verdict, e.Worth, e.Floor)
	case talks.Signed:
		w.WriteString("  signed\n")
	}
}

func (w *teller) exchange(m *message.Message, r *message.Reply) string {
	switch m.Kind {
	case message.Table:
		return w.text(&m.Text) + " -> " + w.verdict(r)
	case message.Choose:
		var options []string
		for _, o := range m.Options[:m.N] {
			options = append(options, w.changes(o.Changes[:o.N]))
		}
		answer := "none"
		if r.Choice >= 0 {
			answer = options[r.Choice]
		}
		if r.Strong {
			answer += ", unwillingly"
		}
		return strings.Join(options, " | ") + " -> " + answer
	case message.Relay:
		said := "an offer? ->"
		if !m.Empty {
			said = w.text(&m.Text) + w.by(m.Author) + " -> " + w.verdict(r)
		}
		if r.Offered {
			said += " offers " + w.text(&r.Offer)
		}
		return said
	}
	return ""
}

func (w *teller) verdict(r *message.Reply) string {
	said := r.Verdict.String()
	if r.Crossed {
		said += ", line at " + w.c.Agenda.Issues[r.Line].Name
	}
	if r.N > 0 {
		said += ", wants " + w.changes(r.Wishes[:min(r.N, 2)])
	}
	return said
}

func (w *teller) by(a agenda.Author) string {
	switch a {
	case agenda.Mediator:
		return ""
	case agenda.Unnamed:
		return " by somebody"
	}
	return " by " + w.c.Parties[a].Name
}

func (w *teller) changes(list []agenda.Change) string {
	var out []string
	for _, c := range list {
		is := &w.c.Agenda.Issues[c.Issue]
		out = append(out, is.Name+" "+is.Levels[c.Level].Label)
	}
	return strings.Join(out, " + ")
}

// text is a text in full, or as what differs from the one told last.
func (w *teller) text(d *agenda.Deal) string {
	var out []agenda.Change
	changed := agenda.Diff(d, &w.last)
	for k := range w.c.Agenda.Issues {
		if changed.Has(k) || !w.told && len(w.c.Agenda.Issues) < 5 {
			out = append(out, agenda.Change{Issue: uint8(k), Level: d[k]})
		}
	}
	if !w.told {
		w.last = w.c.Initial
	}
	w.told, w.last = true, *d
	if len(out) == 0 {
		return "the same"
	}
	return w.changes(out)
}
