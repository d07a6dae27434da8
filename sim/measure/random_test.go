package measure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"shuttle/sim/scenario"
)

// small writes a random scenario with a few hundred deals and, now and then, of
// everything that makes deals hard to take apart: promises, linked issues, pairs of
// clauses, lines with conditions, consent, CES.
func small(t testing.TB, seed uint64) *scenario.Scenario {
	t.Helper()
	w := writer{r: rand.New(rand.NewPCG(seed, 1))}
	w.signs = []string{"A", "B", "C"}[:2+w.r.IntN(2)]
	w.others = []string{"G", "H"}[:w.r.IntN(3)]
	w.head(seed)
	w.consent()
	w.issues()
	w.line("parties:")
	for _, name := range w.signs {
		w.party(name, "belligerent")
	}
	for _, name := range w.others {
		w.party(name, "guarantor")
	}
	return compile(t, w.b.String())
}

type writer struct {
	b             strings.Builder
	r             *rand.Rand
	signs, others []string
	levels        []int
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.b, format+"\n", args...) }

func (w *writer) often(p float64) bool { return w.r.Float64() < p }

// share is a number with few digits, so that equal worths happen.
func (w *writer) share() float64 { return float64(w.r.IntN(21)) / 20 }

func (w *writer) head(seed uint64) {
	w.line("name: small-%d\nmechanisms: {commitment: %v}\nweights: as_given", seed, w.often(.7))
	w.line("talks: {mediator: single-text, text: blank, format: table, horizon: {value: 60, unit: days}}")
	w.line("formats: {table: {days: {value: 1, unit: days}}}")
	for range 5 {
		w.levels = append(w.levels, 2+w.r.IntN(3))
	}
}

func (w *writer) consent() {
	if len(w.others) == 0 {
		return
	}
	w.line("consent:")
	for _, name := range w.others {
		k := w.r.IntN(len(w.levels))
		w.line("  - {issue: i%d, levels: [%s], needs: [%s]}", k, w.some(k), name)
	}
}

// some is a list of some levels of an issue, never of all.
func (w *writer) some(k int) string {
	n := w.levels[k]
	from := w.r.IntN(n)
	to := from + 1
	if from > 0 {
		to += w.r.IntN(n - from)
	}
	var list []string
	for l := from; l < to; l++ {
		list = append(list, fmt.Sprintf("l%d", l))
	}
	return strings.Join(list, ", ")
}

func (w *writer) issues() {
	w.line("issues:")
	for k, n := range w.levels {
		w.line("  - name: i%d\n    kind: tiers\n    pillar: p%d\n    levels:", k, k%2)
		for l := range n {
			w.line("      - {name: l%d%s}", l, w.feature(k, l))
		}
	}
}

func (w *writer) feature(k, l int) string {
	switch {
	case k == 0:
		return fmt.Sprintf(", strength: %v", w.share())
	case k == 1 && w.often(.5):
		return fmt.Sprintf(", legal: %v, verification: %v", w.share(), w.share())
	case k == 2 && l > 0:
		return fmt.Sprintf(", ceded: {A: %v, B: %v}", w.share(), w.share())
	case k == 3 && l > 0:
		return fmt.Sprintf(", disarmed: {A: %v}", w.share())
	}
	return ""
}

func (w *writer) party(name, role string) {
	w.line("  - name: %s\n    role: %s", name, role)
	w.line("    weights: {%s}", w.each(func(int) string { return fmt.Sprintf("{value: %v}", w.share()/3) }))
	w.line("    scores: {%s}", w.each(func(k int) string {
		var values []string
		for range w.levels[k] {
			values = append(values, fmt.Sprint(w.share()))
		}
		return "{values: [" + strings.Join(values, ", ") + "]}"
	}))
	if w.often(.5) {
		w.line("    security: {i0: {value: %v}}", w.share())
	}
	w.line("    loss: {stock: {value: %v}, ceded: {value: .5}, disarmed: {value: .5}}", w.share())
	w.line("    guarantee: {credibility: {value: %v}, hold: {value: .03}, fight: {value: .2}}", w.share())
	w.line("    fallback: {base: {lo: %v, base: %v, hi: %v}}", .1, .3, .9)
	if w.often(.1) {
		w.line("    rho: {value: .5}")
	}
	w.bars()
	w.terms()
	w.pairwise()
}

func (w *writer) each(f func(k int) string) string {
	var list []string
	for k := range w.levels {
		list = append(list, fmt.Sprintf("i%d: %s", k, f(k)))
	}
	return strings.Join(list, ", ")
}

func (w *writer) bars() {
	w.line("    lines:")
	w.line("      - {issue: i4, levels: [l0], kind: hard}")
	if w.often(.5) {
		k, a, b := w.r.IntN(5), w.r.IntN(5), w.r.IntN(5)
		at := fmt.Sprintf("i%d: [%s]", a, w.some(a))
		if b != a {
			at += fmt.Sprintf(", i%d: [%s]", b, w.some(b))
		}
		w.line("      - {issue: i%d, levels: [%s], kind: soft, unless: {guarantee: {value: %v}, at: {%s}}}", k, w.some(k), w.share()/4, at)
	}
}

func (w *writer) terms() {
	w.line("    interactions:")
	w.line("      - {kind: threat, size: {value: %v}}", w.share()/5)
	w.line("      - {kind: guarded, issue: i2, size: {value: %v}}", w.share()/2)
	for range w.r.IntN(3) {
		a := w.r.IntN(5)
		w.line("      - {kind: linked, issue: i%d, with: i%d, size: {value: %v}}", a, (a+1)%5, w.share()/5)
	}
}

// pairwise makes some clauses worth something together, or all of them.
func (w *writer) pairwise() {
	if w.often(.7) {
		return
	}
	w.line("    pairwise:")
	if w.often(.3) {
		w.line("      influence: {lo: -.3, base: %v, hi: .3, shape: uniform}", w.share()/5)
	}
	a, b := w.r.IntN(5), w.r.IntN(4)
	if b >= a {
		b++
	}
	var rows []string
	for range w.levels[a] {
		var values []string
		for range w.levels[b] {
			values = append(values, fmt.Sprint(w.share()/4))
		}
		rows = append(rows, "["+strings.Join(values, ", ")+"]")
	}
	w.line("      pairs: [{issue: i%d, with: i%d, values: [%s]}]", a, b, strings.Join(rows, ", "))
}
