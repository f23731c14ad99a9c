//go:build race

package doc

// underRace tells that the race detector slows everything and takes memory of its own; a few documents are enough for what it looks for.
const underRace = true
