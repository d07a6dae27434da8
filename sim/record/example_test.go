package record_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"shuttle/sim/record"
)

func ExampleNewCSV() {
	w := record.NewCSV(os.Stdout, record.Schema{
		{Name: "mediator", Doc: "mediation strategy", Kind: record.KindText},
		{Name: "agreement", Doc: "signed by all who must", Kind: record.KindFlag},
		{Name: "day", Unit: "days", Doc: "day of agreement", Kind: record.KindFloat},
	})
	row := make(record.Row, 3)
	row[0], row[1], row[2] = record.Text("single-text"), record.Flag(true), record.Float(12.5)
	fmt.Println(w.Write(row))
	row[1], row[2] = record.Flag(false), record.Null()
	fmt.Println(w.Write(row))
	fmt.Println(w.Close())
	// Output:
	// <nil>
	// <nil>
	// mediator,agreement,day
	// single-text,true,12.5
	// single-text,false,
	// <nil>
}

func ExampleReadCSV() {
	r, err := record.ReadCSV(strings.NewReader("mediator,day\nnone,30\nmixed,\n"), nil)
	for err == nil {
		var row record.Row
		if row, err = r.Read(); err == nil {
			day, known := row[1].Number()
			fmt.Println(row[0].Text(), day, known)
		}
	}
	fmt.Println(errors.Is(err, io.EOF))
	// Output:
	// none 30 true
	// mixed 0 false
	// true
}
