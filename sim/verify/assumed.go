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
	return fmt.Sprintf("Facts are looked for in one case, `configs/verify/crises.yaml`, which draws crises of all kinds between two sides that are described alike; what single checks take beside it stands in `configs/verify/facts`. Its form was chosen among three by E1, and two of its numbers were fitted: the fallbacks to the rate of crises left without a mediator, the reference deal to E4. How much frailer one peace is than another comes from a figure of the same agreements by their type. The styles on record are read in two ways. By itself: facilitation as it stands in the catalog, which carries offers and tells each side what the other would move first; a single text; a single text with payments or with pressure. As the highest style that a mediator used, which is how the data code it: that reading came up when rates had been seen. On record harder crises are more violent ones; here they are those in which the sides have more without a deal. What mediation consists of differs from case to case: here most of it is names taken off offers and priorities passed on, while in the live case that is shipped most of it is contact (`shuttle compare SCENARIO --split`), so that these rows say little of that one. How often sides meet without a mediator, once in eight rounds, is an assumption too. Of its %d numbers %d are assumptions that nobody has measured, most of them ranges; %d name a source, %d are definitions or choices of the model's makers, and %d are the program's defaults. `shuttle check configs/verify/crises.yaml` lists them all. Intervals show the noise of simulation only, never what is not known of the numbers.",
		len(s.Assumptions), assumed, sourced, defined, defaults), nil
}
