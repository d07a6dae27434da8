// Package scenario turns a checked document into a compiled case.
//
// It knows what every key of a scenario means, what it may be, its unit and its
// default; it reports all faults of a document at once, each at its place. It
// computes nothing of a run. What it hands on is complete: from here on nothing can
// fail, and no name is looked up again.
package scenario
