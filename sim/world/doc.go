// Package world is what happens outside the room: the front and the pressure on
// the parties.
//
// It moves by calendar day, never by round, so that a faster format of talks does
// not get a different war; and its draws are its own, so that a mediator that talks
// more shifts nothing. It knows neither texts nor worths.
package world
