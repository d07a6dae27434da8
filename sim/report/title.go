package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuttle/sim/report/words"
)

// inPlace stands for letters that the font lacks.
const inPlace = "□"

// mostLacking is how many of them a warning names.
const mostLacking = 5

// inLetters is a title as the face can write it, and what is to be said of that; nothing
// where it is written in full. A letter with a mark that the face lacks loses its mark;
// other letters that it lacks, or cannot set, have a box in their place. A title of which
// it has no letter at all is left to the caption.
func inLetters(k runeFace, title string) (text, warning string) {
	if k.has(title) {
		return title, ""
	}
	var b strings.Builder
	var lacking []string
	letters := 0
	for _, r := range title {
		one := string(r)
		bare := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.M, r) {
				return -1
			}
			return r
		}, norm.NFD.String(one))
		switch {
		case k.has(one):
		case bare == "": // a mark by itself
			one = ""
		case k.has(bare):
			one = bare
		default:
			if !slices.Contains(lacking, one) {
				lacking = append(lacking, one)
			}
			one = inPlace
		}
		if one != inPlace && strings.ContainsFunc(one, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			letters++
		}
		b.WriteString(one)
	}
	if letters == 0 {
		return "", "the charts’ font has no letter of the title: it stands in the caption only"
	}
	if text = strings.Join(strings.Fields(b.String()), " "); len(lacking) == 0 {
		return text, "the title stands in charts without marks that their font lacks, and in full in the caption"
	}
	named := lacking[:min(mostLacking, len(lacking))]
	for i := range named {
		named[i] = "“" + named[i] + "”"
	}
	list := words.List(named)
	if more := len(lacking) - len(named); more > 0 {
		list = strings.Join(named, ", ") + " and " + words.Plural(more, "other", "others")
	}
	return text, fmt.Sprintf("the charts’ font lacks %s of the title: %s stands in place of each, and the caption has the title in full", list, inPlace)
}

// runeFace is what can tell whether it has every letter of a text and sets them in order.
type runeFace interface{ has(text string) bool }

func (k ink) has(text string) bool { return writable(k.face, text) }
