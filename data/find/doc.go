// Package find reads what a person types to find something, and offers how it may go on:
//
//	bunari village:Krivelj kind:visit after:2026-01 topic:water "nivo vode"
//
// It knows the keywords of every language, whichever one the window speaks, and gets the words of values from its caller. It knows neither
// a database nor how anything looks; what it makes is a data.Search. docs/search.md describes the language.
package find
