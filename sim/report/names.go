package report

import (
	"slices"
	"strings"
	"unicode"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// glossary remembers what a figure says in place of which name.
type glossary struct {
	full     []string // “short” is “full”, for the caption
	warnings []string
	used     map[string]string // the name that each short one stands for
	levels   string            // what names of arms are made of, where they are cut to their levels
}

// otherLetters is said once of all names that a figure cannot write.
const otherLetters = "the charts’ font has Latin, Greek and Cyrillic letters; a name in others is written as its kind and number, such as “party 2”, and in full in the caption"

// label is how a figure writes a name. A name in a script that the font lacks or
// that runs from right to left becomes its kind and number, such as "party 2"; a
// name wider than most is cut so that it differs from all others, or becomes its kind
// and number as well. The caption then gives it in full.
func (g *glossary) label(k ink, kind string, number int, name string, most vg.Length) string {
	name = clean(name)
	short := legible(kind, number, name)
	if short != name && name != "" {
		g.warn(otherLetters)
	}
	short = g.distinct(k, short, numbered(kind, number), most)
	if entry := inFull(short, name); short != name && name != "" && !slices.Contains(g.full, entry) {
		g.full = append(g.full, entry)
	}
	return short
}

// explain takes in what stands for what because the font lacks it.
func (g *glossary) explain(full []string) {
	for _, entry := range full {
		g.warn(otherLetters)
		if !slices.Contains(g.full, entry) {
			g.full = append(g.full, entry)
		}
	}
}

// distinct cuts a name where that makes it differ from the names before, else falls
// back on its kind and number.
func (g *glossary) distinct(k ink, name, numbered string, most vg.Length) string {
	for _, before := range []float64{0.5, 0.35, 0.65, 0.2} {
		short := cutAt(k, name, most, before)
		if of, used := g.used[short]; !used || of == name {
			return g.use(short, name)
		}
	}
	short := cut(k, numbered, most)
	if of, used := g.used[short]; used && of != name { // too narrow for any difference: rather too wide than alike
		short = numbered
	}
	return g.use(short, name)
}

func (g *glossary) use(short, name string) string {
	if g.used == nil {
		g.used = make(map[string]string)
	}
	g.used[short] = name
	return short
}

func (g *glossary) warn(w string) {
	if !slices.Contains(g.warnings, w) {
		g.warnings = append(g.warnings, w)
	}
}

// clean makes one line of valid, composed, visible text.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return norm.NFC.String(apostrophes(strings.Join(strings.Fields(s), " ")))
}

// writable tells whether the face has every letter of s and sets them in order:
// pictures are set letter by letter from the left, without joining or reordering.
func writable(f font.Face, s string) bool {
	var buf sfnt.Buffer
	for _, r := range s {
		if i, err := f.Face.GlyphIndex(&buf, r); err != nil || i == 0 || unicode.Is(unicode.M, r) {
			return false
		}
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return false
		}
	}
	return true
}
