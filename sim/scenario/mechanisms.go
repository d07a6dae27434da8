package scenario

// mechanisms are the switches of a case. Off, each leaves the model without it.
type mechanisms struct {
	commitment   bool // peace may not hold, and parties price that
	interactions bool // clauses are worth more or less together
	devaluation  bool // a text is worth less for who wrote it
	consent      bool // some levels need the agreement of others than the signatories
	momentum     bool // the front moves
	pressure     bool // instruments of pressure and support are in force
	fixedPie     bool // sides take each other's weights to be their own until they learn better
	noise        bool // relayed offers arrive garbled now and then
	jitter       bool // scores differ from run to run
}

// Mechanism is one line of the list of switches.
type Mechanism struct{ Name, Summary, Source string }

// Mechanisms lists the switches a scenario may set under `mechanisms`.
func Mechanisms() []Mechanism {
	return []Mechanism{
		{"commitment", "Peace may not hold: parties price the chance of collapse, guarantees lower it, and a signed text starts the survival clock. Off, peace holds and a guarantee's score counts as far as it is credible.", "Fearon 1995; Walter 1997; UCDP Peace Agreement Dataset"},
		{"interactions", "Clauses are worth more or less together: ceded ground under a guarantee, a guarantee that threatens the other side, reciprocity, linked issues.", "own choice"},
		{"devaluation", "A text is worth less for who is known to have written it.", "Ross and Stillinger 1991"},
		{"consent", "Some levels need the agreement of guarantors or funders beside the signatories.", "definition"},
		{"momentum", "The front moves by calendar day and shifts the fallbacks.", "own choice"},
		{"pressure", "Standing instruments of pressure and support shift the fallbacks.", "own choice"},
		{"fixed_pie", "Each side takes the other's priorities to be its own until they are passed on; off, each knows what is public of the other.", "Thompson and Hastie 1990"},
		{"noise", "A clause of a relayed offer arrives one rung off now and then.", "own choice"},
		{"jitter", "Every score differs a little from run to run.", "own choice"},
	}
}

func (r *reader) mechanisms() {
	m := r.root.Map("mechanisms")
	at := map[string]*bool{
		"commitment": &r.on.commitment, "interactions": &r.on.interactions, "devaluation": &r.on.devaluation,
		"consent": &r.on.consent, "momentum": &r.on.momentum, "pressure": &r.on.pressure, "noise": &r.on.noise, "fixed_pie": &r.on.fixedPie,
		"jitter": &r.on.jitter,
	}
	for _, line := range Mechanisms() {
		*at[line.Name] = m.Bool(line.Name, true)
	}
}
