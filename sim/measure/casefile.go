package measure

import (
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// CaseFile puts together case.json: the space of deals at base values, the share of
// draws with a zone of agreement, and what each issue is worth to whom.
func CaseFile(s *scenario.Scenario, draws int, master rng.Seed) record.Case {
	return record.Case{Name: s.Name}
}
