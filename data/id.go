package data

import (
	"bytes"
	"database/sql/driver"
	"fmt"

	"github.com/google/uuid"
)

// ID names a record for ever: a UUIDv7 made on the laptop, never reused. The zero ID means none.
type ID [16]byte

// NewID makes an ID from the clock and chance.
func NewID() ID { return ID(uuid.Must(uuid.NewV7())) }

// ParseID reads the usual written form; "" is the zero ID.
func ParseID(s string) (ID, error) {
	if s == "" {
		return ID{}, nil
	}
	u, err := uuid.Parse(s)
	return ID(u), err
}

// IsZero tells whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String is the written form, "" for the zero ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return uuid.UUID(id).String()
}

// Compare orders IDs by time of making.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// MarshalText writes the ID for JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseID(string(b))
	return err
}

// Value stores an ID as 16 bytes, the zero ID as NULL.
func (id ID) Value() (driver.Value, error) {
	if id.IsZero() {
		return nil, nil
	}
	return id[:], nil
}

// Scan reads what Value stored.
func (id *ID) Scan(v any) error {
	switch x := v.(type) {
	case nil:
		*id = ID{}
		return nil
	case []byte:
		if len(x) == len(id) {
			copy(id[:], x)
			return nil
		}
	}
	return fmt.Errorf("not an id: %T of %v", v, v)
}
