// Package words puts results into words: numbers as readers want them, and the
// sentences that are the same wherever a result is told.
//
// It knows the files of a result and how numbers are read aloud. It must not know
// where the words go, terminal or page, nor compute what a file does not say.
package words
