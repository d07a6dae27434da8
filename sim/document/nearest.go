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

// edits is the least number of letters inserted, deleted, replaced or swapped
// with their neighbour that turns a into b (optimal string alignment).
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			replace := last[j]
			if a[i] != b[j] {
				replace++
			}
			row[j+1] = min(replace, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
