package words

import (
	"regexp"
	"strings"
)

// moment is the end of a measure's name that says when: signed_by.91d, peace_holds.5y.
var moment = regexp.MustCompile(`^([0-9.]+)([dy])$`)

// years is the end of a measure's name that says after how many: expected_peace_5y.
var years = regexp.MustCompile(`_([0-9]+)y$`)

// Label is a measure as a reader says it: "joint gain" for joint_gain, "gain of A"
// for gain.A, "signed by 91 days" for signed_by.91d.
func Label(measure string) string {
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

// Named is a mediator in a sentence. None is a name there, not a pronoun: "none has
// more than carrots" would say something else.
func Named(mediator string) string {
	if mediator == "none" {
		return "“none”"
	}
	return mediator
}

// named are mediators in a sentence.
func named(mediators []string) []string {
	var list []string
	for _, m := range mediators {
		list = append(list, Named(m))
	}
	return list
}
