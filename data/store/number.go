package store

import (
	"fmt"
	"strconv"
	"strings"

	"dogovor/data"
)

// number gives a new record its number: letter, year, laptop, counter, as in E-26-BOR1-0014. The year is that of the record's start, else
// that of its making. A number that the record has already (an import) is kept when nobody else has it.
func (x *writing) number(tb *table, rec data.Record) error {
	f, ok := tb.Field("number")
	if !ok || tb.Letter == "" {
		return nil
	}
	n := f.Ptr(rec).(*string)
	if *n != "" {
		var taken int
		if err := x.row("SELECT count(*) FROM "+tb.Name+" WHERE number=?", *n).Scan(&taken); err != nil {
			return err
		}
		if taken > 0 {
			return data.Problems{{Field: "number", Code: "taken", Params: map[string]any{"Number": *n}}}
		}
		return x.countNumber(*n)
	}
	year := x.now.In(data.HomeZone()).Year()
	if f, ok := tb.Field("start"); ok {
		if m, ok := f.Ptr(rec).(*data.Moment); ok && m.Known() {
			year = m.At.In(data.HomeZone()).Year()
		}
	}
	prefix := fmt.Sprintf("%s-%02d-%s-", tb.Letter, year%100, x.s.opt.Laptop)
	var last int
	if err := x.row("INSERT INTO counter VALUES(?,1) ON CONFLICT(prefix) DO UPDATE SET last=last+1 RETURNING last", prefix).Scan(&last); err != nil {
		return err
	}
	*n = fmt.Sprintf("%s%04d", prefix, last)
	return nil
}

// countNumber sees to it that a number that came from elsewhere is not given again.
func (x *writing) countNumber(number string) error {
	i := strings.LastIndexByte(number, '-')
	last, err := strconv.Atoi(number[i+1:])
	if i < 0 || err != nil {
		return nil
	}
	return x.exec("INSERT INTO counter VALUES(?,?) ON CONFLICT(prefix) DO UPDATE SET last=max(last, excluded.last)", number[:i+1], last)
}

// numberKey sorts numbers by their counter, which may outgrow its four digits.
func numberKey(number string) string {
	i := strings.LastIndexByte(number, '-')
	if n, err := strconv.Atoi(number[i+1:]); err == nil && i >= 0 {
		return fmt.Sprintf("%s%09d", number[:i+1], n)
	}
	return number
}
