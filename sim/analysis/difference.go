package analysis

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// The ways a [Difference] is made.
const (
	MethodPairedShare = "newcombe-mcnemar" // share: score interval of paired shares, McNemar's mid-p
	MethodPairedMean  = "paired-t"         // mean: Student's interval and p of the differences
	MethodSign        = "sign"             // mean of differences that are all alike: no spread, p of the sign test
)

// Difference is what runs on the same seeds say of one measure under two
// strategies, a and b.
type Difference struct {
	N        int       // pairs that have the measure under both
	Estimate float64   // mean of a − b; of shares, the difference of the shares
	SD       float64   // standard deviation of a − b; 0 when all differences are alike
	Interval *Interval // nil where the pairs are too few for one
	P        float64   // two-sided p of no difference; 1 without an interval
	Effect   float64   // Estimate in SD (Cohen's d_z); 0 when SD is
	Above    int       // pairs in which a is above b
	Below    int       // pairs in which it is below
	Ratio    float64   // variance without pairing over variance with it; 0 when SD is
	Method   string
}

// Dominance is the share of pairs in which a is above b less the share in which it is
// below, in [-1, 1]: Cliff's delta within pairs (Cliff 1993, d_w), which asks nothing of
// how the values are spread. 0 of no pairs.
func (d *Difference) Dominance() float64 {
	if d.N == 0 {
		return 0
	}
	return float64(d.Above-d.Below) / float64(d.N)
}

// Odds are how many pairs are with a alone for each that is with b alone: the odds ratio
// of paired shares. Where no pair is with b alone there are none.
func (d *Difference) Odds() (odds float64, ok bool) {
	if d.Below == 0 {
		return 0, false
	}
	return float64(d.Above) / float64(d.Below), true
}

// Differ compares a and b pair by pair. Shares are values of 0 and 1. Fewer than
// two pairs, one for shares, make no interval.
func Differ(a, b []float64, share bool, level float64) (Difference, error) {
	if len(a) != len(b) {
		return Difference{}, errLengths
	}
	p := Pairs{Share: share}
	for i := range a {
		if err := p.Add(a[i], b[i]); err != nil {
			return Difference{}, fmt.Errorf("pair %d: %w", i, err)
		}
	}
	return p.Difference(level)
}

// Pairs takes in pairs of runs on the same seeds, one after the other, and keeps
// what their [Difference] needs. The zero Pairs is of means.
type Pairs struct {
	Share bool // the values are 0 and 1

	first, second, apart Moments
	counts               PairedCounts
	above, below         int
}

// Add takes in a pair. Values that are not finite, and other values of a share than
// 0 and 1, are errors and not counted.
func (p *Pairs) Add(a, b float64) error {
	if err := checkPair(a, b); err != nil {
		return err
	}
	if p.Share && !p.counts.add(a, b) {
		return errors.New("a share needs values of 0 and 1")
	}
	p.first.Add(a)
	p.second.Add(b)
	p.apart.Add(a - b)
	switch {
	case a > b:
		p.above++
	case a < b:
		p.below++
	}
	return nil
}

func checkPair(a, b float64) error {
	if d := a - b; math.IsNaN(d) || math.IsInf(d, 0) {
		return fmt.Errorf("values are %g and %g", a, b)
	}
	return nil
}

// Difference is what the pairs say so far. Fewer than two, one for shares, make no
// interval.
func (p *Pairs) Difference(level float64) (Difference, error) {
	if err := checkLevel(level); err != nil {
		return Difference{}, err
	}
	d := Difference{N: p.apart.N(), Estimate: p.mean(), SD: p.apart.SD(), Above: p.above, Below: p.below, P: 1, Method: MethodPairedMean}
	if d.SD > 0 {
		d.Effect = d.Estimate / d.SD
		d.Ratio = (float64(p.first.SD()*p.first.SD()) + float64(p.second.SD()*p.second.SD())) / float64(d.SD*d.SD)
	}
	var err error
	switch {
	case p.Share:
		err = d.shares(p.counts, level)
	case d.N >= 2 && d.SD == 0:
		d.alike()
	case d.N >= 2:
		err = d.means(&p.apart, level)
	}
	return d, err
}

