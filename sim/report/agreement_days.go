package report

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// clock is what stands across the curves of a sweep: days or hours since the talks began
// where all curves know the days of their rounds, else rounds.
type clock struct {
	unit  string  // "day", "hour" or "round"
	scale float64 // of days
}

const shortTalks = 3 // days up to which hours tell more

// clockOf chooses for some curves.
func clockOf(curves []Curve) clock {
	last := 0.0
	for _, c := range curves {
		if len(c.Day) != len(c.Round) || len(c.Day) == 0 {
			return clock{"round", 0}
		}
		last = max(last, slices.Max(c.Day))
	}
	switch {
	case last <= 0:
		return clock{"round", 0}
	case last < shortTalks:
		return clock{"hour", 24}
	}
	return clock{"day", 1}
}

// stairs is the curve by this clock. The day of a round is the mean over the runs that
// talked in it: where longer talks have shorter rounds, no round comes before the last.
func (k clock) stairs(c Curve) trace {
	t := c.stairs()
	if k.scale == 0 {
		return t
	}
	first, latest := len(t.x)-len(c.Day), 0.0
	for i, day := range c.Day {
		latest = max(latest, k.scale*day)
		t.x[first+i] = latest
	}
	return t
}

// title names the axis in the most words that have room.
func (k clock) title(face ink, room vg.Length) string {
	switch long := map[string]string{"day": "Days since the talks began", "hour": "Hours since the talks began", "round": "Round"}[k.unit]; {
	case face.width(long) <= room:
		return long
	case k.unit == "hour":
		return "Hours"
	case k.unit == "day":
		return "Days"
	}
	return "Round"
}

func (k clock) ticks(last float64) plot.ConstantTicks {
	var t plot.ConstantTicks
	at := steps(0, last, 3)
	for i, label := range numbers(at) {
		t = append(t, plot.Tick{Value: at[i], Label: label})
	}
	return t
}

// deadlines are when the lines of a family have a deadline that the sweep varies, by
// line; nothing where it varies none.
func (d Data) deadlines(f family, k clock) []float64 {
	at := slices.IndexFunc(d.Design.Factors, func(f Factor) bool { return f.Deadline })
	if at < 0 || k.scale == 0 {
		return nil
	}
	var days []float64
	for _, arms := range f.arms {
		day, ok := d.Design.Points[arms[0].point][at].Number()
		if !ok || day <= 0 {
			return nil
		}
		days = append(days, k.scale*day)
	}
	return days
}

// paintDeadlines draws an upright line at each deadline, one for all lines that share it.
func (k look) paintDeadlines(c draw.Canvas, at func(x, y float64) vg.Point, days []float64) {
	for i, day := range days {
		sty := draw.LineStyle{Color: dark, Width: 0.8 * k.u}
		if slices.Contains(days[:i], day) {
			continue
		}
		if slices.ContainsFunc(days, func(other float64) bool { return other != day }) {
			sty.Color = strokes[i].color
		}
		x := at(day, 0).X
		c.StrokeLine2(sty, x, c.Min.Y, x, c.Max.Y)
	}
}

// deadlineKey explains them.
func (k look) deadlineKey() keyItem {
	return keyItem{"deadline", func(c draw.Canvas, r vg.Rectangle) {
		x := (r.Min.X + r.Max.X) / 2
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.8 * k.u}, x, r.Min.Y, x, r.Max.Y)
	}}
}

// rounds says when the end of a round is.
func (k clock) rounds() string {
	if k.scale == 0 {
		return ""
	}
	return ", at its mean day since the talks began over the runs that talked in it"
}
