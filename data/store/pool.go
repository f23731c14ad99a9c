package store

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"dogovor/data"
)

// mode says what a connection may do.
type mode int

const (
	forWriting mode = iota
	forReading
	readOnly  // opens nothing for writing
	immutable // on a medium that nobody can write: needs no shared memory beside the file
)

// dsn names the file for the driver, with the pragmas of each connection. busy_timeout stands first, as the others may have to wait.
func dsn(path string, m mode) string {
	p := filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	q := []string{"_pragma=busy_timeout(5000)", "_pragma=foreign_keys(1)"}
	switch m {
	case forWriting:
		// WAL with synchronous=FULL is the setting that loses no acknowledged save in a power cut.
		q = append(q, "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)", "_pragma=secure_delete(1)")
		if runtime.GOOS == "darwin" {
			q = append(q, "_pragma=fullfsync(1)", "_pragma=checkpoint_fullfsync(1)")
		}
	case forReading:
		q = append(q, "_pragma=query_only(1)")
	case readOnly:
		q = append(q, "mode=ro")
	case immutable:
		q = append(q, "mode=ro", "immutable=1")
	}
	q = append(q, "_pragma=temp_store(2)", "_pragma=cache_size(-8000)")
	return "file://" + (&url.URL{Path: p}).EscapedPath() + "?" + strings.Join(q, "&")
}

// pool is a fixed number of connections, each used by one goroutine at a time.
type pool struct {
	db     *sql.DB
	free   chan *conn
	ending sync.Once
	ended  chan struct{}
}

// errClosed answers those who use a store after Close.
var errClosed = data.NewError("db.closed", nil)

// conn is one connection with its prepared statements: queries have few shapes, so each is prepared once.
type conn struct {
	c     *sql.Conn
	stmts map[string]*sql.Stmt
}

func openPool(ctx context.Context, path string, m mode, size int) (*pool, error) {
	db, err := sql.Open("sqlite", dsn(path, m))
	if err != nil {
		return nil, err
	}
	db.SetMaxIdleConns(0)
	p := &pool{db: db, free: make(chan *conn, size), ended: make(chan struct{})}
	for range size {
		p.free <- &conn{}
	}
	c, err := p.take(ctx) // the first one tells whether the file can be opened
	if err != nil {
		db.Close()
		return nil, err
	}
	p.give(c)
	return p, nil
}

// take waits for a free connection, and opens it when it is not open yet.
func (p *pool) take(ctx context.Context) (*conn, error) {
	var c *conn
	select {
	case <-p.ended:
		return nil, errClosed
	default:
	}
	select {
	case c = <-p.free:
	case <-p.ended:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if c.c == nil {
		sc, err := p.db.Conn(ctx)
		if err != nil {
			p.free <- c
			return nil, err
		}
		c.c, c.stmts = sc, map[string]*sql.Stmt{}
	}
	return c, nil
}

func (p *pool) give(c *conn) { p.free <- c }

// drop gives a connection back that may not be used again, such as one that was interrupted.
func (p *pool) drop(c *conn) {
	c.close()
	p.free <- c
}

// close waits until every connection is free. Once is enough, more does no harm.
func (p *pool) close() (err error) {
	p.ending.Do(func() {
		close(p.ended)
		for range cap(p.free) {
			(<-p.free).close()
		}
		err = p.db.Close()
	})
	return err
}

func (c *conn) close() {
	if c.c != nil {
		for _, st := range c.stmts {
			st.Close()
		}
		c.c.Close()
	}
	c.c, c.stmts = nil, nil
}

// stmt prepares a query, once.
func (c *conn) stmt(query string) (*sql.Stmt, error) {
	if st, ok := c.stmts[query]; ok {
		return st, nil
	}
	st, err := c.c.PrepareContext(context.Background(), query)
	if err == nil {
		c.stmts[query] = st
	}
	return st, err
}
