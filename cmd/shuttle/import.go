package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/genius"
	"shuttle/sim/report/words"
)

func (p *program) importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import FORMAT",
		Short: "Make a scenario of files in another format",
		Long: `import makes a scenario of files that other programs exchange. It understands one
format: that of GENIUS, in which most benchmarks of automated negotiation are written.`,
		Example: `  shuttle import genius domain.xml buyer.xml seller.xml --out trade.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse("%s is no format that import understands: want genius", args[0])
			}
			return misuse("name a format and its files: %s genius DOMAIN.xml PROFILE.xml...", cmd.CommandPath())
		},
	}
	cmd.AddCommand(p.importGeniusCommand())
	return cmd
}

func (p *program) importGeniusCommand() *cobra.Command {
	var out string
	var steps int
	cmd := &cobra.Command{
		Use:   "genius DOMAIN.xml PROFILE.xml...",
		Short: "Make a scenario of a GENIUS domain and a profile for each party",
		Long: `genius reads a domain and the utility profiles of two parties or more and writes the
scenario they make: discrete, integer and real issues, evaluations divided by the
largest of their issue, weights as given, reservation values as fallbacks. Every
number names its file. Discount factors are noted and ignored; profiles made of
constraints are refused. Every mechanism that the format does not know is off.`,
		Example: `  shuttle import genius domain.xml buyer.xml seller.xml --out trade.yaml
  shuttle analyze trade.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 3 {
				return misuse("name a domain and the profiles of at least two parties, have %s", words.Plural(len(args), "file", "files"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if steps < 1 || steps > genius.MaxSteps {
				return misuse("--steps must be from 1 to %d, have %d", genius.MaxSteps, steps)
			}
			return p.importGenius(args, steps, out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file of the scenario (default standard output)")
	cmd.Flags().IntVar(&steps, "steps", genius.DefaultSteps, "equal steps that the range of a real issue is cut into")
	return cmd
}

// importGenius reads everything before it writes anything.
func (p *program) importGenius(names []string, steps int, out string) error {
	if info, err := os.Stat(out); err == nil && info.IsDir() {
		return misuse("--out %s: is a folder, not a file", out)
	}
	var files []genius.File
	for _, name := range names {
		file, err := openFile(name)
		if err != nil {
			return err
		}
		defer file.Close()
		if same(file, out) {
			return misuse("--out %s: is one of the files to read", out)
		}
		for _, before := range names[min(1, len(files)):len(files)] {
			if same(file, before) {
				fmt.Fprintf(p.stderr, "warning: %s: is the profile of two parties, who then want exactly the same\n", name)
				break
			}
		}
		files = append(files, genius.File{Name: name, Text: file})
	}
	var text bytes.Buffer
	warnings, err := genius.Import(&text, files[0], files[1:], steps)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintf(p.stderr, "warning: %s\n", w.Error())
	}
	write := func(w io.Writer) error {
		_, err := w.Write(text.Bytes())
		return err
	}
	if out == "" {
		return write(p.stdout)
	}
	err = store.WriteFile(out, write)
	if errors.Is(err, fs.ErrNotExist) {
		return misuse("--out %s: its folder does not exist", out)
	}
	return err
}

// openFile opens a file to be read.
func openFile(name string) (*os.File, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, badInput{plain(name, err)}
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, misuse("%s: is a folder, not a file", name)
	}
	return file, nil
}

// same reports whether a name is that of an open file.
func same(file *os.File, name string) bool {
	if name == "" {
		return false
	}
	a, errA := file.Stat()
	b, errB := os.Stat(name)
	return errA == nil && errB == nil && os.SameFile(a, b)
}
