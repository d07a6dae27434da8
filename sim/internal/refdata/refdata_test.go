package refdata

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outcome stands in for a test and keeps how it ended.
type outcome struct {
	testing.TB
	skipped, failed string
}

func (o *outcome) Helper() {}

func (o *outcome) Skipf(format string, args ...any) {
	o.skipped = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (o *outcome) Fatalf(format string, args ...any) {
	o.failed = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func ask(name string) (path string, o outcome) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		path = Path(&o, name)
	}()
	<-done
	return path, o
}

func TestPath(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "there.csv"), nil, 0o600))
	for name, c := range map[string]struct {
		folder, file, required string
		path, skipped, failed  string
	}{
		"there":               {folder, "there.csv", "", filepath.Join(folder, "there.csv"), "", ""},
		"unset":               {"", "there.csv", "", "", "set SHUTTLE_DATA", ""},
		"unset but required":  {"", "there.csv", "1", "", "", "set SHUTTLE_DATA"},
		"absent":              {folder, "no.csv", "", "", "reference value no.csv", ""},
		"absent but required": {folder, "no.csv", "1", "", "", "reference value no.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("SHUTTLE_DATA", c.folder)
			t.Setenv("SHUTTLE_DATA_REQUIRED", c.required)
			path, o := ask(c.file)
			assert.Equal(t, c.path, path)
			assert.Contains(t, o.skipped, c.skipped)
			assert.Equal(t, c.skipped == "", o.skipped == "")
			assert.Contains(t, o.failed, c.failed)
			assert.Equal(t, c.failed == "", o.failed == "")
		})
	}
}
