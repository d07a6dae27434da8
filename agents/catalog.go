// Package agents is the one page that lists every tactic, every mediation strategy
// and every oracle, with its defaults.
package agents

import (
	"fmt"
	"math/rand/v2"

	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/agents/party"
	"shuttle/agents/spec"
)

// Mediators lists the strategies, honest ones first.
func Mediators() []Mediator {
	direct := mediator.None{Contact: .12, Named: 1}
	facilitation := mediator.Facilitation{Tells: true, Accuracy: .8, Named: .5}
	bridging := mediator.Bridging{Facilitation: facilitation, Proposes: true}
	single := mediator.SingleText{Options: 5, Prices: 3, Pace: 1, Patience: 4, Repeats: 2}
	const own, peers = "own formulation", "the hill-climbing and veto single-text mechanisms of NegMAS, redefined from their documentation"
	const genius = "the mediators of GENIUS 10.4, redefined from their documentation"
	return []Mediator{
		nobody(honest("none", "The sides talk without a mediator: they meet now and then, know who wrote what, and exchange offers but not priorities. It has no lever, and every strategy is measured against it. No mediator helps sides that meet often, do not mind whose proposal they read, and know what the other cares for.", own,
			direct)),
		honest("facilitation", "Carries offers between the rooms every round, takes the author's name off some of them, and tells each side what the other would move first. Its levers are contact, authorship and information; it drafts nothing. It helps where the sides seldom meet, devalue each other's proposals or misjudge each other's priorities, and adds nothing where they do not.", "Touval and Zartman 1985",
			facilitation),
		honest("bridging", "Carries offers, and puts an offer that a side came near to taking forward as the mediator's own. Its levers are those of facilitation, and authorship once more: nobody has to take the text from an adversary. It helps where offers nearly meet and are judged by whose they are, and adds little where names do not matter.", "Touval and Zartman 1985 (the formulator); Ross and Stillinger 1991 on why",
			bridging),
		honest("single-text", "Keeps one draft of the mediator's own, asks each side apart what it would change first and the other which of these changes it minds least, and redrafts. Its lever is search: nobody but the mediator has to propose anything. It helps the more issues there are and the less the sides know of each other, and hurts with a single issue or too few rounds to redraft.", "Fisher 1978; Camp David 1978",
			single),
		honest("package", "Moves the text only by bundles that hold something each side asked for: each side names the bundle it likes best, and the other is asked. Its lever is linkage between issues. It helps where the sides care for different issues, so that each can pay for what it wants, and has nothing to trade where they care for the same.", "Fatima, Wooldridge and Jennings 2006 on why; how is own choice",
			mediator.Package{Pages: 1, Repeats: 2}),
		honest("issue-by-issue", "Settles one issue after the other, the easiest first or the hardest: each side names its best level, then its next best, until all have named the same. Its lever is the agenda. It hurts where the sides care for different issues, since it misses the trades between them, and helps at best where they care for the same.", "Brams and Kilgour 2001 for the rule; own formulation",
			mediator.IssueByIssue{First: "easy", Pace: 2}),
		honest("improving-directions", "Asks in which direction each side would move the text and goes half way between, as far as the more cautious side wants; where directions oppose, it sets out anew nearer to the side furthest from signing. Its lever is search by direction. It helps where there are joint gains that no side sees alone, and less where the sides want opposite things.", "Ehtamo, Verkama and Hämäläinen 1999",
			mediator.ImprovingDirections{Steps: 2, Tries: 1, Shift: true}),
		honest("annealing", "Puts random changes of one issue to the vote, adopts what all find better, and overrides weak noes with a chance that falls as time runs out. Its lever is search by chance. It helps where a text is stuck because no single change is better for all, and takes many votes.", "after Klein, Faratin, Sayama and Bar-Yam 2003; schedule own choice",
			mediator.Annealing{Proposals: 4, Heat: 1, Parity: 2, Early: true}),
		honest("competing-texts", "Asks each side for a text, tries each on the other, and makes the one that takes the fewest redrafts the single text. Its lever is whose draft is on the table. It helps where the first draft leans to one side and the other minds, and costs time where it does not.", "own formulation",
			mediator.CompetingTexts{SingleText: single, Redrafts: 6}),
		honest("learner", "Keeps a belief of what each side cares for and demands, corrects it by every answer, asks where the answer is worth a question, and tables the text with the highest expected Nash product. Its lever is inference from answers. It helps where public knowledge is vague and answers are honest, and lies hurt it more than one who only carries offers.", "own formulation on assumed density filtering, Minka 2001",
			mediator.Learner{Learns: true, Noise: .02, Gains: 1, Price: .02}),
		honest("informed", "Carries offers every round, and tells each side what it found out by its own means of the other's fallback (the scenario's signals). Its lever is information. It helps where a side would otherwise ask too much of one it cannot read, and is no more than a carrier where nobody acts on reports.", "Fearon 1995; Kydd 2003",
			mediator.Informed{}),
		honest("biased", "Leans to one side, carries offers, and tells that side of the other whatever serves its own interest best. Its lever is credibility: a side believes from a friend what it would not from a stranger. It helps where information is the problem and it leans neither too little nor too far; a mediator that leans hurts where trust is the problem.", "Kydd 2003",
			mediator.Biased{Bias: 2, Share: .5, Leans: "first", Named: 1}),
		honest("go-between", "Asks each side in private what it could live with, tells the other, and carries offers; it knows nothing by itself. Its lever is what it is told. It helps where answers are honest, and is no more than a carrier where sides keep their minds to themselves.", "Fey and Ramsay 2010",
			mediator.GoBetween{Asks: true}),
		honest("confidential", "Asks two sides in confidence whether they are strong, and recommends a split or lets the talks fail, with chances that make honesty worth while. Its lever is a promise of what becomes of an answer. It helps where one thing is to be split and each side's strength is private, and hurts where a text on many issues has to be found.", "Hörner, Morelli and Squintani 2015",
			mediator.Confidential{Strong: .5, Odds: .9, Left: .8}),
		honest("carrots", "Works on a single text, and offers a payment to the side that refuses while the others are near, growing by small steps until the gap is closed. Its lever is payoffs, out of the scenario's budget (talks.leverage). It helps where little is missing, does nothing without a budget, and hurts durability where a text rests on the payment alone.", "Touval and Zartman 1985; steps own choice",
			mediator.Carrots{SingleText: single, From: 4, Step: .25}),
		pressing(honest("sticks", "Works on a single text, and presses the side furthest from signing, more and more while it refuses and no longer once all have signed. Its lever is what no deal is worth, out of the scenario's budget (talks.leverage). It helps to get a text signed, and hurts durability, since what held the text up goes with the pressure.", "Touval and Zartman 1985; Werner and Yuen 2005; Beardsley 2008",
			mediator.Sticks{SingleText: single, From: 3, Step: .5})),
		honest("deadline", "Works on a single text, and late in the talks names a day after which the mediator will be gone. Its lever is time, as hard as the scenario lets the day be (talks.leverage). It helps where sides hold out for more, and its agreements come late.", "Pinfari 2011; when and how long own choice",
			mediator.Deadline{SingleText: single, At: .75, Until: .9, Hardness: 1}),
		honest("procedure", "Works on a single text, settles who is seen first, and has rounds follow each other faster once a side is near. Its lever is the calendar, as far as the scenario lets days be saved (talks.leverage). It helps where time runs out on sides that are close, and strains the mediator.", own,
			mediator.Procedure{SingleText: single, First: "furthest", Hurry: 1}),
		honest("guarantor", "Works on a single text, and stands behind the mediator's guarantee with a pledge that grows while a side is near or asks for more of one. Its lever is commitment, out of the scenario's budget (talks.leverage). It helps where sides fear that peace will not hold, and adds nothing where they do not.", "Walter 1997; steps own choice",
			mediator.Guarantor{SingleText: single, Step: .25}),
		honest("gradual", "Asks in every second of the first rounds for a step that builds confidence and works on a single text in the rest, until enough steps were kept, one is refused or a side is near. Its lever is trust, by the scenario's talks.steps. It helps where trust is missing and the sides mean it, and costs rounds where it is there.", "Osgood 1962; Kydd 2005; schedule own choice",
			mediator.Gradual{SingleText: single, Until: 10, Enough: 4}),
		pressing(honest("mixed", "Carries offers, puts those that a side is near to forward as its own, and turns to guarantees, payments and pressure, in this order, only when the sides come no nearer. Its lever is whichever it turns to, in the end mostly pressure. It helps where nobody knows beforehand what is missing, at the cost of what it turns to.", "own formulation of the balance of styles",
			mediator.Mixed{Bridging: bridging, Patience: 3})),
		honest("deferral", "Works on a single text, and near the end leaves open the clause asked most often to move, where the agenda has a level that defers it. Its lever is what is left out. It helps where one question stands between the sides, and hurts afterwards by as much as that level is vague.", "own formulation",
			mediator.Deferral{SingleText: single, At: .6, Every: 4}),
		honest("handover", "Works on a single text, and hands over to a second mediator with a method of its own once the sides have come no nearer for a while. Its lever is a fresh start. It helps where the first way has run dry and the second is another.", "own formulation",
			mediator.Handover{SingleText: single, After: 8, To: "learner"}),
		honest("placebo/contact", "Calls on every side every round and brings nothing, while the sides go on meeting as without a mediator. It has no lever: it is the control for contacts and messages. It helps nobody, so that a strategy that does no better was only there.", "own choice",
			mediator.PlaceboContact{None: direct, Calls: 1}),
		honest("placebo/relay", "Goes the rounds of facilitation with texts drawn by lot, and carries on nothing that was said. It has no lever: it is the control for visits and for the calendar. It helps by chance alone.", "own choice",
			mediator.PlaceboRelay{}),
		honest("placebo/hearsay", "Does all that facilitation does, and says clauses drawn by lot in place of what a side would move first. It has no lever of information: it is the control for being told right. It helps as far as any news shakes a side out of the belief that the other wants what it wants itself.", "own choice",
			mediator.PlaceboHearsay{Named: .5}),
		honest("placebo/text", "Shows each side the initial text every round, and changes nothing in it whatever is said. It has no lever: it is the control for all who work on a text. It helps only where the first text would do.", "own choice",
			mediator.PlaceboText{}),
		honest("peer/veto", "Puts whole texts drawn at random to the vote, and keeps one that every side finds strictly better than the text before. Its lever is the vote. It helps to compare with other libraries, and hurts where issues are many and chance seldom meets all sides.", peers,
			mediator.PeerVeto{Proposals: 100}),
		honest("peer/hill-climbing", "Puts random changes of one clause to the vote, and adopts what every side finds strictly better. Its lever is the vote. It helps to compare with other libraries, and hurts where no single change is better for all.", peers,
			mediator.PeerClimbing{Proposals: 100}),
		honest("peer/random-flipping", "Waits for a random text that every side would sign, then changes one clause at a time at random and keeps what all vote for, to be signed when the talks end. Its lever is the vote. It helps to compare with other programs, and hurts where chance seldom finds a first text.", genius,
			mediator.PeerRandomFlipping{Proposals: 100}),
		honest("peer/fixed-order-flipping", "Does what random flipping does with the same draws in every run, those of java.util.Random from seed 0. Its lever is the vote. It helps to replay the test case of another program, and favours whichever side these draws happen to serve.", genius,
			mediator.PeerFixedOrderFlipping{Proposals: 100}),
		honest("peer/feedback", "Changes one clause at a time, asks each side whether the text is better, the same or worse, and goes from what it does not know to what all seem to like. Its lever is comparison. It helps to compare with other programs, and hurts where rounds are few, since it asks much before it proposes.", genius,
			mediator.PeerFeedback{Proposals: 4}),
		oracular("oracle/nash", "Sees the truth, and tables the text with the highest product of gains over the fallbacks. Its lever is to know what no mediator knows. It helps to see what others leave on the table, as a reference line that is never ranked.", "Nash 1950",
			oracle.Nash{Every: 1}),
		oracular("oracle/kalai-smorodinsky", "Sees the truth, and tables the text at which all sides come equally far towards the best each could get. Its lever is to know what no mediator knows. It helps to see what others leave on the table, as a reference line that is never ranked.", "Kalai and Smorodinsky 1975",
			oracle.KalaiSmorodinsky{Every: 1}),
		oracular("oracle/egalitarian", "Sees the truth, and tables the text at which the side that gains least gains most. Its lever is to know what no mediator knows. It helps to see what others leave on the table, as a reference line that is never ranked.", "Kalai 1977",
			oracle.Egalitarian{Every: 1}),
		oracular("oracle/utilitarian", "Sees the truth, and tables the text with the highest sum of gains at which nobody loses. Its lever is to know what no mediator knows. It helps to see what others leave on the table, as a reference line that is never ranked.", "the utilitarian sum; own formulation",
			oracle.Utilitarian{Every: 1}),
	}
}

