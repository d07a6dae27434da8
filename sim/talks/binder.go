package talks

import "shuttle/sim/rng"

// Binder ties the numbers of a case to where an engine keeps them. Whoever sets up
// an actor binds each number once; each run then draws all of them anew.
type Binder struct {
	numbers []bound
	jitters []jittered
	off     bool // scores are away from their base
	after   []func()
}

type bound struct {
	param rng.Param
	at    *float64
}

type jittered struct {
	key  rng.Key
	base float64
	at   *float64
}

// Number sets a place to a parameter's base and, if the parameter varies, has it
// drawn for each run.
func (b *Binder) Number(p rng.Param, at *float64) {
	*at = p.Base
	if p.Varies() {
		b.numbers = append(b.numbers, bound{p, at})
	}
}

// Jitter has a score, now at its base, shaken in each run by the case's jitter and
// held in [0,1].
func (b *Binder) Jitter(key rng.Key, at *float64) {
	b.jitters = append(b.jitters, jittered{key, *at, at})
}

// After runs f now and after every draw, for what is worked out from drawn numbers.
func (b *Binder) After(f func()) {
	f()
	b.after = append(b.after, f)
}

// draw sets every bound number to its value in the run with this seed and reports
// whether any could have moved.
func (b *Binder) draw(seed rng.Seed, jitter float64, shaken bool) bool {
	for i := range b.numbers {
		n := &b.numbers[i]
		*n.at = n.param.Invert(seed.Uniform(n.param.Key))
	}
	moved := len(b.numbers) > 0
	if len(b.jitters) > 0 && (shaken || b.off) {
		moved, b.off = true, shaken
		for i := range b.jitters {
			j := &b.jitters[i]
			*j.at = min(max(j.base+float64(jitter*(float64(2*seed.Uniform(j.key))-1)), 0), 1)
		}
	}
	if moved {
		for _, f := range b.after {
			f()
		}
	}
	return moved
}
