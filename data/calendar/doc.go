// Package calendar knows which days are worked in Serbia: it computes the public holidays of a year from the rules of the Law on State
// and Other Holidays, and deadlines in working days with the reason for every day. The rules and their sources are in docs/calendar.md.
// It must never hold a list of dates that somebody would have to renew each year, read a clock or write to a database: days that a
// decree adds or takes away are passed in.
package calendar
