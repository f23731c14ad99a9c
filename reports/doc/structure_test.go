package doc

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// parsed is a PDF as qpdf reads it: every object by its reference, every stream's data.
type parsed struct {
	t    *testing.T
	objs map[string]any
	data map[string][]byte
}

func openPDF(t *testing.T, path string) parsed {
	t.Helper()
	var all struct{ Qpdf []json.RawMessage }
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path)), &all); err != nil {
		t.Fatal(err)
	}
	var objs map[string]struct {
		Value  any
		Stream struct {
			Dict any
			Data []byte
		}
	}
	if err := json.Unmarshal(all.Qpdf[1], &objs); err != nil {
		t.Fatal(err)
	}
	p := parsed{t, map[string]any{}, map[string][]byte{}}
	for name, o := range objs {
		ref := strings.TrimPrefix(name, "obj:")
		p.objs[ref], p.data[ref] = o.Value, o.Stream.Data
		if o.Value == nil {
			p.objs[ref] = o.Stream.Dict
		}
	}
	return p
}

var reReference = regexp.MustCompile(`^\d+ 0 R$`)

// value follows a reference.
func (p parsed) value(v any) any {
	if s, ok := v.(string); ok && reReference.MatchString(s) {
		return p.objs[s]
	}
	return v
}

func (p parsed) dict(v any) map[string]any {
	d, _ := p.value(v).(map[string]any)
	return d
}

// list is an array, or one thing as an array.
func (p parsed) list(v any) []any {
	switch v := p.value(v).(type) {
	case nil:
		return nil
	case []any:
		return v
	default:
		return []any{v}
	}
}

func (p parsed) catalog() map[string]any { return p.dict(p.dict(p.objs["trailer"])["/Root"]) }

// numbers reads a number tree.
func (p parsed) numbers(v any, into map[int]any) map[int]any {
	d := p.dict(v)
	nums := p.list(d["/Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		into[int(nums[i].(float64))] = nums[i+1]
	}
	for _, k := range p.list(d["/Kids"]) {
		p.numbers(k, into)
	}
	return into
}

// may says which elements may stand in which (ISO 32000-1, 14.8.4, as PDF/UA-1 checkers read it). Others take anything.
var may = map[string][]string{
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"Caption", "TOCI"},
	"P": {"Link", "Span"}, "Figure": {}, "Link": {}, "Lbl": {}, "Caption": {},
}

var mustStandIn = map[string]string{"LI": "L", "Lbl": "LI", "LBody": "LI", "THead": "Table", "TBody": "Table", "TR": "T", "TH": "TR", "TD": "TR", "TOCI": "TOC"}

func TestStructureIsSound(t *testing.T) {
	for name, make := range documents {
		t.Run(name, func(t *testing.T) { soundStructure(t, pdfFile(t, make())) })
	}
}

// soundStructure looks at a whole file: what PDF/UA-1 asks and a program can see.
func soundStructure(t *testing.T, path string) {
	t.Helper()
	p := openPDF(t, path)
	cat := p.catalog()
	if p.dict(cat["/MarkInfo"])["/Marked"] != true || p.dict(cat["/ViewerPreferences"])["/DisplayDocTitle"] != true {
		t.Error("the file does not say that it is tagged, or that its title is shown")
	}
	tree := p.dict(cat["/StructTreeRoot"])
	parents := p.numbers(tree["/ParentTree"], map[int]any{})
	stretches := map[string]string{} // page and stretch → element
	levels := []int{}
	links := 0
	var walk func(ref, parent any, in string)
	walk = func(ref, parent any, in string) {
		e := p.dict(ref)
		kind := strings.TrimPrefix(fmt.Sprint(e["/S"]), "/")
		if e["/P"] != parent {
			t.Fatalf("%v %s has the parent %v, want %v", ref, kind, e["/P"], parent)
		}
		if only, ok := may[in]; ok && !slices.Contains(only, kind) {
			t.Errorf("%s stands in %s", kind, in)
		}
		if want, ok := mustStandIn[kind]; ok && !strings.HasPrefix(in, want) {
			t.Errorf("%s stands in %s", kind, in)
		}
		if kind[0] == 'H' && len(kind) == 2 {
			levels = append(levels, int(kind[1]-'0'))
		}
		if alt, _ := e["/Alt"].(string); kind == "Figure" && len(alt) < 3 {
			t.Errorf("a figure says nothing: %v", e)
		}
		if kind == "TH" && p.dict(e["/A"])["/Scope"] != "/Column" {
			t.Error("a header cell heads nothing")
		}
		annots := 0
		for _, k := range p.list(e["/K"]) {
			switch k := k.(type) {
			case float64:
				stretches[fmt.Sprint(e["/Pg"], " ", k)] = ref.(string)
			case string:
				walk(k, ref, kind)
			case map[string]any:
				if k["/Type"] == "/MCR" {
					stretches[fmt.Sprint(k["/Pg"], " ", k["/MCID"])] = ref.(string)
					continue
				}
				annots++
				a := p.dict(k["/Obj"])
				if back := parents[int(a["/StructParent"].(float64))]; back != ref || a["/Contents"] == "u:" || a["/F"] != 4.0 {
					t.Errorf("a link leads back to %v, want %v: %v", back, ref, a)
				}
			}
		}
		if (kind == "Link") != (annots > 0) {
			t.Errorf("%s with %d links", kind, annots)
		}
		links += annots
	}
	root := p.list(tree["/K"])
	walk(tree["/K"], cat["/StructTreeRoot"], "")
	if len(root) != 1 {
		t.Errorf("%d roots", len(root))
	}
	last := 0
	for _, l := range levels {
		if l > last+1 {
			t.Errorf("a heading of level %d follows one of %d", l, last)
		}
		last = l
	}
	tableRows(t, p, tree["/K"])
	wayBack(t, p, parents, stretches, links)
}

