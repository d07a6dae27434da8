package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
)

// work is what the blocks of a sweep are of: two sweeps mix only where all of it is the
// same.
type work struct {
	hash  string // of the experiment and its scenario
	shard string
	maker string // the program that played
	texts [2]string
}

// workFiles are the files whose texts tell a difference.
func workFiles() [2]string { return [2]string{experimentFile, "config.yaml"} }

func workOf(files *experimentFiles, part shard) work {
	return work{files.sweep.Hash, part.String(), maker(), [2]string{string(files.sweep.Resolved), string(files.sweep.Base.Resolved)}}
}

// String is the work in one line, as a journal names it.
func (w work) String() string {
	return strings.Join([]string{w.hash, w.shard, strconv.Quote(w.maker), strconv.Quote(w.texts[0]), strconv.Quote(w.texts[1])}, " ")
}

// parseWork reads what String wrote.
func parseWork(line string) (work, error) {
	var w work
	_, err := fmt.Sscanf(line, "%s %s %q %q %q", &w.hash, &w.shard, &w.maker, &w.texts[0], &w.texts[1])
	return w, err
}

// whole is the work but for which part of it.
func (w work) whole() work {
	w.shard = ""
	return w
}

// against says in what the work differs from what there is already.
func (w work) against(there work) string {
	for i, name := range workFiles() {
		if line := firstChange(there.texts[i], w.texts[i]); line != "" {
			return "in " + name + " " + line
		}
	}
	switch {
	case w.maker != there.maker:
		return fmt.Sprintf("it was played by another program: %s, this is %s", there.maker, w.maker)
	case w.shard != there.shard:
		return fmt.Sprintf("it is of part %s, not of %s", there.shard, w.shard)
	}
	return "the experiment or its scenario has changed"
}

// firstChange is the first line that only one of two texts has, with what stands in its
// place in the other; "" where they say the same.
func firstChange(was, is string) string {
	gone, new := lacking(was, is), lacking(is, was)
	for _, line := range new {
		key, _, _ := strings.Cut(line, ":")
		for _, old := range gone {
			if strings.HasPrefix(old, key+":") {
				return fmt.Sprintf("%q became %q", old, line)
			}
		}
	}
	switch {
	case len(new) > 0:
		return fmt.Sprintf("%q is new", new[0])
	case len(gone) > 0:
		return fmt.Sprintf("%q is gone", gone[0])
	}
	return ""
}

// lacking are the lines of a text that another has not as often.
func lacking(text, other string) []string {
	count := map[string]int{}
	for line := range strings.Lines(other) {
		count[strings.TrimSpace(line)]++
	}
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); count[line] == 0 {
			lines = append(lines, line)
		} else {
			count[line]--
		}
	}
	return lines
}

// workIn reads what a sweep's result is of.
func workIn(r *store.Result, part shard) work {
	w := work{hash: r.Manifest.ConfigHash, shard: part.String(), maker: madeBy(r.Manifest.Version, r.Manifest.Revision, r.Manifest.Program)}
	for i, name := range workFiles() {
		if from, err := r.Reader(name); err == nil {
			text, err := io.ReadAll(from)
			if err == nil {
				w.texts[i] = string(text)
			}
		}
	}
	return w
}

// otherWork explains why a journal is not that of a sweep.
func otherWork(name string, w work) error {
	const advice = "--fresh drops it, --out writes elsewhere"
	line, err := store.JournalWork(name)
	there, fault := parseWork(line)
	if errors.Join(err, fault) != nil {
		return misuse("%s: is of another experiment, another version of this one or of the program: %s", name, advice)
	}
	return misuse("%s: is of another sweep: %s: %s", name, w.against(there), advice)
}