// Tactics lists the ways a party bargains.
func Tactics() []Tactic {
	clock := party.TimeDependent{Haste: .6, Horizon: 168, Opening: 0, Curve: "polynomial", Anchor: "plausible", Offers: "trade"}
	return []Tactic{
		tactic("time-dependent", "Demands fall from an anchor to the fallback as time runs out.", "Faratin, Sierra and Jennings 1998",
			clock),
		tactic("reciprocal", "Tit for tat: demands fall by what the texts shown have gained, and by a little goodwill; absolute, relative or averaged.", "Faratin, Sierra and Jennings 1998",
			party.Reciprocal{Echo: 1, Terms: "absolute", Window: 1, Goodwill: .5, Horizon: 168}),
		tactic("hill-climber", "Votes for whatever makes the text better for it and signs whatever is worth its fallback.", "Klein, Faratin, Sayama and Bar-Yam 2003",
			party.HillClimber{Ties: false}),
		tactic("trade-off", "Demands fall by the clock; of the deals worth the demand it offers the one most like the text it heard last. Lever: similarity. It helps where little is known of the other side but its offers.", "Faratin, Sierra and Jennings, the trade-off mechanism",
			party.TradeOff{TimeDependent: clock}),
		tactic("logroller", "Demands fall by the clock; it offers its own best text with what it heard written into the clauses that cost it least. It gains where the sides rank the clauses otherwise, whatever each takes the other to want.", "Moran and Ritov 2002 on logrolling offers; how is own choice",
			party.Logroller{TimeDependent: clock}),
		tactic("annealer", "Votes at times for what makes the text worse for it, less and less as time goes on, and signs whatever is worth its fallback. It helps both sides where both do it, and the other side where one does.", "Klein, Faratin, Sayama and Bar-Yam 2003",
			party.Annealer{Heat: .02, Horizon: 168}),
		tactic("staller", "Concedes nothing while its fallback rises, and by the clock once it has not risen for a while. It gains more from the deals it gets where the front or funding moves its way, and gets fewer.", "own formulation",
			party.Staller{TimeDependent: clock, Patience: 28}),
		tactic("exaggerator", "Claims a demand above the one it has and red lines that are none; signs by what is so. It gains more from the deals it gets, and gets fewer.", "own formulation",
			party.Exaggerator{TimeDependent: clock, Margin: .02, Lines: true}),
		tactic("rubinstein", "Plays the equilibrium of alternating offers, between sides that know each other's patience: asks what the other cannot better by waiting, and takes what waiting cannot better.", "Rubinstein 1982; Ståhl 1972",
			party.Rubinstein{Patience: .9, Other: .9}),
		tactic("ultimatum", "Makes one demand and stays with it: the one that is best when the chance of a refusal is counted in. Believes reports of the other's fallback as far as it trusts them.", "Fearon 1995",
			party.Ultimatum{Spread: .1, Prior: "uniform", Trust: .5}),
		tactic("sceptic", "Makes one demand, and believes reports only of a mediator that leans its way so far that it would tell the truth and no further.", "Kydd 2003",
			party.Sceptic{Ultimatum: party.Ultimatum{Spread: .1, Prior: "two-types", Trust: .8}, Bias: 2, Share: .5}),
		tactic("preventive", "Has a fallback that falls, and expects nothing of a deal once it has: signs only what makes up for that in time, and would else rather fight while it is strong.", "Fearon 1995",
			party.Preventive{After: .5}),
		tactic("reticent", "Offers nothing and calls far whatever it is only asked about; signs by what is so. The best answer to a mediator that asks only to tell the other side.", "Fey and Ramsay 2010",
			party.Reticent{}),
		tactic("consent", "Consents to whatever is worth its fallback and names what it would move; the default of parties that do not sign.", "own choice",
			party.Consent{}),
	}
}

