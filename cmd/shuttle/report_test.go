package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Without a browser there is no paper, but there is the page and a sentence.
func TestReportWithoutABrowser(t *testing.T) {
	for _, at := range []string{"/usr/bin/google-chrome", "/usr/local/bin/chrome", "/snap/bin/chromium", "/Applications"} {
		if _, err := os.Stat(at); err == nil {
			t.Skip("a browser that stands in its usual place is always found")
		}
	}
	out := filepath.Join(t.TempDir(), "result")
	var stdout, stderr bytes.Buffer
	require.Zero(t, run([]string{"run", "../../configs/textbook.yaml", "--runs", "2", "--no-charts", "--quiet", "--out", out}, &stdout, &stderr), stderr.String())
	t.Setenv("PATH", t.TempDir())
	stdout.Reset()
	assert.Equal(t, exitFailed, run([]string{"report", out, "--pdf"}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "no Chromium or Chrome is installed to print")
	assert.Contains(t, stdout.String(), "report.html")
	assert.FileExists(t, filepath.Join(out, "report.html"))
	assert.NoFileExists(t, filepath.Join(out, "report.pdf"))
}
