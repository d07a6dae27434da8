package page

import (
	"strings"
	"unicode/utf8"
)

// unbroken is how many letters the longest word of a text has.
func unbroken(s string) int {
	most := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		most = max(most, utf8.RuneCountInString(word))
	}
	return most
}

// cut shortens a text to so many letters.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
