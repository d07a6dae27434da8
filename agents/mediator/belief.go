package mediator

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
)

// belief is what a mediator makes of one side: a normal distribution of what decides
// its answers, begun with the parties that the public ranges could have given and
// corrected by what it says. Worths are sums over the clauses around the initial text.
type belief struct {
	normal
	gains  [][]float64 // by issue and level: of the initial text by that level, per weight [worth]
	noise  float64     // of what the side says [worth]
	rounds float64     // the horizon
	fall   float64     // share of the gap still demanded this round

	asked float64   // demand believed on average [worth]
	blur  float64   // how far off demand and worth may be together [worth]
	row   []float64 // what an answer is about, by number

	told [notes]uint64 // which comparisons were heard, a bit each
}

// notes is the room for comparisons [words of 64]: far above what is compared in a run.
const notes = 64

// The numbers that are believed.
const (
	floor   = iota // fallback [worth]
	start          // worth of the initial text [worth]
	gap            // what is demanded beyond the fallback this round [worth]
	weights        // of the first issue, and so on [share]
)

// prior is what a side looks like before it has said anything.
type prior struct {
	normal
	gains [][]float64 // by issue and level: of the initial text by that level, per weight [worth]
}

// spurious is the share of what the numbers of some drawn parties seem to have to do
// with each other that is taken for chance. Own choice.
const spurious = .2

// prior works out, once, what the parties drawn from the public ranges have in common.
func (p *Public) prior() *prior {
	if p.known != nil {
		return p.known
	}
	likes := p.Likes()
	cases := make([][]float64, len(likes))
	for i, l := range likes {
		dream := l.Worth
		for _, gains := range l.Gains {
			dream += slices.Max(gains)
		}
		opening := (float64(i) + .5) / float64(len(likes)) // from no more than the fallback to all there is
		cases[i] = append([]float64{l.Fallback, l.Worth, opening * max(0, dream-l.Fallback)}, l.Weights...)
	}
	p.known = &prior{normal: moments(cases, spurious)}
	for k, gains := range p.Gains {
		per := make([]float64, len(gains))
		for _, l := range likes {
			for level := range per {
				per[level] += l.Gains[k][level]
			}
		}
		for level := range per {
			per[level] /= max(p.known.mean[weights+k]*float64(len(likes)), dust)
		}
		p.known.gains = append(p.known.gains, per)
	}
	return p.known
}

func newBelief(b *Brief, public *Public, noise float64) *belief {
	n, p := weights+len(b.Agenda.Issues), public.prior()
	e := &belief{normal: newNormal(n), gains: p.gains, noise: noise, rounds: float64(max(b.Rounds, 1)), fall: 1, row: make([]float64, n)}
	e.begin(&p.normal)
	return e
}

// drift is how far off the mediator takes the demands of a side to be from one round
// to the next, beside coming down evenly [share of what is beyond the fallback]; sway
// is the same of its fallback [worth]. Own choices.
const (
	drift = .15
	sway  = .005
)

// dawn lets demands come down with the rounds, evenly to the fallback.
func (e *belief) dawn(round int, text *agenda.Deal) {
	before := e.fall
	if e.fall = max(0, 1-float64(round-1)/e.rounds); e.fall < before {
		e.scale(gap, e.fall/before)
		e.widen(gap, drift*e.mean[gap])
		e.widen(floor, sway)
	}
	mean, variance := e.sum(e.above(text))
	e.asked = e.value(text) - mean
	e.blur = e.noise + math.Sqrt(variance)
}

// above is what a text is worth above the demand, as a sum over the numbers.
func (e *belief) above(d *agenda.Deal) []float64 {
	e.row[floor], e.row[start], e.row[gap] = -1, 1, -1
	for k, gains := range e.gains {
		e.row[weights+k] = gains[d[k]]
	}
	return e.row
}

// value is what a text is worth, as believed on average.
func (e *belief) value(d *agenda.Deal) float64 {
	total := e.mean[start]
	for k, gains := range e.gains {
		total += float64(e.mean[weights+k] * gains[d[k]])
	}
	return total
}

// gain is what a change of a text is worth, as believed on average.
func (e *belief) gain(d *agenda.Deal, c agenda.Change) float64 {
	return e.mean[weights+int(c.Issue)] * e.per(d, c)
}

// doubted is the variance of what a change of a text is worth.
func (e *belief) doubted(d *agenda.Deal, c agenda.Change) float64 {
	at := weights + int(c.Issue)
	per := e.per(d, c)
	return per * per * max(e.spread[at*(len(e.mean)+1)], 0)
}

// per is what a change of a text is worth per weight of the issue.
func (e *belief) per(d *agenda.Deal, c agenda.Change) float64 {
	gains := e.gains[c.Issue]
	return gains[c.Level] - gains[d[c.Issue]]
}

// hopes is the logarithm of what a text of such a worth promises the side: the chance
// that it signs times what it then gains over its fallback, as expected, to a power.
// slope is how fast it rises with the worth.
func (e *belief) hopes(worth, power float64) float64 {
	return -softplus((e.asked-worth)/e.blur) + float64(power*math.Log(softplus((worth-e.mean[floor])/e.blur)))
}

// slope is how fast what a text promises rises with its worth [per worth].
func (e *belief) slope(worth, power float64) float64 {
	gain := (worth - e.mean[floor]) / e.blur
	return (logistic((e.asked-worth)/e.blur) + float64(power*logistic(gain)/softplus(gain))) / e.blur
}

// softplus is log(1 + e^x), to the last bit and finite.
func softplus(x float64) float64 {
	switch {
	case x > 30:
		return x
	case x < -30:
		return math.Exp(max(x, -700))
	}
	return math.Log1p(math.Exp(x))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
