package doc

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dogovor/assets"

	"github.com/jung-kurt/gofpdf"
)

// This is the only file that knows the PDF library. It is asked for one thing: the parts of the fonts that a document uses. Its pages,
// line breaking, pictures and metadata each have faults of their own.

// runeSet is the characters that a document draws in one face.
type runeSet [0x10000 / 64]uint64

func (s *runeSet) add(r rune) {
	if r >= 0 && r <= 0xFFFF {
		s[r/64] |= 1 << (r % 64)
	}
}

func (s *runeSet) text() string {
	var b strings.Builder
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			b.WriteRune(rune(64*i + bits.TrailingZeros64(w)))
		}
	}
	return b.String()
}

// fontParts are how many objects the library writes for a font, one after the other: the font, its descendant, ToUnicode, a dictionary,
// the descriptor, the glyphs by character, the font file.
const (
	fontToUnicode  = 2
	fontDescriptor = 4
	fontGlyphs     = 5
	fontFile       = 6
	fontParts      = 7
)

const family = "dogovorsans"

var (
	reStart  = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`)
	reFont   = regexp.MustCompile(`/(BaseFont|FontName) /utf8` + family + `[BI]*`)
	reObject = regexp.MustCompile(`(\d+) 0 R`)
)

// fonts writes the subsets of the faces that were used and gives the object of each, 0 for a face that was not.
func (f *finisher) fonts(used *[faceCount]runeSet) (out [faceCount]int, err error) {
	for k := range out {
		text := used[k].text()
		if text == "" {
			continue
		}
		parts, err := subset(face(k), text)
		if err != nil {
			return out, fmt.Errorf("pdf library: font %s: %w", faceNames[k], err)
		}
		if out[k], err = f.font(face(k), parts); err != nil {
			return out, fmt.Errorf("pdf library: font %s: %w", faceNames[k], err)
		}
	}
	return out, nil
}

// font writes the objects of a subset with its name, and a ToUnicode table that readers accept. The older standard wants to know which
// characters a subset holds; the newer one asks only that such a list be right, and is given none.
func (f *finisher) font(as face, parts subsetParts) (int, error) {
	name := []byte(fmt.Sprintf("/$1 /%s+DogovorSans-%s", subsetTag(parts.objs[fontFile]), faceNames[as]))
	parts.objs[fontToUnicode] = toUnicode()
	var listed string
	if f.standard == pdfA1b {
		set, err := characters(parts.objs[fontGlyphs])
		if err != nil {
			return 0, err
		}
		listed = fmt.Sprintf("/CIDSet %d 0 R>>", f.stream("", set, true))
	}
	first := len(f.at)
	for range fontParts {
		f.reserve()
	}
	for k, b := range parts.objs {
		if !bytes.HasSuffix(b, []byte("endstream")) {
			b = reObject.ReplaceAllFunc(reFont.ReplaceAll(b, name), func(m []byte) []byte {
				n, _ := strconv.Atoi(string(m[:bytes.IndexByte(m, ' ')]))
				return fmt.Appendf(nil, "%d 0 R", first+n-parts.first)
			})
		}
		if k == fontDescriptor && listed != "" {
			b = append(bytes.TrimSuffix(b, []byte(">>")), listed...)
		}
		f.put(first+k, b)
	}
	return first, nil
}

// subsetParts are the objects of a font as the library numbers them.
type subsetParts struct {
	objs  [][]byte
	first int
}

// subset has the library cut a face down to the characters of a text. assets gives each document its own bytes, as the library changes
// them.
func subset(as face, text string) (parts subsetParts, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes(family, "", assets.Font(faceNames[as]))
	pdf.SetFont(family, "", 10)
	pdf.AddPage()
	pdf.Text(0, 0, text)
	var b bytes.Buffer
	if err := pdf.Output(&b); err != nil {
		return parts, err
	}
	objs, err := objects(b.Bytes())
	if err != nil {
		return parts, err
	}
	for i, b := range objs {
		if bytes.HasPrefix(b, []byte("<</Type /Font\n/Subtype /Type0")) && i+fontParts <= len(objs) {
			return subsetParts{objs[i : i+fontParts], i}, nil
		}
	}
	return parts, errors.New("no font in the file")
}

// objects cuts the library's file at its cross-reference table, which it writes plainly. Index 0 stays empty.
func objects(in []byte) ([][]byte, error) {
	broken := errors.New("unexpected structure of the file")
	m := reStart.FindSubmatch(in[max(0, len(in)-64):])
	if m == nil {
		return nil, broken
	}
	start, _ := strconv.Atoi(string(m[1]))
	if start >= len(in) {
		return nil, broken
	}
	lines := strings.Split(string(in[start:]), "\n")
	var first, n int
	if len(lines) < 2 {
		return nil, broken
	}
	if _, err := fmt.Sscanf(lines[1], "%d %d", &first, &n); err != nil || len(lines) < n+2 {
		return nil, broken
	}
	offsets, ends := make([]int, n), map[int]int{}
	for k := 1; k < n; k++ {
		offsets[k], _ = strconv.Atoi(lines[2+k][:min(10, len(lines[2+k]))])
	}
	order := slices.Sorted(slices.Values(offsets[1:]))
	for k, at := range order {
		ends[at] = start
		if k+1 < len(order) {
			ends[at] = order[k+1]
		}
	}
	objs := make([][]byte, n)
	for k := 1; k < n; k++ {
		b, ok := bytes.CutPrefix(in[offsets[k]:ends[offsets[k]]], fmt.Appendf(nil, "%d 0 obj\n", k))
		b, whole := bytes.CutSuffix(bytes.TrimRight(b, "\n"), []byte("endobj"))
		if !ok || !whole {
			return nil, broken
		}
		objs[k] = bytes.TrimRight(b, "\n")
	}
	return objs, nil
}

// characters is the bit list of the characters that a table of glyphs knows.
func characters(glyphs []byte) ([]byte, error) {
	_, b, _ := bytes.Cut(glyphs, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	table, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	set := make([]byte, 0x10000/8)
	set[0] = 0x80
	for c := range len(table) / 2 {
		if table[2*c] != 0 || table[2*c+1] != 0 {
			set[c/8] |= 0x80 >> (c % 8)
		}
	}
	return set, nil
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
	return streamBody("", []byte(c.String()), true)
}

// subsetTag is the six capitals that mark a font as a subset; they follow from what is in it.
func subsetTag(font []byte) string {
	sum := sha256.Sum256(font)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
