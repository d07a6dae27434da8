package talks

import (
	"shuttle/agents/message"
)

// EventKind says what happened.
type EventKind uint8

// What a watcher is told.
const (
	RoundBegins EventKind = iota + 1
	Visited               // a party was told Message and answered Reply
	Signing               // a party was asked to sign
	Signed                // everybody did
	Ended                 // the run is over
	Initialled            // those at the table did; their leaders are yet to confirm
	Happened              // something happened outside the room, on Day: see Note
	RoundEnds             // the mediator rests: see Moment
)

// Event is one thing that happened, for stories and golden transcripts. Message and
// Reply hold until the watcher returns.
type Event struct {
	Kind    EventKind
	Round   int
	Day     float64
	Party   int
	Message *message.Message
	Reply   *message.Reply
	Worth   float64 // Visited, Signing: true worth to the party of the text in hand
	Reading float64 // Signing: the same as the party reads it, for who wrote it and for what it may still cost
	Floor   float64 // its fallback
	Demand  float64 // what it asked of the last text it judged; 0 before
	Draft   int     // number of the draft on the table
	Class   Class   // Ended
	Reason  string  // Ended
	Note    string  // Happened
	Moment  *Moment // RoundBegins, RoundEnds: the state of the run
}
