package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/pflag"
)

// mostWorkers bounds --workers: more than any machine's processors only cost threads
// and memory. Own choice.
const mostWorkers = 256

// flags are those that several commands have; each command takes those it heeds.
type flags struct {
	runs    int
	seed    uint64
	workers int
	out     string
	set     []string
	asJSON  bool
	quiet   bool
}

func (f *flags) addRuns(to *pflag.FlagSet, what string) {
	to.IntVar(&f.runs, "runs", 1000, what)
}

func (f *flags) addSeed(to *pflag.FlagSet) {
	to.Uint64Var(&f.seed, "seed", 1, "master seed; the same seed gives the same bytes")
}

func (f *flags) addWorkers(to *pflag.FlagSet) {
	to.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), fmt.Sprintf("processors the program may use, no more than %d; results do not depend on it", mostWorkers))
}

func (f *flags) addSet(to *pflag.FlagSet) {
	to.StringArrayVar(&f.set, "set", nil, "change one value of the scenario, `path=value`, e.g. parties[A].fallback.base=0.4 (may be repeated)")
}

func (f *flags) addJSON(to *pflag.FlagSet) {
	to.BoolVar(&f.asJSON, "json", false, "print JSON instead of tables")
}

func (f *flags) addQuiet(to *pflag.FlagSet) {
	to.BoolVar(&f.quiet, "quiet", false, "say nothing on standard error but what went wrong")
}

// check reports flags that make no sense.
func (f *flags) check(to *pflag.FlagSet) error {
	if to.Lookup("runs") != nil && f.runs < 1 {
		return misuse("--runs must be at least 1, have %d", f.runs)
	}
	if to.Lookup("workers") != nil && f.workers < 1 {
		return misuse("--workers must be at least 1, have %d", f.workers)
	}
	f.workers = min(f.workers, mostWorkers)
	return nil
}

// limit holds the whole program to the workers asked for, until the function it
// returns is called.
func (f *flags) limit() func() {
	before := runtime.GOMAXPROCS(f.workers)
	return func() { runtime.GOMAXPROCS(before) }
}
