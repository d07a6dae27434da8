package message

// Report is what a mediator says to one side of another: that its fallback lies in
// a range. It need not be so, and who hears it need not believe it.
type Report struct {
	Given     bool
	Side      uint8   // of whom it speaks
	Low, High float64 // the fallback lies between [worth]
}
