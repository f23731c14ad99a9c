package store

import (
	"context"
	"database/sql"
)

// reading is one consistent look at the database.
type reading struct {
	s   *Store
	ctx context.Context
	*conn
	law *law // what deadlines follow from, once it was asked for
}

// read runs f on a snapshot of the database, while others read and write: on that of the context, if it carries one.
func (s *Store) read(ctx context.Context, f func(*reading) error) error {
	if r, ok := ctx.Value(snapshotOf{s}).(*reading); ok {
		within := *r
		within.ctx = ctx
		return fault(f(&within), s.path)
	}
	return s.readOn(ctx, s.readers, f)
}

func (s *Store) readOn(ctx context.Context, p *pool, f func(*reading) error) error {
	c, err := p.take(ctx)
	if err != nil {
		return fault(err, s.path)
	}
	spent := true // also when f panics: whoever closes the store waits for the connection
	defer func() {
		if spent {
			p.drop(c)
		} else {
			p.give(c)
		}
	}()
	r := &reading{s: s, ctx: ctx, conn: c}
	err = r.exec("BEGIN")
	if err == nil {
		err = f(r)
		_, end := c.c.ExecContext(context.Background(), "ROLLBACK")
		if end != nil && err == nil {
			err = end
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	spent = false
	return fault(err, s.path)
}

func (r *reading) exec(query string, args ...any) error {
	st, err := r.stmt(query)
	if err == nil {
		_, err = st.ExecContext(r.ctx, args...)
	}
	return err
}

// row is a query for one row.
func (r *reading) row(query string, args ...any) scanner {
	st, err := r.stmt(query)
	if err != nil {
		return failed{err}
	}
	return st.QueryRowContext(r.ctx, args...)
}

// each calls f for every row of a query.
func (r *reading) each(f func(scanner) error, query string, args ...any) error {
	st, err := r.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(r.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// scanner is a row to be read.
type scanner interface{ Scan(...any) error }

type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

// found tells a row from no row.
func found(err error) (bool, error) {
	if err == sql.ErrNoRows {
		return false, nil
	}
	return err == nil, err
}
