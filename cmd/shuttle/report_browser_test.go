package main

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// browser starts the installed browser, or skips the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	err := chromedp.Do(ctx)
	if isMissing(err) {
		t.Skip("no Chromium or Chrome is installed to look at the page with (Debian: apt install chromium)")
	}
	require.NoError(t, err)
	return ctx
}

// pageOf is the report of what the program does with these arguments.
func pageOf(t testing.TB, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "result")
	var stdout, stderr bytes.Buffer
	require.Zero(t, run(append(args, "--quiet", "--out", out), &stdout, &stderr), stderr.String())
	require.Zero(t, run([]string{"report", out}, &stdout, &stderr), stderr.String())
	return filepath.Join(out, "report.html")
}

// hostile is a scenario whose names would be tags, attributes and scripts if they
// were not escaped, or are longer or of other scripts than a page may expect.
func hostile(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../configs/textbook.yaml")
	require.NoError(t, err)
	const attack = `<script>hacked=1</script><img src=x onerror=hacked=1>`
	name := filepath.Join(t.TempDir(), "hostile.yaml")
	changed := strings.NewReplacer(
		"title: Two issues to trade", `title: 'اتفاق "&'' `+attack+`'`+"\nlive: true",
		"question: Do", "question: '"+attack+"' #",
		"  - name: A\n", `  - name: '`+attack+`'`+"\n",
		"  - name: B\n", "  - name: 北方联合省议会"+strings.Repeat("WithALongName", 12)+"\n",
		"name: x,", `name: "الحدود \" onclick=hacked=1",`, "      x: {", `      "الحدود \" onclick=hacked=1": {`,
	).Replace(string(text))
	require.NoError(t, os.WriteFile(name, []byte(changed), 0o666))
	return name
}

// design is an experiment with two factors, on the December case.
func design(t testing.TB) string {
	t.Helper()
	scenario, err := filepath.Abs("../../configs/miami.yaml")
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "design.yaml")
	require.NoError(t, os.WriteFile(name, []byte(`
name: design
scenario: `+scenario+`
mediators: [none, facilitation, single-text]
replicates: 20
design:
  - kind: factorial
    factors:
      - {name: spread, role: uncertainty, path: jitter, levels: [0, 0.1, 0.2], unit: score}
      - {name: devaluation, role: uncertainty, path: mechanisms.devaluation, levels: [true, false]}
`), 0o666))
	return name
}

func TestReportInABrowser(t *testing.T) {
	ctx := browser(t)
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"run", []string{"run", "../../configs/miami.yaml", "--runs", "40"}},
		{"compare", []string{"compare", "../../configs/miami.yaml", "--mediators", "none,facilitation,single-text,oracle/nash", "--runs", "30", "--robust", "2"}},
		{"sweep", []string{"sweep", design(t), "--runs", "20"}},
		{"hostile names", []string{"compare", hostile(t), "--runs", "20"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := pageOf(t, tt.args...)
			info, err := os.Stat(page)
			require.NoError(t, err)
			assert.Less(t, info.Size(), int64(3<<20), "bytes")
			tab, stop := chromedp.NewContext(ctx)
			defer stop()
			heard := listen(t, tab)
			require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address(page))))
			checkStructure(t, tab)
			checkKeyboard(t, tab)
			checkSorting(t, tab)
			checkWidths(t, tab)
			checkPaper(t, tab)
			assert.Equal(t, "undefined", ask[string](t, tab, "typeof hacked"))
			assert.Equal(t, []string{address(page)}, heard.requests(), "what the page fetches")
			assert.Empty(t, heard.complaints())
		})
	}
}

// address is a file as browsers name it.
func address(file string) string { return (&url.URL{Scheme: "file", Path: file}).String() }

// heard is what a browser says while it shows a page.
type heard struct {
	sync.Mutex
	fetched, said []string
}

// painted waits until all that the page is asked to do is done and seen.
func painted(t testing.TB, tab context.Context) {
	t.Helper()
	_, err := chromedp.Run(tab, chromedp.Evaluate[bool](`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`, chromedp.EvalAwaitPromise))
	require.NoError(t, err)
}

