package experiment

import "math/bits"

// Sobol's sequence with the direction numbers of Joe and Kuo (2008, "Constructing
// Sobol sequences with better two-dimensional projections", SIAM Journal on
// Scientific Computing 30, 2635–2654; file new-joe-kuo-6), in the order of Gray
// codes, unscrambled: the first point is the origin.

// maxSobol is how many dimensions there are direction numbers for.
const maxSobol = 16

// primitive is a primitive polynomial of a degree, by its inner coefficients, and
// the first direction integers that go with it.
type primitive struct {
	degree, inner uint32
	first         []uint32
}

// primitives are those of dimensions 2 to 16; the first dimension needs none.
func primitives() []primitive {
	return []primitive{
		{1, 0, []uint32{1}},
		{2, 1, []uint32{1, 3}},
		{3, 1, []uint32{1, 3, 1}},
		{3, 2, []uint32{1, 1, 1}},
		{4, 1, []uint32{1, 1, 3, 3}},
		{4, 4, []uint32{1, 3, 5, 13}},
		{5, 2, []uint32{1, 1, 5, 5, 17}},
		{5, 4, []uint32{1, 1, 5, 5, 5}},
		{5, 7, []uint32{1, 1, 7, 11, 19}},
		{5, 11, []uint32{1, 1, 5, 1, 1}},
		{5, 13, []uint32{1, 1, 1, 3, 11}},
		{5, 14, []uint32{1, 3, 5, 5, 31}},
		{6, 1, []uint32{1, 3, 3, 9, 7, 49}},
		{6, 13, []uint32{1, 1, 1, 15, 21, 21}},
		{6, 16, []uint32{1, 3, 1, 13, 27, 49}},
	}
}

// sobol yields points of a sequence.
type sobol struct {
	directions [][32]uint32 // by dimension
}

func newSobol(dimensions int) *sobol {
	s := &sobol{directions: make([][32]uint32, dimensions)}
	all := primitives()
	for d := range s.directions {
		v := &s.directions[d]
		if d == 0 {
			for i := range v {
				v[i] = 1 << (31 - i)
			}
			continue
		}
		all[d-1].fill(v)
	}
	return s
}

// fill computes the direction numbers of a polynomial.
func (p primitive) fill(v *[32]uint32) {
	n := int(p.degree)
	for i := range v {
		if i < n {
			v[i] = p.first[i] << (31 - i)
			continue
		}
		v[i] = v[i-n] ^ v[i-n]>>p.degree
		for k := 1; k < n; k++ {
			if p.inner>>(n-1-k)&1 == 1 {
				v[i] ^= v[i-k]
			}
		}
	}
}

// point is point i of the sequence, from 0, in [0, 1).
func (s *sobol) point(i int) []float64 {
	gray := uint32(i) ^ uint32(i)>>1
	at := make([]float64, len(s.directions))
	for d := range at {
		var x uint32
		for rest := gray; rest != 0; rest &= rest - 1 {
			x ^= s.directions[d][bits.TrailingZeros32(rest)]
		}
		at[d] = float64(x) * 0x1p-32
	}
	return at
}
