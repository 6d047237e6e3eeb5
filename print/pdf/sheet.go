package pdf

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"tiengtrong/print"
)

// sheet is one page on its way into the file: drawn by one of several goroutines, written in its turn, and then free to
// be the sheet of another page.
type sheet struct {
	number   int // from 1
	page     *print.Page
	content  content
	deflated []byte
	err      error
	done     chan struct{} // tells that the sheet is drawn
}

var freeSheets = sync.Pool{New: func() any { return &sheet{done: make(chan struct{}, 1)} }}

// draw draws what the page has above its Under, and returns the room that it took, for the next one.
func (s *sheet) draw(used runes, zip *pageDeflater, room []byte) []byte {
	defer func() { s.done <- struct{}{} }()
	if s.err = checkSize(s.page); s.err != nil {
		return room
	}
	s.content = content{out: room[:0], box: s.page.MediaBox(), faces: s.content.faces[:0], runes: used}
	if !s.page.Aim.IsZero() {
		s.content.aim(s.page.Aim)
	}
	if s.page.Under != nil {
		s.content.write("/U Do\n")
	}
	if s.err = s.content.draw(s.page.Items); s.err == nil {
		s.deflated = zip.appendDeflated(s.deflated[:0], s.content.out)
	}
	room, s.content.out = s.content.out, nil
	return room
}

// longest is the longest side a PDF page may have: 14,400 points.
const longest print.MM = 5080

func checkSize(p *print.Page) error {
	m := p.MediaBox()
	if !(m.W > 0 && m.H > 0 && m.W <= longest && m.H <= longest) {
		return fmt.Errorf("a PDF page may be up to %v mm a side, not %.1f × %.1f mm", longest, m.W, m.H)
	}
	return nil
}

// press draws sheets on all cores.
type press struct {
	pages iter.Seq2[*print.Page, error]
	used  []runes // of each goroutine; to be read when all sheets are drawn
}

// sheets yields the pages, drawn, in order. It ends early when ctx does.
func (p *press) sheets(ctx context.Context) iter.Seq[*sheet] {
	return func(yield func(*sheet) bool) {
		ctx, cancel := context.WithCancel(ctx)
		workers := runtime.GOMAXPROCS(0)
		todo, inOrder := make(chan *sheet), make(chan *sheet, 8*workers)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() { p.feed(ctx, todo, inOrder) })
		for range workers {
			used := runes{}
			p.used = append(p.used, used)
			group.Go(func() { work(todo, used) })
		}
		for s := range inOrder {
			select {
			case <-s.done:
			case <-ctx.Done():
				return
			}
			if !yield(s) {
				return
			}
			s.page = nil
			freeSheets.Put(s)
		}
	}
}

// feed hands each page to the workers and, in order, to the reader.
func (p *press) feed(ctx context.Context, todo, inOrder chan<- *sheet) {
	defer close(todo)
	defer close(inOrder)
	number := 0
	shared := leads{}
	for page, err := range p.pages {
		number++
		s := freeSheets.Get().(*sheet)
		s.number, s.page, s.err = number, page, err
		if err == nil {
			s.page = shared.apart(page)
		}
		select {
		case inOrder <- s:
		case <-ctx.Done():
			return
		}
		if err != nil {
			s.done <- struct{}{}
			return
		}
		select {
		case todo <- s:
		case <-ctx.Done():
			return
		}
	}
}

func work(todo <-chan *sheet, used runes) {
	zip := newPageDeflater()
	var room []byte
	for s := range todo {
		room = s.draw(used, zip, room)
	}
}
