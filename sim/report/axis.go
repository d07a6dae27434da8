package report

import (
	"math"

	"gonum.org/v1/plot"
)

// valueAxis is an axis that holds the values, with about n labelled; shares are
// written in percent.
func valueAxis(m measured, values []float64, n int) axis {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		lo, hi = 0, 1
	}
	if m.share {
		lo, hi = 0, ceilingOf(hi)
	} else {
		if lo > 0 && lo < 0.4*hi {
			lo = 0
		}
		if hi-lo <= 1e-9*math.Max(math.Abs(lo), math.Abs(hi)) {
			lo, hi = lo-0.05*max(1, math.Abs(lo)), hi+0.05*max(1, math.Abs(hi))
		}
		s := steps(lo, hi, n)
		step := (hi - lo) / float64(n)
		if len(s) > 1 {
			step = s[1] - s[0]
		}
		lo, hi = math.Floor(lo/step+1e-9)*step, math.Ceil(hi/step-1e-9)*step
	}
	return axis{label: m.label(), lo: lo, hi: hi, ticks: ticksOf(m, lo, hi, n)}
}

// ceilingOf is where an axis of shares ends.
func ceilingOf(highest float64) float64 {
	for _, top := range []float64{0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8} {
		if highest <= top {
			return top
		}
	}
	return 1
}

// ticksOf marks about n values.
func ticksOf(m measured, lo, hi float64, n int) plot.ConstantTicks {
	at := steps(lo, hi, n)
	scaled := make([]float64, len(at))
	for i, v := range at {
		scaled[i] = v * m.factor()
	}
	var t plot.ConstantTicks
	for i, label := range numbers(scaled) {
		t = append(t, plot.Tick{Value: at[i], Label: label})
	}
	return t
}

// shareAxis is an axis of shares up to a top; with few ticks, its middle and its ends
// are marked.
func shareAxis(label string, top float64, n int) axis {
	a := axis{label: label, hi: top, ticks: ticksOf(measured{share: true}, 0, top, n)}
	if n <= 2 {
		at := []float64{0, top / 2, top}
		a.ticks = nil
		for i, label := range numbers([]float64{0, 50 * top, 100 * top}) {
			a.ticks = append(a.ticks, plot.Tick{Value: at[i], Label: label})
		}
	}
	return a
}

// everyOther thins ticks to about n, the first and the last among them where that is
// even.
func everyOther(ts plot.ConstantTicks, n int) plot.ConstantTicks {
	every := max(1, (len(ts)-1)/max(1, n-1))
	var kept plot.ConstantTicks
	for i := 0; i < len(ts); i += every {
		kept = append(kept, ts[i])
	}
	return kept
}
