package report

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"shuttle/sim/analysis"
)

// fixture is a made-up result: A and B negotiate under five mediators.
func fixture() Data {
	mediators := []string{"none", "facilitation", "single-text", "guarantor", "oracle/nash"}
	d := Data{
		Title: "Two sides, twelve clauses", Runs: 400, Seed: 7, Mediators: mediators, Focus: "single-text",
		Parties: []Party{{"A", true, 0.34}, {"B", true, 0.31}, {"C", false, 0.2}},
		Clauses: []string{"Status of the land", "Withdrawal line", "Buffer zone", "Ceasefire monitoring", "Guarantee of security",
			"Forces and arms", "Release of prisoners", "Return of the displaced", "Reconstruction fund", "Lifting of sanctions", "Power plant", "Language rights"},
		Varied: "weights, fallbacks and costs of both sides, each in its range of the scenario", Fixed: "agenda, rounds of 7 days, horizon of 40 rounds",
	}
	d.Space = space(d.Parties[0].Fallback, d.Parties[1].Fallback, 900)
	d.Paths = onePath("single-text", 18)
	d.Outcomes, d.Agreement = endings400(mediators)
	for i, m := range mediators {
		d.Agreed = append(d.Agreed, curve(m, 40, d.Runs, d.Agreement[i].Estimate, 8+2*float64(i)))
	}
	d.Objections = objections("single-text", d.Clauses, d.Parties[:2], 18, d.Runs)
	d.Steps = []string{"ceasefire", "guarantee", "withdrawal"}
	d.Capacity = &Capacity{2, 4, 6}
	return withMore(d)
}

func space(fx, fy float64, samples int) Space {
	r := rand.New(rand.NewPCG(1, 2))
	var s Space
	y := func(x float64) float64 { return 0.9 * math.Pow(1-math.Pow(x/0.95, 2.2), 1/2.2) }
	for i := 0; i <= 24; i++ {
		x := 0.95 * math.Sin(float64(i)/24*math.Pi/2)
		s.Frontier = append(s.Frontier, Worths{x, y(x)})
	}
	s.Outline = slices.Clone(s.Frontier)
	s.Frontier = slices.DeleteFunc(s.Frontier, func(p Worths) bool { return p[0] < fx || p[1] < fy })
	for len(s.Cloud) < samples {
		p := Worths{0.46 + 0.14*r.NormFloat64(), 0.44 + 0.14*r.NormFloat64()}
		p[1] -= 0.5 * (p[0] - 0.46)
		if p[0] > 0 && p[1] > 0 && p[0] < 0.95 && p[1] < y(p[0]) {
			s.Cloud = append(s.Cloud, p)
		}
	}
	product := 0.0
	for _, p := range s.Frontier {
		if v := (p[0] - fx) * (p[1] - fy); p[0] > fx && v > product {
			s.Nash, product = p, v
		}
	}
	s.KalaiSmorodinsky, s.Egalitarian, s.Welfare = s.Nash, s.Outline[12], s.Outline[15]
	return s
}

// path moves quickly at first and then hardly at all.
func onePath(mediator string, drafts int) []Path {
	p := Path{Mediator: mediator, Outcome: "not-ratified"}
	for i := range drafts {
		t := 1 - math.Exp(-float64(i)/5)
		wiggle := 0.03 * math.Sin(float64(3*i))
		p.Drafts = append(p.Drafts, Draft{Number: i + 1, Round: 2*i + 1, Worths: Worths{0.2 + 0.42*t + wiggle, 0.3 + 0.3*t - wiggle}, Author: "the mediator"})
	}
	return []Path{p}
}

func endings400(mediators []string) ([]Share, []Rate) {
	counts := [][]int{ // in the order of outcomes
		{14, 10, 12, 8, 0, 120, 160, 56, 14, 6},
		{40, 20, 28, 30, 12, 110, 110, 40, 6, 4},
		{90, 40, 30, 26, 18, 90, 70, 28, 2, 6},
		{140, 30, 36, 10, 30, 60, 60, 30, 2, 2},
		{250, 60, 30, 0, 0, 20, 30, 10, 0, 0},
	}
	var shares []Share
	var rates []Rate
	for i, m := range mediators {
		row := counts[i%len(counts)]
		for j, o := range classes() {
			shares = append(shares, Share{m, o.Name, row[j], 400})
		}
		signed := row[0] + row[1] + row[2]
		at, _ := analysis.Wilson(signed, 400, 0.95)
		rates = append(rates, Rate{m, float64(signed) / 400, at.Low, at.High, 400})
	}
	return shares, rates
}

func curve(mediator string, rounds, n int, final, scale float64) Curve {
	c := Curve{Mediator: mediator, N: n}
	for r := 1; r <= rounds; r++ {
		share := 0.0
		if r >= 3 {
			share = final * (1 - math.Exp(-float64(r-2)/scale)) / (1 - math.Exp(-float64(rounds-2)/scale))
		}
		count := int(math.Round(share * float64(n)))
		at, _ := analysis.Wilson(count, n, 0.95)
		c.Round, c.Day = append(c.Round, r), append(c.Day, float64(7*r))
		c.Share, c.Low, c.High = append(c.Share, float64(count)/float64(n)), append(c.Low, at.Low), append(c.High, at.High)
	}
	return c
}

