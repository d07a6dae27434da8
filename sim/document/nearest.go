package document

import "strings"

// Nearest is the name that word was probably meant to be: the one with the
// fewest edits, letter case aside, the first of equals; "" when more than a
// third of the letters (at least one) would have to change.
func Nearest(word string, names []string) string {
	best, fewest := "", max(1, len([]rune(word))/3)+1
	for _, name := range names {
		if name == word {
			continue
		}
		if n := edits([]rune(strings.ToLower(word)), []rune(strings.ToLower(name))); n < fewest {
			best, fewest = name, n
		}
	}
	return best
}

// edits is the Levenshtein distance: insertions, deletions and substitutions.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
