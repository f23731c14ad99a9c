package doc

import "strings"

// kind is a type of structure element of ISO 32000-1, 14.8.4.
type kind uint8

const (
	kDocument kind = iota
	kDiv
	kH1
	kH2
	kH3
	kH4
	kP
	kL
	kLNumbered
	kLI
	kLbl
	kLBody
	kTable
	kCaption
	kTHead
	kTBody
	kTR
	kTH
	kTD
	kFigure
	kLink
	kTOC
	kTOCI
	kHeader // what stands at the head and foot of each page; not in the tree
	kFooter
)

var kindNames = [...]string{"Document", "Div", "H1", "H2", "H3", "H4", "P", "L", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "TOC", "TOCI"}

// kindAttributes are what every element of a kind says of itself.
var kindAttributes = map[kind]string{kTH: "<</O /Table /Scope /Column>>", kLNumbered: "<</O /List /ListNumbering /Decimal>>"}

// node is one element of the structure that a screen reader reads: a heading, a table, a cell. Setting makes the nodes in reading order,
// drawing fills in where their content stands. A mark without a node is decoration.
type node struct {
	kind kind
	lang lang
	obj  int32
	kids []*node
	at   []content
	more *particulars
}

// content is a marked stretch of a page.
type content struct{ page, id int32 }

// particulars are what only few nodes have.
type particulars struct {
	alt    string
	says   string // the words of a link
	attr   string
	annots []int32 // objects of its links
	on     []int32 // their pages
	box    [4]float64
}

// pagination are the marks of the running title and the foot; no tree holds them.
var runningNode, footNode = &node{kind: kHeader}, &node{kind: kFooter}

func (n *node) add(k kind, l lang) *node {
	kid := &node{kind: k, lang: l}
	n.kids = append(n.kids, kid)
	return kid
}

func (n *node) particular() *particulars {
	if n.more == nil {
		n.more = &particulars{}
	}
	return n.more
}

// figure is a node with a description. Readers take no longer one than a few thousand characters.
func (n *node) describe(alt string) *node {
	const most = 4000
	if rs := []rune(alt); len(rs) > most {
		alt = string(rs[:most-1]) + "…"
	}
	n.particular().alt = alt
	return n
}

// open adds an element below the one that the setter stands in.
func (s setter) open(k kind) *node { return s.at.add(k, s.lang) }

// inside is the setter that adds its elements to n.
func (s setter) into(n *node) setter {
	s.at = n
	return s
}

// readAs gives the texts among the marks, which belong to nobody yet, to a node.
func readAs(n *node, ms []mark) []mark {
	for i := range ms {
		if ms[i].node == nil && (ms[i].kind == markText || ms[i].kind == markPage || ms[i].kind == markLink) {
			ms[i].node = n
		}
	}
	return ms
}

// seenAs gives everything that is drawn to a figure, but for what belongs to somebody.
func seenAs(n *node, ms []mark) []mark {
	for i := range ms {
		if ms[i].node == nil {
			ms[i].node = n
		}
	}
	return ms
}

// said gives the texts of pieces to a new element.
func (s setter) said(k kind, ps []piece) []piece {
	n := s.open(k)
	for i := range ps {
		readAs(n, ps[i].marks)
	}
	return ps
}

// linked is the element that the text of a link stands in: n itself when it leads nowhere.
func linked(n *node, to string) *node {
	if to == "" {
		return n
	}
	return n.add(kLink, n.lang)
}

// decoration is marks that are not read: what a table says once more on its next page.
func decoration(ms []mark) []mark {
	out := make([]mark, 0, len(ms))
	for _, m := range ms {
		if m.node = nil; m.kind != markLink {
			out = append(out, m)
		}
	}
	return out
}

// headings keeps count of the levels: none is skipped, the first one is 1.
type headings struct{ last int }

func (h *headings) kind(level int) kind {
	h.last = max(1, min(level, h.last+1, 4))
	return kH1 + kind(h.last-1)
}

// say adds to the words of a link; a few of them name it.
func (n *node) say(words string) {
	const enough = 200
	if p := n.particular(); len(p.says) < enough {
		p.says = strings.TrimSpace(p.says + " " + words)
	}
}
