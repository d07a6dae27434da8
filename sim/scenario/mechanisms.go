package scenario

import "shuttle/sim/talks"

// Mechanism is one line of the list of switches.
type Mechanism struct{ Name, Summary, Source string }

// Mechanisms lists the switches a scenario may set under `mechanisms`.
func Mechanisms() []Mechanism {
	return []Mechanism{
		{"commitment", "Peace may not hold: parties price the chance of collapse, guarantees lower it, and a signed text starts the survival clock; durability.frailty makes some peaces likelier to break for reasons that nobody prices. Off, peace holds and a guarantee's score counts as far as it is credible.", "Fearon 1995; Walter 1997; UCDP Peace Agreement Dataset"},
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
		{"holding", "A side keeps in mind what it held at its best: what the front takes back it counts as a loss.", "after Tversky and Kahneman 1992"},
		{"fairness", "A text that leaves a side less than it holds to be its share of what both gain is worth less to it.", "after Fehr and Schmidt 1999"},
		{"cohesion", "Guarantors who differ over the text wear down what all their guarantees, and support at home, rest on.", "own choice"},
		{"strikes", "Attacks while talks go on cost trust, put rounds off, and rally the struck side or wear it down.", "own choice; the sign of the effect on resolve is the user's"},
		{"threats", "Announced offensives shift what the others expect of the front, for a while.", "own choice"},
		{"war_end", "The war may be decided, or a side worn out, before the talks are over.", "own choice"},
		{"funding", "Support comes in tranches that may not be paid out.", "own choice"},
		{"levers", "Pressure may turn out to be a bluff, and it costs its users trust and worth.", "own choice"},
		{"leverage", "The mediator may press a side, pay it for signing, pledge more for a guarantee, all out of a budget, name a last day, or have rounds follow each other faster. Off, its words are all it has.", "Touval and Zartman 1985; sizes are the user's"},
		{"steps", "The sides take steps that build confidence when the mediator asks: kept they raise trust, broken they lower it, and a side that plays for time keeps fewer.", "Osgood 1962; Kydd 2005; sizes are the user's"},
		{"exchanges", "Humanitarian exchanges come beside the talks and build trust.", "own choice"},
		{"deadline", "Near a hard deadline sides ask for less, and what is changed in haste is vague.", "Pinfari 2011"},
		{"types", "A side may play for time while the front runs its way; the others do not know, and learn.", "own choice"},
		{"envoys", "Envoys misread what their principals would sign and may keep red lines to themselves.", "own choice"},
		{"narrative", "What is said in public keeps the process alive; what does not come true costs the mediator faith.", "own choice"},
		{"tilt", "A mediator whose texts seem to favour the others loses a side's faith, and its texts weigh less.", "own choice"},
		{"burden", "Past its capacity a mediator is late and noisy and may give up, and so it may when nothing moves.", "own choice"},
		{"formats", "The sides meet apart, under one roof or at one table: at one table they know who wrote what, and clash where they do not trust each other. The format may be fixed or be talked about. Off, a format is how long a round lasts and how noisy it is.", "own choice"},
		{"preferences", "Parties like and dislike formats: nobody is led into one it would not enter, and a side may leave one it dislikes.", "own choice"},
		{"rungs", "Envoys, advisers and leaders have mandates of different width; below the top a text is initialled and confirmed later, and a meeting at the top that comes too early may fail in public.", "own choice; Putnam 1988 on negotiators who answer to somebody at home"},
		{"caucus", "Before the talks a side and those who stand by it settle what they want together and write it into the first text; the others wait for it.", "own choice"},
		{"inclusion", "Those who do not sign are left out, asked, drafting, guaranteeing or seated. What speaks for and against it are separate coefficients; the net effect is left to the runs.", "own choice"},
		{"documents", "The package has documents with signatories of their own: a guarantor is bound by what it signed, not by being seated.", "own choice"},
		{"ratification", "A signed text must pass parliaments, a referendum or elites, with a chance by its support, and those who sign look ahead to it.", "Putnam 1988"},
		{"implementation", "The steps of a signed text are taken in the agreed order, and each tempts those who take it to defect.", "own choice; Walter 1997 on why the order matters"},
		{"politics", "Political change wears down the credibility of those who give guarantees, while talks go on and after.", "own choice"},
		{"breach", "Who breaks a peace that collapses: any signatory alike, or whoever's fallback rose above what it signed for.", "own choice"},
		{"jitter", "Every score differs a little from run to run.", "own choice"},
	}
}

// mechanisms reads the switches. Off, each leaves the model without it: what a
// scenario says of it is checked and then not there.
func (r *reader) mechanisms() {
	m := r.root.Map("mechanisms")
	r.on = map[string]bool{}
	for _, line := range Mechanisms() {
		m.Explain(line.Name, line.Summary)
		r.on[line.Name] = m.Bool(line.Name, true)
	}
}

// join adds a mechanism to what is around the table, if it is on.
func (r *reader) join(name string, m talks.Mechanism) {
	if r.on[name] {
		r.c.Around = append(r.c.Around, m)
	}
}
