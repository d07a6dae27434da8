// Package party is one side of the talks: its utility over territory, guarantees
// and pressure, its fallback, its red lines, and the tactic by which it bargains.
//
// One type serves all; asymmetry comes from numbers only. A party knows its own
// worth, what is public about the others, and what it is told in its own room. It
// never sees another party: there is no reference from one to the next. A party
// lends its tactic a Self for one call at a time; mediators cannot import this
// package, and the utility itself lies under internal, where nobody else can.
package party
