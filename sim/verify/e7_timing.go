package verify

import "math"

// timing is E7: early and late mediation succeed, the middle does not.
func timing() Check {
	return Check{
		ID: "E7", Mechanism: "when a mediator comes", Source: "Regan and Stam 2000",
		trials: []trial{func(*Lab) ([]Row, error) {
			return []Row{{
				Class: HeldOut, What: "agreement early and late less in the middle of a war", Unit: "share", Expected: math.NaN(), Least: 0, Most: math.Inf(1),
				Simulated: math.NaN(), Low: math.NaN(), High: math.NaN(),
				Missing: "talks begin with the run, and no scenario has a war that went on for years before",
			}}, nil
		}},
	}
}
