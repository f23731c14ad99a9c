package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"dogovor/data"
)

// AddAttachment keeps a file with the record that a belongs to: its bytes once, however many records have it, and a itself, in one
// transaction. It fills in what follows from the bytes. It answers attachment.empty, attachment.too_large, attachment.already when the
// record has this very file, and what Save answers.
func (s *Store) AddAttachment(ctx context.Context, a *data.Attachment, body []byte) (batch data.ID, err error) {
	return s.AddAttachmentTo(ctx, data.ID{}, a, body)
}

// AddAttachmentTo is AddAttachment for one of several files that are undone together: batch is what the first one answered.
func (s *Store) AddAttachmentTo(ctx context.Context, batch data.ID, a *data.Attachment, body []byte) (data.ID, error) {
	a.Name = cutName(a.Name)
	switch {
	case len(body) == 0:
		return data.ID{}, data.NewError("attachment.empty", nil, "Name", a.Name)
	case len(body) > data.MaxAttachment:
		return data.ID{}, data.TooLarge(a.Name, int64(len(body)))
	}
	sum := sha256.Sum256(body)
	a.SHA256, a.Size, a.Media = hex.EncodeToString(sum[:]), len(body), mediaType(a.Name, body)
	recs := []data.Record{a}
	if err := valid(recs, s.now()); err != nil {
		return data.ID{}, err
	}
	restore := remember(recs)
	err := s.write(ctx, func(x *writing) error {
		x.batch = batch
		if err := x.mayAttach(a); err != nil {
			return err
		}
		if err := x.keepFile(sum[:], body); err != nil {
			return err
		}
		if err := x.putAll(recs); err != nil {
			return err
		}
		batch = x.batch
		return nil
	})
	if err != nil {
		restore()
		return data.ID{}, err
	}
	return batch, nil
}

// mayAttach refuses what a record in the bin, or one that has the file already, is given.
func (x *writing) mayAttach(a *data.Attachment) error {
	t, id := a.Of()
	rec, _, err := x.get(t, id)
	switch {
	case err != nil:
		return err
	case rec == nil:
		return data.NewError("record.missing", nil, "Type", t.Name, "ID", id)
	case rec.Head().Binned:
		return data.NewError("record.in_bin", nil, "Type", t.Name, "ID", id)
	}
	have, err := x.attachments(t, id)
	for _, b := range have {
		if b.SHA256 == a.SHA256 && b.ID != a.ID {
			return data.NewError("attachment.already", nil, "Name", a.Name, "As", b.Name)
		}
	}
	return err
}

func (x *writing) keepFile(sum, body []byte) error {
	return x.exec("INSERT INTO file(sha256,size,bytes) VALUES(?,?,?) ON CONFLICT DO NOTHING", sum, len(body), body)
}

// hasFile tells whether the bytes that an attachment speaks of are there.
func (r *reading) hasFile(a *data.Attachment) (bool, error) {
	var size int
	ok, err := found(r.row("SELECT size FROM file WHERE sha256=unhex(?)", a.SHA256).Scan(&size))
	return ok && size == a.Size, err
}

// Attachments lists the files kept with a record in the order in which they were added, those in the bin left out.
func (s *Store) Attachments(ctx context.Context, t *data.Type, id data.ID) (out []*data.Attachment, err error) {
	err = s.read(ctx, func(r *reading) error {
		out, err = r.attachments(t, id)
		return err
	})
	return out, err
}

func (r *reading) attachments(t *data.Type, id data.ID) (out []*data.Attachment, err error) {
	tb := r.s.tables[data.Attachments]
	err = r.each(func(sc scanner) error {
		rec, _, err := tb.scan(sc)
		if err == nil {
			out = append(out, rec.(*data.Attachment))
		}
		return err
	}, tb.selectFrom+"WHERE "+t.Name+"=? AND binned=0 ORDER BY created_at, rid", id[:])
	return out, err
}

// AttachmentBytes reads the bytes of a file by their SHA-256, and looks whether they are what was put in: attachment.damaged when not,
// attachment.missing when there are none.
func (s *Store) AttachmentBytes(ctx context.Context, sum string) (body []byte, err error) {
	key, _ := hex.DecodeString(sum)
	err = s.read(ctx, func(r *reading) error {
		ok, err := found(r.row("SELECT bytes FROM file WHERE sha256=?", key).Scan(&body))
		if err == nil && !ok {
			err = data.NewError("attachment.missing", nil, "SHA256", sum)
		}
		return err
	})
	if got := sha256.Sum256(body); err == nil && hex.EncodeToString(got[:]) != sum {
		return nil, data.NewError("attachment.damaged", errors.New("another hash"), "SHA256", sum, "Path", s.path)
	}
	return body, err
}
