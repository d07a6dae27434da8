// Package mediator is who carries texts between the tracks: the notebook of all
// it was ever told, and the strategies, one file each.
//
// It must not know what a deal is worth to anybody. It cannot import the parties;
// nothing hands it one; what it is built from (Brief) is public, and what it learns
// stands in its notebook because somebody said it.
//
// A strategy is reverse communication: told everything heard so far, it names its
// next move; the engine makes the visit and writes down the answer.
package mediator
