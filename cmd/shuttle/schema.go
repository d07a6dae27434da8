package main

import (
	"github.com/spf13/cobra"

	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/scenario"
)

func (p *program) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [scenario|experiment]",
		Short: "Print the JSON Schema of the configuration",
		Long: `schema prints the JSON Schema (draft 7) of scenarios, or of experiments. An editor
that knows it completes keys and names while a file is written, and marks what is
unknown, out of bounds or missing. It is learnt from the reader that check uses.
Most editors take it from a line at the top of the file:

  # yaml-language-server: $schema=scenario.schema.json

What depends on other parts of the file, such as the names of issues and the sums of
weights, only check sees.`,
		Example: `  # Completion for the scenario that is being written.
  shuttle schema > scenario.schema.json`,
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: []string{"scenario", "experiment"},
		RunE: func(_ *cobra.Command, args []string) error {
			return p.schema(append(args, "scenario")[0])
		},
	}
}

func (p *program) schema(kind string) error {
	var learnt *document.Schema
	var err error
	switch kind {
	case "scenario":
		learnt, err = scenario.Schema()
	case "experiment":
		learnt, err = experiment.Schema(known())
	default:
		return misuse("%s: %s", kind, oneOf(kind, []string{"scenario", "experiment"}))
	}
	if err != nil {
		return err
	}
	text, err := learnt.JSON(kind + " of shuttle")
	if err != nil {
		return err
	}
	_, err = p.stdout.Write(text)
	return err
}
