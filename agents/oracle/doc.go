// Package oracle holds mediators that see the truth and say so in their name.
//
// They are reference lines, not strategies: no honest mediator can be built with
// what they are built with, and no comparison ranks them.
package oracle
