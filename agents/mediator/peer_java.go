package mediator

// dice draws whole numbers from 0 to n−1, all alike.
type dice interface{ IntN(n int) int }

// java is the generator of another program's test cases: java.util.Random, as the
// documentation of Java SE defines it, a linear congruential generator of 48 bits
// (after Knuth 1997, The Art of Computer Programming 2, section 3.2.1). A case of that
// program can be replayed only with the same draws; nothing else should use it.
type java struct{ state uint64 }

// newJava is the generator of a seed.
func newJava(seed uint64) *java { return &java{(seed ^ javaFactor) & (1<<48 - 1)} }

const (
	javaFactor = 0x5DEECE66D
	javaTerm   = 0xB
)

// next is the next 31 bits.
func (j *java) next() int64 {
	j.state = (j.state*javaFactor + javaTerm) & (1<<48 - 1)
	return int64(j.state >> 17)
}

// IntN is nextInt(n) of the documentation: of a power of two the high bits, else the
// remainder of the first draw below the last full multiple of n.
func (j *java) IntN(n int) int {
	m := int64(n)
	if m&-m == m {
		return int(j.next() * m >> 31)
	}
	for {
		if bits := j.next(); bits-bits%m+m-1 < 1<<31 {
			return int(bits % m)
		}
	}
}
