package measure

import "shuttle/sim/record"

// Measure is one thing recorded of every run.
type Measure struct {
	Name string      // of its column; with Each, of its columns up to the dot
	Unit string      // "" for a pure number or a flag
	Doc  string      // one sentence for the user
	Kind record.Kind // KindInt, KindFloat or KindFlag
	Each bool        // one column a party, Name.<party>

	value func(r *run, party int) record.Value
}

// All lists the measures of a run in the order of their columns.
func All() []Measure {
	const i, f, text, flag = record.KindInt, record.KindFloat, record.KindText, record.KindFlag
	return []Measure{
		{"agreement", "", "every party whose signature is needed signed the text", record.KindFlag, false, agreement},
		{"zone", "", "on the first day a deal existed that nobody would have refused; without an agreement it was missed; empty where the search left it open", record.KindFlag, false, zone},
		{"round", "rounds", "round of the signature; empty when nothing was signed", i, false, round},
		{"day", "days", "day of the signature since talks began; empty when nothing was signed", f, false, day},
		{"rounds", "rounds", "rounds played until the talks ended", i, false, rounds},
		{"drafts", "drafts", "different texts that lay on the table, the first one included", i, false, drafts},
		{"messages", "messages", "messages said and answered in all rooms", i, false, messages},
		{"load", "messages per round", "messages a round that the mediator had to carry", f, false, load},
		{"garbled", "errors", "clauses and priorities that reached a side otherwise than they were sent, and answers that reached an overloaded mediator otherwise than they were given", i, false, garbled},
		{"late", "days", "days by which what the mediator had to carry past its capacity put rounds off", f, false, late},
		{"objections", "objections", "clauses a party wished to move, each counted once a draft and party", i, false, objections},
		{"gap", "worth", "how far the last text lay below the fallback of the signatory it was furthest below; negative when above all; empty without a text", f, false, gap},
		{"early_gap", "worth", "the same after the third round; empty without a text then", f, false, earlyGap},
		{"short", "worth", "how far the last text lay below the party's own fallback; negative when above; empty without a text", f, true, short},
		{"floor", "worth", "what no deal was worth to the party on the last day, but for the mediator's own pressure and payments", f, true, floor},
		{"worth", "worth", "what the signed text is worth to the party; empty when nothing was signed", f, true, worth},
		{"gain", "worth", "worth of the signed text above what no deal was worth on that day, but for the mediator's own pressure and payments; below 0 for a text signed under them alone; empty when nothing was signed", f, true, gain},
		{"joint_gain", "worth", "sum of the signatories' gains; empty when nothing was signed", f, false, jointGain},
		{"nash_product", "", "product of the signatories' gains, a loss counting as nothing; it rewards a strong fallback and is no standard of fairness", f, false, nashProduct},
		{"tilt", "", "gain of the first signatory in the file minus that of the second, over the sum of their sizes: 1 and −1 when only one gains, 0 when both gain alike or nothing", f, false, tilt},
		{"concession", "share", "share of the first signatory in the file in all worth that signatories gave up as the text moved from round to round; empty when nobody gave up any", f, false, concession},
		{"pareto_distance", "worth", "the most that every signatory at once could still gain by changing one clause of the signed text with nobody refusing; 0 when there is no such change", f, false, paretoDistance},
		{"nash_distance", "worth", "how far the signed text is from the Nash point of the run's parties, in the signatories' worths; empty unless the scenario says points: true", f, false, nashDistance},
		{"kalai_smorodinsky_distance", "worth", "how far it is from the Kalai–Smorodinsky point; empty unless the scenario says points: true", f, false, kalaiDistance},
		{"egalitarian_distance", "worth", "how far it is from the egalitarian point; empty unless the scenario says points: true", f, false, egalitarianDistance},
		{"effective_guarantee", "share", "strength of the signed guarantee times the chance that it is kept", f, false, effectiveGuarantee},
		{"hazard", "", "hazard of the signed text relative to the reference deal's, which is 1", f, false, hazard},
		{"expected_peace_5y", "share", "chance that the signed text still holds after five years; 1 without the commitment mechanism", f, false, expectedPeace},
		{"peace", "years", "years of peace watched after the signature; 0 when nothing was signed or what was signed did not pass", f, false, peace},
		{"reason", "", "why the run ended so, in a few words", text, false, reason},
		{"ratified", "", "nobody who had to pass the signed text refused it; empty when nothing was signed", flag, false, ratified},
		{"implemented", "", "every step of the signed text was taken, and none of its documents refused; empty when nothing was signed", flag, false, implemented},
		{"broke", "", "party by which the signed text collapsed; empty when it did not, or nobody knows", text, false, broke},
		{"ambiguity", "share", "vagueness of the signed text, summed over its clauses: what its levels say and what haste added; empty when nothing was signed", f, false, ambiguity},
		{"shortfall", "worth", "by how much the signatory held worst would have fallen short of its fallback without the levers that are withdrawn after the signature; empty when nothing was signed", f, false, shortfall},
		{"legitimacy", "share", "of the process, by who had a part in it", f, false, legitimacy},
		{"leverage_cost", "worth × years", "what pressure cost those who used it while talks went on", f, false, leverageCost},
		{"exchanges", "exchanges", "humanitarian exchanges while talks went on", i, false, exchanges},
		{"strikes", "strikes", "strikes while talks went on", i, false, strikes},
		{"narrative_gap", "share", "how much closer the sides were said to be than they were, as a mean over the rounds; empty where nothing was said in public", f, false, narrativeGap},
		{"early_narrative", "share", "how close the sides were said to be after the third round; empty where nothing was said then", f, false, earlyNarrative},
		{"early_closeness", "share", "how close they were then; empty without a text then", f, false, earlyCloseness},
		{"trust", "share", "on the last day, of the signatory that trusts another least; empty where the case says nothing of trust", f, false, trust},
		{"delay_cost", "worth × years", "what the party would have had more if the signed text had been signed when talks began; empty when nothing was signed", f, true, delayCost},
	}
}

// Columns are the columns of the measures, for parties in the order of the file.
func Columns(parties []string) []record.Column {
	var columns []record.Column
	for _, m := range All() {
		if !m.Each {
			columns = append(columns, record.Column{Name: m.Name, Unit: m.Unit, Doc: m.Doc, Kind: m.Kind})
			continue
		}
		for _, name := range parties {
			columns = append(columns, record.Column{Name: m.Name + "." + name, Unit: m.Unit, Doc: m.Doc, Kind: m.Kind})
		}
	}
	return columns
}
