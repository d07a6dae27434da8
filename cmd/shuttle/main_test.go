package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"shuttle": main})
}

// TestScripts runs the program as its users do; each script finds the shipped
// configurations in $CONFIGS.
func TestScripts(t *testing.T) {
	configs, err := filepath.Abs("../../configs")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("CONFIGS", configs)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"fails": fails},
	})
}

// fails wants a program to end with an exit code: fails 2 shuttle run missing.yaml.
func fails(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var ended *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); !errors.As(err, &ended) || ended.ExitCode() != want {
		ts.Fatalf("want exit code %d, got %v", want, err)
	}
}

func TestRunIsAFunction(t *testing.T) {
	for _, tt := range []struct {
		name   string
		args   []string
		code   int
		stdout string
		stderr string
	}{
		{"help", []string{"--help"}, 0, "shuttle plays mediated negotiations", ""},
		{"a list", []string{"list", "outcomes"}, 0, "mediator-left", ""},
		{"no such command", []string{"rnu"}, 2, "", "unknown command \"rnu\" for \"shuttle\"\n\nDid you mean this?\n\trun"},
		{"no such flag", []string{"run", "--sede", "3", "x.yaml"}, 2, "", "unknown flag: --sede: did you mean --seed?"},
		{"no number", []string{"run", "--runs", "many", "x.yaml"}, 2, "", "shuttle: --runs wants a whole number, have \"many\"\n"},
		{"a number written otherwise", []string{"run", "--runs", "1e9", "x.yaml"}, 2, "", "--runs wants a whole number, have \"1e9\""},
		{"a negative seed", []string{"run", "--seed", "-1", "x.yaml"}, 2, "", "--seed wants a whole number from 0 to 18446744073709551615, have \"-1\""},
		{"no argument", []string{"run"}, 2, "", "name a scenario\n\nSee `shuttle run --help`"},
		{"too many arguments", []string{"plot", "a", "b"}, 2, "", "name a result, not 2: a b"},
		{"too few runs", []string{"run", "--runs", "0", "x.yaml"}, 2, "", "--runs must be at least 1, have 0"},
		{"no worker", []string{"run", "--workers", "-1", "x.yaml"}, 2, "", "--workers must be at least 1, have -1"},
		{"no such size", []string{"plot", "x", "--size", "colum"}, 2, "", "--size colum: want one of column, text, slide"},
		{"no such chart", []string{"plot", "x", "--chart", "outcome"}, 2, "", "--chart outcome: did you mean outcomes?"},
		{"no such format", []string{"plot", "x", "--format", "gif"}, 2, "", "--format gif: want svg, png or both"},
		{"another point", []string{"trace", "x.yaml", "--point", "1"}, 2, "", "--point 1: there is only design point 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(tt.args, &stdout, &stderr)
			assert.Equal(t, tt.code, code)
			assert.Contains(t, stdout.String(), tt.stdout)
			if tt.stderr == "" {
				assert.Empty(t, stderr.String())
			} else {
				assert.Contains(t, stderr.String(), tt.stderr)
				assert.Empty(t, stdout.String(), "what went wrong is no product")
			}
		})
	}
}

func TestIdentity(t *testing.T) {
	set := func(pairs ...string) (list []debug.BuildSetting) {
		for i := 0; i < len(pairs); i += 2 {
			list = append(list, debug.BuildSetting{Key: pairs[i], Value: pairs[i+1]})
		}
		return list
	}
	for _, tt := range []struct {
		name             string
		info             debug.BuildInfo
		number, revision string
	}{
		{"nothing known", debug.BuildInfo{}, edition, "unknown"},
		{"go run", debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, edition, "unknown"},
		{"a release", debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: set("vcs.revision", "abc")}, "v1.2.3", "abc"},
		{"a changed checkout", debug.BuildInfo{Settings: set("vcs.revision", "abc", "vcs.modified", "true")}, edition, "abc, changed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			number, revision := identity(&tt.info)
			assert.Equal(t, tt.number, number)
			assert.Equal(t, tt.revision, revision)
		})
	}
}

func TestEveryCommandHasAnExample(t *testing.T) {
	for _, cmd := range newProgram(&bytes.Buffer{}, &bytes.Buffer{}).root.Commands() {
		assert.True(t, strings.Contains(cmd.Example, "shuttle "+cmd.Name()), cmd.Name())
		assert.NotEmpty(t, cmd.Long, cmd.Name())
	}
}

// TestInterruptLeavesNothing sends the signal of Ctrl-C once a result is being
// written.
func TestInterruptLeavesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself here")
	}
	home := t.TempDir()
	var stdout, stderr bytes.Buffer
	done := make(chan int)
	go func() {
		done <- run([]string{"run", "../../configs/textbook.yaml", "--runs", "100000000", "--out", filepath.Join(home, "result")}, &stdout, &stderr)
	}()
	require.Eventually(t, func() bool {
		rows, err := filepath.Glob(filepath.Join(home, ".result.staging-*", "runs.csv"))
		return err == nil && len(rows) == 1
	}, time.Minute, time.Millisecond)
	self, err := os.FindProcess(os.Getpid())
	require.NoError(t, err)
	require.NoError(t, self.Signal(os.Interrupt))
	assert.Equal(t, exitFailed, <-done)
	assert.Contains(t, stderr.String(), "interrupted")
	assert.Empty(t, stdout.String())
	left, err := filepath.Glob(filepath.Join(home, "*"))
	require.NoError(t, err)
	assert.Empty(t, left)
	staged, err := filepath.Glob(filepath.Join(home, ".result.staging-*"))
	require.NoError(t, err)
	assert.Empty(t, staged)
}