// Mediator is one line of the catalog.
type Mediator struct {
	Name, Summary, Source string
	Oracle                bool
	Nobody                bool // there is no mediator: nobody tires, and nobody is trusted
	Presses               bool // it may hold a side under pressure: in live cases to be priced, never ranked
	// Make is a fresh parameter set at its defaults, and the maker of its players.
	Make func() MediatorMaker
}

// MediatorMaker builds players from a parameter set. Only an oracle's maker reads
// the truth.
type MediatorMaker struct {
	Spec spec.Spec
	New  func(*mediator.Brief, oracle.Truth) mediator.Strategy
}

// Tactic is one line of the catalog.
type Tactic struct {
	Name, Summary, Source string
	Make                  func() TacticMaker
}

// TacticMaker builds players from a parameter set.
type TacticMaker struct {
	Spec spec.Spec
	New  func(*rand.Rand) party.Tactic
}

// FindMediator finds a strategy by name.
func FindMediator(name string) (Mediator, bool) {
	for _, m := range Mediators() {
		if m.Name == name {
			return m, true
		}
	}
	return Mediator{}, false
}

// FindTactic finds a tactic by name.
func FindTactic(name string) (Tactic, bool) {
	for _, t := range Tactics() {
		if t.Name == name {
			return t, true
		}
	}
	return Tactic{}, false
}

