package main

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// browser starts the installed browser, or skips the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
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

func TestReportInABrowser(t *testing.T) {
	ctx := browser(t)
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"run", []string{"run", "../../configs/miami.yaml", "--runs", "60"}},
		{"compare", []string{"compare", "../../configs/miami.yaml", "--runs", "40", "--robust", "3"}},
		{"sweep", []string{"sweep", "../../configs/experiments/strategies.yaml", "--runs", "20"}},
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

// checkStructure looks for what readers who do not see rely on.
func checkStructure(t *testing.T, tab context.Context) {
	t.Helper()
	assert.Equal(t, "en", ask[string](t, tab, `document.documentElement.lang`))
	levels := ask[[]int](t, tab, `[...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(h => Number(h.tagName[1]))`)
	require.NotEmpty(t, levels)
	assert.Equal(t, 1, levels[0])
	for i, level := range levels[1:] {
		assert.LessOrEqual(t, level, levels[i]+1, "headings go down a step at a time")
		assert.NotEqual(t, 1, level, "there is one title")
	}
	for what, wrong := range map[string]string{
		"pictures without a name":       `[...document.querySelectorAll("svg")].filter(s => s.getAttribute("role") !== "img" || !document.getElementById(s.getAttribute("aria-labelledby"))?.textContent || !document.getElementById(s.getAttribute("aria-describedby"))?.textContent)`,
		"figures without a caption":     `[...document.querySelectorAll("figure")].filter(f => !f.querySelector("figcaption")?.textContent.trim())`,
		"tables without a caption":      `[...document.querySelectorAll("table")].filter(t => !t.caption?.textContent.trim())`,
		"headers without a scope":       `[...document.querySelectorAll("th:not([scope])")]`,
		"links that lead nowhere":       `[...document.querySelectorAll("a")].filter(a => !document.getElementById(a.hash.slice(1)))`,
		"two parts of one name":         `[...document.querySelectorAll("[id]")].filter(e => document.querySelectorAll("#" + CSS.escape(e.id)).length > 1)`,
		"text too pale for its ground":  pale,
		"scripts beside the page's own": `[...document.querySelectorAll("script")].slice(1)`,
	} {
		assert.Empty(t, ask[[]string](t, tab, wrong+`.map(e => e.outerHTML.slice(0, 200))`), what)
	}
}

// pale finds text with a contrast below 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
const pale = `(() => {
	const parts = (color) => color.match(/[\d.]+/g).map(Number);
	const light = (color) => {
		const [r, g, b] = parts(color).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ground = (e) => {
		for (; e; e = e.parentElement) {
			const color = getComputedStyle(e).backgroundColor;
			if ((parts(color)[3] ?? 1) > 0) return color;
		}
		return "rgb(255, 255, 255)";
	};
	return [...document.querySelectorAll("body *:not(svg *)")].filter(e => {
		if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) return false;
		if (e.tagName === "SCRIPT") return false;
		const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
		return (a + 0.05) / (b + 0.05) < 4.5;
	});
})()`

// checkKeyboard goes to the answer by the first key.
func checkKeyboard(t *testing.T, tab context.Context) {
	t.Helper()
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(kb.Tab)))
	assert.Equal(t, "Skip to the answer", ask[string](t, tab, `document.activeElement.textContent`))
	assert.GreaterOrEqual(t, ask[float64](t, tab, `document.activeElement.getBoundingClientRect().left`), 0.0, "seen when reached")
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(kb.Enter)))
	assert.Equal(t, "#answer", ask[string](t, tab, `location.hash`))
}

// checkSorting sorts the table of issues by its numbers with the keyboard alone.
func checkSorting(t *testing.T, tab context.Context) {
	t.Helper()
	const table = `[...document.querySelectorAll("table")].find(t => t.caption.textContent.includes("The issues"))`
	values := func() []float64 {
		return ask[[]float64](t, tab, `[...`+table+`.tBodies[0].rows].map(r => Number(r.cells[3].dataset.sort))`)
	}
	sorted := func() string {
		return ask[string](t, tab, table+`.tHead.rows[0].cells[3].getAttribute("aria-sort") ?? ""`)
	}
	assert.Empty(t, sorted())
	ask[bool](t, tab, table+`.parentElement.focus(), true`)
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(strings.Repeat(kb.Tab, 4)), chromedp.KeyEvent(kb.Enter)))
	assert.Equal(t, "ascending", sorted())
	assert.IsNonDecreasing(t, values())
	assert.Equal(t, "Sorted by levels, ascending.", ask[string](t, tab, `document.getElementById("said").textContent`))
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(" ")))
	assert.Equal(t, "descending", sorted())
	assert.IsNonIncreasing(t, values())
}

// checkWidths makes sure that nobody has to scroll sideways, but within a table.
func checkWidths(t *testing.T, tab context.Context) {
	t.Helper()
	for _, width := range []int64{1280, 768, 360} {
		require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(width, 900)))
		assert.LessOrEqual(t, ask[int64](t, tab, `document.documentElement.scrollWidth`), width)
	}
}

// checkPaper prints the page. The text of a page of A4 is 170 mm wide and 259 mm high:
// what may not be broken must fit.
func checkPaper(t *testing.T, tab context.Context) {
	t.Helper()
	pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	require.NoError(t, err)
	pages := regexp.MustCompile(`/Type /Page\b`).FindAll(pdf, -1)
	boxes := regexp.MustCompile(`/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]`).FindAll(pdf, -1)
	assert.NotEmpty(t, pages)
	assert.Len(t, boxes, len(pages), "all of A4")
	assert.Less(t, len(pages), 80)

	_, err = chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(t, err)
	require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(643, 979)))
	for what, wrong := range map[string]string{
		"figures that could be cut":   `[...document.querySelectorAll("figure")].filter(f => getComputedStyle(f).breakInside !== "avoid" || f.offsetHeight > 979)`,
		"rows that could be cut":      `[...document.querySelectorAll("tr")].filter(r => getComputedStyle(r).breakInside !== "avoid" || r.offsetHeight > 900)`,
		"what is wider than the page": `[...document.querySelectorAll("main *:not(svg *)")].filter(e => e.getBoundingClientRect().right > 645)`,
		"what belongs to the screen":  `[...document.querySelectorAll("nav, .skip")].filter(e => e.offsetHeight > 0)`,
	} {
		assert.Empty(t, ask[[]string](t, tab, wrong+`.map(e => e.outerHTML.slice(0, 200))`), what)
	}
	_, err = chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
	require.NoError(t, err)
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

// The time from asking for the page until all of it is laid out and painted.
func BenchmarkReportInABrowser(b *testing.B) {
	ctx := browser(b)
	page := pageOf(b, "compare", "../../configs/miami.yaml", "--runs", "100")
	tab, stop := chromedp.NewContext(ctx)
	defer stop()
	require.NoError(b, chromedp.Do(tab, chromedp.EmulateViewport(1280, 900)))
	for b.Loop() {
		require.NoError(b, chromedp.Do(tab, chromedp.Navigate(address(page))))
		_, err := chromedp.Run(tab, chromedp.Evaluate[bool](`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`, chromedp.EvalAwaitPromise))
		require.NoError(b, err)
	}
}
