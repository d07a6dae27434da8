package talks

import "shuttle/agents/clock"

// afterwards is what mechanisms of the aftermath share about the signed text of a
// run.
type afterwards struct {
	stretches []clock.Stretch // how the hazard changes over the years; empty where it does not
}
