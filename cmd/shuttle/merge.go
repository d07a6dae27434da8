package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
)

func (p *program) mergeCommand() *cobra.Command {
	m := merging{program: p}
	cmd := &cobra.Command{
		Use:   "merge RESULT... --out DIR",
		Short: "Join the parts of a sweep into one result",
		Long: `merge joins the parts that sweep --shard played, on one machine or several, into
the result that the whole sweep would have written, byte for byte. When parts are
missing it names them and writes nothing.`,
		Example: `  shuttle merge results/strategies-1-of-2 results/strategies-2-of-2 --out results/strategies`,
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return m.run(cmd.Context(), args) },
	}
	to := cmd.Flags()
	to.StringVar(&m.out, "out", "", "folder of the result")
	m.addJSON(to)
	m.addQuiet(to)
	return cmd
}

// merging is one call of the merge command.
type merging struct {
	*program
	flags
}

func (m *merging) run(ctx context.Context, names []string) error {
	if m.out == "" {
		return misuse("--out: name the folder of the result")
	}
	for _, name := range names {
		if sameFolder(name, m.out) {
			return misuse("--out %s: is one of the parts: name another folder", m.out)
		}
	}
	var parts []*part
	defer func() {
		for _, p := range parts {
			_ = p.result.Close()
		}
	}()
	for _, name := range names {
		p, err := openPart(name)
		if err != nil {
			return err
		}
		parts = append(parts, p)
	}
	files, err := experimentOf(parts[0].result)
	if err != nil {
		return err
	}
	ordered, err := inOrder(parts, files.sweep.Blocks().Len())
	if err != nil {
		return err
	}
	stage, err := store.Begin(m.out, "sweep")
	if err != nil {
		return badInput{err}
	}
	defer stage.Discard()
	m.workers = runtime.GOMAXPROCS(0)
	e := ending{program: m.program, flags: m.flags, files: files, drawing: usualDrawing(), read: func(block int) *io.SectionReader {
		return ordered[block%len(ordered)].blocks[block/len(ordered)]
	}}
	return e.write(ctx, stage)
}

// part is one part of a sweep, opened.
type part struct {
	result *store.Result
	shard  shard
	work   work // what its journal is of
	blocks []*io.SectionReader
}

func openPart(name string) (*part, error) {
	r, err := open(name)
	if err != nil {
		return nil, err
	}
	p := &part{result: r}
	if err := p.read(); err != nil {
		return nil, errors.Join(badInput{fmt.Errorf("%s: %w", name, err)}, r.Close())
	}
	return p, nil
}

func (p *part) read() error {
	from, err := p.result.Reader(journalFile)
	if err != nil {
		return errors.New("is no part of a sweep")
	}
	line, blocks, err := store.ReadJournal(from)
	if err != nil {
		return fmt.Errorf("%s: %w", journalFile, err)
	}
	p.blocks = blocks
	p.work, err = parseWork(line)
	if p.shard, _ = parseShard(p.work.shard); err != nil || p.shard.of == 0 {
		return fmt.Errorf("%s: is of no part of a sweep", journalFile)
	}
	return nil
}

// inOrder puts the parts of a sweep of so many blocks in order, and lists what is
// missing.
func inOrder(parts []*part, blocks int) ([]*part, error) {
	of := parts[0].shard.of
	ordered := make([]*part, of)
	for _, p := range parts {
		switch {
		case p.work.whole() != parts[0].work.whole():
			return nil, misuse("%s and %s are of different experiments or programs: %s", parts[0].result.Dir(), p.result.Dir(), p.work.whole().against(parts[0].work.whole()))
		case p.work.maker != maker():
			return nil, misuse("%s was played by another program than this: %s, this is %s", p.result.Dir(), p.work.maker, maker())
		case p.shard.of != of:
			return nil, misuse("%s is one of %d parts, %s one of %d", parts[0].result.Dir(), of, p.result.Dir(), p.shard.of)
		case ordered[p.shard.k] != nil:
			return nil, misuse("%s and %s are both part %s", ordered[p.shard.k].result.Dir(), p.result.Dir(), p.shard)
		case len(p.blocks) != max(0, (blocks-p.shard.k+of-1)/of):
			return nil, fmt.Errorf("%s: has %d blocks, part %s has another number", p.result.Dir(), len(p.blocks), p.shard)
		}
		ordered[p.shard.k] = p
	}
	var missing []string
	for k, p := range ordered {
		if p == nil {
			missing = append(missing, shard{k, of}.String())
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("parts are missing: %s", strings.Join(missing, ", "))
	}
	return ordered, nil
}

// sameFolder tells whether two names are of one folder.
func sameFolder(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
