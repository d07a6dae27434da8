package agenda

// Plain is a level with a label and an amount and no features.
func Plain(label string, amount float64) Level {
	return Level{Label: label, Amount: amount, Features: Features{Legal: 1}}
}

// Tiers builds the ladder of ordered, named levels; the amount of each is its
// place, 0 to 1, unless the caller sets another.
func Tiers(labels ...string) []Level {
	levels := make([]Level, len(labels))
	for i, label := range labels {
		at := 0.0
		if len(labels) > 1 {
			at = float64(i) / float64(len(labels)-1)
		}
		levels[i] = Plain(label, at)
	}
	return levels
}

// YesNo builds the ladder of a question with two answers.
func YesNo() []Level { return Tiers("no", "yes") }

// Options builds the levels of alternatives without an order; the amount of
// each is its number, from 0.
func Options(labels ...string) []Level {
	levels := make([]Level, len(labels))
	for i, label := range labels {
		levels[i] = Plain(label, float64(i))
	}
	return levels
}
