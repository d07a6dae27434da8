package verify

import "fmt"

// Assumed says what the case in which facts are looked for rests on.
func (l *Lab) Assumed() (string, error) {
	s, err := l.compile(crises())
	if err != nil {
		return "", err
	}
	var assumed, sourced, defined, defaults int
	for _, n := range s.Assumptions {
		switch {
		case !n.Given:
			defaults++
		case n.Basis == "source":
			sourced++
		case n.Basis == "definition" || n.Basis == "own-choice":
			defined++
		default:
			assumed++
		}
	}
	return fmt.Sprintf("Facts are looked for in one case, `configs/verify/crises.yaml`, which draws crises of all kinds between two sides that are described alike. Its form was chosen among three by E1, and two of its numbers were fitted: the fallbacks to the unmediated rate, the reference deal to E4. A style on record is the highest that a mediator used, and so is a style here; each tried alone, as in an earlier version of these checks, reaches the rates that the notes of E2 give. That was settled when the rates had been seen, which is why they count among the facts that the form was chosen by; so do the rows of E6, which follow from sending mediators to cases that are hard by what decides the outcome. What mediation consists of differs from case to case: here most of it is names taken off offers and priorities passed on, while in the live case that is shipped most of it is contact (`shuttle compare SCENARIO --split`), so that these rows say little of that one. How often sides meet without a mediator, once in eight rounds, is an assumption too. Of its %d numbers %d are assumptions that nobody has measured, most of them ranges; %d name a source, %d are definitions or choices of the model's makers, and %d are the program's defaults. `shuttle check configs/verify/crises.yaml` lists them all. Intervals show the noise of simulation only, never what is not known of the numbers.",
		len(s.Assumptions), assumed, sourced, defined, defaults), nil
}
