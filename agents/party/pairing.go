package party

import "shuttle/agents/party/internal/utility"

// Pairing is what two clauses are worth together, by level of each; see package
// utility.
type Pairing = utility.Pairing
