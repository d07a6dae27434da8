// Package agents is the one page that lists every tactic, every mediation strategy
// and every oracle, with its defaults.
package agents

import (
	"math/rand/v2"

	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/agents/party"
	"shuttle/agents/spec"
)

// Mediators lists the strategies, honest ones first.
func Mediators() []Mediator {
	direct := mediator.None{Contact: .12, Named: 1}
	facilitation := mediator.Facilitation{Tells: true, Named: .5}
	bridging := mediator.Bridging{Facilitation: facilitation}
	single := mediator.SingleText{Options: 5, Repeats: 2}
	const own, peers = "own formulation", "the hill-climbing and veto single-text mechanisms of NegMAS, redefined from their documentation"
	const genius = "the mediators of GENIUS 10.4, redefined from their documentation"
	return []Mediator{
		nobody(honest("none", "Talks without a mediator: the sides meet now and then, know who wrote what, and exchange offers but not priorities. The baseline.", own,
			direct)),
		honest("facilitation", "Carries offers between the rooms every round and takes part of the authors' names off them, and tells each side what the other would move first; drafts nothing. Levers: contact, authorship, information.", "Touval and Zartman 1985",
			facilitation),
		honest("bridging", "Carries offers, and puts an offer that a side was near to taking forward as the mediator's own. Levers: facilitation's, and authorship: nobody takes the text from an adversary. It helps where offers nearly meet and are read by whose they are.", "Touval and Zartman 1985 (the formulator); Ross and Stillinger 1991 on why",
			bridging),
		honest("single-text", "One draft, the mediator's, shown to each side apart; each names what it would move first, the other picks which of these it minds least, the mediator redrafts. Lever: search.", "Fisher 1978; Camp David 1978",
			single),
		honest("package", "Nothing moves but in bundles that hold something each side asked for; each side names the bundle it likes best, and the other is asked. Lever: linkage. It helps where the sides care for different clauses, so that each can pay for what it wants.", "Fatima, Wooldridge and Jennings 2006 on why; how is own choice",
			mediator.Package{Pages: 1, Repeats: 2}),
		honest("issue-by-issue", "Settles clause after clause, the easiest first or the hardest; each side names its best level, then its next best, until one was named by all. Lever: the agenda. It helps where small agreements are wanted early, and misses the trades between clauses.", "Brams and Kilgour 2001 for the rule; own formulation",
			mediator.IssueByIssue{First: "easy", Pace: 2}),
		honest("improving-directions", "Goes half way between the directions in which the sides would move the text, as far as the more cautious one wants; where the directions oppose, it sets out from a point nearer to the side furthest from signing. Lever: search by direction. It helps where there are joint gains that no side sees alone.", "Ehtamo, Verkama and Hämäläinen 1999",
			mediator.ImprovingDirections{Steps: 2, Tries: 1, Shift: true}),
		honest("annealing", "Puts random changes of one clause to the vote, adopts what all find better and overrides weak noes with a chance that falls as time runs out. Lever: search by chance. It helps where the text is stuck at a reading from which no single change is better for all.", "after Klein, Faratin, Sayama and Bar-Yam 2003; schedule own choice",
			mediator.Annealing{Proposals: 20, Heat: 1, Parity: 2, Early: true}),
		honest("competing-texts", "Each side writes a text; each is tried on the other, and the one that takes the fewest redrafts becomes the single text. Lever: whose draft is on the table. It helps where the initial text is far from one side.", "own formulation",
			mediator.CompetingTexts{SingleText: single, Redrafts: 6}),
		honest("learner", "Keeps a belief of what each side cares for and demands, corrects it by every answer, and tables the text that all are most likely to sign together. Lever: inference. It helps where public knowledge is vague and answers are honest.", "own formulation on assumed density filtering, Minka 2001",
			mediator.Learner{Noise: .02}),
		honest("informed", "Carries offers every round and tells each side what it found out by its own means of the other's fallback (the scenario's signals). Lever: information. It helps where a side would otherwise ask too much of a side it cannot read.", "Fearon 1995; Kydd 2003",
			mediator.Informed{}),
		honest("biased", "Leans to one side, and tells it of the other what serves its own interest best; carries offers. Lever: credibility. Its word is worth something between too little bias and too much.", "Kydd 2003",
			mediator.Biased{Bias: 2, Share: .5, Leans: "first"}),
		honest("go-between", "Asks each side in private what it could live with, tells the other, and carries offers; knows nothing by itself. Its lever is what it is told. It helps where answers are honest.", "Fey and Ramsay 2010",
			mediator.GoBetween{}),
		honest("confidential", "Asks two sides in confidence whether they are strong and recommends a split, or lets the talks fail, with chances that make honesty worth while. Lever: a promise of what becomes of an answer. It helps where strength is private and war not too costly.", "Hörner, Morelli and Squintani 2015",
			mediator.Confidential{Strong: .5, Odds: .9, Left: .8}),
		honest("carrots", "A single text, and a payment to the side that refuses while the others are near, growing by small steps until the gap is closed. Lever: payoffs, out of the scenario's budget (talks.leverage). It helps where little is missing, and what it paid for is missing after the signature.", "Touval and Zartman 1985; steps own choice",
			mediator.Carrots{SingleText: single, From: 4, Step: .25}),
		pressing(honest("sticks", "A single text, and pressure on the side furthest from signing, growing while it refuses and withdrawn with the signature. Lever: what no deal is worth, out of the scenario's budget (talks.leverage). It helps to get a text signed, and texts held up by it alone do not last.", "Touval and Zartman 1985; Werner and Yuen 2005; Beardsley 2008",
			mediator.Sticks{SingleText: single, From: 3, Step: .5})),
		honest("deadline", "A single text, and late in the talks a day after which the mediator will be gone. Lever: time, as hard as the scenario lets it be (talks.leverage). It helps where sides hold out for more, and moves agreements late.", "Pinfari 2011; when and how long own choice",
			mediator.Deadline{SingleText: single, At: .75, Until: .9, Hardness: 1}),
		honest("procedure", "A single text whose mediator settles who is seen first and has rounds follow each other faster once a side is near. Lever: the calendar, as far as the scenario lets days be saved (talks.leverage). It helps where time runs out on sides that are close, and strains the mediator.", own,
			mediator.Procedure{SingleText: single, First: "furthest", Hurry: 1}),
		honest("guarantor", "A single text, and a pledge behind the mediator's guarantee that grows while a side is near or asks for more of one. Lever: commitment, out of the scenario's budget (talks.leverage). It helps where sides fear that peace will not hold.", "Walter 1997; steps own choice",
			mediator.Guarantor{SingleText: single, Step: .25}),
		honest("gradual", "Every second of the first rounds is a step that builds confidence, the rest a single text; steps end once enough were kept or a side is near. Lever: trust (the scenario's talks.steps). It helps where trust is missing and costs rounds where it is not.", "Osgood 1962; schedule own choice",
			mediator.Gradual{SingleText: single, Until: 10, Enough: 4}),
		pressing(honest("mixed", "Carries offers, puts those that a side is near to forward as its own, and uses guarantees, payments and pressure, in this order, only when the sides come no nearer. Lever: it reads the situation. It helps where nobody knows beforehand what is missing.", "own formulation of the balance of styles",
			mediator.Mixed{Bridging: bridging, Patience: 3})),
		honest("deferral", "A single text that near the end leaves open the clause asked most often to move, where the agenda has a level that defers it. Lever: what is left out. It helps where one question stands between the sides, at the cost of what that level says of vagueness.", "own formulation",
			mediator.Deferral{SingleText: single, At: .6, Every: 4}),
		honest("handover", "A single text, and a second mediator who takes over with a method of its own once the sides have come no nearer for a while. Lever: a fresh start. It helps where the first way has run dry.", "own formulation",
			mediator.Handover{SingleText: single, After: 8, To: "learner"}),
		honest("placebo/contact", "Calls on every side every round and brings nothing; the sides go on meeting as without a mediator. No lever: the control for contacts and messages. A strategy that does no better was only there.", "own choice",
			mediator.PlaceboContact{None: direct, Calls: 1}),
		honest("placebo/relay", "Goes the rounds of facilitation with texts drawn by lot; nothing that was said is carried on. No lever: the control for visits and for the calendar. What it signs is signed by chance.", "own choice",
			mediator.PlaceboRelay{}),
		honest("peer/veto", "A text drawn at random replaces the standing one when every side finds it strictly better. For comparison with other libraries.", peers,
			mediator.PeerVeto{Proposals: 100}),
		honest("peer/hill-climbing", "A random change of one clause is adopted when every side finds it strictly better. For comparison with other libraries.", peers,
			mediator.PeerClimbing{Proposals: 100}),
		honest("peer/random-flipping", "From the first text that every side would sign, one clause of the last accepted text at a time is put to another level, both drawn; what all vote for is accepted, and signed when the talks end. For comparison with other programs.", genius,
			mediator.PeerRandomFlipping{Proposals: 100}),
		honest("peer/fixed-order-flipping", "Random flipping with the same draws in every run, those of java.util.Random from seed 0. For replaying the test case of another program.", genius,
			mediator.PeerFixedOrderFlipping{Proposals: 100}),
		honest("peer/feedback", "Changes one clause at a time, asks whether the text is better, the same or worse, learns a partial order of levels for each side, and goes from what it does not know to what all seem to like. For comparison with other programs.", genius,
			mediator.PeerFeedback{Proposals: 4}),
		oracular("oracle/nash", "Sees the truth and tables the text with the highest product of gains over the fallbacks. A reference line, never ranked.", "Nash 1950",
			oracle.Nash{Every: 3}),
		oracular("oracle/kalai-smorodinsky", "Sees the truth and tables the text at which all sides come equally far towards the best each could get. A reference line, never ranked.", "Kalai and Smorodinsky 1975",
			oracle.KalaiSmorodinsky{Every: 3}),
		oracular("oracle/egalitarian", "Sees the truth and tables the text at which the side that gains least gains most. A reference line, never ranked.", "Kalai 1977",
			oracle.Egalitarian{Every: 3}),
		oracular("oracle/utilitarian", "Sees the truth and tables the text with the highest sum of gains at which nobody loses. A reference line, never ranked.", "the utilitarian sum; own formulation",
			oracle.Utilitarian{Every: 3}),
	}
}

