package doc

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// preflight is PDFBox's own judge of PDF/A-1b, in the folder where Debian puts it.
var preflight = []string{"preflight.jar", "pdfbox2.jar", "xmpbox.jar", "fontbox2.jar", "commons-logging.jar", "javax.activation.jar", "jaxb-api.jar"}

// archival has Preflight look at a file. It is packaged for Debian alone; there it must not be missing.
func archival(t *testing.T, path string) {
	t.Helper()
	const dir = "/usr/share/java"
	missing := ""
	if _, err := exec.LookPath("java"); err != nil {
		missing = "java"
	}
	var jars []string
	for _, jar := range preflight {
		at := filepath.Join(dir, jar)
		if _, err := os.Stat(at); err != nil {
			missing = at
		}
		jars = append(jars, at)
	}
	if missing != "" {
		if _, err := os.Stat("/etc/debian_version"); err == nil {
			t.Fatalf("%s is missing; this test needs the packages default-jre-headless, libpdfbox2-java, libactivation-java and libjaxb-api-java", missing)
		}
		t.Skipf("no PDFBox Preflight here: %s is missing", missing)
	}
	out, err := exec.Command("java", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", path).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "is a valid PDF/A-1b file") {
		t.Errorf("preflight (%v): %s", err, out)
	}
}

func TestPreflightAcceptsPDFA1(t *testing.T) {
	for name, make := range documents {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := PDFA1(make(), &b); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			archival(t, path)
			if out := tool(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") {
				t.Errorf("qpdf: %s", out)
			}
			soundStructure(t, path)
		})
	}
}

// What a file says of itself: the standards it keeps, the meaning of its colours.
func TestStandardsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name   string
		write  func(Document, *bytes.Buffer) error
		part   string
		level  string
		access bool
	}{
		{"PDF", func(d Document, b *bytes.Buffer) error { return PDF(d, b) }, "<pdfaid:part>2<", "<pdfaid:conformance>A<", true},
		{"PDFA1", func(d Document, b *bytes.Buffer) error { return PDFA1(d, b) }, "<pdfaid:part>1<", "<pdfaid:conformance>B<", false},
	} {
		var b bytes.Buffer
		if err := c.write(everything(), &b); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		meta := tool(t, "pdfinfo", "-meta", path)
		if !strings.Contains(meta, c.part) || !strings.Contains(meta, c.level) || strings.Contains(meta, "<pdfuaid:part>1<") != c.access {
			t.Errorf("%s says of itself: %s", c.name, meta)
		}
		p := openPDF(t, path)
		intents := p.list(p.catalog()["/OutputIntents"])
		if len(intents) != 1 || p.dict(intents[0])["/DestOutputProfile"] == nil {
			t.Errorf("%s: what colours mean is not said: %v", c.name, intents)
		}
		for ref, o := range p.objs {
			if d, ok := o.(map[string]any); ok && (d["/SMask"] != nil || d["/S"] == "/Transparency" || d["/CA"] != nil || d["/ca"] != nil) {
				t.Errorf("%s: object %s is transparent: %v", c.name, ref, d)
			}
		}
	}
}

// Every letter of every script stands in the text as it was written, on its own line.
func TestRightLetters(t *testing.T) {
	letters := []string{"Ђорђе Љубица Његош Џеп ЋЖШЧ", "ђљњџћжшч", "čćžšđ", "Čačak Ćuprija Žagubica Šabac Đerdap", "șoseaua ține ăâî", "紫金铜业", "塞尔维亚博尔市", "„navodnici“ – crta … € №"}
	d := Document{Lang: "sr-Cyrl", Words: words}
	for _, s := range letters {
		d.Blocks = append(d.Blocks, Paragraph{Text: s}, Paragraph{Text: s, Small: true})
	}
	got := strings.Split(tool(t, "pdftotext", "-layout", pdfFile(t, d), "-"), "\n")
	var lines []string
	for _, l := range got {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	for i, s := range letters {
		if lines[2*i] != s || lines[2*i+1] != s {
			t.Errorf("%q reads %q and %q", s, lines[2*i], lines[2*i+1])
		}
	}
}

// Archival files have no string of more than 32,767 bytes, whatever people paste into a title.
func TestNoStringIsTooLong(t *testing.T) {
	d := Document{Title: strings.Repeat("Наслов ", 9000), Author: "x", Lang: "sr-Cyrl", Made: made, Words: words, Blocks: []Block{Heading{Level: 1, Text: strings.Repeat("наслов ", 6000)}, Paragraph{Text: "a" + strings.Repeat("\u0301\u0302", 20000)}}}
	p := openPDF(t, pdfFile(t, d))
	for ref, o := range p.objs {
		for key, v := range p.dict(o) {
			if s, ok := v.(string); ok && 2*len([]rune(s)) > 32767 {
				t.Errorf("%s of %s has %d characters", key, ref, len([]rune(s)))
			}
		}
		for _, line := range bytes.Split(p.data[ref], []byte("\n")) {
			if bytes.HasSuffix(line, []byte("Tj ET")) && len(line) > 32767 {
				t.Errorf("a line is a string of %d bytes", len(line))
			}
		}
	}
}
