package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how many runs are played, how fast, and how long the rest will
// take: on a terminal only.
func progress(stderr io.Writer, runs int, quiet bool) *progressbar.ProgressBar {
	file, ok := stderr.(*os.File)
	if quiet || !ok || !term.IsTerminal(int(file.Fd())) {
		return progressbar.DefaultSilent(int64(runs))
	}
	return progressbar.NewOptions(runs,
		progressbar.OptionSetWriter(stderr),
		progressbar.OptionSetDescription("playing"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("runs"),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
}
