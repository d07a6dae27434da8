package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fillDisk sweeps onto a disk of its own that is too small, makes the disk larger,
// gives the same command again, and copies the result away. It wants to be run where it
// may mount: unshare -rm.
const fillDisk = `
mount -t tmpfs -o size="$SIZE" none "$DISK" || exit 99
shuttle sweep "$EXPERIMENT" --quiet --no-charts --out "$DISK/out" 2>"$HERE/said"
echo $? >"$HERE/code"
ls -A "$DISK" >"$HERE/left"
mount -o remount,size=64m "$DISK"
shuttle sweep "$EXPERIMENT" --no-charts --out "$DISK/out" 2>"$HERE/again" >/dev/null || exit 98
cp -r "$DISK/out" "$HERE/out"
`

// A disk that runs full, while runs are played or while the result is written, ends a
// sweep with a word on what is kept; with room again the same command gives the bytes
// of a sweep that had it all along.
func TestFullDiskKeepsWhatWasPlayed(t *testing.T) {
	home, name := swept(t)
	whole := filepath.Join(home, "whole")
	require.NoError(t, exec.Command("shuttle", "sweep", name, "--out", whole, "--quiet", "--no-charts").Run())
	for when, size := range map[string]string{"while runs are played": "300k", "while the result is written": "1600k"} {
		t.Run(when, func(t *testing.T) {
			here, disk := t.TempDir(), t.TempDir()
			cmd := exec.Command("unshare", "-rm", "sh", "-c", fillDisk)
			cmd.Env = append(os.Environ(), "SIZE="+size, "DISK="+disk, "HERE="+here, "EXPERIMENT="+name)
			said, err := cmd.CombinedOutput()
			if err != nil && (cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 98) {
				t.Skipf("no disk of one's own to be had here: %v %s", err, said)
			}
			require.NoError(t, err, string(said))
			read := func(name string) string {
				text, err := os.ReadFile(filepath.Join(here, name))
				require.NoError(t, err)
				return string(text)
			}
			assert.Equal(t, "1\n", read("code"))
			assert.Contains(t, read("said"), "no space left on device")
			assert.Contains(t, read("said"), "the same command continues")
			assert.Contains(t, read("left"), "out.journal\n")
			assert.NotContains(t, read("left"), "out\n", "no result that looks whole but is not")
			assert.Contains(t, read("again"), "of them played before")
			sameData(t, whole, filepath.Join(here, "out"))
		})
	}
}

// tooSmall runs a command on a disk of its own that is too small for what it writes.
const tooSmall = `
mount -t tmpfs -o size=300k none "$DISK" || exit 99
shuttle "$@" --out "$DISK/new/out" 2>"$HERE/said" >/dev/null
echo $? >"$HERE/code"
ls -AR "$DISK" >"$HERE/left"
`

// On a full disk other commands end in one sentence and leave nothing behind.
func TestFullDiskIsOneSentence(t *testing.T) {
	for name, args := range map[string][]string{
		"compare": {"compare", "../../configs/textbook.yaml", "--runs", "2000", "--no-charts", "--quiet"},
		"trace":   {"trace", "../../configs/miami.yaml", "--quiet"},
	} {
		t.Run(name, func(t *testing.T) {
			here, disk := t.TempDir(), t.TempDir()
			cmd := exec.Command("unshare", append([]string{"-rm", "sh", "-c", tooSmall, "sh"}, args...)...)
			cmd.Env = append(os.Environ(), "DISK="+disk, "HERE="+here)
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Skipf("no disk of one's own to be had here: %v %s", err, said)
			}
			for file, want := range map[string]string{
				"code": "1\n", "said": "shuttle: no space left on device: make room and give the same command again\n", "left": disk + ":\n",
			} {
				text, err := os.ReadFile(filepath.Join(here, file))
				require.NoError(t, err)
				assert.Equal(t, want, string(text), file)
			}
		})
	}
}
