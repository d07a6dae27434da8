package report

import (
	"math"
	"math/rand/v2"
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// withMore adds to a made-up result all that is not about single runs, the same for
// the same mediators and parties.
func withMore(d Data) Data {
	r := rand.New(rand.NewPCG(3, 4))
	d.Columns = []record.Column{
		{Name: "day", Unit: "days", Kind: record.KindFloat}, {Name: "expected_peace_5y", Unit: "share", Kind: record.KindFloat},
		{Name: "joint_gain", Unit: "worth", Kind: record.KindFloat}, {Name: "pareto_distance", Unit: "worth", Kind: record.KindFloat},
	}
	for _, p := range d.Parties {
		d.Columns = append(d.Columns, record.Column{Name: "gain." + p.Name, Unit: "worth", Kind: record.KindFloat})
	}
	d.Estimates, d.Ends, d.Series = nil, nil, nil
	for i, m := range d.Mediators {
		e := endsOf(r, m, 400, 0.1+0.6*float64(i)/float64(len(d.Mediators)), 60+18*float64(i%4), 0.5+0.06*float64(i%5))
		d.Ends = append(d.Ends, e)
		d.Estimates = append(d.Estimates, summaryOf(0, m, e, d.Parties)...)
		d.Series = append(d.Series, seriesOf(m, i, d.Parties)...)
	}
	d.Differences = differencesOf(d.Mediators[:max(1, len(d.Mediators)-1)], d.Parties)
	if n := len(d.Mediators); n > 1 {
		d.References = d.Mediators[n-1:]
	}
	d.Issues = issuesOf(d.Clauses, d.Parties)
	d.Classes = classes()
	return d
}

func classes() []Class {
	return []Class{
		{"holds", "Signed, and the peace holds as long as it is watched."},
		{"collapsed", "Signed, and the peace collapsed while it was watched."},
		{"not-ratified", "Signed, but not ratified."},
		{"partial", "Humanitarian steps only."},
		{"one-sided", "One camp would sign the text that was last shown to it, another would not."},
		{"talks-go-on", "The horizon came while texts still moved."},
		{"stalemate", "No text had moved for a stated time when the horizon came."},
		{"escalation", "Broken off by the war or a walk-out."},
		{"victory", "The war was decided."},
		{"mediator-left", "The mediator gave up."},
	}
}

// endsOf makes up rows and has them gathered.
func endsOf(r *rand.Rand, mediator string, runs int, signs, day, peace float64) Ends {
	g := NewGatherer([]string{"point", "mediator", "outcome", "agreement", "zone", "day", "expected_peace_5y", "peace", "ratified", "implemented", "reason", "early_narrative", "early_closeness"})
	for run := range runs {
		signed, zone := r.Float64() < signs, r.Float64() < 0.8
		row := record.Row{record.Int(0), record.Text(mediator), record.Text("stalemate"), record.Flag(signed), record.Flag(zone), record.Null(), record.Null(), record.Null(), record.Null(), record.Null(), record.Null(), record.Null(), record.Null()}
		if signed {
			chance := min(max(peace+0.12*r.NormFloat64(), 0.05), 0.98)
			years := min(5, -5*math.Log(r.Float64())/-math.Log(chance))
			ratified := r.Float64() < 0.85
			row[2], row[5], row[6], row[7] = record.Text("holds"), record.Float(day+25*r.NormFloat64()), record.Float(chance), record.Float(years)
			if years < 5 {
				row[2] = record.Text("collapsed")
				steps := []string{"A defected at ceasefire", "B defected at withdrawal", "A defected at withdrawal", "C defected at guarantee", "the peace collapsed"}
				row[10] = record.Text(steps[int(years*100)%len(steps)])
			}
			row[8], row[9] = record.Flag(ratified), record.Flag(ratified && r.Float64() < 0.9)
			if !ratified {
				row[2], row[7] = record.Text("not-ratified"), record.Float(0)
			}
		}
		near := min(max(signs+0.25*math.Sin(float64(run)), 0), 1) // no draw: what is drawn elsewhere stays
		row[11], row[12] = record.Float(min(near+0.12, 1)), record.Float(near)
		g.Add(row)
	}
	return g.Ends()[0]
}

func share(point int, mediator, name string, k, n int) record.SummaryRow {
	at, _ := analysis.Wilson(k, n, level)
	return record.SummaryRow{Point: point, Mediator: mediator, Measure: name, N: n, Estimate: float64(k) / float64(n), Interval: &at, Method: analysis.MethodWilson}
}

func mean(point int, mediator, name string, v, half float64, n int) record.SummaryRow {
	return record.SummaryRow{Point: point, Mediator: mediator, Measure: name, N: n, Estimate: v, Interval: &record.Interval{Low: v - half, High: v + half}, Method: analysis.MethodT}
}

func summaryOf(point int, mediator string, e Ends, parties []Party) []record.SummaryRow {
	n, k := e.Delay.N(), math.Sqrt(float64(max(1, e.Delay.N())))
	rows := []record.SummaryRow{
		share(point, mediator, "agreement", e.Signed, e.Runs),
		mean(point, mediator, "day", e.Delay.Mean(), 2*e.Delay.SD()/k, n),
		mean(point, mediator, "expected_peace_5y", e.Durability.Mean(), 2*e.Durability.SD()/k, n),
		mean(point, mediator, "joint_gain", 0.08+0.1*e.Durability.Mean(), 0.1/k, n),
		mean(point, mediator, "pareto_distance", 0.05-0.04*e.Durability.Mean(), 0.05/k, n),
	}
	for i, p := range parties {
		rows = append(rows, mean(point, mediator, "gain."+p.Name, 0.04+0.05*e.Durability.Mean()-0.03*float64(i), 0.06/k, n))
	}
	return rows
}

func seriesOf(mediator string, i int, parties []Party) []Series {
	make1 := func(name string, f func(r float64) float64, half float64) Series {
		s := Series{Mediator: mediator, Name: name}
		for r := range 40 {
			v := f(float64(r) / 40)
			s.Round, s.Day, s.N = append(s.Round, r+1), append(s.Day, 7*float64(r+1)), append(s.N, int(400*math.Exp(-float64(r)/15)))
			s.Mean, s.Low, s.High = append(s.Mean, v), append(s.Low, v-half), append(s.High, v+half)
		}
		return s
	}
	k := float64(i + 1)
	all := []Series{
		make1("load", func(r float64) float64 { return 2*k + 3*math.Exp(-4*r) }, 0.4*k),
		make1("momentum", func(r float64) float64 { return 0.3 * math.Sin(6*r) }, 0.2),
		make1("narrative", func(r float64) float64 { return 0.5 + 0.03*k + 0.2*r }, 0.06),
		make1("closeness", func(r float64) float64 { return 0.25 + 0.4*r*r + 0.02*k }, 0.1),
	}
	for j, p := range parties {
		all = append(all, make1("trust."+p.Name, func(r float64) float64 { return 0.4 + 0.1*float64(j%3) + 0.1*math.Sin(5*r+float64(j)) }, 0.05),
			make1("pressure."+p.Name, func(r float64) float64 { return float64(j%2) * 0.1 * r }, 0.01))
	}
	return all
}

func differencesOf(mediators []string, parties []Party) []record.ComparisonRow {
	var rows []record.ComparisonRow
	for i, a := range mediators {
		for j, b := range mediators[i+1:] {
			for k, m := range []string{"agreement", "expected_peace_5y", "joint_gain"} {
				v := []float64{-0.11, 0.03, 0.012}[k] * float64(j+1-3*(j%2))
				half := []float64{0.06, 0.05, 0.011}[k]
				p := 0.001
				if math.Abs(v) < half {
					p = 0.4
				}
				rows = append(rows, record.ComparisonRow{Measure: m, A: a, B: b, N: 400 - 150*k, Estimate: v, Interval: &record.Interval{Low: v - half, High: v + half}, P: p, Holm: p})
			}
		}
	}
	return rows
}

func issuesOf(names []string, parties []Party) []record.CaseIssue {
	var all []record.CaseIssue
	for i, name := range names {
		issue := record.CaseIssue{Name: name, Levels: []string{"none", "some", "all"}}
		for j, p := range parties {
			span := 0.02 + 0.16*math.Abs(math.Sin(float64(3*i+5*j+1)))
			levels := []float64{0, span / 2, span}
			if (i+j)%2 == 0 {
				slices.Reverse(levels)
			}
			issue.Worth = append(issue.Worth, record.IssueWorth{Party: p.Name, Span: span, Levels: levels})
		}
		all = append(all, issue)
	}
	return all
}

// sweepOf makes a result a sweep's: estimates by a made-up rule at the points of a
// design.
func sweepOf(d Data, factors []Factor, points [][]record.Value, rule func(u []float64, mediator int) float64) Data {
	d.Design, d.Estimates, d.Ends, d.Differences, d.Series = Design{Factors: factors, Points: points}, nil, nil, nil, nil
	_, scales := d.Design.scales()
	for i, p := range points {
		var u []float64
		for k, v := range p {
			u = append(u, scales[k].unit(v))
		}
		for m, name := range d.Mediators {
			v := min(max(rule(u, m), 0), 1)
			n := int(math.Round(v * 400))
			d.Estimates = append(d.Estimates, share(i, name, "agreement", n, 400),
				mean(i, name, "expected_peace_5y", 0.9-0.4*v, 0.03, n), mean(i, name, "joint_gain", 0.2*v-0.05, 0.02, n))
			for j, party := range d.belligerents() {
				d.Estimates = append(d.Estimates, mean(i, name, "gain."+party.Name, 0.1*v-0.04*float64(j), 0.01, n))
			}
		}
	}
	return d
}

func numbersFrom(lo, hi float64, n int) []record.Value {
	var all []record.Value
	for i := range n {
		all = append(all, record.Float(math.Round(1000*(lo+(hi-lo)*float64(i)/float64(n-1)))/1000))
	}
	return all
}

// overOne is a sweep of one factor.
func overOne(d Data) Data {
	var points [][]record.Value
	for _, v := range numbersFrom(0, 1, 9) {
		points = append(points, []record.Value{v})
	}
	return sweepOf(d, []Factor{{Name: "guarantee_strength", Unit: "share", Note: "how far the guarantor would go"}}, points, func(u []float64, m int) float64 {
		return []float64{0.05, 0.3, 0.5, 0.42, 0.7}[m%5] + []float64{0.85, 0.35, -0.02, 0.3, -0.2}[m%5]*u[0]
	})
}

// overTwo is a sweep of two factors, every level with every other.
func overTwo(d Data) Data {
	var points [][]record.Value
	for _, v := range numbersFrom(0, 1, 7) {
		for _, w := range numbersFrom(0.1, 0.6, 6) {
			points = append(points, []record.Value{v, w})
		}
	}
	return sweepOf(d, []Factor{{Name: "credibility", Unit: "share"}, {Name: "line", Unit: "share"}}, points, func(u []float64, m int) float64 {
		return 1.1*u[0] - 0.8*u[1]*u[1] + 0.1*float64(m%5)
	})
}

var lots = []Factor{
	{Name: "fallback_of_the_first_party", Unit: "worth"}, {Name: "weariness"}, {Name: "credibility", Unit: "share"}, {Name: "noise"},
	{Name: "haste", Unit: "–"}, {Name: "mandate", Unit: "levels"}, {Name: "optimism"}, {Name: "discount_rate", Unit: "per year"},
}

func lotsRule(u []float64, m int) float64 {
	return 0.5 - 0.4*(u[0]-0.5) + 0.25*(u[1]-0.5)*(u[2]-0.5) + 0.15*(u[2]-0.5) - 0.1*(u[4]-0.5) + 0.02*float64(m)
}

// overStar is a sweep of one factor at a time.
func overStar(d Data) Data {
	base := make([]record.Value, len(lots))
	for i := range base {
		base[i] = record.Float(0.5)
	}
	points := [][]record.Value{base}
	for i := range lots {
		for _, v := range []float64{0.1, 0.9} {
			p := slices.Clone(base)
			p[i] = record.Float(v)
			points = append(points, p)
		}
	}
	return sweepOf(d, lots, points, lotsRule)
}

// overSample is a sweep of sampled points.
func overSample(d Data) Data {
	r := rand.New(rand.NewPCG(5, 6))
	var points [][]record.Value
	for range 64 {
		var p []record.Value
		for range lots {
			p = append(p, record.Float(r.Float64()))
		}
		points = append(points, p)
	}
	return sweepOf(d, lots, points, lotsRule)
}

// overPaths is a sweep along trajectories, each step of which moves one factor.
func overPaths(d Data) Data {
	r := rand.New(rand.NewPCG(7, 8))
	var points [][]record.Value
	for range 8 {
		at := make([]float64, len(lots))
		for i := range at {
			at[i] = math.Round(r.Float64()*3) / 3
		}
		add := func() {
			var p []record.Value
			for _, v := range at {
				p = append(p, record.Float(math.Round(1000*v)/1000))
			}
			points = append(points, p)
		}
		add()
		for _, i := range r.Perm(len(lots)) {
			if at[i] += 2.0 / 3; at[i] > 1 {
				at[i] -= 4.0 / 3
			}
			at[i] = math.Abs(at[i])
			add()
		}
	}
	return sweepOf(d, lots, points, lotsRule)
}
