// Package experiment plays many runs on several workers and hands the results on
// in the order of the job list, whatever the workers: the same plan gives the same
// rows, in the same order, on one worker and on sixteen.
//
// It knows plans, seeds, engines, and what of a run's course is kept: the spread of
// each series round by round, who objected to which clause of which draft, and one
// run in full. Memory does not grow with the number of runs. A run that fails is a
// row with its fault, never the end of the rest.
//
// It knows experiments as well: documents that name a scenario, factors and designs.
// [Read] compiles every point once, so that what is wrong shows before the first
// run; [Sweep.Blocks] cuts it into blocks that can be played apart and in turns.
//
// It must not know what a measure means or where rows go. It is the only package
// of the core that starts goroutines.
package experiment
