package doc

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"time"
)

func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405") + "+00'00'" }

// info is the file's old kind of properties; they must say the same as the new kind.
func (f *finisher) info() []byte {
	return fmt.Appendf(nil, "<</Title %s /Author %s /Producer (%s) /CreationDate (%s) /ModDate (%[4]s)>>", pdfText(f.title()), pdfText(f.author()), producer, pdfDate(f.made()))
}

// title is never empty: readers show it in place of the file's name, and accessible files must have one.
func (f *finisher) title() string  { return cmp.Or(f.clean.line(f.doc.Title), producer) }
func (f *finisher) author() string { return cmp.Or(f.clean.line(f.doc.Author), producer) }

var someDay = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// made is a day that every reader takes, also for a document that does not say.
func (f *finisher) made() time.Time {
	if f.doc.Made.Year() < someDay.Year() {
		return someDay
	}
	return f.doc.Made
}

const accessible = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>` +
	`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// xmp is the file's new kind of properties, with the standards that it keeps.
func (f *finisher) xmp() []byte {
	esc := func(s string) string {
		var b bytes.Buffer
		xml.EscapeText(&b, []byte(s)) // to memory: cannot fail
		return b.String()
	}
	at := f.made().UTC().Format(time.RFC3339)
	part, conformance, more := 2, "A", accessible
	if f.standard == pdfA1b {
		part, conformance, more = 1, "B", ""
	}
	return fmt.Appendf(nil, "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"+
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`+
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>`+
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`+
		`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language></rdf:Description>`+
		`<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%[4]s</xmp:ModifyDate></rdf:Description>`+
		`<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%s</pdf:Producer></rdf:Description>`+
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>%d</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance></rdf:Description>%s`+
		`</rdf:RDF></x:xmpmeta>`+"\n<?xpacket end=\"w\"?>", esc(f.title()), esc(f.author()), esc(cmp.Or(f.doc.Lang, "x-unknown")), at, producer, part, conformance, more)
}
