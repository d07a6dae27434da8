package mediator

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// particles is how many guesses a belief holds of one side. Own choice: with half as
// many or a quarter the learner signs a little less on the shipped cases, and runs
// faster.
const particles = 64

// belief is what a mediator makes of one side: guesses of how much it cares for each
// issue and of what it demands, drawn from the public ranges and weighed by what the
// side says. Worths are the public ones, a sum over the clauses around the initial
// text, each issue stretched by the guess.
type belief struct {
	public *Public
	noise  float64 // of what the side says [worth]
	rounds float64 // the horizon

	stretch [particles][]float64 // by issue: the guessed weight over the public one
	floor   [particles]float64   // guessed fallback [worth]
	gap     [particles]float64   // by how much its demands begin above that [worth]
	weight  [particles]float64   // of the guess; they sum to 1
	next    [particles][]float64 // room for choosing anew

	mean  []float64 // by issue: the stretch believed on average
	fall  float64   // share of the gap still demanded this round
	asked float64   // demand believed on average [worth]
	blur  float64   // how far off that may be: noise and spread [worth]
}

func newBelief(b *Brief, public *Public, noise float64) *belief {
	e := &belief{public: public, noise: noise, rounds: float64(max(b.Rounds, 1))}
	k := len(b.Agenda.Issues)
	flat := make([]float64, (2*particles+1)*k)
	for i := range particles {
		e.stretch[i], e.next[i] = flat[:k:k], flat[k:2*k:2*k]
		flat = flat[2*k:]
	}
	e.mean = flat
	return e
}

// draw fills the guesses from the public ranges.
func (e *belief) draw(r *rand.Rand) {
	dream := e.public.Worth
	for _, gains := range e.public.Gains {
		top := 0.0
		for _, g := range gains {
			top = max(top, g)
		}
		dream += top
	}
	for i := range particles {
		total, base := 0.0, 0.0
		for k := range e.public.Weights {
			w := &e.public.Weights[k]
			e.stretch[i][k] = 1
			if w.Base > 0 {
				e.stretch[i][k] = within(*w, r.Float64()) / w.Base
			}
			total += float64(e.stretch[i][k] * w.Base)
			base += w.Base
		}
		for k := range e.stretch[i] { // weights sum to one, true or guessed
			e.stretch[i][k] *= base / max(total, dust)
		}
		e.floor[i] = within(e.public.Fallback, r.Float64())
		e.gap[i] = (float64(i) + r.Float64()) / particles * max(0, dream-e.floor[i])
		e.weight[i] = 1. / particles
	}
}

// within is the quantile of a triangular range.
func within(r Range, u float64) float64 {
	span, rise := r.High-r.Low, r.Base-r.Low
	switch {
	case span <= 0:
		return r.Base
	case u*span < rise:
		return r.Low + math.Sqrt(u*span*rise)
	}
	return r.High - math.Sqrt((1-u)*span*(r.High-r.Base))
}

// dawn lets demands come down with the rounds, evenly to the fallback.
func (e *belief) dawn(round int) {
	e.fall = max(0, 1-float64(round-1)/e.rounds)
	e.settle()
}

// settle works out what is believed on average.
func (e *belief) settle() {
	clear(e.mean)
	e.asked = 0
	for i, w := range e.weight {
		for k, s := range e.stretch[i] {
			e.mean[k] += float64(w * s)
		}
		e.asked += float64(w * e.demand(i))
	}
	spread := 0.0
	for i, w := range e.weight {
		off := e.demand(i) - e.asked
		spread += float64(w * off * off)
	}
	e.blur = e.noise + math.Sqrt(spread)
}

func (e *belief) demand(i int) float64 { return e.floor[i] + float64(e.fall*e.gap[i]) }

// gain is what a change of the text from one level to another is worth by a stretch.
func (e *belief) gain(stretch []float64, d *agenda.Deal, c agenda.Change) float64 {
	g := e.public.Gains[c.Issue]
	return stretch[c.Issue] * (g[c.Level] - g[d[c.Issue]])
}

