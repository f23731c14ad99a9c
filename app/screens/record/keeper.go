package record

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"dogovor/app/screens"
	"dogovor/data"
)

// pause is how long after a first key the draft is kept; typing on does not put it off, so nothing older than a second is ever lost.
const pause = 700 * time.Millisecond

// Drafts is what a Keeper asks of the store.
type Drafts interface {
	SaveDraft(ctx context.Context, d data.Draft) error
	DropDraft(ctx context.Context, key string) error
}

// Keeper keeps what is typed into a form as a draft, until it is saved or discarded. Its methods belong to the window's thread.
type Keeper struct {
	OnKept func() // the draft was kept, or could not be: see Kept and Failed

	host  screens.Host
	db    Drafts
	key   string
	state func() any
	stop  func()
	kept  time.Time
	err   error
	busy  bool
	again bool

	made int // drafts made so far

	writing sync.Mutex // held while the store writes, so that a draft dropped meanwhile does not come back
	ended   bool
	written int // the newest draft that was written: an older one that comes late does not replace it
}

// NewKeeper keeps what state answers, as JSON, under key.
func NewKeeper(host screens.Host, db Drafts, key string, state func() any) *Keeper {
	return &Keeper{host: host, db: db, key: key, state: state, OnKept: func() {}}
}

// Touch says that something was typed.
func (k *Keeper) Touch() {
	if k.stop == nil && !k.ended {
		k.stop = after(pause, k.due)
	}
}

// Restored says that the form shows a draft kept at a time.
func (k *Keeper) Restored(at time.Time) { k.kept = at }

// Kept is when the draft was last kept, zero when there is none.
func (k *Keeper) Kept() time.Time { return k.kept }

// Failed tells whether the last attempt to keep the draft failed.
func (k *Keeper) Failed() bool { return k.err != nil }

// due writes off the window's thread; what is typed meanwhile waits for the next time.
func (k *Keeper) due() {
	k.stop = nil
	if k.busy {
		k.again = true
		return
	}
	k.busy = true
	d, n := k.draft()
	var err error
	k.host.Load(func(ctx context.Context) error {
		err = k.write(ctx, d, n)
		return nil // a draft that fails is told in the form, not in a dialog at every key
	}, func() {
		k.busy = false
		k.told(d, err)
		if k.again {
			k.again = false
			k.Touch()
		}
	})
}

// draft is what stands in the form now, and its number.
func (k *Keeper) draft() (data.Draft, int) {
	body, err := json.Marshal(k.state())
	if err != nil {
		panic("record: the state of a form is not JSON: " + err.Error())
	}
	k.made++
	return data.Draft{Key: k.key, Body: body, SavedAt: k.host.Now()}, k.made
}

func (k *Keeper) write(ctx context.Context, d data.Draft, n int) error {
	k.writing.Lock()
	defer k.writing.Unlock()
	if k.ended || n < k.written {
		return nil
	}
	k.written = n
	return k.db.SaveDraft(ctx, d)
}

func (k *Keeper) told(d data.Draft, err error) {
	if k.ended {
		return
	}
	if k.err = err; err == nil {
		k.kept = d.SavedAt
		k.host.Drafted(d.SavedAt)
	} else {
		slog.Error("draft not kept", "code", data.ErrorCode(err))
	}
	k.OnKept()
}

// Flush writes at once what still waits: the form is about to close.
func (k *Keeper) Flush() {
	if k.stop == nil && !k.busy && k.err == nil || k.ended {
		return
	}
	k.cancel()
	d, n := k.draft()
	k.told(d, k.write(context.Background(), d, n))
}

// Hold ends the keeping while the form saves: nothing is written after it returns. It answers the draft as it is now, to be kept at
// once when the saving fails, as the form may have been left by then. Resume goes on when the saving failed.
func (k *Keeper) Hold() data.Draft {
	k.end()
	d, _ := k.draft()
	return d
}

func (k *Keeper) end() {
	k.cancel()
	k.writing.Lock()
	k.ended = true
	k.writing.Unlock()
}

// Resume keeps drafts again, at once the one at hand.
func (k *Keeper) Resume() {
	k.writing.Lock()
	k.ended = false
	k.writing.Unlock()
	k.Touch()
}

// Discard throws the draft away and keeps no other.
func (k *Keeper) Discard(then func()) {
	k.end()
	k.host.Load(func(ctx context.Context) error { return k.db.DropDraft(ctx, k.key) }, func() {
		k.kept = time.Time{}
		then()
	})
}

func (k *Keeper) cancel() {
	k.again = false
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}
