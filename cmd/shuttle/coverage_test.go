package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// wanted is what has to be represented, by group: its kernel (K) and its core (C).
var wanted = map[string]string{
	"A": "01K 02K 03K 04C 05C 07C 08C 10C 12C 13C 17C",
	"B": "01K 02K 03K 04K 05C 06K 07C 08K 09C 10K 11C 12C 13C 16C",
	"C": "01K 02C 03K 04C 05C 06C 07C 08C 10K 11C 12C 13K 14C 16C 17C 18C",
	"D": "01K 02K 03K 04C 05C 06K 07K 08K 10C 11C 12C 13C 14C",
	"E": "01K 02K 03K 04K 05K 06K 07K 08K 09C 10C 11C 13C 14C",
	"F": "01K 02K 03K 04K 05K 06C 07C 08K 09K 10C 11C 12C 13K 14K 15C 16C 17C",
	"G": "01K 02C 03C 04K 05C 06C 08K 09K 10C 11C 13C 15C",
	"H": "01K 02K 03K 04C 05K 06C 07K 08C 09K 10C 11C 12K 13K 15C 17C",
	"I": "01K 02C 03C 04C 05C 06K 07C 08C 09C 10C 11C 13K",
	"J": "01C 02C 03C 04C 05C 06K 07C 08C 09C 10C",
	"K": "01K 02K 03C 04C 05K 06K 07C 08K 09C",
	"L": "01K 02C 03K 04K 05K 06C 07C 08C 10C",
	"M": "01K 02C 03K 04C 05C 06C 07C 08C 09C 11K 12C",
}

func inventory(t *testing.T) []represented {
	t.Helper()
	all, err := coverage()
	require.NoError(t, err)
	return all
}

// The inventory has every row that it must have, once, in order, and none is empty.
func TestCoverageIsComplete(t *testing.T) {
	var want, have []string
	for group, ids := range wanted {
		for _, id := range strings.Fields(ids) {
			want = append(want, group+id)
		}
	}
	slices.Sort(want)
	for _, x := range inventory(t) {
		have = append(have, x.ID+x.Priority)
		assert.Equal(t, x.ID[:1], strings.Fields(x.Group)[0], x.ID)
		assert.NotEmpty(t, x.What, x.ID)
		assert.NotEmpty(t, x.By, x.ID)
		assert.FileExists(t, "../../configs/"+x.Case+".yaml", x.ID)
	}
	assert.Equal(t, want, have)
}

// Everything that is named is there.
func TestCoverageNamesWhatExists(t *testing.T) {
	lists := map[string][]string{}
	for kind, list := range map[string]func() []entry{"mechanism": mechanisms, "outcome": outcomes, "mediator": mediators, "tactic": tactics, "chart": chartList} {
		for _, e := range list() {
			lists[kind] = append(lists[kind], e.Name)
		}
	}
	for _, m := range measure.All() {
		lists["measure"] = append(lists["measure"], m.Name)
	}
	shows, docs := shown{}, documents{}
	for _, x := range inventory(t) {
		for _, s := range x.By {
			switch s.Kind {
			case "experiment":
				assert.FileExists(t, "../../configs/experiments/"+s.Name+".yaml", x.ID)
			case "issue", "key", "stage":
				assert.True(t, slices.ContainsFunc(places(s), func(path string) bool {
					return at(docs.of(t, shows.with(t, &x)), path)
				}), "%s: %s %s is not in %s", x.ID, s.Kind, s.Name, x.Case)
			default:
				assert.Contains(t, lists[s.Kind], s.Name, "%s: %s", x.ID, s.Kind)
			}
		}
	}
}

// places are where a symbol of a scenario may stand in it.
func places(s symbol) []string {
	switch s.Kind {
	case "issue":
		return []string{"issues[" + s.Name + "]"}
	case "stage":
		return []string{"formats." + s.Name, "talks.rungs[" + s.Name + "]", "implementation.steps[" + s.Name + "]"}
	}
	return []string{s.Name}
}

// at reports whether a document has something at a path: keys, and in brackets the
// name or the number of a list's item.
func at(node any, path string) bool {
	for _, word := range regexp.MustCompile(`[^.\[\]]+`).FindAllString(path, -1) {
		next, ok := below(node, word)
		if !ok {
			return false
		}
		node = next
	}
	return true
}

func below(node any, word string) (any, bool) {
	switch node := node.(type) {
	case map[string]any:
		next, ok := node[word]
		return next, ok
	case []any:
		if i, err := strconv.Atoi(word); err == nil && i < len(node) {
			return node[i], true
		}
		for _, item := range node {
			if m, ok := item.(map[string]any); ok && m["name"] == word {
				return item, true
			}
		}
	}
	return nil, false
}

