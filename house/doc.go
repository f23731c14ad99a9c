// Package house holds the rules of this codebase as tests over the tree itself: who may import whom, which versions belong together,
// what must not be written into a file. It has no code of its own and nothing may import it.
package house
