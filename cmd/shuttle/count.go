package main

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report"
)

// count counts how the runs of a result ended.
type count struct {
	outcome, fault, point, replicate, mediator int // columns of the rows

	rows   int
	counts map[string]int    // runs by outcome
	first  map[string]string // how replicate 0 ended, by mediator
	faults int
	broken string           // the first fault, and the command that plays its run again
	ends   *report.Gatherer // what became of the runs, for charts
}

func newCount(schema record.Schema) *count {
	return &count{
		outcome: schema.Index("outcome"), fault: schema.Index("fault"), point: schema.Index("point"), replicate: schema.Index("replicate"),
		mediator: schema.Index("mediator"), counts: map[string]int{}, first: map[string]string{}, ends: report.NewGatherer(columnNames(schema)),
	}
}

func columnNames(schema record.Schema) []string {
	var names []string
	for _, c := range schema {
		names = append(names, c.Name)
	}
	return names
}

// add counts one run.
func (c *count) add(row record.Row) {
	c.rows++
	outcome := row[c.outcome].Text()
	if !row[c.fault].IsNull() {
		if c.faults++; c.faults == 1 {
			c.broken = row[c.fault].Text()
		}
	} else {
		c.counts[outcome]++
	}
	c.ends.Add(row)
	if row[c.replicate].Int() == 0 {
		c.first[row[c.mediator].Text()] = outcome
	}
}

// explain adds to a fault the command that plays its run again.
func (c *count) explain(row record.Row) {
	if row[c.fault].IsNull() {
		return
	}
	point := ""
	if at := row[c.point].Int(); at > 0 {
		point = fmt.Sprintf(" --point %d", at)
	}
	row[c.fault] = record.Text(fmt.Sprintf("%s; to see it: %s%s --replicate %d --mediator %s",
		row[c.fault].Text(), replay, point, row[c.replicate].Int(), quoted(row[c.mediator].Text())))
}

// quoted is a word of a command as shells take it.
func quoted(word string) string {
	if strings.ContainsAny(word, "( ") {
		return "'" + word + "'"
	}
	return word
}

// replay begins the command that plays a run again. Rows do not say in which folder
// they stand: they are the same in any.
const replay = "shuttle trace RESULT"

// warnings are what is to be said beside every number of a result in a folder.
func (c *count) warnings(dir string) []string {
	if c.faults == 0 {
		return nil
	}
	first := strings.Replace(c.broken, replay, "shuttle trace "+dir, 1)
	return []string{fmt.Sprintf("%d of %d runs could not be played to their end and count in no measure; the first: %s", c.faults, c.rows, first)}
}
