package main

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
	ask[bool](t, tab, table+`.tHead.querySelector("button").focus(), true`)
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(strings.Repeat(kb.Tab, 3)), chromedp.KeyEvent(kb.Enter)))
	assert.Equal(t, "ascending", sorted())
	assert.IsNonDecreasing(t, values())
	assert.Equal(t, "Sorted by levels, ascending.", ask[string](t, tab, `document.getElementById("said").textContent`))
	require.NoError(t, chromedp.Do(tab, chromedp.KeyEvent(" ")))
	assert.Equal(t, "descending", sorted())
	assert.IsNonIncreasing(t, values())
}

// checkFigures makes sure that so many figures and no fewer are laid out, each drawn
// once, large or small, below the one before and within its column.
func checkFigures(t *testing.T, tab context.Context, least int) {
	t.Helper()
	assert.GreaterOrEqual(t, ask[int](t, tab, `document.querySelectorAll("figure").length`), least)
	for what, wrong := range map[string]string{
		"figures that are not drawn once": `figures.filter(f => [...f.querySelectorAll("svg")].filter(s => s.getBoundingClientRect().height > 60).length !== 1)`,
		"figures that overlap":            `figures.filter((f, i) => i > 0 && f.getBoundingClientRect().top < figures[i - 1].getBoundingClientRect().bottom)`,
		"figures wider than their column": `figures.filter(f => f.getBoundingClientRect().right > f.parentElement.getBoundingClientRect().right + 1)`,
	} {
		assert.Empty(t, ask[[]string](t, tab, `(figures => `+wrong+`.map(f => f.id))([...document.querySelectorAll("figure")])`), what)
	}
}

// checkWidths makes sure that nobody has to scroll sideways, but within a table.
func checkWidths(t *testing.T, tab context.Context) {
	t.Helper()
	for _, width := range []int64{1280, 768, 360} {
		require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(width, 900)))
		painted(t, tab)
		assert.LessOrEqual(t, ask[int64](t, tab, `document.documentElement.scrollWidth`), width)
		assert.Empty(t, ask[[]string](t, tab, `[...document.querySelectorAll(".table, .plot:not(.small)")].filter(b => (b.scrollWidth > b.clientWidth) !== (b.tabIndex === 0)).map(b => b.textContent.slice(0, 80))`),
			"what scrolls is reached by the keyboard, and nothing else of it")
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
	assert.Less(t, len(pages), 45)

	_, err = chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(t, err)
	require.NoError(t, chromedp.Do(tab, chromedp.EmulateViewport(643, 979)))
	for what, wrong := range map[string]string{
		"pictures that could be cut":  `[...document.querySelectorAll("figure, .plot")].filter(f => getComputedStyle(f).breakInside !== "avoid" || f.matches(".plot") && f.offsetHeight > 900)`,
		"rows that could be cut":      `[...document.querySelectorAll("tr")].filter(r => getComputedStyle(r).breakInside !== "avoid" || r.offsetHeight > 900)`,
		"what is wider than the page": `[...document.querySelectorAll("main *:not(svg *)")].filter(e => e.getBoundingClientRect().right > 645)`,
		"numbers without their group": `(letters => [...document.querySelectorAll(".lines .before")].filter(e => !letters(e.closest("table").caption).includes(letters(e))))(e => e.textContent.replace(/[^\p{L}\p{N}]/gu, ""))`,
		"what belongs to the screen":  `[...document.querySelectorAll("nav, .skip")].filter(e => e.offsetHeight > 0)`,
	} {
		assert.Empty(t, ask[[]string](t, tab, wrong+`.map(e => e.outerHTML.slice(0, 200))`), what)
	}
	_, err = chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
	require.NoError(t, err)
}
