package verify_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/verify"
)

// Facts are told whatever comes out: with an interval that holds the estimate, a class
// that cannot fail the program, and what is missing where they are not reproduced.
func TestFactsAreTold(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	lab := verify.NewLab(shipped, .05, 1)
	told := 0
	for _, c := range verify.Checks() {
		if c.ID[0] != 'E' {
			continue
		}
		for i := range c.Trials() {
			rows, err := c.Play(lab, i)
			require.NoError(t, err)
			assert.False(t, verify.Failed(rows), "a fact fails nothing")
			for _, r := range rows {
				assert.NotEmpty(t, r.Source)
				if r.Class.Decides() {
					continue
				}
				told++
				assert.Contains(t, []string{"reproduced", "weak", "NOT reproduced", "would agree", "would NOT agree"}, r.Verdict())
				assert.Equal(t, r.Class == verify.Supposed, r.Fact == "", "%s: which fact it is of", r.What)
				if r.Runs > 0 {
					assert.LessOrEqual(t, r.Low, r.Simulated, r.What)
					assert.GreaterOrEqual(t, r.High, r.Simulated, r.What)
				}
			}
		}
	}
	assert.Equal(t, 48, told)
	assumed, err := lab.Assumed()
	require.NoError(t, err)
	assert.Regexp(t, `Of its \d{3} numbers \d+ are assumptions`, assumed)
}

// What has an exact answer among the facts holds, and fails when the file is another.
func TestHowLongPressureHoldsUpAText(t *testing.T) {
	for _, tt := range []struct {
		open  verify.Open
		fails bool
	}{{shipped, false}, {changed("pressure[0].decay", "0.2"), true}} {
		for _, c := range verify.Checks() {
			if c.ID == "E3" {
				rows, err := c.Play(verify.NewLab(tt.open, 1, 1), 0)
				require.NoError(t, err)
				assert.Equal(t, tt.fails, verify.Failed(rows))
			}
		}
	}
}

// What checks of facts take beside the case is read from files of their own: with another
// number there a row has another verdict.
func TestFactsReadTheirFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, tt := range []struct {
		file, was, is string
		check         string
		part          int
		row           string
	}{
		{"facts/e6-guarantors.yaml", "believed: {value: 0.8", "believed: {value: 0.2", "E6", 1, "a guarantor who is believed to one who is not"},
		{"facts/e7-war.yaml", "trust: {value: 0.15", "trust: {value: 1e9", "E7", 0, "agreement where talks begin at the start of a war"},
		{"facts/e7-war.yaml", "wearing: {value: 0.05", "wearing: {value: 0", "E7", 1, "agreement in a stalemate that hurts less in one that does not"},
	} {
		open := func(name string) ([]byte, error) {
			text, err := shipped(name)
			if err == nil && name == tt.file {
				require.Contains(t, string(text), tt.was)
				text = []byte(strings.Replace(string(text), tt.was, tt.is, 1))
			}
			return text, err
		}
		verdict := func(open verify.Open) bool {
			i := slices.IndexFunc(verify.Checks(), func(c verify.Check) bool { return c.ID == tt.check })
			rows, err := verify.Checks()[i].Play(verify.NewLab(open, .1, 1), tt.part)
			require.NoError(t, err)
			k := slices.IndexFunc(rows, func(r verify.Row) bool { return strings.Contains(r.What, tt.row) })
			require.NotEqual(t, -1, k, tt.row)
			return rows[k].Agrees()
		}
		assert.True(t, verdict(shipped), tt.row)
		assert.False(t, verdict(open), tt.row)
	}
}

// A file that is not there, or lacks a number, is a fault.
func TestFactsWithoutTheirFiles(t *testing.T) {
	for _, text := range []string{"", "believed: {value: 0.8}", "believed: 0.8\ndoubted: 0.2\nothers: 1"} {
		open := func(name string) ([]byte, error) {
			switch {
			case !strings.HasPrefix(name, "facts/"):
				return shipped(name)
			case text == "":
				return nil, os.ErrNotExist
			}
			return []byte(text), nil
		}
		for _, c := range verify.Checks() {
			if c.ID == "E6" {
				_, err := c.Play(verify.NewLab(open, .001, 1), 1)
				assert.Error(t, err, text)
			}
		}
	}
}
