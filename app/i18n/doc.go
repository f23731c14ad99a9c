// Package i18n says everything in the reader's language: messages with plurals, dates, numbers, names of vocabulary entries, errors,
// and the order of names. A Printer is for one language and never changes, so the language can be switched at run time by handing out
// another one.
//
// The messages stand in assets/messages/*.toml, all languages side by side. Serbian is written in Latin script; the Cyrillic text is
// derived from it. The package imports data for its error codes and must never import the window toolkit: reports and commands print
// through it too.
package i18n
