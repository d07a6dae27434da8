package agenda

import (
	"encoding/binary"
	"math/bits"
)

// Clauses is a set of issues: the bracketed clauses of a draft, the clauses a
// party objects to.
type Clauses [MaxIssues / 64]uint64

// Add puts issue k into the set.
func (c *Clauses) Add(k int) { c[k>>6] |= 1 << (k & 63) }

// Remove takes issue k out of the set.
func (c *Clauses) Remove(k int) { c[k>>6] &^= 1 << (k & 63) }

// Has reports whether issue k is in the set.
func (c *Clauses) Has(k int) bool { return c[k>>6]&(1<<(k&63)) != 0 }

// Len is the number of issues in the set.
func (c *Clauses) Len() int {
	n := 0
	for _, w := range c {
		n += bits.OnesCount64(w)
	}
	return n
}

// Diff is the set of clauses in which two deals differ.
func Diff(a, b *Deal) Clauses {
	var c Clauses
	for at := 0; at < len(a); at += 8 { // eight clauses at a time
		x := binary.LittleEndian.Uint64(a[at:]) ^ binary.LittleEndian.Uint64(b[at:])
		for ; x != 0; x &^= 0xff << (bits.TrailingZeros64(x) &^ 7) {
			c.Add(at + bits.TrailingZeros64(x)/8)
		}
	}
	return c
}
