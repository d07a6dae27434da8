package scenario_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// faulty are documents with something wrong: the small one with parts replaced.
var faulty = []faultyCase{
	{"unknown-key", 1, []string{"    fallback: {base: 0.3}\n  - name: South", "    fallback: {base: 0.3, bais: 1}\n  - name: South"}},
	{"wrong-type", 2, []string{"rounds: 20", "rounds: many", "credibility: 0.8", "credibility: [0.8]"}},
	{"no-such-level", 2, []string{"issues:\n", "consent: [{issue: shield, levels: [stronk], needs: [Far]}]\ntexts: {first: {land: 0.3, shield: weak}}\nissues:\n"}},
	{"weights-do-not-add-up", 1, []string{"land: 0.7, shield: 0.3", "land: 0.7, shield: 0.4"}},
	{"empty-ladder", 1, []string{"    levels:\n      - {name: none}\n      - {name: weak, strength: 0.3}\n      - {name: strong, strength: 0.8}\n", "    levels: []\n", "shield: [0, 0.5, 1]", "shield: [0, 1]", "shield: [1, 0.8, 0.2]", "shield: [1, 0]"}},
	{"low-above-high", 1, []string{"weights: {shield: 1}", "discount: {lo: 0.3, base: 0.1, hi: 0.2}\n    weights: {shield: 1}"}},
	{"one-name-twice", 1, []string{"name: South", "name: North\n    key: other"}},
	{"one-key-twice", 1, []string{"name: South", "name: South\n    key: North"}},
	{"one-issue-twice", 3, []string{"issues:\n", "issues:\n  - {name: land, kind: share, steps: 2, pillar: territory}\n"}},
	{"one-level-twice", 1, []string{"{name: weak", "{name: none"}},
	{"unknown-party", 3, []string{"issues:\n", "consent: [{issue: shield, levels: [weak], needs: [Fat]}]\npressure: [{name: tariff, on: Sout, effect: 0.1}]\nissues:\n", "    weights: {land: 1}", "    trust: {Norht: 0.5}\n    weights: {land: 1}"}},
	{"unknown-issue", 1, []string{"    weights: {land: 1}", "    lines: [{issue: lant, levels: [\"0\"]}]\n    weights: {land: 1}"}},
	{"unknown-players", 4, []string{"mediator: single-text", "mediator: singel-text", "text: middle", "text: midle, format: tabel", "    weights: {land: 1}", "    tactic: hill-climbr\n    weights: {land: 1}"}},
	{"curve-out-of-range", 3, []string{"{curve: linear}", "{curve: power, exponent: 0}", "{curve: linear, worst: 1, best: 0}", "{curve: sigmoid, middle: 2, steepness: -1}"}},
	{"table-of-wrong-length", 2, []string{"[0, 0.5, 1]", "[0, 0.5]", "[1, 0.8, 0.2]", "[1, 0.8, 0.5, 0.2]"}},
	{"scores-by-level", 1, []string{"[0, 0.5, 1]", "{none: 0, weak: 0.5, strong: 1}", "[1, 0.8, 0.2]", "{none: 1, strong: 0.2}"}},
	{"vague-levels", 6, []string{"{name: weak, strength: 0.3}", "{name: weak, strength: 0.3}\n      - {name: sharp, between: [weak, strong]}\n      - {name: half, ambiguity: 0.2, between: [weak]}\n      - {name: itself, ambiguity: 0.2, between: [itself, strong]}\n      - {name: unheard, ambiguity: 0.2, between: [weak, stronk]}",
		"name: small", "name: small\nown_reading: 1.5", "[0, 0.5, 1]", "[0, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 1]", "[1, 0.8, 0.2]", "[1, 0.8, 0.2, 0.2, 0.2, 0.2]"}},
	{"one-belligerent", 1, []string{"  - name: South\n    role: belligerent", "  - name: South\n    role: stakeholder"}},
	{"no-issues", 1, []string{"issues:\n  - {name: land, kind: share, steps: 4, pillar: territory}\n  - name: shield\n    pillar: guarantees\n    levels:\n      - {name: none}\n      - {name: weak, strength: 0.3}\n      - {name: strong, strength: 0.8}\n", "issues: []\n"}},
	{"line-bars-everything", 1, []string{"    weights: {land: 1}", "    lines: [{issue: shield, levels: [none, weak, strong], kind: hard}]\n    weights: {land: 1}"}},
	{"soft-line-without-condition", 1, []string{"    weights: {land: 1}", "    lines: [{issue: shield, levels: [none], kind: soft}]\n    weights: {land: 1}"}},
	{"ladder-with-a-range", 2, []string{"steps: 4", "steps: {lo: 2, base: 4, hi: 8}", "{name: weak, strength: 0.3}", "{name: weak, strength: {lo: 0.1, base: 0.3, hi: 0.5}}"}},
	{"player-out-of-range", 3, []string{"mediator: single-text", "mediator: {name: single-text, options: 9, optoins: 1}", "    weights: {land: 1}", "    tactic: {name: time-dependent, curve: polynomal}\n    weights: {land: 1}"}},
	{"how-the-sides-meet", 13, []string{"rounds: 20}", "rounds: 20, caucus: [{of: Nort, wishes: 1, with: [Far]}, {of: North, wishes: 0}], ladder: [tabel, table, table], gates: {closenes: 1}, rung: leader, rungs: [{name: envoys, gate: {trust: 1}}, {name: leaders, mandate: -1}]}",
		"{days: 1}", "{days: 1, seats: [North, Fra]}", "    weights: {land: 1}", "    seat: seated\n    formats: {tables: 0.1}\n    weights: {land: 1}"}},
	{"who-has-no-say", 4, []string{"rounds: 20}", "rounds: 20, gates: {trust: 1}}", "    weights: {shield: 1}", "    seat: sitting\n    formats: {table: 0.1}\n    inclusion: {walkout: {Far: 1}}\n    weights: {shield: 1}"}},
	{"after-the-signature", 27, []string{"issues:\n", "documents: [frame, {name: pledge, signatories: [North, Fra]}, {name: plan, signatories: []}]\nratifiers:\n  - {name: assembly, of: Nroth, kind: parliament, truce: true, document: framee, needed: {shield: [stron]}, support: {base: 2, spread: 0, issues: {shield: [0, 1], lnad: [0]}}}\n  - {name: people, of: South, kind: vote, fails: dael, support: {spread: 0.1}}\nimplementation:\n  issue: shield\n  reference: storng\n  steps: [{name: guard, by: Fra, days: -1}, {name: leave, by: [North, Suoth], days: 1, temptaton: 1}, {name: pay, by: all, days: 2}]\n  orders: {none: [guard, leave], weak: [guard, laeve, [pay, guard, leave]]}\nissues:\n", "credibility: 0.8", "credibility: 0.8, change: {keeps: 2}", "weights: {land: 1}", "failure: -1\n    weights: {land: 1}", "name: small\n", "name: small\ndurability: {breach: edogenous, slack_scale: 0}\n"}},
	{"everything-at-once", 7, []string{"name: small", "name: ../small", "role: guarantor", "role: guarantee", "{base: 0.1}", "{}", "text: middle", "texd: middle", "hold: 0.02", "hold: -1", "days: 1", "days: 0", "kind: share", "kind: shares"}},
}

