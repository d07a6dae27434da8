package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// redLines are what a mediator believes that sides will never sign: the levels at which each
// said that a line of its was crossed, until it lets one pass. What a side says of its
// lines is a claim like any other, and what it does speaks against it.
type redLines struct {
	first []int  // by issue: place of its first level
	drawn []bool // by who draws it and place of the level
	count []int  // by place of the level: who draws a line there
}

// noConsent is who those are that refused consent: it follows the seats.
const noConsent = -1

func newRedLines(b *Brief) redLines {
	l := redLines{first: make([]int, len(b.Agenda.Issues))}
	levels := 0
	for k := range b.Agenda.Issues {
		l.first[k] = levels
		levels += len(b.Agenda.Issues[k].Levels)
	}
	l.count, l.drawn = make([]int, levels), make([]bool, (len(b.Seats)+1)*levels)
	return l
}

// by are the lines that one seat draws.
func (l *redLines) by(seat int) []bool {
	levels := len(l.count)
	if seat == noConsent {
		return l.drawn[len(l.drawn)-levels:]
	}
	return l.drawn[seat*levels : (seat+1)*levels]
}

// bar notes a line.
func (l *redLines) bar(seat, issue int, level uint8) {
	at := l.first[issue] + int(level)
	if drawn := l.by(seat); !drawn[at] {
		drawn[at] = true
		l.count[at]++
	}
}

// hears takes in what a side said of a text: the line that it says is crossed, or, where
// it says of none, that none of what it reads is one.
func (l *redLines) hears(seat int, text *agenda.Deal, r *message.Reply) {
	if r.Crossed {
		l.bar(seat, int(r.Line), text[r.Line])
		return
	}
	drawn := l.by(seat)
	for k, first := range l.first {
		if at := first + int(text[k]); drawn[at] {
			drawn[at] = false
			l.count[at]--
		}
	}
}

// crossed reports whether somebody draws a line at a level.
func (l *redLines) crossed(issue, level uint8) bool { return l.count[l.first[issue]+int(level)] > 0 }
