package spec

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// fields is a parameter set made of its fields.
type fields []Field

func (f fields) Fields() []Field { return f }

func number(x, least, most float64) Field {
	return Field{Name: "haste", Number: &x, Min: least, Max: most}
}

func TestValidateNumbers(t *testing.T) {
	inf := math.Inf(1)
	for _, row := range []struct {
		name        string
		x           float64
		least, most float64
		want        string
	}{
		{"inside", .5, 0, 1, ""},
		{"at the lower bound", 0, 0, 1, ""},
		{"at the upper bound", 1, 0, 1, ""},
		{"below", -.1, 0, 1, "haste: must be 0 to 1, have -0.1"},
		{"above", 1.1, 0, 1, "haste: must be 0 to 1, have 1.1"},
		{"no number", math.NaN(), 0, 1, "haste: must be 0 to 1, have NaN"},
		{"no number, no bounds", math.NaN(), -inf, inf, "haste: must be any number, have NaN"},
		{"only a least", -1, 0, inf, "haste: must be at least 0, have -1"},
		{"only a most", 3, -inf, 2, "haste: must be at most 2, have 3"},
		{"no bounds", -1e300, -inf, inf, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			err := Validate(fields{number(row.x, row.least, row.most)})
			if row.want == "" {
				assert.NoError(t, err)
				return
			}
			assert.EqualError(t, err, row.want)
		})
	}
}

func TestValidateNamesEveryFault(t *testing.T) {
	curve, on := "square", true
	err := Validate(fields{
		number(2, 0, 1),
		{Name: "curve", Choice: &curve, Options: []string{"polynomial", "exponential"}},
		{Name: "loud", Flag: &on},
	})
	assert.EqualError(t, err, "haste: must be 0 to 1, have 2\ncurve: must be one of [polynomial exponential], have \"square\"")
	curve = "polynomial"
	assert.NoError(t, Validate(fields{{Name: "curve", Choice: &curve, Options: []string{"polynomial", "exponential"}}, {Name: "loud", Flag: &on}}))
	assert.NoError(t, Validate(fields(nil)))
}

func TestBounds(t *testing.T) {
	inf := math.Inf(1)
	assert.Equal(t, "0.001 to 1000", Bounds(Field{Min: .001, Max: 1000}))
	assert.Equal(t, "at least 0.5", Bounds(Field{Min: .5, Max: inf}))
	assert.Equal(t, "at most 7", Bounds(Field{Min: -inf, Max: 7}))
	assert.Equal(t, "any number", Bounds(Field{Min: -inf, Max: inf}))
}
