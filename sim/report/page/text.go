package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// hyphen finds a hyphen that stands for a minus.
var hyphen = regexp.MustCompile(`(^|[\s(])-([0-9.])`)

// minus gives numbers within a text their true minus, and keeps "n = 3" on one line.
func minus(s string) string {
	return strings.ReplaceAll(hyphen.ReplaceAllString(s, "$1−$2"), "n = ", "n\u00a0=\u00a0")
}

// unbroken is how many letters the longest word of a text has.
func unbroken(s string) int {
	most := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		most = max(most, utf8.RuneCountInString(word))
	}
	return most
}

// moment is the end of a measure's name that says when: signed_by.91d, peace_holds.5y.
var moment = regexp.MustCompile(`^([0-9.]+)([dy])$`)

// years is the end of a measure's name that says after how many: expected_peace_5y.
var years = regexp.MustCompile(`_([0-9]+)y$`)

// label is a measure as a reader says it: "joint gain" for joint_gain, "gain of A"
// for gain.A, "signed by 91 days" for signed_by.91d.
func label(measure string) string {
	if outcome, ok := strings.CutPrefix(measure, "outcome."); ok {
		return outcome
	}
	name, rest, dotted := strings.Cut(measure, ".")
	name = strings.ReplaceAll(years.ReplaceAllString(name, " after $1 years"), "_", " ")
	if !dotted {
		return name
	}
	if at := moment.FindStringSubmatch(rest); at != nil {
		unit := map[string]string{"d": " day", "y": " year"}[at[2]]
		if at[1] != "1" {
			unit += "s"
		}
		return name + " " + at[1] + unit
	}
	return name + " of " + rest
}

// cut shortens a text to so many letters.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
