package store

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"

	"dogovor/data"
)

// fileJSON is one file in the export.
type fileJSON struct {
	SHA256 string `json:"sha256"`
	Bytes  []byte `json:"bytes"`
}

// exportFiles writes the bytes of attachments, one file after the other.
func (r *reading) exportFiles(b *bufio.Writer) error {
	first := true
	return r.each(func(sc scanner) error {
		var sum, body []byte
		if err := sc.Scan(&sum, &body); err != nil {
			return err
		}
		separate(b, &first)
		b.WriteString(`{"sha256":"` + hex.EncodeToString(sum) + `","bytes":"`)
		e := base64.NewEncoder(base64.StdEncoding, b)
		if _, err := e.Write(body); err != nil {
			return err
		}
		if err := e.Close(); err != nil {
			return err
		}
		_, err := b.WriteString(`"}`)
		return err
	}, "SELECT sha256, bytes FROM file ORDER BY sha256")
}

// files reads the bytes of attachments before the records that speak of them.
func (im *importing) files(d *document) error {
	return d.array(func() error {
		if err := im.until.Err(); err != nil {
			return err
		}
		var f fileJSON
		if err := d.value(&f); err != nil {
			return err
		}
		sum := sha256.Sum256(f.Bytes)
		if hex.EncodeToString(sum[:]) != f.SHA256 || len(f.Bytes) == 0 || len(f.Bytes) > data.MaxAttachment {
			return data.NewError("import.damaged", errors.New("the contents of a file are not what its hash says, or too large"), "At", d.at())
		}
		var have bool
		if err := im.row("SELECT EXISTS (SELECT 1 FROM file WHERE sha256=?)", sum[:]).Scan(&have); err != nil || have {
			return err
		}
		im.brought = append(im.brought, f.SHA256)
		return im.keepFile(sum[:], f.Bytes)
	})
}

// sendBack takes out files that came in and that no record took.
func (im *importing) sendBack() error {
	for _, sum := range im.brought {
		if err := im.exec("DELETE FROM file WHERE sha256=unhex(?1) AND NOT EXISTS (SELECT 1 FROM attachment WHERE sha256=?1)", sum); err != nil {
			return err
		}
	}
	return nil
}

// filesComplete refuses a file whose attachments have no bytes.
func (im *importing) filesComplete() error {
	return im.eachWithoutFile(func(id data.ID, name string) error {
		return data.NewError("import.file_missing", nil, "Name", name, "ID", id.String())
	})
}

// eachWithoutFile visits the attachments whose bytes are not there, or are as many as they do not say.
func (r *reading) eachWithoutFile(visit func(id data.ID, name string) error) error {
	return r.each(func(sc scanner) error {
		var id data.ID
		var name string
		if err := sc.Scan(&id, &name); err != nil {
			return err
		}
		return visit(id, name)
	}, `SELECT id, coalesce(name,'') FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.sha256=unhex(a.sha256) AND f.size=a.size AND length(f.bytes)=f.size)`)
}

// files looks whether every attachment has its bytes, and whether these are what was put in. What no record speaks of any more is no
// fault: it harms nothing.
func (c *checking) files() error {
	err := c.eachWithoutFile(func(id data.ID, name string) error {
		c.find("attachment", data.Attachments.Name, id, "the contents are not there")
		return nil
	})
	if err != nil {
		return err
	}
	return c.each(func(sc scanner) error {
		var sum, body []byte
		if err := sc.Scan(&sum, &body); err != nil {
			return err
		}
		c.report.Files++
		if got := sha256.Sum256(body); string(got[:]) != string(sum) {
			c.find("attachment", "file", data.ID{}, "%s is not what its hash says", hex.EncodeToString(sum))
		}
		return nil
	}, "SELECT sha256, bytes FROM file")
}
