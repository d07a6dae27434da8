package verify

import "fmt"

// informed is X3: a mediator that has found out something, and says it.
func informed() Check {
	c := Check{ID: "X3", Mechanism: "informed mediator", Source: "after Fearon 1995, the mediator's report a partition or a noisy bit",
		Finds:  "a report that is not made as stated, or believed more or less than it deserves. A mediator that knows nothing and one that is right every other time are two ways to one number, each with draws of its own",
		Misses: "whether a mediator has reason to tell what it knows, which is X5",
	}
	war := func(what string, at setting, expected, rung float64) {
		c.trials = append(c.trials, func(l *Lab) ([]Row, error) {
			d, err := l.own(what).demand(at, l.draws())
			return []Row{sampled("chance of war, "+what, "share", expected, &d.war, rung)}, err
		})
	}
	at := file("x3-informed")
	war("the mediator knows nothing", at.with("mechanisms.signals=false"), .4375, 0)
	for _, n := range []struct {
		cells int
		war   float64
	}{{2, .1875}, {3, .104167}, {4, .0625}, {8, 0}} {
		with := at
		if n.cells != 2 {
			with = at.with(fmt.Sprintf("signals[0].cells=%d", n.cells))
		}
		war(fmt.Sprintf("it knows in which of %d parts B's cost lies", n.cells), with, n.war, 0)
	}
	const rung = .002 // the best demand lies up to half a 600th off the ladder
	for _, r := range []struct{ right, war, rung float64 }{
		{.5, .4375, 0}, {.6, .4125, 0}, {.7, .35625, rung}, {.8, .3, 0}, {.9, .24375, rung},
	} {
		war(fmt.Sprintf("it knows which of two, right with chance %v", r.right),
			at.with(put("signals[0].accuracy", r.right), put("parties[A].tactic.trust", r.right)), r.war, r.rung)
	}
	return c
}
