package measure

// Definition is one thing said of a space of deals before anyone talks.
type Definition struct {
	Name string // of its key in case.json and in what analyze prints as JSON
	Doc  string // one sentence for the user
	Peer string // which definition of GENIUS 10.4 and NegMAS 0.15.7 it equals, and where they differ
}

// OfSpace lists what [Solve] finds. Utilities are those of the signatories, gains are
// counted from what no deal is worth to each (the reservation value of imported cases),
// and deals that somebody would refuse are left out. On every imported benchmark the
// values equal the peers' to 1e-9 where their definitions do.
func OfSpace() []Definition {
	const gains = "NegMAS's too where nobody's reservation value lies below its least utility: else NegMAS counts gains from the latter"
	return []Definition{
		{"outcomes", "how many deals there are", "both peers' size of the outcome space"},
		{"frontier", "deals that nobody would refuse and that no other such deal beats, one for each set of utilities", "NegMAS's Pareto frontier; GENIUS's takes in deals that a side would refuse"},
		{"nash", "the deal with the largest product of gains", "GENIUS's Nash point; " + gains},
		{"kalai_smorodinsky", "the deal with the largest least share of what each could gain (Kalai and Smorodinsky 1975)", "neither peer's: NegMAS's ks has the most equal shares, GENIUS's Kalai-Smorodinsky the most equal utilities"},
		{"egalitarian", "the deal with the largest least gain", "what NegMAS calls kalai, where nobody's reservation value lies below its least utility; GENIUS has none"},
		{"welfare", "the deal with the largest sum of utilities", "NegMAS's max_welfare; GENIUS's social welfare too, which takes in deals that a side would refuse"},
		{"opposition", "least distance of a deal that nobody would refuse from everybody's best, each utility over its largest in the space", "NegMAS's opposition_level; GENIUS's takes all deals and the distance to 1 as it is"},
		{"rational_fraction", "share of all deals that are worth more than no deal to every signatory", "NegMAS's rational_fraction; GENIUS has none"},
	}
}
