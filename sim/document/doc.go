// Package document is the layer between a YAML file and typed code: every
// value knows its place in the file, and all faults of a file are reported at
// once.
//
// It knows YAML, paths, faults, and what a number with a basis looks like. It
// must not know what any key means: that is the business of the package that
// reads the document.
//
// Reading goes in four steps:
//
//	doc, err := document.Parse("case.yaml", text)  // syntax, duplicate keys
//	err = doc.Patch("talks.horizon", "40")         // --set, sweeps
//	root := doc.Root()                             // typed reading; never stops at a fault
//	horizon := root.Map("talks").Int("horizon", 1, 1000, 26)
//	err = doc.Done()                               // unknown keys, all faults, sorted
//
// A read method without a default makes its key required. Every read marks its
// key as known; Done reports the keys nobody asked for, with the nearest known
// name. Afterwards Assumptions lists every number with its basis, and Resolved
// is the document with every default written out. What readings ask for can be
// learnt by a [Schema].
//
// # Paths
//
// Keys are joined by dots, list items stand in brackets: by name where the item
// is a mapping with a `name`, else by index from 0: issues[territory].levels[2].
// A key or name that would be misread is quoted: weights["a.b"].
package document
