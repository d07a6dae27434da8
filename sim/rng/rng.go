// Package rng turns one master seed into named, independent streams.
//
// Every draw of the program is a pure function of a seed and of a key that says
// what the draw is for: which parameter of the document, which actor, what it
// does, in which round. Nothing depends on the order in which draws are made, on
// the number of workers, or on draws that were not made; adding a parameter
// shifts no other. It is a leaf and holds no state of its own.
package rng

import "math/rand/v2"

// Seed names one stream of draws. Seed 0 is a seed like any other.
type Seed uint64

// Key names what a draw is for.
type Key uint64

// golden is 2^64 divided by the golden ratio, the increment of SplitMix64
// (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators").
const golden = 0x9e3779b97f4a7c15

// mix is the finaliser of SplitMix64: every bit of its input moves every bit of
// its output.
func mix(x uint64) uint64 {
	x += golden
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb
	return x ^ (x >> 31)
}

// Name makes a key of a text: FNV-1a, then mixed.
func Name(text string) Key {
	h := uint64(14695981039346656037)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return Key(mix(h))
}

// With extends a key by a number: a round, a day, an index.
func (k Key) With(n int) Key { return Key(mix(uint64(k) ^ mix(uint64(n)))) }

// And extends a key by another.
func (k Key) And(other Key) Key { return Key(mix(uint64(k) ^ mix(uint64(other)+1))) }

// Derive is the seed of replicate rep under a master seed. It is the same at
// every design point and under every strategy.
func Derive(master Seed, rep int) Seed {
	return Seed(mix(mix(uint64(master)) ^ mix(uint64(rep)+golden)))
}

// For is the seed of what the key names.
func (s Seed) For(k Key) Seed { return Seed(mix(uint64(s) ^ uint64(k))) }

// Uniform is the one draw in [0,1) that belongs to a key, with 53 random bits.
func (s Seed) Uniform(k Key) float64 {
	return float64(mix(uint64(s.For(k)))>>11) * 0x1p-53
}

// Stream is a generator that can be pointed at one keyed stream after another
// without allocating. The zero value is not ready: use NewStream.
type Stream struct {
	pcg *rand.PCG
	*rand.Rand
}

// NewStream makes a stream at seed 0.
func NewStream() *Stream {
	pcg := rand.NewPCG(0, 0)
	return &Stream{pcg: pcg, Rand: rand.New(pcg)}
}

// Reset points the stream at the start of a seed's draws.
func (s *Stream) Reset(seed Seed) {
	s.pcg.Seed(mix(uint64(seed)), mix(uint64(seed)^golden))
}