func objections(mediator string, clauses []string, parties []Party, drafts, runs int) []Objection {
	var rows []Objection
	for i, c := range clauses {
		for j, p := range parties {
			for k := range drafts {
				n := int(float64(runs) * math.Exp(-5*math.Pow(float64(k)/float64(drafts), 2)))
				share := (0.3 + 0.3*math.Sin(float64(i*(2+j)))) * math.Exp(-float64(k)/(4+float64(i%5)))
				rows = append(rows, Objection{mediator, k + 1, c, p.Name, int(share * float64(n)), n})
			}
		}
	}
	return rows
}

// three is a made-up result of three sides that must sign, two of them with names that
// differ at one end only, few mediators, and shares too small for their bars.
func three() Data {
	d := fixture()
	d.Live, d.Mediators = true, []string{"single-text"}
	d.Parties = []Party{
		{"Northern Assembly of the United Provinces", true, 0.34}, {"Southern Assembly of the United Provinces", true, 0.31},
		{"Council of the Islands", true, 0.2},
	}
	d.Outcomes, d.Agreement = nil, d.Agreement[2:3]
	for i, n := range []int{20, 16, 0, 0, 24, 304, 28, 0, 0, 8} {
		if name := classes()[i].Name; name != "not-ratified" && name != "partial" && name != "victory" && name != "escalation" {
			d.Outcomes = append(d.Outcomes, Share{"single-text", name, n, 400})
		}
	}
	d.Agreement[0].Estimate = 0.09
	d.Space = threeWays()
	widen(&d)
	d.Agreed = d.Agreed[2:3]
	d.Objections = objections("single-text", d.Clauses, d.Parties, 26, d.Runs)
	for i := range d.Objections {
		if d.Objections[i].Clause == "Power plant" {
			d.Objections[i].Count = 0
		}
	}
	d.Capacity = &Capacity{2, 4, 6}
	return withMore(d)
}

// widen gives drafts and deals a worth to every side; what the first gains the others
// lose.
func widen(d *Data) {
	wide := func(w Worths) Worths {
		for w != nil && len(w) < len(d.belligerents()) {
			w = append(w, 0.9-w[0])
		}
		return w
	}
	for _, p := range d.Paths {
		for i := range p.Drafts {
			p.Drafts[i].Worths = wide(p.Drafts[i].Worths)
		}
	}
	for _, ws := range [][]Worths{d.Space.Frontier, d.Space.Outline, d.Space.Cloud} {
		for i := range ws {
			ws[i] = wide(ws[i])
		}
	}
	for _, w := range []*Worths{&d.Space.Nash, &d.Space.KalaiSmorodinsky, &d.Space.Egalitarian, &d.Space.Welfare} {
		*w = wide(*w)
	}
}

// threeWays is a utility space of three sides: the first two share a pie, and the third
// gains where both give.
func threeWays() Space {
	r := rand.New(rand.NewPCG(3, 4))
	var s Space
	for i := range 21 {
		for j := range 21 - i {
			x, y := float64(i)/20, float64(j)/20
			w := Worths{math.Sqrt(x), math.Sqrt(y), math.Sqrt(max(0, 1-x-y))}
			s.Outline = append(s.Outline, w)
			if w[0] > 0.34 && w[1] > 0.31 && w[2] > 0.2 {
				s.Frontier = append(s.Frontier, w)
			}
		}
	}
	for range 300 {
		w, by := s.Outline[r.IntN(len(s.Outline))], 0.4+0.6*r.Float64()
		s.Cloud = append(s.Cloud, Worths{by * w[0], by * w[1], by * w[2]})
	}
	s.Nash, s.KalaiSmorodinsky = Worths{0.58, 0.57, 0.58}, Worths{0.61, 0.56, 0.56}
	s.Egalitarian, s.Welfare = Worths{0.577, 0.577, 0.577}, Worths{0.577, 0.577, 0.577}
	return s
}

// crowded is a made-up result at the limits of what charts can hold.
func crowded() Data {
	d := fixture()
	d.Title = "A case with a long name that goes on, as official names of conferences and memoranda do, and on"
	d.Live = true
	d.Parties = []Party{{"The Federated Republic of the Upper Valley", true, 0.34}, {"Союз нижней долины и побережья", true, 0.31}}
	d.Mediators = []string{"none", "facilitation", "single-text", "improving-directions", "carrots", "sticks", "deadline", "learner", "guarantor", "mixed", "oracle/nash"}
	d.Paths = onePath("single-text", 44)
	d.Outcomes, d.Agreement = endings400(d.Mediators)
	d.Agreed = nil
	for i, m := range d.Mediators {
		d.Agreed = append(d.Agreed, curve(m, 40, d.Runs, 0.3+0.05*float64(i%5), 8+2*float64(i)))
	}
	d.Clauses = nil
	for i := range 36 {
		d.Clauses = append(d.Clauses, fmt.Sprintf("Article %d: withdrawal, monitoring and reciprocal reduction of forces", i+1))
	}
	d.Objections = objections("single-text", d.Clauses, d.Parties, 44, 2000)
	d.Capacity = &Capacity{2, 4, 6}
	return withMore(d)
}