func listen(t *testing.T, tab context.Context) *heard {
	t.Helper()
	h := &heard{}
	require.NoError(t, chromedp.Listen(tab, func(event any) {
		h.Lock()
		defer h.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "data:") {
				h.fetched = append(h.fetched, e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			h.said = append(h.said, e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			h.said = append(h.said, string(e.Type))
		case *log.EventEntryAdded:
			h.said = append(h.said, e.Entry.Text)
		}
	}))
	_, err := chromedp.Call(tab, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	_, err = chromedp.Call(tab, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	return h
}

func (h *heard) requests() []string {
	h.Lock()
	defer h.Unlock()
	return h.fetched
}

func (h *heard) complaints() []string {
	h.Lock()
	defer h.Unlock()
	return h.said
}

// ask has the page evaluate an expression.
func ask[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	found, err := chromedp.Run(tab, chromedp.Evaluate[T](expression))
	require.NoError(t, err, expression)
	return found
}

// Without a browser there is no paper, but there is the page and a sentence.
func TestReportWithoutABrowser(t *testing.T) {
	for _, at := range []string{"/usr/bin/google-chrome", "/usr/local/bin/chrome", "/snap/bin/chromium", "/Applications"} {
		if _, err := os.Stat(at); err == nil {
			t.Skip("a browser that stands in its usual place is always found")
		}
	}
	page := pageOf(t, "run", "../../configs/textbook.yaml", "--runs", "2", "--no-charts")
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitFailed, run([]string{"report", filepath.Dir(page), "--pdf"}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "no Chromium or Chrome is installed to print")
	assert.Equal(t, page+"\n", stdout.String())
	assert.NoFileExists(t, filepath.Join(filepath.Dir(page), "report.pdf"))
}

// strategies are twelve to compare: as many as a page has to hold.
const strategies = "none,facilitation,bridging,single-text,package,improving-directions,learner,carrots,sticks,guarantor,mixed,oracle/nash"

// mostBytes is what the page of twelve strategies in 10,000 runs each may have.
const mostBytes = 3 << 20

// A large comparison stays a page: small enough, and with every figure laid out. More
// runs lengthen only curves of single endings: from 300 to 10,000 by a sixth of the
// page, for which there has to be room.
func TestLargeReportInABrowser(t *testing.T) {
	ctx := browser(t)
	page := pageOf(t, "compare", "../../configs/miami.yaml", "--mediators", strategies, "--runs", "300", "--format", "svg")
	info, err := os.Stat(page)
	require.NoError(t, err)
	assert.Less(t, info.Size(), int64(mostBytes*6/7), "bytes")
	tab, stop := chromedp.NewContext(ctx)
	defer stop()
	for _, width := range []int64{1400, 390} {
		require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address(page))))
		painted(t, tab)
		checkFigures(t, tab, 12)
	}
	require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(1400, 900)))
	painted(t, tab)
	assert.Empty(t, ask[[]string](t, tab, `[...document.querySelectorAll("#tables .table")].filter(b => b.scrollWidth > b.clientWidth).map(b => b.textContent.slice(0, 80))`),
		"tables of results that have to be scrolled in a wide window")
}

// The time from asking for the page of twelve strategies, 10,000 runs each, until all of
// it is laid out and painted.
func BenchmarkReportInABrowser(b *testing.B) {
	ctx := browser(b)
	page := pageOf(b, "compare", "../../configs/miami.yaml", "--mediators", strategies, "--runs", "10000", "--format", "svg")
	info, err := os.Stat(page)
	require.NoError(b, err)
	require.Less(b, info.Size(), int64(mostBytes), "bytes")
	b.ReportMetric(float64(info.Size()), "bytes")
	tab, stop := chromedp.NewContext(ctx)
	defer stop()
	require.NoError(b, chromedp.Do(tab, chromedp.EmulateViewport(1280, 900)))
	for b.Loop() {
		require.NoError(b, chromedp.Do(tab, chromedp.Navigate(address(page))))
		painted(b, tab)
	}
}
