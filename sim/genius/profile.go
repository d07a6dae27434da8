package genius

import (
	"fmt"
	"slices"
)

// profile is what one party wants of a domain, by issue of the domain.
type profile struct {
	weights     []float64
	scores      [][]float64
	reservation number // worth of no deal
	discount    number // factor a step; not in the model
}

// number is a number that a file may leave out.
type number struct {
	value float64
	given bool
}

// readProfile reads a profile for a domain.
func readProfile(p *page, root *element, issues []issue, from string) profile {
	if root.tag != "utility_space" {
		root.fault("is not the top of a profile", "utility_space; the domain is named first, the profiles after it", "")
		return profile{}
	}
	constrained := false
	root.each("ufun", func(e *element) {
		e.fault("the utility is made of constraints", "weights and evaluations: utilities that are a sum over issues", "")
		constrained = true
	})
	if constrained {
		return profile{}
	}
	blocks, above, ok := match(root, issues, from)
	if !ok {
		return profile{}
	}
	weights := readWeights(root)
	var q profile
	sum := 0.0
	for k := range issues {
		is := &issues[k]
		e := blocks[is.name]
		if e == nil {
			above.fault("has no issue "+is.name, "every issue of "+from, "")
			continue
		}
		w := weights.of(e)
		q.scores, q.weights = append(q.scores, scores(e, is)), append(q.weights, w)
		sum += w
	}
	if len(p.faults) == 0 && sum == 0 {
		weights.first.fault("all weights are 0", "at least one weight above 0", "")
	}
	q.reservation, q.discount = optional(root, "reservation"), optional(root, "discount_factor")
	if best := q.best(); len(p.faults) == 0 && q.reservation.value > best {
		e := root.first("reservation")
		p.warnings = append(p.warnings, p.at(e.at, fmt.Sprintf("reservation: %g is above %g, the most that any deal is worth here: this party will sign nothing", q.reservation.value, best), "", ""))
	}
	return q
}

// best is what the best deal is worth.
func (q *profile) best() float64 {
	sum := 0.0
	for k, w := range q.weights {
		if len(q.scores[k]) > 0 {
			sum += float64(w * slices.Max(q.scores[k]))
		}
	}
	return sum
}

// match finds the issues of a profile by name, and the element that they stand in. A
// profile that shares none with the domain is for another one.
func match(root *element, issues []issue, from string) (found map[string]*element, above *element, ok bool) {
	var names []string
	for _, is := range issues {
		names = append(names, is.name)
	}
	found = map[string]*element{}
	var strange []*element
	root.each("issue", func(e *element) {
		name, ok := e.word("name")
		switch {
		case !ok:
		case !slices.Contains(names, name):
			strange = append(strange, e)
		case found[name] != nil:
			e.fault("stands there twice", "", "")
		default:
			found[name] = e
		}
	})
	if len(found) == 0 {
		root.fault("is a profile for another domain: it has no issue of "+from, "", "")
		return nil, nil, false
	}
	for _, e := range strange {
		name, _ := e.lookup("name")
		e.unknown("is not in the domain", name, names)
	}
	return found, root.around("issue"), true
}

// weighing is the weights of a profile.
type weighing struct {
	index map[*element]int // that an issue goes by in this profile
	by    map[int]*element // the weight of what goes by it
	first *element         // of the weights, or the top where there is none
}

// readWeights reads the weights. Those of objectives above issues are passed over, as
// GENIUS does: a worth is the sum over issues.
func readWeights(root *element) weighing {
	w := weighing{map[*element]int{}, map[int]*element{}, root}
	taken := map[int]bool{}
	root.each("issue", func(e *element) {
		i, ok := e.whole("index")
		if ok && taken[i] {
			e.fault(fmt.Sprintf("has the index %d of another issue", i), "", "")
		}
		if ok {
			w.index[e], taken[i] = i, true
		}
	})
	root.each("objective", func(e *element) {
		if i, ok := e.whole("index"); ok {
			taken[i] = true
		}
	})
	root.each("weight", func(e *element) {
		if w.first == root {
			w.first = e
		}
		i, ok := e.whole("index")
		switch {
		case !ok:
		case w.by[i] != nil:
			e.fault(fmt.Sprintf("index %d has two weights", i), "", "")
		case !taken[i]:
			e.fault(fmt.Sprintf("no issue has index %d", i), "", "")
		default:
			w.by[i] = e
		}
	})
	return w
}

// of is the weight of an issue.
func (w weighing) of(e *element) float64 {
	i, ok := w.index[e]
	if !ok {
		return 0 // reported when the weights were read
	}
	at := w.by[i]
	if at == nil {
		e.fault("has no weight", fmt.Sprintf("a weight of index %d", i), "")
		return 0
	}
	x, ok := at.number("value")
	if ok && x < 0 {
		at.fault(fmt.Sprintf("value is %g", x), "0 and more", "")
	}
	return x
}

// optional reads a number that a profile may leave out.
func optional(root *element, tag string) number {
	e := root.first(tag)
	if e == nil {
		return number{}
	}
	x, ok := e.number("value")
	return number{value: x, given: ok}
}
