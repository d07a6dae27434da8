package scenario

import (
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/rng"
)

// param is a number of the document with the key of its draw: its path inside its
// owner's block, under the owner's key.
func param(n document.Number, owner rng.Key, prefix string) rng.Param {
	p := rng.Param{Low: n.Lo, Base: n.Base, High: n.Hi, Key: owner.And(rng.Name(strings.TrimPrefix(n.Path, prefix)))}
	switch n.Shape {
	case document.Triangular:
		p.Shape = rng.Triangular
	case document.Uniform:
		p.Shape = rng.Uniform
	case document.TwoPoint:
		p.Shape = rng.TwoPoint
	}
	return p
}

// fixed reads a number that no run draws: what it makes is built once a case.
func fixed(m *document.Map, key string, bounds document.Bounds, def ...document.Number) float64 {
	n := m.Number(key, bounds, def...)
	if n.Lo < n.Hi {
		m.Fault(key, "must be one value, have a range", "", "")
	}
	return n.Base
}

// owner says whose numbers are read: where its block stands and under which key its
// draws are.
type owner struct {
	key    rng.Key
	prefix string
}

// common owns what is nobody's own.
func common() owner { return owner{key: rng.Name("common")} }

func (o owner) param(n document.Number) rng.Param { return param(n, o.key, o.prefix) }