// Tactics lists the ways a party bargains.
func Tactics() []Tactic {
	clock := party.TimeDependent{Haste: .6, Horizon: 168, Opening: 0, Curve: "polynomial", Anchor: "plausible", Offers: "trade"}
	return []Tactic{
		tactic("time-dependent", "Demands fall from an anchor to the fallback as time runs out.", "Faratin, Sierra and Jennings 1998",
			clock),
		tactic("reciprocal", "Tit for tat: demands fall by what the texts shown have gained, and by a little goodwill.", "Faratin, Sierra and Jennings 1998",
			party.Reciprocal{Echo: 1, Goodwill: .5, Horizon: 168}),
		tactic("hill-climber", "Votes for whatever makes the text better for it and signs whatever is worth its fallback.", "Klein, Faratin, Sayama and Bar-Yam 2003",
			party.HillClimber{Ties: false}),
		tactic("trade-off", "Demands fall by the clock; of the deals worth the demand it offers the one most like the text it heard last. Lever: similarity. It helps where little is known of the other side but its offers.", "Faratin, Sierra and Jennings, the trade-off mechanism",
			party.TradeOff{TimeDependent: clock}),
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
		p := P(new(S))
		*p = defaults
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
		p := P(new(S))
		*p = defaults
		return MediatorMaker{Spec: p, New: p.New}
	}}
}

func tactic[S any, P interface {
	*S
	spec.Spec
	New(*rand.Rand) party.Tactic
}](name, summary, source string, defaults S) Tactic {
	return Tactic{Name: name, Summary: summary, Source: source, Make: func() TacticMaker {
		p := P(new(S))
		*p = defaults
		return TacticMaker{Spec: p, New: p.New}
	}}
}
