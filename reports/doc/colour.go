package doc

import (
	"encoding/binary"
	"math"
	"sync"
)

// profile is an ICC 2.1 profile of the sRGB colour space, computed from the definition in IEC 61966-2-1: archives want to know what the
// colours of a page mean.
var profile = sync.OnceValue(func() []byte {
	fixed := func(vs ...float64) []byte {
		var b []byte
		for _, v := range vs {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	xyz := func(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...) }
	const steps = 1024
	curve := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	const name = "sRGB\x00"
	desc := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)))
	desc = append(append(desc, name...), make([]byte, 4+4+2+1+67)...)
	// the primaries adapted to the white of D50, as profiles give them
	tags := []struct {
		name string
		body []byte
	}{
		{"desc", desc}, {"cprt", []byte("text\x00\x00\x00\x00Public domain\x00")}, {"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)}, {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)}, {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	base := 128 + 4 + 12*len(tags)
	var body []byte
	red := 0 // all three curves are one
	for _, t := range tags {
		at := base + len(body)
		if t.name == "gTRC" || t.name == "bTRC" {
			at = red
		} else {
			body = append(body, t.body...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		if t.name == "rTRC" {
			red = at
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.body)))
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(base+len(body)))
	copy(head[8:], []byte{2, 0x10})
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[24:], []byte{0x07, 0xEA, 0, 1, 0, 1}) // 1 January 2026
	copy(head[36:], "acsp")
	copy(head[68:], fixed(0.9642, 1, 0.8249))
	return append(append(head, table...), body...)
})
