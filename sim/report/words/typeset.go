package words

import (
	"regexp"
	"strings"
)

var (
	hyphenMinus = regexp.MustCompile(`(^|[\s(\[])-([0-9.])`)
	opening     = regexp.MustCompile(`(^|[\s(\[{/–—“])(["'])`)
)

// Typeset gives a text for print its true minus, quotes and apostrophes, and keeps
// "n = 3" on one line. It is not for what is to be typed again: commands, paths, names
// of files.
func Typeset(s string) string {
	s = hyphenMinus.ReplaceAllString(s, "$1−$2")
	for range 2 { // a quote within a quote
		s = opening.ReplaceAllStringFunc(s, func(at string) string {
			return strings.NewReplacer(`"`, "“", "'", "‘").Replace(at)
		})
	}
	return strings.NewReplacer(`"`, "”", "'", "’", "n = ", "n\u00a0=\u00a0").Replace(s)
}
