package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

// ellipsis stands for what was cut out of a name.
const ellipsis = "…"

// cut shortens s to a width, with an ellipsis for its middle: names of one family
// often differ in their last word only.
func cut(k ink, s string, most vg.Length) string { return cutAt(k, s, most, 0.5) }

// cutAt shortens s to a width; of the letters kept, the given share stands before the
// ellipsis.
func cutAt(k ink, s string, most vg.Length, before float64) string {
	if k.width(s) <= most {
		return s
	}
	const edge = " ,.;:–-"
	letters := []rune(s)
	for n := len(letters) - 1; n > 0; n-- {
		head := int(math.Ceil(before * float64(n)))
		first, last := string(letters[:head]), string(letters[len(letters)-n+head:])
		if short := strings.TrimRight(first, edge) + ellipsis + strings.TrimLeft(last, edge); k.width(short) <= most {
			return short
		}
	}
	return ellipsis
}

// wrap breaks s into lines of at most a width, between words where it can, and never
// within "n = 400".
func wrap(k ink, s string, most vg.Length) []string {
	var lines []string
	line := ""
	for w := range strings.SplitSeq(strings.ReplaceAll(s, "n = ", "n\x00=\x00"), " ") {
		w = strings.ReplaceAll(w, "\x00", " ")
		switch joined := strings.TrimPrefix(line+" "+w, " "); {
		case k.width(joined) <= most:
			line = joined
		case line == "":
			lines = append(lines, cut(k, w, most))
		default:
			lines = append(lines, line)
			line = cut(k, w, most)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// number writes v with the given decimals and a true minus.
func number(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" { // no minus zero
		return strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// numbers writes all values with as many decimals as tell them apart.
func numbers(vs []float64) []string {
	decimals := 0
	for ; decimals < 6; decimals++ {
		scale := math.Pow10(decimals)
		exact := true
		for _, v := range vs {
			exact = exact && math.Abs(v*scale-math.Round(v*scale)) < 1e-6
		}
		if exact {
			break
		}
	}
	var out []string
	for _, v := range vs {
		out = append(out, number(v, decimals))
	}
	return out
}

// percent writes a share; a share that is not zero never reads as 0%, and one that
// is not whole never as 100%.
func percent(share float64) string {
	switch p := math.Round(100 * share); {
	case p == 0 && share > 0:
		return "<1%"
	case p == 100 && share < 1:
		return ">99%"
	default:
		return number(p, 0) + "%"
	}
}

// interval writes a share with its interval.
func interval(r Rate) string {
	return fmt.Sprintf("%s [%s–%s]", percent(r.Estimate), number(100*r.Low, 0), number(100*r.High, 0))
}

// short3 writes a number with three digits, as many decimals as that takes, and a
// true minus.
func short3(v float64) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return strings.Replace(fmt.Sprint(v), "-", "−", 1)
	}
	return number(v, min(max(0, 2-int(math.Floor(math.Log10(math.Abs(v))))), 6))
}

// apostrophes writes straight ones as print does.
func apostrophes(s string) string { return strings.ReplaceAll(s, "'", "’") }

// lower gives a sentence that another goes on with a small first letter.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
