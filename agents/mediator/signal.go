package mediator

// Signal is what a mediator found out by its own means of a party's fallback: the
// part of its public range in which it lies. It is right with a stated chance; what
// it says beyond that the mediator was not told.
type Signal struct {
	Low, High float64 // the part of the public range [worth]
	Accuracy  float64 // chance that the fallback lies there [share]
	Cells     int     // parts that the public range was cut into; all alike
}

// Learn writes a signal into the notebook. The engine calls it when talks begin.
func (n *Notebook) Learn(party int, s Signal) {
	n.heard[party].signal, n.heard[party].signalled = s, true
}

// Signal is what the mediator found out by itself of a party, and whether it found
// out anything.
func (n *Notebook) Signal(party int) (s Signal, ok bool) {
	return n.heard[party].signal, n.heard[party].signalled
}
