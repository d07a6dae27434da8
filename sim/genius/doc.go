// Package genius reads domains and utility profiles in the XML format of GENIUS, the
// exchange format of automated-negotiation benchmarks, and makes scenarios of them.
//
// It knows the format and what of it a scenario can hold; it reads from readers and
// writes YAML. It must not know how a run is played or measured.
package genius
