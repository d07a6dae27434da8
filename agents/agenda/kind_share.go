package agenda

import "fmt"

// Share builds the ladder of a divisible good: 0 to 1 in so many equal steps.
func Share(steps int) ([]Level, error) {
	if steps < 1 || steps >= MaxLevels {
		return nil, fmt.Errorf("a share has 1 to %d steps, have %d", MaxLevels-1, steps)
	}
	return Range(0, 1, 1/float64(steps))
}