// worth is what a text is worth by a stretch.
func (e *belief) worth(stretch []float64, d *agenda.Deal) float64 {
	total := e.public.Worth
	for k, g := range e.public.Gains {
		total += float64(stretch[k] * g[d[k]])
	}
	return total
}

// near is the margin at which a side is taken to call a text near [worth]. Own
// choice, the default of scenarios.
const near = .02

// hears weighs the guesses by what the side said of a text: its verdict, unless a
// line decided it, and the order of its wishes, unless it names what would be
// enough.
func (e *belief) hears(text *agenda.Deal, r *message.Reply, rand *rand.Rand) {
	for i := range particles {
		if !r.Crossed {
			e.weight[i] *= e.says(r.Verdict, e.worth(e.stretch[i], text)-e.demand(i))
		}
		from := 0
		if r.Crossed {
			from = 1 // the way off the line says nothing of weights
		}
		for j := from; r.Verdict == message.Far && j+1 < int(r.N); j++ {
			better := e.gain(e.stretch[i], text, r.Wishes[j]) - e.gain(e.stretch[i], text, r.Wishes[j+1])
			e.weight[i] *= logistic(better / e.noise)
		}
	}
	e.weigh(rand)
}

// says is the chance of a verdict on a text that is so much above the demand.
func (e *belief) says(v message.Verdict, above float64) float64 {
	sign := logistic(above / e.noise)
	nearly := logistic((above + near) / e.noise)
	switch v {
	case message.Sign:
		return sign
	case message.Near:
		return nearly - sign
	}
	return 1 - nearly
}

// picks weighs the guesses by which option the side minded least.
func (e *belief) picks(text *agenda.Deal, m *message.Message, choice int8, rand *rand.Rand) {
	if choice < 0 {
		return
	}
	for i := range particles {
		best := e.gain(e.stretch[i], text, m.Options[choice].Changes[0])
		total := 0.0
		for j := range m.N {
			total += math.Exp((e.gain(e.stretch[i], text, m.Options[j].Changes[0]) - best) / e.noise)
		}
		e.weight[i] /= total
	}
	e.weigh(rand)
}

// weigh makes the weights sum to one, and draws the guesses anew by weight when few
// of them still count.
func (e *belief) weigh(r *rand.Rand) {
	total := 0.0
	for i := range e.weight {
		e.weight[i] = max(e.weight[i], 1e-12) // no answer rules a guess out: the side may err
		total += e.weight[i]
	}
	squares := 0.0
	for i := range e.weight {
		e.weight[i] /= total
		squares += float64(e.weight[i] * e.weight[i])
	}
	if squares*particles > 2 {
		e.renew(r)
	}
	e.settle()
}

// renew draws the guesses anew, evenly along their weights, each a little shaken.
func (e *belief) renew(r *rand.Rand) {
	var floor, gap [particles]float64
	at, sum, u := 0, e.weight[0], r.Float64()
	for i := range particles {
		for at+1 < particles && sum < (float64(i)+u)/particles {
			at++
			sum += e.weight[at]
		}
		for k, s := range e.stretch[at] {
			e.next[i][k] = s * shaken(r)
		}
		floor[i] = e.floor[at] + float64((shaken(r)-1)*(e.public.Fallback.High-e.public.Fallback.Low))
		gap[i] = e.gap[at] * shaken(r)
	}
	e.stretch, e.next, e.floor, e.gap = e.next, e.stretch, floor, gap
	for i := range e.weight {
		e.weight[i] = 1. / particles
	}
}

// shake is how far a guess that is drawn anew may move [share]. Own choice.
const shake = .1

func shaken(r *rand.Rand) float64 { return 1 - shake + float64(2*shake*r.Float64()) }

// accepts is the logarithm of the chance that the side signs a text of such a worth.
func (e *belief) accepts(worth float64) float64 {
	x := (e.asked - worth) / e.blur
	if x > 30 {
		return -x // to the last bit, and finite
	}
	return -math.Log1p(math.Exp(x))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
