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

// knownBlocks are texts of one slot that were set before. It may be used from several goroutines.
type knownBlocks struct {
	blocks sync.Map // text → *block
	count  atomic.Int32
}

// maxKnown is how many texts of a slot are kept: more than a school has classes and awards, and few enough that a list
// in which every text is different takes no memory.
const maxKnown = 512

// of returns what a text was set as, or nil.
func (k *knownBlocks) of(text string) *block {
	found, _ := k.blocks.Load(text)
	block, _ := found.(*block)
	return block
}

func (k *knownBlocks) keep(text string, block *block) {
	if k.count.Add(1) <= maxKnown {
		k.blocks.Store(text, block)
	}
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
