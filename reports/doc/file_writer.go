package doc

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"sync"
)

// file writes the objects of a PDF. A packed one has its many small objects in compressed streams, as PDF 1.5 and newer may; a plain one
// is PDF 1.4.
type file struct {
	out    bytes.Buffer
	at     []spot // by object
	packed bool
	pack   pack
}

// spot is where an object stands: at a byte of the file, or within a pack.
type spot struct {
	offset uint32 // or the pack's object
	index  uint16
	kind   uint8 // 0 nowhere, 1 in the file, 2 in a pack
}

type pack struct {
	objs  []int
	body  bytes.Buffer
	index bytes.Buffer
}

// newFile begins a file whose first n objects have their numbers already.
func newFile(n int, packed bool) *file {
	f := &file{at: make([]spot, n), packed: packed}
	version := "1.4"
	if packed {
		version = "1.7"
	}
	f.out.WriteString("%PDF-" + version + "\n%\xe2\xe3\xcf\xd3\n")
	return f
}

// reserve gives the number of an object that is put later.
func (f *file) reserve() int {
	f.at = append(f.at, spot{})
	return len(f.at) - 1
}

func (f *file) put(n int, body []byte) {
	const most = 400 // objects in a pack
	if !f.packed || bytes.HasSuffix(body, []byte("endstream")) {
		f.write(n, body)
		return
	}
	p := &f.pack
	fmt.Fprintf(&p.index, "%d %d ", n, p.body.Len())
	f.at[n] = spot{index: uint16(len(p.objs)), kind: 2}
	p.objs = append(p.objs, n)
	p.body.Write(body)
	p.body.WriteByte('\n')
	if len(p.objs) == most {
		f.flush()
	}
}

func (f *file) add(body []byte) int {
	n := f.reserve()
	f.put(n, body)
	return n
}

func (f *file) write(n int, body []byte) {
	f.at[n] = spot{offset: uint32(f.out.Len()), kind: 1}
	fmt.Fprintf(&f.out, "%d 0 obj\n", n)
	f.out.Write(body)
	f.out.WriteString("\nendobj\n")
}

func (f *file) flush() {
	p := &f.pack
	if len(p.objs) == 0 {
		return
	}
	n := f.reserve()
	for _, o := range p.objs {
		f.at[o].offset = uint32(n)
	}
	first := p.index.Len()
	p.index.Write(p.body.Bytes())
	f.write(n, streamBody(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(p.objs), first), p.index.Bytes(), true))
	p.objs = p.objs[:0]
	p.body.Reset()
	p.index.Reset()
}

// stream adds a stream with a dictionary.
func (f *file) stream(dict string, body []byte, compress bool) int {
	return f.add(streamBody(dict, body, compress))
}

func streamBody(dict string, body []byte, compress bool) []byte {
	if compress {
		body = deflated(body)
		dict += " /Filter /FlateDecode"
	}
	return fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(body), body)
}

// deflaters are kept: a new one costs more than what most pages need.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func deflated(b []byte) []byte {
	var w bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&w)
	z.Write(b) // to memory: cannot fail
	z.Close()
	return w.Bytes()
}

// close writes the cross-references; the file's identity follows from its content.
func (f *file) close(root, info int) []byte {
	f.flush()
	id := sha256.Sum256(f.out.Bytes())
	trailer := fmt.Sprintf("/Root %d 0 R /Info %d 0 R /ID [<%x><%[3]x>]", root, info, id[:16])
	if f.packed {
		n := f.reserve()
		start := f.out.Len()
		f.at[n] = spot{offset: uint32(start), kind: 1}
		table := make([]byte, 0, 7*len(f.at))
		for i, s := range f.at {
			if i == 0 || s.kind == 0 {
				table = append(table, 0, 0, 0, 0, 0, 0xFF, 0xFF)
				continue
			}
			table = append(table, s.kind, byte(s.offset>>24), byte(s.offset>>16), byte(s.offset>>8), byte(s.offset), byte(s.index>>8), byte(s.index))
		}
		f.write(n, streamBody(fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] %s", len(f.at), trailer), table, true))
		fmt.Fprintf(&f.out, "startxref\n%d\n%%%%EOF\n", start)
		return f.out.Bytes()
	}
	start := f.out.Len()
	fmt.Fprintf(&f.out, "xref\n0 %d\n0000000000 65535 f \n", len(f.at))
	for _, s := range f.at[1:] {
		if s.kind == 0 {
			f.out.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(&f.out, "%010d 00000 n \n", s.offset)
	}
	fmt.Fprintf(&f.out, "trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", len(f.at), trailer, start)
	return f.out.Bytes()
}
