//go:build !race

// The race detector's pointer checks do not know SQLite's memory, which the recorder reaches into.

package store

import (
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// The recorder is a virtual file system that does what the system's own does, and writes down every write, truncation, sync and deletion of
// databases and logs, so that a test can make the disk as a power cut may have left it at any moment.
var recorder struct {
	sync.Mutex
	on      bool
	log     []diskOp
	paths   map[uintptr]string // open file → its path
	methods map[uintptr]*lib.Tsqlite3_io_methods
	parent  *lib.Tsqlite3_vfs
	own     *lib.Tsqlite3_vfs
}

// diskOp is one thing that was done to a file: open, write, truncate, sync or delete; or a mark of the test.
type diskOp struct {
	kind byte // o w t s d m
	path string
	off  int64
	data []byte
}

func record(op diskOp) {
	recorder.Lock()
	defer recorder.Unlock()
	if recorder.on {
		recorder.log = append(recorder.log, op)
	}
}

func pathOf(file uintptr) string {
	recorder.Lock()
	defer recorder.Unlock()
	return recorder.paths[file]
}

// SQLite keeps functions as addresses of Go functions.
type (
	openFunc   = func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32
	deleteFunc = func(*libc.TLS, uintptr, uintptr, int32) int32
	writeFunc  = func(*libc.TLS, uintptr, uintptr, int32, int64) int32
	truncFunc  = func(*libc.TLS, uintptr, int64) int32
	syncFunc   = func(*libc.TLS, uintptr, int32) int32
)

func get[F any](field uintptr) F     { return *(*F)(unsafe.Pointer(&field)) }
func set[F any](field *uintptr, f F) { *(*F)(unsafe.Pointer(field)) = f }

// at is what lies at an address of SQLite's memory.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

func fileMethods(file uintptr) *uintptr { return &at[lib.Tsqlite3_file](file).FpMethods }

// original finds the system's methods behind those of a recorded file.
func original(file uintptr) *lib.Tsqlite3_io_methods {
	recorder.Lock()
	defer recorder.Unlock()
	own := *fileMethods(file)
	for system, m := range recorder.methods {
		if uintptr(unsafe.Pointer(m)) == own {
			return at[lib.Tsqlite3_io_methods](system)
		}
	}
	panic("a file without methods")
}

func recOpen(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32 {
	rc := get[openFunc](recorder.parent.FxOpen)(tls, vfs, name, file, flags, out)
	p := fileMethods(file)
	if rc != lib.SQLITE_OK || *p == 0 || name == 0 || flags&(lib.SQLITE_OPEN_MAIN_DB|lib.SQLITE_OPEN_WAL) == 0 {
		return rc
	}
	recorder.Lock()
	m := recorder.methods[*p]
	if m == nil {
		copied := *at[lib.Tsqlite3_io_methods](*p)
		m = &copied
		m.FiVersion = 2 // writes must not pass by in mapped memory
		set[writeFunc](&m.FxWrite, recWrite)
		set[truncFunc](&m.FxTruncate, recTruncate)
		set[syncFunc](&m.FxSync, recSync)
		recorder.methods[*p] = m
	}
	*p = uintptr(unsafe.Pointer(m))
	recorder.paths[file] = libc.GoString(name)
	recorder.Unlock()
	record(diskOp{kind: 'o', path: libc.GoString(name)})
	return rc
}

func recDelete(tls *libc.TLS, vfs, name uintptr, dir int32) int32 {
	record(diskOp{kind: 'd', path: libc.GoString(name)})
	return get[deleteFunc](recorder.parent.FxDelete)(tls, vfs, name, dir)
}

func recWrite(tls *libc.TLS, file, buf uintptr, n int32, off int64) int32 {
	b := append([]byte(nil), unsafe.Slice(at[byte](buf), int(n))...)
	record(diskOp{'w', pathOf(file), off, b})
	return get[writeFunc](original(file).FxWrite)(tls, file, buf, n, off)
}

func recTruncate(tls *libc.TLS, file uintptr, size int64) int32 {
	record(diskOp{kind: 't', path: pathOf(file), off: size})
	return get[truncFunc](original(file).FxTruncate)(tls, file, size)
}

func recSync(tls *libc.TLS, file uintptr, flags int32) int32 {
	rc := get[syncFunc](original(file).FxSync)(tls, file, flags)
	record(diskOp{kind: 's', path: pathOf(file)}) // only what came back is safe
	return rc
}

// startRecorder makes the recorder the file system of all databases opened from now on; stop gives what was recorded.
func startRecorder() (stop func() []diskOp) {
	tls := libc.NewTLS()
	lib.Xsqlite3_initialize(tls)
	parent := lib.Xsqlite3_vfs_find(tls, 0)
	recorder.Lock()
	recorder.on, recorder.log, recorder.paths = true, nil, map[uintptr]string{}
	if recorder.own == nil {
		recorder.methods = map[uintptr]*lib.Tsqlite3_io_methods{}
		recorder.parent = at[lib.Tsqlite3_vfs](parent)
		copied := *recorder.parent
		recorder.own = &copied
		name, err := libc.CString("recorder")
		if err != nil {
			panic(err)
		}
		recorder.own.FzName = name
		set[openFunc](&recorder.own.FxOpen, recOpen)
		set[deleteFunc](&recorder.own.FxDelete, recDelete)
	}
	recorder.Unlock()
	lib.Xsqlite3_vfs_register(tls, uintptr(unsafe.Pointer(recorder.own)), 1)
	return func() []diskOp {
		lib.Xsqlite3_vfs_register(tls, parent, 1)
		lib.Xsqlite3_vfs_unregister(tls, uintptr(unsafe.Pointer(recorder.own)))
		tls.Close()
		recorder.Lock()
		defer recorder.Unlock()
		recorder.on = false
		return recorder.log
	}
}
