package talks

import (
	"fmt"

	"shuttle/agents/mediator"
)

// act has the mediator put something to use beside words; false when the move was
// illegal. What the case does not give it is not there to be moved, and neither is
// what its budget does not pay for.
func (e *Engine) act(move *mediator.Move) bool {
	if e.out.Fault = e.illegalAct(move); e.out.Fault != "" {
		return false
	}
	if l := e.leverage; l != nil {
		switch move.Act {
		case mediator.Press:
			l.press(e, move.To, move.Size)
		case mediator.Pay:
			l.pay(e, move.To, move.Size)
		case mediator.Commit:
			l.commit(e, move.Size)
		case mediator.SetDeadline:
			l.announce(e, move.Day, move.Size)
		case mediator.Hurry:
			l.hurry(e, move.Size)
		}
		e.notebook.Left = l.left()
	}
	if e.steps != nil && move.Act == mediator.Step {
		e.steps.take(e)
	}
	return true
}

// illegalAct says what is wrong with a move beside words.
func (e *Engine) illegalAct(move *mediator.Move) string {
	switch {
	case (move.Act == mediator.Press || move.Act == mediator.Pay) && (move.To < 0 || move.To >= len(e.seats)):
		return fmt.Sprintf("the mediator used a lever on party %d of %d", move.To, len(e.seats))
	case !(move.Size >= 0 && move.Size <= 1):
		return fmt.Sprintf("the mediator used %g of a lever", move.Size)
	}
	return ""
}

// spoken counts what is said to a party with a lever.
func (e *Engine) spoken() {
	e.out.Messages++
	e.out.Course[e.out.Round-1].Load++
}
