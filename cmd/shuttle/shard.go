package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// shard is the k-th of K parts of a sweep's blocks, k from 0.
type shard struct{ k, of int }

func parseShard(text string) (shard, error) {
	k, of, ok := strings.Cut(text, "/")
	s := shard{}
	var faults [2]error
	s.k, faults[0] = strconv.Atoi(k)
	s.of, faults[1] = strconv.Atoi(of)
	if s.k--; !ok || errors.Join(faults[:]...) != nil || s.k < 0 || s.k >= s.of {
		return shard{}, misuse("--shard %s: want k/K with k from 1 to K", text)
	}
	return s, nil
}

func (s shard) whole() bool { return s.of == 1 }

// String is the shard as --shard takes it.
func (s shard) String() string { return fmt.Sprintf("%d/%d", s.k+1, s.of) }