// mean is the mean difference. Of shares it is counted, so that as many pairs above as below
// make none.
func (p *Pairs) mean() float64 {
	if p.Share && p.above+p.below > 0 {
		return float64(p.above-p.below) / float64(p.apart.N())
	}
	return p.apart.Mean()
}

// means completes a difference of means.
func (d *Difference) means(apart *Moments, level float64) error {
	t, err := pairedT(apart, level)
	d.Interval, d.P = &t.Interval, t.P
	return err
}

// alike completes a mean of differences without spread: by t it would be certain
// after two pairs, by the sign test it takes six.
func (d *Difference) alike() {
	d.Method, d.Interval = MethodSign, &Interval{Low: d.Estimate, High: d.Estimate}
	if d.Estimate != 0 {
		d.P = math.Min(1, math.Exp2(float64(1-d.N)))
	}
}

// shares completes a difference of shares.
func (d *Difference) shares(t PairedCounts, level float64) error {
	d.Method = MethodPairedShare
	if d.N == 0 {
		return nil
	}
	at, err := t.Newcombe(level)
	if err != nil {
		return err
	}
	d.Interval = &at
	_, d.P, err = McNemar(t.First, t.Second)
	return err
}

// Needed is about how many pairs would tell a difference of this size and spread
// from none, in four of five tries, at a level of confidence; 0 where none is seen.
func (d *Difference) Needed(level float64) (float64, error) {
	z, err := normal(level)
	if err != nil || d.Estimate == 0 {
		return 0, err
	}
	if d.SD == 0 {
		return 1 + math.Ceil(-math.Log2(1-level)), nil // by the sign test
	}
	ratio := (z + distuv.UnitNormal.Quantile(.8)) * d.SD / d.Estimate
	return math.Ceil(ratio * ratio), nil
}

// PairedCounts counts pairs by which of the two had the event.
type PairedCounts struct{ Both, First, Second, Neither int }

// add counts a pair of values of 0 and 1; false for others.
func (t *PairedCounts) add(a, b float64) bool {
	switch {
	case a == 1 && b == 1:
		t.Both++
	case a == 1 && b == 0:
		t.First++
	case a == 0 && b == 1:
		t.Second++
	case a == 0 && b == 0:
		t.Neither++
	default:
		return false
	}
	return true
}

// Newcombe returns the interval of the difference of the paired shares, first less
// second (Newcombe 1998, Statistics in Medicine 17, 2635–2650, method 10). There
// must be at least one pair.
func (t PairedCounts) Newcombe(level float64) (Interval, error) {
	n := t.Both + t.First + t.Second + t.Neither
	k1, k2 := t.Both+t.First, t.Both+t.Second
	one, err := Wilson(k1, n, level)
	if err != nil {
		return Interval{}, err
	}
	two, err := Wilson(k2, n, level)
	if err != nil {
		return Interval{}, err
	}
	p1, p2, phi := float64(k1)/float64(n), float64(k2)/float64(n), t.phi()
	join := func(x, y float64) float64 {
		return math.Sqrt(math.Max(0, float64(x*x)-float64(2*phi*x*y)+float64(y*y)))
	}
	return Interval{
		Low:  p1 - p2 - join(p1-one.Low, two.High-p2),
		High: p1 - p2 + join(one.High-p1, p2-two.Low),
	}, nil
}

// phi is the correlation of the pairs, a positive one corrected for continuity.
func (t PairedCounts) phi() float64 {
	e, f, g, h := float64(t.Both), float64(t.First), float64(t.Second), float64(t.Neither)
	margins := (e + f) * (g + h) * (e + g) * (f + h)
	if margins == 0 {
		return 0
	}
	odds := float64(e*h) - float64(f*g)
	if odds > 0 {
		odds = math.Max(0, odds-(e+f+g+h)/2)
	}
	return odds / math.Sqrt(margins)
}
