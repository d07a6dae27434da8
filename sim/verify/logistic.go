package verify

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// cases are alike in what is known of them.
type cases struct {
	known   []float64 // the first is 1, for the constant
	n, ends float64   // how many there are, and how many of them end in agreement
}

// logistic fits the log odds of agreement as a linear function of what is known, by
// maximum likelihood. It returns the coefficients and their standard errors, and an error
// where the cases do not tell them.
func logistic(of []cases) (fit, errs []float64, err error) {
	k, all := len(of[0].known), 0.0
	for _, c := range of {
		all += c.n
	}
	problem := optimize.Problem{
		Func: func(b []float64) float64 {
			loss := 0.0
			for _, c := range of {
				x := dot(b, c.known)
				loss += float64(c.n*softplus(x)) - float64(c.ends*x)
			}
			return loss / all
		},
		Grad: func(grad, b []float64) {
			clear(grad)
			for _, c := range of {
				miss := (float64(c.n*chance(dot(b, c.known))) - c.ends) / all
				for i, x := range c.known {
					grad[i] += float64(miss * x)
				}
			}
		},
		Hess: func(h *mat.SymDense, b []float64) {
			curvature(h, of, b)
			h.ScaleSym(1/all, h)
		},
	}
	result, err := optimize.Minimize(problem, make([]float64, k), &optimize.Settings{GradientThreshold: 1e-9}, &optimize.Newton{})
	if err != nil {
		return nil, nil, fmt.Errorf("logistic regression: %w", err)
	}
	h := mat.NewSymDense(k, nil)
	curvature(h, of, result.X)
	var c mat.Cholesky
	var inverse mat.SymDense
	if !c.Factorize(h) || c.InverseTo(&inverse) != nil {
		return nil, nil, fmt.Errorf("logistic regression: the cases do not tell the coefficients apart")
	}
	errs = make([]float64, k)
	for i := range errs {
		errs[i] = math.Sqrt(inverse.At(i, i))
	}
	return result.X, errs, nil
}

// curvature is the second derivative of the loss of all cases.
func curvature(h *mat.SymDense, of []cases, b []float64) {
	h.Zero()
	for _, c := range of {
		p := chance(dot(b, c.known))
		for i, x := range c.known {
			for j, y := range c.known[:i+1] {
				h.SetSym(i, j, h.At(i, j)+c.n*p*(1-p)*x*y)
			}
		}
	}
}

// chance is the probability of log odds.
func chance(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// softplus is ln(1 + e^x) without overflow.
func softplus(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
