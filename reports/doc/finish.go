package doc

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

const producer = "Dogovor"

var (
	reStart   = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`)
	reRoot    = regexp.MustCompile(`/Root (\d+) 0 R`)
	reInfo    = regexp.MustCompile(`/Info (\d+) 0 R`)
	reParent  = regexp.MustCompile(`/Parent (\d+) 0 R`)
	reFont    = regexp.MustCompile(`/(BaseFont|FontName) /utf8` + family + `([BI]*)\b`)
	reAnnot   = regexp.MustCompile(`/Border \[0 0 0\] `)
	faceTitle = map[string]string{"": "DogovorSans-Regular", "B": "DogovorSans-Bold", "I": "DogovorSans-Italic"}
)

// finish takes the library's file apart and writes it anew with what the library leaves out or gets wrong: the language, linked metadata,
// an identity, the counts of the outline, a ToUnicode table that readers accept, the names of font subsets.
func finish(in []byte, d Document, clean *cleaner) ([]byte, error) {
	objs, root, info, err := objects(in)
	if err != nil {
		return nil, err
	}
	mendOutline(objs)
	for i, b := range objs {
		switch {
		case bytes.Contains(b, []byte("1 beginbfrange\n<0000> <FFFF> <0000>")):
			objs[i] = toUnicode()
		case bytes.HasPrefix(b, []byte("<</Type /Font")):
			objs[i] = reFont.ReplaceAllFunc(b, func(m []byte) []byte {
				p := reFont.FindSubmatch(m)
				return fmt.Appendf(nil, "/%s /%s+%s", p[1], subsetTag(in, string(p[2])), faceTitle[string(p[2])])
			})
		case bytes.HasPrefix(b, []byte("<</Type /Page\n")):
			objs[i] = reAnnot.ReplaceAll(b, []byte("/Border [0 0 0] /F 4 ")) // links print
		}
	}
	title, author := clean.line(d.Title), clean.line(d.Author)
	meta := xmp(title, author, d.Lang, d.Made)
	objs = append(objs, fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(meta), meta))
	cat := strings.TrimSuffix(strings.TrimSpace(string(objs[root])), ">>")
	if i := strings.Index(cat, "/Names <<"); i >= 0 { // an empty tree of attachments
		cat = cat[:i]
	}
	objs[root] = fmt.Appendf(nil, "%s/Lang %s\n/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata %d 0 R\n>>", cat, pdfText(d.Lang), len(objs)-1)
	objs[info] = fmt.Appendf(nil, "<</Title %s /Author %s /Producer (%s) /CreationDate (%s) /ModDate (%[4]s)>>", pdfText(title), pdfText(author), producer, pdfDate(d.Made))
	return assemble(objs, root, info), nil
}

// objects cuts the file at its cross-reference table, which the library writes plainly. Index 0 stays empty.
func objects(in []byte) (objs [][]byte, root, info int, err error) {
	broken := errors.New("pdf library: unexpected structure of the file")
	m := reStart.FindSubmatch(in)
	if m == nil {
		return nil, 0, 0, broken
	}
	start, _ := strconv.Atoi(string(m[1]))
	if start >= len(in) {
		return nil, 0, 0, broken
	}
	lines := strings.Split(string(in[start:]), "\n")
	var first, n int
	if len(lines) < 2 {
		return nil, 0, 0, broken
	}
	if _, err := fmt.Sscanf(lines[1], "%d %d", &first, &n); err != nil || len(lines) < n+2 {
		return nil, 0, 0, broken
	}
	trailer := in[start:]
	r, i := reRoot.FindSubmatch(trailer), reInfo.FindSubmatch(trailer)
	if r == nil || i == nil {
		return nil, 0, 0, broken
	}
	root, _ = strconv.Atoi(string(r[1]))
	info, _ = strconv.Atoi(string(i[1]))
	offsets := make([]int, n)
	ends := map[int]int{}
	for k := 1; k < n; k++ {
		offsets[k], _ = strconv.Atoi(lines[2+k][:10])
	}
	order := slices.Sorted(slices.Values(offsets[1:]))
	for k, off := range order {
		ends[off] = start
		if k+1 < len(order) {
			ends[off] = order[k+1]
		}
	}
	objs = make([][]byte, n)
	for k := 1; k < n; k++ {
		b := in[offsets[k]:ends[offsets[k]]]
		b, ok := bytes.CutPrefix(b, fmt.Appendf(nil, "%d 0 obj\n", k))
		b, ok2 := bytes.CutSuffix(bytes.TrimRight(b, "\n"), []byte("endobj"))
		if !ok || !ok2 {
			return nil, 0, 0, broken
		}
		objs[k] = bytes.TrimRight(b, "\n")
	}
	return objs, root, info, nil
}

// mendOutline counts the children of every entry: the library writes 0. Entries with children stand closed.
func mendOutline(objs [][]byte) {
	kids := make([]int, len(objs))
	for _, b := range objs {
		if bytes.HasPrefix(b, []byte("<</Title")) {
			if m := reParent.FindSubmatch(b); m != nil {
				if p, _ := strconv.Atoi(string(m[1])); p < len(kids) {
					kids[p]++
				}
			}
		}
	}
	for i, n := range kids {
		b := objs[i]
		switch {
		case bytes.HasPrefix(b, []byte("<</Title")) && n > 0:
			objs[i] = bytes.Replace(b, []byte("/Count 0>>"), fmt.Appendf(nil, "/Count -%d>>", n), 1)
		case bytes.HasPrefix(b, []byte("<</Title")):
			objs[i] = bytes.Replace(b, []byte("/Count 0>>"), []byte(">>"), 1)
		case n > 0:
			objs[i] = fmt.Appendf(nil, "%s /Count %d>>", bytes.TrimSuffix(b, []byte(">>")), n)
		}
	}
}

// assemble writes the objects with a fresh cross-reference table; the file's identity follows from its content.
func assemble(objs [][]byte, root, info int) []byte {
	var w bytes.Buffer
	w.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(objs))
	for i := 1; i < len(objs); i++ {
		offsets[i] = w.Len()
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", i, objs[i])
	}
	start := w.Len()
	id := sha256.Sum256(w.Bytes())
	fmt.Fprintf(&w, "xref\n0 %d\n0000000000 65535 f \n", len(objs))
	for _, off := range offsets[1:] {
		fmt.Fprintf(&w, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&w, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x><%[4]x>]>>\nstartxref\n%d\n%%%%EOF\n", len(objs), root, info, id[:16], start)
	return w.Bytes()
}

// toUnicode maps codes, which are UTF-16, to themselves. A range may not cross a high byte.
func toUnicode() []byte {
	var c strings.Builder
	c.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for i := 0; i < 256; i += 64 {
		c.WriteString("64 beginbfrange\n")
		for k := i; k < i+64; k++ {
			low := 0
			if k == 0 {
				low = 1
			}
			fmt.Fprintf(&c, "<%02X%02X> <%02XFF> <%02X%02X>\n", k, low, k, k, low)
		}
		c.WriteString("endbfrange\n")
	}
	c.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	var w bytes.Buffer
	z := zlib.NewWriter(&w)
	z.Write([]byte(c.String())) // to memory: cannot fail
	z.Close()
	return fmt.Appendf(nil, "<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", w.Len(), w.Bytes())
}

// subsetTag is the six capitals that mark a font as a subset; they follow from the document.
func subsetTag(in []byte, style string) string {
	sum := sha256.Sum256(append([]byte(style), in...))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

func pdfText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405") + "Z" }

func xmp(title, author, lang string, made time.Time) []byte {
	esc := func(s string) string {
		var b bytes.Buffer
		xml.EscapeText(&b, []byte(s)) // to memory: cannot fail
		return b.String()
	}
	at := made.UTC().Format(time.RFC3339)
	return fmt.Appendf(nil, "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"+
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`+
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>`+
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`+
		`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language></rdf:Description>`+
		`<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%[4]s</xmp:ModifyDate></rdf:Description>`+
		`<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%s</pdf:Producer></rdf:Description>`+
		`</rdf:RDF></x:xmpmeta>`+"\n<?xpacket end=\"w\"?>", esc(title), esc(author), esc(cmp.Or(lang, "x-unknown")), at, producer)
}
