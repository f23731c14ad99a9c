package sample

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"dogovor/data"
)

// chance is a source of choices that is the same for the same seed and purpose, whatever else was made before it.
type chance struct{ *rand.Rand }

// purposes that choices are made for; with the place of a record they tell its choices from those of every other.
const (
	forStakeholder = iota + 1
	forAssessment
	forEngagement
	forSchedule
	forBatch
	forPromise
	forIssue
	forTask
	forGrievance
)

func (o *Options) chance(purpose, place int) chance {
	return chance{rand.New(rand.NewPCG(o.Seed, uint64(purpose)<<48|uint64(place)))}
}

// between is a number from least to most, both possible.
func (c chance) between(least, most int) int { return least + c.IntN(most-least+1) }

// in is true in percent of all cases.
func (c chance) in(percent int) bool { return c.IntN(100) < percent }

func pick[T any](c chance, from []T) T { return from[c.IntN(len(from))] }

// weighed picks a place in weights, the heavier the more often.
func (c chance) weighed(weights []int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := c.IntN(sum)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// id makes an id as a laptop would have at that time (UUIDv7), the rest of it by chance.
func (c chance) id(at time.Time) (id data.ID) {
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli())<<16|c.Uint64()&0xFFFF)
	binary.BigEndian.PutUint64(id[8:], c.Uint64())
	id[6] = id[6]&0x0F | 0x70
	id[8] = id[8]&0x3F | 0x80
	return id
}
