package verify

// lengths are rows of how long talks last. The first two stand as they were first written;
// of the third it was changed which crises it takes once figures had been seen.
func lengths(a *arms) []Row {
	return []Row{later(a), shorter(a), sooner(a)}
}

// laboratory is who says that mediators make talks shorter.
const laboratory = "Wilkenfeld, Young, Asal and Quinn 2003, in the laboratory"

func days(e *ended) float64 { return e.day }

// later is how long talks last where mediators are sent as on record.
func later(a *arms) Row {
	seen := a.seen(a.onRecordSent(), days)
	r := sign(HeldOut, "days that talks last, with a mediator less without, mediators sent as on record, "+byItself, "days", true, seen.mean, seen.error(), a.runs()+len(a.none))
	r.Fact = "crises with a mediator last longer on record"
	r.Note = "the data: medians of 138 days from the trigger of a crisis with a mediator, 58 without; here every run without a signature ends with the half year that is played, and so do the medians of both wherever fewer than half agree"
	r.Missing = "crises that end by themselves, and mediators who are called to those that last; here they are there from the first day. Both together turn the sign whatever mediators do, so that it would say who is called, and nothing of mediation"
	return r
}

// shorter is the same where they are assigned by lot.
func shorter(a *arms) Row {
	seen := a.seen(a.byLot(), days)
	r := sign(HeldOut, "days that talks last, with a mediator less without, mediators assigned by lot, "+byItself, "days", false, seen.mean, seen.error(), a.runs()+len(a.none))
	r.Fact, r.Source = "mediators make talks shorter in the laboratory", laboratory
	r.Weak = "talks without a signature last the whole half year, so that it follows from more agreement; it would fail only if mediators found no more deals, or found them far later"
	return r
}

// sooner is how much sooner a text is signed that is signed with a mediator and without:
// there the length of talks does not follow from how many agree.
func sooner(a *arms) Row {
	var t tally
	for i := range a.none {
		all := a.none[i].signed
		for _, ways := range a.styles {
			for _, arm := range ways {
				all = all && arm[i].signed
			}
		}
		if all {
			t.add(a.styled(i, days) - a.none[i].day)
		}
	}
	r := sign(Form, "day of the signature in crises that agree either way, with a mediator less without, "+byItself, "days", false, t.mean(), t.error(), 5*t.n)
	r.Fact, r.Source = "mediators bring the day of a signature forward", laboratory
	r.Note = "which crises it takes was settled when lengths of all talks had been seen"
	return r
}
