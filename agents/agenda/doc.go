// Package agenda holds what can be agreed: issues with their ladders of levels,
// deals, drafts and their history.
//
// It is a leaf: it knows nothing of parties' worths, of mediators or of time.
// The kinds of an issue (share, tiers, range, yes or no, options) exist only
// while a case is compiled; each builds a finite ladder, and from then on a deal
// is one level an issue: a small array that hashes, compares and enumerates.
package agenda