// wayBack looks whether everything on the pages is either part of the structure or said to be decoration.
func wayBack(t *testing.T, p parsed, parents map[int]any, stretches map[string]string, links int) {
	t.Helper()
	seen, annots := 0, 0
	for _, page := range p.list(p.dict(p.catalog()["/Pages"])["/Kids"]) {
		d := p.dict(page)
		if d["/Tabs"] != "/S" {
			t.Error("a page does not go through its links in the order of the structure")
		}
		annots += len(p.list(d["/Annots"]))
		owners := p.list(parents[int(d["/StructParents"].(float64))])
		for id, owner := range owners {
			if got := stretches[fmt.Sprint(page, " ", id)]; got != owner {
				t.Errorf("page %s, stretch %d is of %v, the tree says %v", page, id, owner, got)
			}
		}
		seen += len(owners)
		if marked := markedContent(t, string(p.data[d["/Contents"].(string)])); marked != len(owners) {
			t.Errorf("page %s has %d stretches, its list %d", page, marked, len(owners))
		}
	}
	if seen != len(stretches) {
		t.Errorf("the tree names %d stretches, the pages have %d", len(stretches), seen)
	}
	if annots != links {
		t.Errorf("the tree names %d links, the pages have %d", links, annots)
	}
}

// markedContent counts the stretches of a page; nothing may be drawn outside of one, and none stands in another but a change of language.
func markedContent(t *testing.T, content string) int {
	t.Helper()
	draws := regexp.MustCompile(` (Tj ET|Do Q|[fSB])$`)
	depth, n := 0, 0
	for _, line := range strings.Split(content, "\n") {
		switch {
		case strings.HasSuffix(line, " BDC"), strings.HasSuffix(line, " BMC"):
			if depth > 0 && !strings.HasPrefix(line, "/Span <</Lang (") {
				t.Errorf("%s within another", line)
			}
			if strings.Contains(line, "/MCID") {
				n++
			}
			depth++
		case line == "EMC":
			depth--
		case depth == 0 && draws.MatchString(line):
			t.Errorf("drawn outside of the structure: %s", line)
		}
	}
	if depth != 0 {
		t.Errorf("%d stretches do not end", depth)
	}
	return n
}

// tableRows looks whether the rows of each table have the same number of cells.
func tableRows(t *testing.T, p parsed, ref any) {
	t.Helper()
	widths := map[int]bool{}
	var walk func(ref any, table bool)
	walk = func(ref any, table bool) {
		e := p.dict(ref)
		switch e["/S"] {
		case "/Table":
			clear(widths)
		case "/TR":
			n := 0
			for _, c := range p.list(e["/K"]) {
				span := 1
				if s, ok := p.dict(p.dict(c)["/A"])["/ColSpan"].(float64); ok {
					span = int(s)
				}
				n += span
			}
			widths[max(n, 1)] = true
			if len(widths) > 1 {
				t.Errorf("rows of different length: %v", widths)
			}
		}
		for _, k := range p.list(e["/K"]) {
			if _, ok := k.(string); ok {
				walk(k, table)
			}
		}
	}
	walk(ref, false)
}

