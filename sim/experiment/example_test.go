package experiment_test

import (
	"context"
	"fmt"
	"os"

	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// With what no deal is worth at 0.3 to each side there is a lot to agree on, at 0.85
// nothing.
func ExampleRead() {
	doc, err := document.Parse("floors.yaml", []byte(`
name: floors
scenario: textbook.yaml
replicates: 50
design:
  - kind: factorial
    factors:
      - name: floor
        role: uncertainty
        paths: ["parties[A].fallback.base", "parties[B].fallback.base"]
        levels: [0.3, 0.85]
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	sweep, err := experiment.Read(doc, func(name string) (*document.Document, error) {
		src, err := os.ReadFile("../../configs/" + name)
		if err != nil {
			return nil, err
		}
		return document.Parse(name, src)
	}, experiment.Known{})
	if err != nil {
		fmt.Println(err)
		return
	}
	agreement, agreed := sweep.Schema().Index("agreement"), make([]int, len(sweep.Points))
	err = sweep.Blocks().Play(context.Background(), 0, 1, 2, func(_ int, rows []record.Row, _ []byte) error {
		for _, row := range rows {
			if row[agreement].Flag() {
				agreed[row[1].Int()]++
			}
		}
		return nil
	})
	fmt.Println(agreed, err)
	// Output: [50 0] <nil>
}
