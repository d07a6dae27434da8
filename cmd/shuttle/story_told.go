package main

import "shuttle/agents/message"

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
