//go:build !race

package doc

const underRace = false
