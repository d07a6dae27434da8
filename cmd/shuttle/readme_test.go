package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readme is the project's front page.
func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	return string(text)
}

// Every command of the README does what it says: it is run, in order, in an empty
// folder that holds nothing but the shipped scenarios.
func TestReadmeCommandsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	commands := regexp.MustCompile(`(?m)^\$ go run ./cmd/shuttle (.*)$`).FindAllStringSubmatch(readme(t), -1)
	require.NotEmpty(t, commands)
	configs, err := filepath.Abs("../../configs")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.CopyFS("configs", os.DirFS(configs)))
	for _, c := range commands {
		var stdout, stderr bytes.Buffer
		code := run(strings.Fields(c[1]), &stdout, &stderr)
		require.Zero(t, code, "%s\n%s", c[1], stderr.String())
		assert.NotEmpty(t, stdout.String(), c[1])
	}
	for _, chart := range []string{"utility-space", "outcomes", "agreement", "objections"} {
		assert.FileExists(t, "results/miami/charts/"+chart+".svg")
		assert.FileExists(t, "results/miami/charts/"+chart+".png")
	}
}

// The strategy printed in the README is the one the tests compile and run.
func TestReadmeStrategyCompiles(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(readme(t), -1)
	require.Len(t, blocks, 1)
	example, err := os.ReadFile("../../agents/mediator/example_test.go")
	require.NoError(t, err)
	assert.Contains(t, string(example), blocks[0][1])
	assert.Less(t, strings.Count(blocks[0][1], "\n"), 40)
}

// Every file and folder the README links to is there.
func TestReadmeLinksHold(t *testing.T) {
	for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readme(t), -1) {
		_, err := os.Stat(filepath.Join("../..", link[1]))
		assert.NoError(t, err, link[1])
	}
}
