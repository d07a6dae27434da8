package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// redLines are what a mediator believes that sides will never sign: the levels at which each
// said that a line of its was crossed, until it lets one pass. What a side says of its
// lines is a claim like any other, and what it does speaks against it.
type redLines struct {
	drawn [][][]bool // by place, issue and level
	count [][]int    // by issue and level: who draws a line there
}

// noConsent is the place of those who refused consent: it follows the seats.
const noConsent = -1

func newRedLines(b *Brief) redLines {
	l := redLines{drawn: make([][][]bool, len(b.Seats)+1)}
	for k := range b.Agenda.Issues {
		n := len(b.Agenda.Issues[k].Levels)
		l.count = append(l.count, make([]int, n))
		for i := range l.drawn {
			l.drawn[i] = append(l.drawn[i], make([]bool, n))
		}
	}
	return l
}

// bar notes a line.
func (l *redLines) bar(place, issue int, level uint8) {
	if place == noConsent {
		place = len(l.drawn) - 1
	}
	if !l.drawn[place][issue][level] {
		l.drawn[place][issue][level] = true
		l.count[issue][level]++
	}
}

// hears takes in what a side said of a text: the line that it says is crossed, or, where
// it says of none, that none of what it reads is one.
func (l *redLines) hears(seat int, text *agenda.Deal, r *message.Reply) {
	if r.Crossed {
		l.bar(seat, int(r.Line), text[r.Line])
		return
	}
	for k, levels := range l.drawn[seat] {
		if at := text[k]; levels[at] {
			levels[at] = false
			l.count[k][at]--
		}
	}
}

// crossed reports whether somebody draws a line at a level.
func (l *redLines) crossed(issue, level uint8) bool { return l.count[issue][level] > 0 }
