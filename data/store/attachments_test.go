package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
)

// attach keeps a file with a record.
func attachTo(t testing.TB, s *Store, r data.Record, name string, body []byte) *data.Attachment {
	t.Helper()
	a := &data.Attachment{Name: name}
	a.AttachTo(r.Type(), r.Head().ID)
	if _, err := s.AddAttachment(ctx, a, body); err != nil {
		t.Fatal(err)
	}
	return a
}

// noise is a file of n bytes that nothing makes smaller.
func noise(seed uint64, n int) []byte {
	b := make([]byte, n)
	c := rand.NewChaCha8([32]byte{byte(seed)})
	_, _ = c.Read(b)
	return b
}

func called(as []*data.Attachment) (out []string) {
	for _, a := range as {
		out = append(out, a.Name)
	}
	return out
}

func filesIn(t testing.TB, s *Store) (n int) {
	t.Helper()
	if err := s.read(ctx, func(r *reading) error { return r.row("SELECT count(*) FROM file").Scan(&n) }); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAttachments(t *testing.T) {
	s := fresh(t)
	krivelj, people, es := village(t, s)
	one, two := noise(1, 300_000), []byte("%PDF-1.7\nzapisnik")
	a := attachTo(t, s, es[0], `C:\Slike\bunar u Krivelju.jpg`, one)
	b := attachTo(t, s, es[0], "/tmp/zapisnik.pdf", two)
	c := attachTo(t, s, krivelj, "isti bunar.jpg", one) // the bytes are there already
	attachTo(t, s, people[0], "x.docx", []byte("PK\x03\x04 dopis"))
	if n := filesIn(t, s); n != 3 {
		t.Errorf("%d files are kept", n)
	}
	got, err := s.Attachments(ctx, data.Engagements, es[0].ID)
	if err != nil || fmt.Sprint(called(got)) != "[bunar u Krivelju.jpg zapisnik.pdf]" {
		t.Fatalf("%v %v", called(got), err)
	}
	sum := sha256.Sum256(one)
	if g := got[0]; g.ID != a.ID || g.Size != len(one) || g.SHA256 != hex.EncodeToString(sum[:]) || g.SHA256 != c.SHA256 || g.CreatedBy != "Primer Oficir" {
		t.Errorf("%+v", g)
	}
	if got[1].Media != "application/pdf" {
		t.Errorf("the PDF is %s", got[1].Media)
	}
	body, err := s.AttachmentBytes(ctx, a.SHA256)
	if err != nil || !bytes.Equal(body, one) {
		t.Fatalf("%d bytes, %v", len(body), err)
	}
	wantWhole(t, s)

	told, err := s.History(ctx, "engagement", es[0].ID)
	if err != nil || told[0].Type != "attachment" || told[0].Kind != "made" || told[0].Record != b.ID {
		t.Errorf("the history begins with %+v, %v", told[0], err)
	}

	// A note, the bin, and back.
	got[1].Note = "Potpisan"
	noted := save(t, s, got[1])
	batch, err := s.Bin(ctx, "attachment", b.ID)
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := s.Attachments(ctx, data.Engagements, es[0].ID); len(left) != 1 {
		t.Errorf("%v are left", called(left))
	}
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if err := s.Undo(ctx, noted); err != nil {
		t.Fatal(err)
	}
	if back, _ := s.Attachments(ctx, data.Engagements, es[0].ID); len(back) != 2 || back[1].Note != "" {
		t.Errorf("%v are back", called(back))
	}
	wantWhole(t, s)
}

// Several files added together are one step for Undo.
func TestAttachmentsOfOneBatch(t *testing.T) {
	s := fresh(t)
	_, _, es := village(t, s)
	var batch data.ID
	for i := range 20 {
		a := &data.Attachment{Name: fmt.Sprintf("%d.jpg", i)}
		a.AttachTo(data.Engagements, es[0].ID)
		var err error
		if batch, err = s.AddAttachmentTo(ctx, batch, a, noise(uint64(i), 100)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if left, err := s.Attachments(ctx, data.Engagements, es[0].ID); err != nil || len(left) != 0 {
		t.Errorf("%v %v", called(left), err)
	}
	if n := filesIn(t, s); n != 20 {
		t.Errorf("%d files: undone is not lost", n)
	}
	wantWhole(t, s)
}

func TestAttachmentsRefused(t *testing.T) {
	s := fresh(t)
	krivelj, _, es := village(t, s)
	attachTo(t, s, krivelj, "prvi.jpg", []byte("slika"))
	before := export(t, s)
	to := func(typ *data.Type, id data.ID, name string) *data.Attachment {
		a := &data.Attachment{Name: name}
		a.AttachTo(typ, id)
		return a
	}
	for _, c := range []struct {
		code string
		a    *data.Attachment
		body []byte
	}{
		{"attachment.empty", to(data.Settlements, krivelj.ID, "a"), nil},
		{"attachment.too_large", to(data.Settlements, krivelj.ID, "film.mp4"), make([]byte, data.MaxAttachment+1)},
		{"attachment.already", to(data.Settlements, krivelj.ID, "drugo ime.jpg"), []byte("slika")},
		{"invalid", to(data.Settlements, krivelj.ID, " / "), []byte("x")},
		{"invalid", &data.Attachment{Name: "nigde.pdf"}, []byte("x")},
		{"record.missing", to(data.Engagements, data.NewID(), "a"), []byte("x")},
		{"record.in_bin", to(data.Engagements, es[2].ID, "a"), []byte("x")},
	} {
		batch, err := s.AddAttachment(ctx, c.a, c.body)
		if data.ErrorCode(err) != c.code || !batch.IsZero() || !c.a.CreatedAt.IsZero() || !c.a.ID.IsZero() {
			t.Errorf("%s: %v", c.code, err)
		}
	}
	// A record without bytes is none.
	_, err := s.Save(ctx, &data.Attachment{Name: "a", SHA256: strings.Repeat("ab", 32), Size: 3, Settlement: krivelj.ID})
	wantCode(t, err, "invalid")
	if export(t, s) != before {
		t.Error("something was written")
	}
	// In the bin it may be added anew.
	have, _ := s.Attachments(ctx, data.Settlements, krivelj.ID)
	if _, err := s.Bin(ctx, "attachment", have[0].ID); err != nil {
		t.Fatal(err)
	}
	attachTo(t, s, krivelj, "opet.jpg", []byte("slika"))
	// The largest there may be.
	attachTo(t, s, krivelj, "veliki.bin", make([]byte, data.MaxAttachment))
	_, err = s.AttachmentBytes(ctx, strings.Repeat("00", 32))
	wantCode(t, err, "attachment.missing")
	wantWhole(t, s)
}

func TestDamagedAttachmentsAreFound(t *testing.T) {
	s := fresh(t)
	krivelj, _, _ := village(t, s)
	a := attachTo(t, s, krivelj, "prvi.jpg", []byte("slika jedan"))
	b := attachTo(t, s, krivelj, "drugi.jpg", []byte("slika dva"))
	breakIt := func(query, sum string) {
		t.Helper()
		if err := s.write(ctx, func(x *writing) error { x.dirty = true; return x.exec(query, sum) }); err != nil {
			t.Fatal(err)
		}
	}
	breakIt("UPDATE file SET bytes=CAST('slika jedab' AS BLOB) WHERE sha256=unhex(?)", a.SHA256)
	breakIt("DELETE FROM file WHERE sha256=unhex(?)", b.SHA256)
	_, err := s.AttachmentBytes(ctx, a.SHA256)
	wantCode(t, err, "attachment.damaged")
	r, err := s.Check(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range r.Findings {
		found = append(found, f.Code+" "+f.Type)
	}
	if fmt.Sprint(found) != "[attachment attachment attachment file]" {
		t.Errorf("found %v", r.Findings)
	}
}

func TestExportCarriesFiles(t *testing.T) {
	a := fresh(t)
	krivelj, _, es := village(t, a)
	attachTo(t, a, krivelj, "prvi.jpg", noise(1, 1_000_000))
	gone := attachTo(t, a, es[0], "drugi.pdf", noise(2, 70_001))
	if _, err := a.Bin(ctx, "attachment", gone.ID); err != nil {
		t.Fatal(err)
	}
	first := export(t, a)
	b := other(t)
	if _, err := b.Import(ctx, strings.NewReader(first), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if export(t, b) != first {
		t.Error("the export of the import differs")
	}
	wantWhole(t, b)
	if body, err := b.AttachmentBytes(ctx, gone.SHA256); err != nil || !bytes.Equal(body, noise(2, 70_001)) {
		t.Errorf("%d bytes, %v", len(body), err)
	}
	// A copy has them too.
	target := filepath.Join(t.TempDir(), "kopija.db")
	if err := b.Backup(ctx, target); err != nil {
		t.Fatal(err)
	}
	o := options()
	o.ReadOnly, o.Existing = true, true
	if export(t, reopen(t, target, o)) != first {
		t.Error("the backup differs")
	}
}

func TestImportFilesIntoOthers(t *testing.T) {
	a, b := fresh(t), other(t)
	krivelj, _, es := village(t, a)
	shared, own := noise(1, 5000), noise(2, 5000)
	attachTo(t, a, krivelj, "zajednicki.jpg", shared)
	attachTo(t, a, es[0], "novi.jpg", own)
	mine := place("Oštrelj", "Оштрељ")
	save(t, b, mine)
	attachTo(t, b, mine, "vec ovde.jpg", shared)
	file := export(t, a)
	if _, err := b.Import(ctx, strings.NewReader(file), ImportOptions{DryRun: true}); err != nil || filesIn(t, b) != 1 {
		t.Fatalf("a dry run left %d files, %v", filesIn(t, b), err)
	}
	r, err := b.Import(ctx, strings.NewReader(file), ImportOptions{})
	if err != nil || len(r.Refused) > 0 || filesIn(t, b) != 2 {
		t.Fatalf("%+v %v, %d files", r, err, filesIn(t, b))
	}
	wantWhole(t, b)
	// What no record took is not kept.
	c := other(t)
	save(t, c, place("Metovnica", ""))
	only := file[:strings.Index(file, `"records":`)] + `"records":{}}`
	if r, err := c.Import(ctx, strings.NewReader(only), ImportOptions{}); err != nil || r.Taken != 0 || filesIn(t, c) != 0 {
		t.Errorf("%+v %v, %d files", r, err, filesIn(t, c))
	}
}

func TestImportOfBadFiles(t *testing.T) {
	a := fresh(t)
	krivelj, _, _ := village(t, a)
	x := attachTo(t, a, krivelj, "prvi.jpg", []byte("slika jedan"))
	good := export(t, a)
	line := `{"sha256":"` + x.SHA256 + `","bytes":"c2xpa2EgamVkYW4="}`
	if !strings.Contains(good, line) {
		t.Fatalf("no line %s in\n%s", line, good[:400])
	}
	for _, c := range []struct{ name, with, empty, others string }{
		{"without bytes", ``, "import.file_missing", ""},
		{"another hash", strings.Replace(line, x.SHA256, strings.Repeat("ab", 32), 1), "import.damaged", "import.damaged"},
		{"other bytes", strings.Replace(line, "c2xp", "c2xq", 1), "import.damaged", "import.damaged"},
		{"no base64", strings.Replace(line, "c2xp", "c2x*", 1), "import.damaged", "import.damaged"},
		{"no bytes at all", strings.Replace(line, "c2xpa2EgamVkYW4=", "", 1), "import.damaged", "import.damaged"},
		{"a number", `7`, "import.damaged", "import.damaged"},
	} {
		bad := strings.Replace(good, line, c.with, 1)
		b := other(t)
		if _, err := b.Import(ctx, strings.NewReader(bad), ImportOptions{}); data.ErrorCode(err) != c.empty {
			t.Errorf("%s, into an empty database: %v", c.name, err)
		}
		save(t, b, place("Oštrelj", ""))
		before := export(t, b)
		r, err := b.Import(ctx, strings.NewReader(bad), ImportOptions{})
		if data.ErrorCode(err) != c.others {
			t.Errorf("%s, into another one: %v", c.name, err)
		}
		if err != nil && export(t, b) != before {
			t.Errorf("%s: something was written", c.name)
		}
		if err == nil && (len(r.Refused) != 1 || r.Refused[0].Reason != missingFile || r.Refused[0].ID != x.ID) {
			t.Errorf("%s: refused %+v", c.name, r.Refused)
		}
		wantWhole(t, b)
	}
}

func TestMediaTypes(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a.jpg", "\xFF\xD8\xFF\xE0", "image/jpeg"}, {"a.jpg", "PK\x03\x04", "application/zip"}, {"a.docx", "PK\x03\x04", byEnding[".docx"]}, {"a.pdf", "%PDF-1.4", "application/pdf"},
		{"a.TIF", "II*\x00", "image/tiff"}, {"a", "MM\x00*", "image/tiff"}, {"a.csv", "a;b", "text/csv"}, {"a.txt", "zdravo", "text/plain"}, {"a.doc", "\xD0\xCF\x11\xE0", "application/msword"},
		{"a.heic", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "image/heic"}, {"a.exe", "MZ\x00", "application/octet-stream"}, {"a.png", "\x89PNG\r\n\x1a\n", "image/png"},
	} {
		if got := mediaType(c.name, []byte(c.body)); got != c.want {
			t.Errorf("%s %q is %s, not %s", c.name, c.body, got, c.want)
		}
	}
	long := strings.Repeat("ž", 400) + ".jpeg"
	for in, want := range map[string]string{`C:\a\b.txt`: "b.txt", "/x/y.pdf": "y.pdf", "  a  b.jpg ": "a b.jpg", "..": "", "": "", "a/": "a", long: strings.Repeat("ž", 295) + ".jpeg"} {
		if got := cutName(in); got != want {
			t.Errorf("%q is cut to %q, not %q", in, got, want)
		}
	}
}
