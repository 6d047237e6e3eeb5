package print

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"tiengtrong/app"
)

// slots are the lines that several recipients may have in common: names and numbers they have not.
var slots = []app.Line{
	app.TitleLine, app.IssuerLine, app.VerbLine, app.DetailLine, app.AwardLine, app.CitationLine, app.YearLine, app.DecisionLine,
}

// known keeps what was made before, to serve again. It may be used from several goroutines.
type known[K comparable, V any] struct {
	made  sync.Map // K → V
	count atomic.Int32
}

// maxKnown is how much is kept: more than a school has classes and awards, and few enough that a list in which every
// text is different takes no memory.
const maxKnown = 512

// of returns what was kept, and whether it was.
func (k *known[K, V]) of(key K) (v V, ok bool) {
	found, ok := k.made.Load(key)
	if ok {
		v = found.(V)
	}
	return v, ok
}

// keep keeps v while there is room, and returns what is kept, which another goroutine may have made.
func (k *known[K, V]) keep(key K, v V) (kept V, ok bool) {
	if k.count.Load() >= maxKnown {
		return v, false
	}
	found, before := k.made.LoadOrStore(key, v)
	if !before {
		k.count.Add(1)
	}
	return found.(V), true
}

// spot is where the text of a line stands.
type spot struct {
	block *block
	at    Point
}

// standing returns the items of a line that says the same to all recipients: the same ones wherever it stands in the same
// place. It has none for other lines, nor where such a line stands in ever other places.
func (b *Batch) standing(line app.Line, block *block, x, y MM) (items []Item, ok bool) {
	if !b.same[line] {
		return nil, false
	}
	at := spot{block, Point{x, y}}
	if items, ok = b.placed.of(at); ok {
		return items, true
	}
	return b.placed.keep(at, block.at(x, y))
}

// Laid is a page of a batch, with its problems.
type Laid struct {
	Page     *Page
	Problems []app.Problem
}

// Pages lays out the recipients at the given places of the list on all cores, and hands them out in that order. It ends
// early when the context is cancelled.
func (b *Batch) Pages(ctx context.Context, order []int) iter.Seq[Laid] {
	return inOrder(ctx, 0, len(order), func(k int) Laid {
		page, problems := b.Page(order[k])
		return Laid{page, problems}
	})
}

// stride is how many results a goroutine makes before it hands them over: a hand-over costs as much as a tenth of a page.
const stride = 32

// inOrder makes what f makes of the numbers from first up to the one before end, on all cores, and yields it in order.
// A few strides lie ready at a time, however many there are. It ends early when ctx does.
func inOrder[T any](ctx context.Context, first, end int, f func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		ctx, cancel := context.WithCancel(ctx)
		cores := runtime.GOMAXPROCS(0)
		ready := make(chan chan []T, 2*cores) // each for one stride
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() {
			defer close(ready)
			free := make(chan struct{}, cores)
			for from := first; from < end; from += stride {
				made := make(chan []T, 1)
				select {
				case ready <- made:
				case <-ctx.Done():
					return
				}
				free <- struct{}{}
				group.Go(func() {
					made <- each(ctx, from, min(from+stride, end), f)
					<-free
				})
			}
		})
		for made := range ready {
			for _, v := range <-made {
				if ctx.Err() != nil || !yield(v) {
					return
				}
			}
		}
	}
}

// each makes one stride, or a part of it when ctx ends.
func each[T any](ctx context.Context, from, to int, f func(int) T) []T {
	out := make([]T, 0, to-from)
	for i := from; i < to && ctx.Err() == nil; i++ {
		out = append(out, f(i))
	}
	return out
}
