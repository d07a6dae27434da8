package main

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExpectedTimeInWords(t *testing.T) {
	assert.Equal(t, "under a second", about(600*time.Millisecond))
	assert.Equal(t, "about 2m5s", about(125*time.Second+300*time.Millisecond))
}

// What is said to be expected counts the writing too.
func TestExpectedTimeIncludesWriting(t *testing.T) {
	_, name := swept(t)
	files, err := readExperiment(name, nil, nil)
	require.NoError(t, err)
	playing, writing, err := pace(context.Background(), files.sweep)
	require.NoError(t, err)
	assert.Positive(t, playing)
	assert.Positive(t, writing)
}