// faultyCase is the small document with every other text replaced by the next.
type faultyCase struct {
	name    string
	faults  int
	replace []string
}

func (d faultyCase) text() string {
	text := small
	for i := 0; i < len(d.replace); i += 2 {
		if !strings.Contains(text, d.replace[i]) {
			panic(d.name + " replaces what is not there: " + d.replace[i])
		}
		text = strings.Replace(text, d.replace[i], d.replace[i+1], 1)
	}
	return text
}

// Every fault of a document is reported at once, at its place, with what is allowed.
func TestFaults(t *testing.T) {
	for _, bad := range faulty {
		t.Run(bad.name, func(t *testing.T) {
			doc, err := document.Parse("case.yaml", []byte(bad.text()))
			if err == nil {
				_, err = scenario.Compile(doc)
			}
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			for _, f := range faults {
				assert.Positive(t, f.Line, "%v", f)
				assert.Positive(t, f.Column, "%v", f)
			}
			said := strings.NewReplacer(mediators(), "{mediators}", tactics(), "{tactics}").Replace(err.Error() + "\n")
			golden := filepath.Join("testdata", bad.name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(said), 0o600))
			}
			want, readErr := os.ReadFile(golden)
			require.NoError(t, readErr)
			assert.Equal(t, string(want), said)
			assert.Len(t, faults, bad.faults)
		})
	}
}

// mediators and tactics are the catalog's names as messages list them, so that a new
// line of the catalog changes no golden file.
func mediators() string {
	var names []string
	for _, m := range agents.Mediators() {
		names = append(names, m.Name)
	}
	return strings.Join(names, ", ")
}

func tactics() string {
	var names []string
	for _, t := range agents.Tactics() {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}
