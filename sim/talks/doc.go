// Package talks plays one run: the protocol of separated tracks.
//
// The round loop, with everything left out that only keeps books:
//
//	strategy := case.mediator.New(brief)              // public things only
//	for round := range rounds {
//		world moves to the day; every party sees its own part of it
//		for {
//			strategy.Next(notebook, &move)            // reverse communication
//			switch move.Act {
//			case Visit:  party.Answer(carried(move.Message), notebook.Page(move.To))
//			case Gather: every signatory and whoever must consent signs, or one does not
//			case Rest:   the round is over
//			}
//		}
//	}
//	signed texts start the survival clock
//
// Only parties' signatures conclude. The engine is the only one who holds both
// sides: what crosses a doorway is a message or a reply. Rounds allocate nothing,
// and inside a run nothing fails: what can fail fails when the case is compiled, and
// an illegal move or answer ends the run with a fault that the caller reports.
package talks
