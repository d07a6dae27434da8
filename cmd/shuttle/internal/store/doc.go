// Package store keeps results on disk. A result is a folder that appears whole
// or not at all: files are staged in a hidden folder beside it and put in place
// in one step.
//
//	stage, err := store.Begin("results/miami", "run")
//	defer stage.Discard() // after Commit it does nothing
//	w, err := stage.Create("runs.csv")
//	… write, close …
//	err = stage.Commit(store.Manifest{ … })
//
// At every instant the folder is the earlier result or the new one, never a
// mixture, whatever is killed when. Only folders that hold nothing, or nothing
// but an earlier result, are ever replaced.
//
// It knows folders, locks, sizes and hashes, what charts are called, and what time
// it is. It must not know what the numbers mean.
package store
