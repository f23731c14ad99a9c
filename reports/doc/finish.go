package doc

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

const producer = "Dogovor"

// standard is what a file promises to be.
type standard uint8

const (
	pdfA2a standard = iota // PDF/A-2a and PDF/UA-1: for archives and for screen readers
	pdfA1b                 // PDF/A-1b: for archives that take nothing newer
)

var (
	reStart  = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`)
	reRoot   = regexp.MustCompile(`/Root (\d+) 0 R`)
	reInfo   = regexp.MustCompile(`/Info (\d+) 0 R`)
	reKids   = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	reObject = regexp.MustCompile(`(\d+) 0 R`)
)

// finisher writes the library's file anew with what the library leaves out or gets wrong: the structure, links and bookmarks, the
// language, metadata and the colour profile that archives ask for, an identity, fonts as the standards want them.
type finisher struct {
	*file
	sheets
	drawing
	doc      Document
	clean    *cleaner
	standard standard
	pageObjs []int
	annots   [][]int32 // by page
}

func finish(s sheets, dr drawing, d Document, as standard) ([]byte, error) {
	objs, root, info, err := objects(dr.raw)
	if err != nil {
		return nil, err
	}
	f := &finisher{file: newFile(len(objs), as == pdfA2a), sheets: s, drawing: dr, doc: d, clean: &cleaner{}, standard: as, annots: make([][]int32, len(s.pages))}
	if f.pageObjs, err = pageObjects(objs[1], len(s.pages)); err != nil {
		return nil, err
	}
	f.raw = nil // the objects hold what is needed of it
	sortImages(objs)
	if err := f.mendFonts(objs); err != nil {
		return nil, err
	}
	catalog := "<</Type /Catalog /Pages 1 0 R /Lang " + pdfText(d.Lang) + " /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>"
	catalog += fmt.Sprintf(" /Metadata %d 0 R", f.stream("/Type /Metadata /Subtype /XML", f.xmp(), false))
	catalog += fmt.Sprintf(" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]", f.stream("/N 3", profile(), true))
	if o := f.outline(); o != 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", o)
	}
	f.linkAnnotations()
	catalog += fmt.Sprintf(" /StructTreeRoot %d 0 R>>", f.structure())
	page := 0
	for i, b := range objs {
		switch {
		case i == 0, i == root, i == info, b == nil:
		case bytes.HasPrefix(b, []byte("<</Type /Page\n")):
			f.put(i, f.page(page, b))
			page++
		default:
			f.put(i, b)
		}
	}
	f.put(root, []byte(catalog))
	f.put(info, f.info())
	return f.close(root, info), nil
}

// page is a page's dictionary with its links and its place in the structure.
func (f *finisher) page(i int, b []byte) []byte {
	b = bytes.Replace(b, []byte("/Group <</Type /Group /S /Transparency /CS /DeviceRGB>>\n"), nil, 1) // nothing is transparent
	var extra strings.Builder
	fmt.Fprintf(&extra, "<</Type /Page\n/Tabs /S /StructParents %d", i)
	if len(f.annots[i]) > 0 {
		extra.WriteString(" /Annots [")
		for _, a := range f.annots[i] {
			fmt.Fprintf(&extra, "%d 0 R ", a)
		}
		extra.WriteString("]")
	}
	return append([]byte(extra.String()), bytes.TrimPrefix(b, []byte("<</Type /Page"))...)
}

// objects cuts the file at its cross-reference table, which the library writes plainly. Index 0 stays empty.
func objects(in []byte) (objs [][]byte, root, info int, err error) {
	broken := errors.New("pdf library: unexpected structure of the file")
	m := reStart.FindSubmatch(in[max(0, len(in)-64):])
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

// pageObjects are the numbers of the pages in their order.
func pageObjects(tree []byte, n int) ([]int, error) {
	var out []int
	if m := reKids.FindSubmatch(tree); m != nil {
		for _, k := range reObject.FindAllSubmatch(m[1], -1) {
			obj, _ := strconv.Atoi(string(k[1]))
			out = append(out, obj)
		}
	}
	if len(out) != n || !slices.IsSorted(out) {
		return nil, fmt.Errorf("pdf library: %d pages of %d", len(out), n)
	}
	return out, nil
}

func pdfText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