// honest registers a strategy that is built from what is public. A strategy whose
// New asks for more does not compile here.
func honest[S any, P interface {
	*S
	spec.Spec
	New(*mediator.Brief) mediator.Strategy
}](name, summary, source string, defaults S) Mediator {
	return Mediator{Name: name, Summary: summary, Source: source, Make: func() MediatorMaker {
		p := set[S, P](name, defaults)
		return MediatorMaker{Spec: p, New: func(b *mediator.Brief, _ oracle.Truth) mediator.Strategy { return p.New(b) }}
	}}
}

// nobody marks talks that have no mediator.
func nobody(m Mediator) Mediator {
	m.Nobody = true
	return m
}

// pressing marks a strategy that has pressure among its levers.
func pressing(m Mediator) Mediator {
	m.Presses = true
	return m
}

// oracular registers a mediator that sees the truth.
func oracular[S any, P interface {
	*S
	spec.Spec
	New(*mediator.Brief, oracle.Truth) mediator.Strategy
}](name, summary, source string, defaults S) Mediator {
	return Mediator{Name: name, Summary: summary, Source: source, Oracle: true, Make: func() MediatorMaker {
		p := set[S, P](name, defaults)
		return MediatorMaker{Spec: p, New: p.New}
	}}
}

func tactic[S any, P interface {
	*S
	spec.Spec
	New(*rand.Rand) party.Tactic
}](name, summary, source string, defaults S) Tactic {
	return Tactic{Name: name, Summary: summary, Source: source, Make: func() TacticMaker {
		p := set[S, P](name, defaults)
		return TacticMaker{Spec: p, New: p.New}
	}}
}

// set is a fresh parameter set at its defaults. A line of the catalog whose defaults are
// out of the ranges that it gives itself is no line.
func set[S any, P interface {
	*S
	spec.Spec
}](name string, defaults S) P {
	p := P(new(S))
	*p = defaults
	if err := spec.Validate(p); err != nil {
		panic(fmt.Errorf("%s: %w", name, err))
	}
	return p
}
