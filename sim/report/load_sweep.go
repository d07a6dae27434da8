package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// mostArms is up to how many points and mediators a sweep is also shown arm by arm: as
// many as are followed round by round when they are played.
const mostArms = 40

// LoadSweep gathers what charts show of all points of a sweep. Seed is the caller's
// to add. It is an error if the summary is empty or names a point that the design
// has not.
func LoadSweep(f Files) (Data, error) {
	d := dataOf(f)
	d.Design, d.Estimates, d.Halves, d.Against = f.Design, f.Summary, f.Halves, f.Points
	for _, r := range f.Summary {
		if r.Point < 0 || r.Point >= len(f.Design.Points) || len(f.Design.Points[r.Point]) != len(f.Design.Factors) {
			return Data{}, fmt.Errorf("the summary speaks of design point %d, which the design has not", r.Point)
		}
		if !slices.Contains(d.Mediators, r.Mediator) {
			d.Mediators = append(d.Mediators, r.Mediator)
		}
		if strings.HasPrefix(r.Measure, outcomePrefix) {
			d.Runs = max(d.Runs, r.N)
		}
	}
	if len(d.Mediators) == 0 {
		return Data{}, errors.New("the summary is empty")
	}
	d.Varied = joined(" ", d.Design.words(), d.Varied)
	if len(d.Design.Points)*len(d.Mediators) <= mostArms {
		return d, d.addArms(f)
	}
	return d, nil
}

// LoadPoint gathers what charts show of one point of a sweep, as of a run. What holds
// of the scenario as it stands, and not at that point, is left out.
func LoadPoint(f Files, point int) (Data, error) {
	d, err := Load(f, point)
	if err != nil {
		return d, err
	}
	var levels []string
	varying, _ := f.Design.scales()
	for _, i := range varying {
		levels = append(levels, f.Design.Factors[i].levelName(f.Design.Points[point][i]))
	}
	d.Title = joined(": ", d.Title, strings.Join(levels, ", "))
	d.Point = true
	d.Space, d.Issues, d.Capacity, d.Paths = Space{}, nil, nil, nil
	return d, nil
}

// addArms takes what is shown arm by arm.
func (d *Data) addArms(f Files) error {
	names := make(map[arm]string)
	for point := range d.Design.Points {
		for _, m := range d.Mediators {
			name := d.armName(arm{point, m})
			if slices.Contains(d.Arms, name) { // levels that differ only in digits that are not written
				name = fmt.Sprintf("%s (point %d)", name, point)
			}
			names[arm{point, m}], d.Arms = name, append(d.Arms, name)
		}
	}
	for _, r := range f.Summary {
		at := r
		at.Mediator = names[arm{r.Point, r.Mediator}]
		d.addShare(at)
	}
	for _, e := range f.Ends {
		if name, known := names[arm{e.Point, e.Mediator}]; known {
			e.Mediator = name
			d.Ends = append(d.Ends, e)
		}
	}
	return d.addCourses(f, names)
}

// addCourses takes what went on round by round in each arm.
func (d *Data) addCourses(f Files, names map[arm]string) error {
	of := make(map[string][]record.RoundRow)
	for _, r := range f.Rounds {
		if name, known := names[arm{r.Point, r.Mediator}]; known && r.Replicate == record.AllRuns {
			r.Mediator = name
			of[name] = append(of[name], r)
		}
	}
	for _, name := range d.Arms {
		if err := d.addRounds(name, of[name]); err != nil {
			return err
		}
	}
	return nil
}

// nameOf is what an arm is called among the rows.
func (d Data) nameOf(a arm) string {
	return d.Arms[a.point*len(d.Mediators)+slices.Index(d.Mediators, a.mediator)]
}

// armName is what an arm is called: its levels, in a star of one factor at a time
// only the one that differs from the first point, and its mediator where there are
// several.
func (d *Data) armName(a arm) string {
	isStar := d.Design.shape() == star
	varying, _ := d.Design.scales()
	first := d.Design.Points[0]
	var parts []string
	for i, v := range d.Design.Points[a.point] {
		if slices.Contains(varying, i) && (!isStar || v != first[i]) {
			parts = append(parts, d.Design.Factors[i].levelName(v))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "base")
	}
	if len(d.Mediators) > 1 {
		parts = append(parts, a.mediator)
	}
	return strings.Join(parts, ", ")
}

// levelName is a level as text: a word by itself, anything else with the factor's
// name.
func (f Factor) levelName(v record.Value) string {
	if v.Kind() == record.KindText {
		return v.Text()
	}
	return spaced(f.Name) + " " + levelText(v)
}

// called is the factor's name as axes and captions write it.
func (f Factor) called() string {
	if f.Label != "" {
		return clean(f.Label)
	}
	return spaced(f.Name)
}

// levelText is a level as axes and labels write it.
func levelText(v record.Value) string {
	switch x, ok := v.Number(); {
	case v.Kind() == record.KindFlag && v.Flag():
		return "yes"
	case v.Kind() == record.KindFlag:
		return "no"
	case ok:
		return short(x)
	case v.IsNull():
		return "–"
	}
	return v.Text()
}

// words says in a caption's words what the design varied.
func (g Design) words() string {
	var parts []string
	for i, f := range g.Factors {
		s := g.scaleOf(i)
		text := fmt.Sprintf("%s in %s", f.called(), words.Plural(len(s.levels), "level", "levels"))
		if s.numeric && len(s.levels) > 1 {
			text = fmt.Sprintf("%s %s to %s in %s", f.called(), levelText(s.levels[0]), levelText(s.levels[len(s.levels)-1]), words.Plural(len(s.levels), "level", "levels"))
		} else if len(s.levels) <= 8 {
			var all []string
			for _, v := range s.levels {
				all = append(all, levelText(v))
			}
			text = f.called() + " " + words.List(all)
		}
		if f.Unit != "" {
			text += " [" + f.Unit + "]"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return "by the design, " + strings.Join(parts, "; ") + "."
}

// spaced writes the name of a column as words.
func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }
