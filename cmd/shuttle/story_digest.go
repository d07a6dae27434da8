package main

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"shuttle/agents/agenda"
	"shuttle/sim/report/words"
	"shuttle/sim/talks"
)

// digest is a run in short.
type digest struct {
	Changed    []move      `json:"changed"`    // the last text against the first
	Objections []objection `json:"objections"` // who objected to what, most often first
}

// objection is how often a party objected to a clause: by a wish or by an offer that
// moved it.
type objection struct {
	Party  string `json:"party"`
	Clause string `json:"clause"`
	Times  int    `json:"times"`
}

// tally is what a digest is made of.
type tally struct {
	first    agenda.Deal // the first text
	objected [][]int     // how often, by party and clause
}

func newTally(c *talks.Case) tally {
	t := tally{objected: make([][]int, len(c.Parties))}
	for i := range t.objected {
		t.objected[i] = make([]int, len(c.Agenda.Issues))
	}
	return t
}

// add counts what a party's offer moves of the text it read.
func (t *tally) add(from int, read, offer *agenda.Deal) {
	for w, word := range agenda.Diff(read, offer) {
		for ; word != 0; word &= word - 1 {
			t.objected[from][w*64+bits.TrailingZeros64(word)]++
		}
	}
}

// wished counts the clauses that a party objects to in a text, each once.
func (t *tally) wished(by int, wishes []agenda.Change) {
	for i, w := range wishes {
		if !slices.ContainsFunc(wishes[:i], func(c agenda.Change) bool { return c.Issue == w.Issue }) {
			t.objected[by][w.Issue]++
		}
	}
}

// digest sums the run up, given its last text.
func (s *storyteller) digest(last *agenda.Deal) *digest {
	d := &digest{Changed: s.diff(&s.tally.first, last), Objections: []objection{}}
	for _, p := range s.order {
		for k, times := range s.tally.objected[p] {
			if times > 0 {
				d.Objections = append(d.Objections, objection{s.c.Parties[p].Name, s.c.Agenda.Issues[k].Name, times})
			}
		}
	}
	slices.SortStableFunc(d.Objections, func(a, b objection) int { return cmp.Compare(b.Times, a.Times) })
	return d
}

// mostClauses is how many clauses a digest names of each party's objections.
const mostClauses = 3

// inShort ends the story with its digest.
func (p *prose) inShort(s *step) {
	changed := map[string]move{}
	for _, m := range s.Digest.Changed {
		changed[m.Clause] = m
	}
	p.line("\nIn short: %s. From the first text to the last:", words.Plural(s.Draft, "draft", "drafts"))
	var kept []string
	for _, name := range p.issues {
		if m, ok := changed[name]; ok {
			p.line("      %s: %s → %s", name, m.From, m.To)
		} else {
			kept = append(kept, name)
		}
	}
	if len(kept) > 0 {
		p.line("      as at first: %s", strings.Join(kept, ", "))
	}
	if len(s.Digest.Objections) > 0 {
		p.line("Objected to most: %s.", strings.Join(s.Digest.most(), "; "))
	}
}

// most names of each party the clauses it objected to most, the party that objected
// to one clause most often first.
func (d *digest) most() []string {
	var parties []string
	clauses := map[string][]string{}
	for _, o := range d.Objections {
		if clauses[o.Party] == nil {
			parties = append(parties, o.Party)
		}
		if len(clauses[o.Party]) < mostClauses {
			clauses[o.Party] = append(clauses[o.Party], fmt.Sprintf("%s (%s)", o.Clause, words.Plural(o.Times, "time", "times")))
		}
	}
	for i, name := range parties {
		parties[i] = name + " to " + strings.Join(clauses[name], ", ")
	}
	return parties
}
