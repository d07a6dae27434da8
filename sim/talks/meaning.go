package talks

// Meaning is the class in a sentence.
func (c Class) Meaning() string {
	switch c {
	case TalksGoOn:
		return "The horizon came while texts still moved."
	case Stalemate:
		return "No text had moved for a stated time when the horizon came."
	case OneSided:
		return "One camp would sign the text that was last shown to it, another would not."
	case MediatorLeft:
		return "The mediator gave up."
	case NotRatified:
		return "Signed, and refused by one of those who had to pass it."
	case Partial:
		return "Humanitarian results came, and no text was signed."
	case Escalation:
		return "The talks were broken off, by the war or by a walk-out."
	case Victory:
		return "The war was decided, or a side could not go on, while talks were held."
	case Holds:
		return "Signed, and the peace holds as long as it is watched."
	case Collapsed:
		return "Signed, and the peace collapsed while it was watched."
	}
	return ""
}
