package report

import "strings"

// family is arms of a sweep that share a panel. They differ in one thing only, a
// factor or the mediator; a line is the arms of one of its levels, several where another
// factor has an axis.
type family struct {
	title string   // what all its arms share; empty where nothing varies beside
	names []string // of the lines
	arms  [][]arm  // by line, in the order of the design
}

// byMediator stands for the mediator in place of a factor.
const byMediator = -1

// noAxis says that no factor has an axis.
const noAxis = -1

// families puts the arms of a sweep into panels of at most so many lines: the lines
// are the levels of the factor that has most, yet few enough, the last of equals, else the mediators. Axis is the
// factor that has the axis across. It is false where arms differ in several things at
// once, or lines would be too many.
func (d Data) families(most, axis int) (all []family, by int, ok bool) {
	if s := d.Design.shape(); s != grid && s != oneAxis {
		return nil, 0, false
	}
	by = byMediator
	varying, scales := d.Design.scales()
	for _, i := range varying {
		if i != axis && len(scales[i].levels) <= most && (by == byMediator || len(scales[i].levels) >= len(scales[by].levels)) {
			by = i
		}
	}
	if by == byMediator && len(d.Mediators) > most {
		return nil, 0, false
	}
	panels, lines := map[string]int{}, map[[2]string]int{}
	for point := range d.Design.Points {
		for _, m := range d.Mediators {
			title, name := d.familyName(arm{point, m}, varying, axis, by)
			p, known := panels[title]
			if !known {
				p = len(all)
				panels[title], all = p, append(all, family{title: title})
			}
			f := &all[p]
			l, known := lines[[2]string{title, name}]
			if !known {
				l = len(f.names)
				lines[[2]string{title, name}] = l
				f.names, f.arms = append(f.names, name), append(f.arms, nil)
			}
			f.arms[l] = append(f.arms[l], arm{point, m})
		}
	}
	return all, by, true
}

// familyName is what an arm's panel is called, and its line there.
func (d Data) familyName(a arm, varying []int, axis, by int) (title, name string) {
	var shared []string
	for _, i := range varying {
		switch level := d.Design.Factors[i].levelName(d.Design.Points[a.point][i]); i {
		case axis:
		case by:
			name = level
		default:
			shared = append(shared, level)
		}
	}
	switch mediator := clean(a.mediator); {
	case by == byMediator:
		name = mediator
	case len(d.Mediators) > 1:
		shared = append(shared, mediator)
	}
	return strings.Join(shared, ", "), name
}

// lineName is what the lines of all families stand for.
func (d Data) lineName(by int) string {
	if by == byMediator {
		return "mediator"
	}
	return d.Design.Factors[by].called()
}
