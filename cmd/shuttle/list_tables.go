package main

import (
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// tableList is every table of a result but runs.csv, whose columns are the measures.
func tableList() []entry {
	tables := []struct {
		name, about string
		columns     record.Schema
	}{
		{"summary.csv", "Estimates by point, mediator and measure.", record.SummarySchema()},
		{"design.csv", "Of sweep: the points of the design, a column a factor after the first.", designSchema(nil)},
		{"comparison.csv", "Of compare and sweep: differences between mediators, paired by run.", record.ComparisonSchema()},
		{"robust.csv", "Of compare --robust: in how many sets of assumptions differences keep their sign.", record.RobustSchema()},
		{"split.csv", "Of compare --split: what each step from no mediator to a strategy adds.", record.SplitSchema()},
		{"adaptation.csv", "Of compare --adapt: what comes out when one side bargains otherwise.", record.AdaptationSchema()},
		{"points.csv", "Of sweep: each point against the first, paired by run.", record.PointsSchema()},
		{"halves.csv", "Of sweeps of three factors or more: the estimates of each half of the runs.", record.HalvesSchema()},
		{"regret.csv", "Of sweep: what each choice gives up at worst.", record.RegretSchema()},
		{"rounds.csv", "Means and quantiles by round, and run 0 in full.", record.RoundSchema()},
		{"clauses.csv", "Who objected to which clause of which draft, how often.", record.ClauseSchema()},
	}
	list := []entry{}
	for _, t := range tables {
		e := entry{t.name, t.about, "", []parameter{}}
		for _, c := range t.columns {
			e.Parameters = append(e.Parameters, parameter{Name: c.Name, Doc: c.Doc, Unit: c.Unit, Range: c.Kind.String()})
		}
		list = append(list, e)
	}
	return list
}

// identifying are the columns of runs.csv that say which run a row is of, in their order,
// and those that say how it came out.
func identifying() []entry {
	factor := record.Column{Name: "<factor>", Doc: "level of a factor of a sweep's design, a column each"}
	list := []entry{}
	measured := map[string]bool{}
	for _, c := range measure.Columns(nil) {
		measured[c.Name] = true
	}
	for _, c := range measure.Schema(nil, []record.Column{factor}) {
		if !measured[c.Name] {
			list = append(list, entry{c.Name, words.Sentence(c.Doc), "", []parameter{}})
		}
	}
	return list
}
