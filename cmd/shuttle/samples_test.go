package main

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "make the samples again")

// samplesHome is where the samples stand; its README says what they are.
const samplesHome = "../../results/samples"

// sample is a result of which what is small is kept.
type sample struct {
	name    string   // of its folder
	from    []string // the command that makes it
	page    bool     // its report is kept
	picture []string // charts that are kept as pictures too
	checked bool     // quick enough to be made again by every test
}

// samples are the shipped scenarios, their mediators compared, and some experiments.
func samples() []sample {
	of := func(command, config string) sample {
		return sample{name: filepath.Base(config), from: []string{command, "../../configs/" + config + ".yaml"}}
	}
	textbook, miami, compared := of("run", "textbook"), of("run", "miami"), of("compare", "miami")
	textbook.page, textbook.checked, miami.checked = true, true, true
	miami.picture = []string{"utility-space"}
	compared.name, compared.page, compared.picture = "miami-compare", true, []string{"outcomes"}
	compared.from = append(compared.from, "--split", "--adapt")
	guarantee := of("sweep", "experiments/guarantee-threshold")
	guarantee.picture = []string{"heat-map"}
	list := []sample{
		textbook, miami, of("run", "camp-david-1978"), of("run", "dayton-1995"), of("run", "minsk-2015"), of("run", "istanbul-2025"),
		compared, guarantee,
	}
	for _, name := range []string{
		"strategies", "europe", "europe-coefficients", "formats", "symmetric-pressure", "deadline", "sequencing", "overload", "small-deliverables", "ratification", "sensitivity", "beyond-territory", "land-for-guarantees",
	} {
		list = append(list, of("sweep", "experiments/"+name))
	}
	return list
}

// The committed samples are what the program makes today, byte for byte. After a change
// that moves numbers or charts they are made again, all of them, with
//
//	go test ./cmd/shuttle -run TestSamples -update
func TestSamples(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	if runtime.GOARCH != "amd64" {
		t.Skip("other architectures work out exponentials in other ways, and the last digits differ")
	}
	for _, s := range samples() {
		at := filepath.Join(samplesHome, s.name)
		t.Run(s.name, func(t *testing.T) {
			switch {
			case *update:
				made := s.make(t)
				require.NoError(t, os.RemoveAll(at))
				for name, content := range made {
					to := filepath.Join(at, name)
					require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o777))
					require.NoError(t, os.WriteFile(to, content, 0o666))
				}
			case s.checked:
				want, got := read(t, at), s.make(t)
				assert.Equal(t, slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)))
				for name := range got {
					assert.True(t, bytes.Equal(undated(want[name]), undated(got[name])), "%s/%s: make the samples again", at, name)
				}
			}
		})
	}
}

// committed are the files of a result that are small enough to be committed, beside its charts.
var committed = []string{"summary.csv", "comparison.csv", "split.csv", "adaptation.csv", "regret.csv", "report.html"}

// mostCommitted is how large a table may be that is committed; the tables of large designs are
// made by the same command as their charts.
const mostCommitted = 256 << 10

// make plays a sample and returns the files that are kept, by their names.
func (s sample) make(t *testing.T) map[string][]byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), s.name)
	shuttle := func(args ...string) {
		var stdout, stderr bytes.Buffer
		require.Zero(t, run(args, &stdout, &stderr), stderr.String())
	}
	shuttle(append(s.from, "--quiet", "--format", "svg", "--out", out)...)
	if s.page {
		shuttle("report", out)
	}
	if len(s.picture) > 0 {
		shuttle("plot", out, "--quiet", "--chart", strings.Join(s.picture, ","))
	}
	made := read(t, out)
	maps.DeleteFunc(made, func(name string, _ []byte) bool {
		small := slices.Contains(committed, name) && (len(made[name]) <= mostCommitted || name == "report.html")
		return !small && !strings.HasPrefix(name, "charts/")
	})
	if page, is := made["report.html"]; is {
		made["report.html"] = regexp.MustCompile(`; made [^.]*`).ReplaceAll(page, nil) // the day is not the same twice
	}
	return made
}

// undated is a file without the day on which it was made.
func undated(content []byte) []byte {
	return regexp.MustCompile(`\d+ [A-Z][a-z]+ \d{4}</dd>`).ReplaceAll(content, []byte("</dd>"))
}

// read reads all files of a folder.
func read(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(dir, func(name string, at os.DirEntry, err error) error {
		if err != nil || at.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		short, err := filepath.Rel(dir, name)
		files[filepath.ToSlash(short)] = content
		return err
	}))
	return files
}