// What is read aloud comes in the order of the document, repeated headers and page numbers left out.
func TestReadingOrder(t *testing.T) {
	path := pdfFile(t, sample(2)) // the reader draws a page anew for every element
	text := tool(t, "pdfinfo", "-struct-text", path)
	at := 0
	for _, want := range []string{`"Mesečni pregled susreta"`, "14 E1 održanih susreta +3 prema septembru", `"Šta rukovodstvo treba da zna"`, `"1."`, `"U 17 od 28`, `"Susreti po grupama"`, `"Susreti po mesecima"`, `"Susreti u periodu"`, `"Spisak susreta"`,
		`"Datum"`, `"E-26-BOR1-0001"`, `"Bunari ispod jalovišta"`, `"E-26-BOR1-0002"`, `"Ukupno"`, `"Prilog: dokazi"`} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%s is not read, or too early", want)
		}
		at += i
	}
	for _, decoration := range []string{"strana 1 od", "Izrađeno"} {
		if strings.Contains(text, decoration) {
			t.Errorf("%q is read aloud", decoration)
		}
	}
}

// A header that stands on five pages is one header; that a table goes on is no part of it.
func TestRepeatedHeadersAreDecoration(t *testing.T) {
	d := sample(200)
	if n := len(layout(d).pages); n < 5 {
		t.Fatalf("%d pages", n)
	}
	p := openPDF(t, pdfFile(t, d))
	heads := 0
	for _, o := range p.objs {
		if e, ok := o.(map[string]any); ok && e["/S"] == "/TH" {
			heads++
		}
	}
	if heads != 6 {
		t.Errorf("%d header cells, want 6", heads)
	}
}

// Another script is another language, wherever it stands.
func TestLanguages(t *testing.T) {
	d := Document{Lang: "sr-Latn", Words: words, Blocks: []Block{Paragraph{Text: "Sastanak sa 紫金铜业 i Мештани sela"},
		Parallel{Langs: [2]string{"sr-Cyrl", "zh-Hans"}, Pairs: []Pair{{Left: []Block{Paragraph{Text: "Договорено је"}}, Right: []Block{Paragraph{Text: "已经商定"}}}}}}}
	path := pdfFile(t, d)
	p := openPDF(t, path)
	var got []string
	for _, o := range p.objs {
		if e, ok := o.(map[string]any); ok && e["/S"] == "/Div" {
			got = append(got, fmt.Sprint(e["/Lang"]))
		}
	}
	slices.Sort(got)
	if strings.Join(got, " ") != "u:sr-Cyrl u:zh-Hans" {
		t.Errorf("the sides are in %v", got)
	}
	var content strings.Builder
	for _, b := range p.data {
		content.Write(b)
	}
	for _, want := range []string{"/Span <</Lang (zh-Hans)>> BDC", "/Span <</Lang (sr-Cyrl)>> BDC"} {
		if n := strings.Count(content.String(), want); n != 1 {
			t.Errorf("%s stands %d times", want, n)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		in         lang
		text, want string
	}{
		{langLatin, "Sastanak u Boru, 5. maja", "sr-Latn:Sastanak u Boru, 5. maja"},
		{langLatin, "sa 紫金铜业 danas", "sr-Latn:sa |zh-Hans:紫金铜业 |sr-Latn:danas"},
		{langLatin, "紫金铜业的会议", "zh-Hans:紫金铜业的会议"},
		{langCyrillic, "Број E-26-BOR1-0014 и wifi мрежа", "sr-Cyrl:Број E-26-BOR1-0014 и |sr-Latn:wifi |sr-Cyrl:мрежа"},
		{langChinese, "与Krivelj村", "zh-Hans:与|sr-Latn:Krivelj|zh-Hans:村"},
		{langEnglish, "Ђорђе said no", "sr-Cyrl:Ђорђе |en:said no"},
		{langEnglish, "pădure și apă", "ro:pădure și apă"},
		{langUnknown, "Ђ x 中", ":Ђ x 中"},
		{langLatin, "", "sr-Latn:"},
	} {
		var got []string
		c.in.spans(c.text, func(run string, in lang) { got = append(got, langTags[in]+":"+run) })
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %s, want %s", c.text, strings.Join(got, "|"), c.want)
		}
	}
}
