package scenario

import "shuttle/sim/talks"

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
		{"signals", "The mediator finds out by its own means, with a stated accuracy, about where a side's fallback lies. Off, it knows what it is told.", "own choice; Kydd 2003 on why it matters"},
		{"learning", "What a party overrates its chances by shrinks as fighting and talks inform it.", "after Slantchev 2003"},
		{"anchoring", "The text that lies on the table first draws what each side hopes for to what that text would bring it.", "Tversky and Kahneman 1974"},
		{"strikes", "Attacks while talks go on cost trust, put rounds off, and rally the struck side or wear it down.", "own choice; the sign of the effect on resolve is the user's"},
		{"threats", "Announced offensives shift what the others expect of the front, for a while.", "own choice"},
		{"war_end", "The war may be decided, or a side worn out, before the talks are over.", "own choice"},
		{"funding", "Support comes in tranches that may not be paid out.", "own choice"},
		{"levers", "Pressure may turn out to be a bluff, and it costs its users trust and worth.", "own choice"},
		{"exchanges", "Humanitarian exchanges come beside the talks and build trust.", "own choice"},
		{"deadline", "Near a hard deadline sides ask for less, and what is changed in haste is vague.", "Pinfari 2011"},
		{"types", "A side may play for time while the front runs its way; the others do not know, and learn.", "own choice"},
		{"envoys", "Envoys misread what their principals would sign and may keep red lines to themselves.", "own choice"},
		{"narrative", "What is said in public keeps the process alive; what does not come true costs the mediator faith.", "own choice"},
		{"tilt", "A mediator whose texts seem to favour the others loses a side's faith, and its texts weigh less.", "own choice"},
		{"burden", "Past its capacity a mediator is late and noisy and may give up, and so it may when nothing moves.", "own choice"},
		{"jitter", "Every score differs a little from run to run.", "own choice"},
	}
}

// mechanisms reads the switches. Off, each leaves the model without it: what a
// scenario says of it is checked and then not there.
func (r *reader) mechanisms() {
	m := r.root.Map("mechanisms")
	r.on = map[string]bool{}
	for _, line := range Mechanisms() {
		r.on[line.Name] = m.Bool(line.Name, true)
	}
}

// join adds a mechanism to what is around the table, if it is on.
func (r *reader) join(name string, m talks.Mechanism) {
	if r.on[name] {
		r.c.Around = append(r.c.Around, m)
	}
}
