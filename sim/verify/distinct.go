package verify

// Fact is what is on record, in however many versions rows try it: other readings of the
// styles, other measures of one contrast, parts of one curve.
type Fact struct {
	Check, Name string
	Class       Class
	Verdict     string // reproduced, weak or NOT reproduced
}

// Distinct are the facts that rows are versions of. A fact is reproduced where all of its
// rows agree and one of them at least might well have failed; where none of them might
// have, it is weak, which counts for nothing.
func Distinct(rows []Row) []Fact {
	var list []Fact
	at := map[Fact]int{}
	for i := range rows {
		r := &rows[i]
		if r.Class.Decides() || r.Class == Supposed {
			continue
		}
		key := Fact{Check: r.Check, Name: r.Fact, Class: r.Class}
		k, known := at[key]
		if !known {
			k = len(list)
			at[key] = k
			list = append(list, key)
			list[k].Verdict = weak
		}
		if is := r.Verdict(); is == missed || is == reproduced && list[k].Verdict == weak {
			list[k].Verdict = is
		}
	}
	return list
}

// tried is how many facts of some classes there are of each verdict.
func tried(facts []Fact, classes ...Class) (all int, by map[string]int) {
	by = map[string]int{}
	for _, f := range facts {
		for _, c := range classes {
			if f.Class == c {
				all++
				by[f.Verdict]++
			}
		}
	}
	return all, by
}
