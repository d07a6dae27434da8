package main

import (
	"slices"

	"shuttle/agents/message"
)

// rumour is what a mediator said of a side's fallback.
type rumour struct {
	Of   string  `json:"of"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// told is a report as a story tells it; nil where none was given.
func (s *storyteller) told(r *message.Report) *rumour {
	if !r.Given {
		return nil
	}
	return &rumour{s.c.Parties[r.Side].Name, r.Low, r.High}
}

// foremost is one wish for each clause, that which the party wants most: from the middle of a
// ladder it may gain by either way.
func foremost(wishes []move) []move {
	var list []move
	for _, w := range wishes {
		if !slices.ContainsFunc(list, func(m move) bool { return m.Clause == w.Clause }) {
			list = append(list, w)
		}
	}
	return list
}

// once is each of some names once, where it first stands.
func once(names []string) []string {
	var list []string
	for _, name := range names {
		list = appendNew(list, name)
	}
	return list
}