// What is switched off, or set to another value, changes a run of the scenario that is
// said to show it: a mechanism that changes nothing stands for nothing,
// and neither does a number.
func TestCoverageMatters(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	shows, seen := shown{}, map[string]bool{}
	for _, x := range inventory(t) {
		for _, s := range x.By {
			here := x.Case + strings.Join(x.With, ";") + s.Kind + s.Name
			if seen[here] {
				continue
			}
			seen[here] = true
			switch s.Kind {
			case "mechanism":
				base, off := shows.with(t, &x), shows.with(t, &x, "mechanisms."+s.Name+"=false")
				assert.True(t, differ(base, off), "%s: %s changes nothing in %s", x.ID, s.Name, x.Case)
			case "key":
				const free = "weights=as_given" // else one weight could not be set alone
				base := shows.with(t, &x, free)
				if other, ok := other(base, s.Name); ok {
					assert.True(t, differ(base, shows.with(t, &x, free, s.Name+"="+other)),
						"%s: %s changes nothing in %s when it is %s", x.ID, s.Name, x.Case, other)
				}
			}
		}
	}
}

// other is another value of a number: the low end of what it is drawn from; of one that
// is not drawn none of it, or half of it where it is a time; of nothing, one.
func other(s *scenario.Scenario, path string) (value string, ok bool) {
	for _, n := range s.Assumptions {
		if n.Path != path {
			continue
		}
		x := n.Lo
		switch {
		case n.Lo < n.Hi:
		case n.Hi == 0:
			x = 1
		case n.Unit == "days" || n.Unit == "years":
			x = n.Hi / 2
		default:
			x = 0
		}
		return strconv.FormatFloat(x, 'g', -1, 64), true
	}
	return "", false
}

// differ reports whether two scenarios have a run of the same seed that is not the same.
func differ(a, b *scenario.Scenario) bool {
	left, right := rows(a), rows(b)
	for i := range 200 {
		if !slices.Equal(left(i), right(i)) {
			return true
		}
	}
	return false
}

// rows plays a scenario's runs.
func rows(s *scenario.Scenario) func(replicate int) record.Row {
	engine, ledger := talks.NewEngine(s.Case), measure.NewLedger(s)
	var names []string
	for _, p := range s.Order {
		names = append(names, s.Case.Parties[p].Name)
	}
	row := make(record.Row, len(measure.Schema(names, nil)))
	return func(replicate int) record.Row {
		seed := rng.Derive(1, replicate)
		ledger.Fill(row, &measure.ID{Seed: seed}, engine.Play(seed, nil))
		return row
	}
}

// shown are compiled scenarios, by file and what is set of them.
type shown map[string]*scenario.Scenario

func (c shown) with(t *testing.T, x *represented, set ...string) *scenario.Scenario {
	t.Helper()
	all := append(slices.Clone(x.With), set...)
	key := strings.Join(append([]string{x.Case}, all...), ";")
	if c[key] == nil {
		s, err := compile("../../configs/"+x.Case+".yaml", all)
		require.NoError(t, err, x.ID)
		c[key] = s
	}
	return c[key]
}

// documents are scenarios with every default written out.
type documents map[*scenario.Scenario]any

func (d documents) of(t *testing.T, s *scenario.Scenario) any {
	t.Helper()
	if d[s] == nil {
		var doc any
		require.NoError(t, yaml.Unmarshal(s.Resolved, &doc))
		d[s] = doc
	}
	return d[s]
}

// The table of the README says by group what the inventory says.
func TestReadmeCountsTheCoverage(t *testing.T) {
	var groups []string
	rows := map[string]int{}
	names := map[string][]string{} // by group and kind
	for _, x := range inventory(t) {
		if rows[x.Group]++; rows[x.Group] == 1 {
			groups = append(groups, x.Group)
		}
		for _, s := range x.By {
			if in := x.Group + s.Kind; !slices.Contains(names[in], s.Name) {
				names[in] = append(names[in], s.Name)
			}
		}
	}
	text := readme(t)
	for _, g := range groups {
		line := fmt.Sprintf("| %s | %d |", g, rows[g])
		for _, kind := range []string{"mechanism", "measure"} {
			line += " " + strings.Join(names[g+kind], ", ") + " |"
		}
		assert.True(t, strings.Contains(text, "\n"+line+"\n"), "the README lacks\n%s", line)
	}
}
