package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
)

func TestThePreviewIsZoomedByKeys(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("banners").(*gallery[app.Banner])
	percent := w.scale()
	test.Tap(g.paper)
	w.zoom(1)
	w.zoom(1)
	if z := g.paper.zoom; z < 1.5 || z > 1.6 {
		t.Errorf("two steps zoom to %.2f", z)
	}
	g.paper.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if g.paper.dx <= 0 {
		t.Error("an arrow does not move the sheet")
	}
	g.paper.TypedRune('-')
	w.zoom(0)
	if g.paper.zoom != 1 || g.paper.dx != 0 {
		t.Error("0 does not fit the sheet")
	}
	w.win.Canvas().Unfocus()
	w.zoom(1)
	if w.scale() <= percent || g.paper.zoom != 1 {
		t.Error("where no sheet has the focus, all of the window is to be larger")
	}
	w.zoom(0)
}

// A person of 1.6 m stands beside a strip of 0.9 m: on its lower edge, and 1.78 times as high.
func TestAPersonStandsBesideThePiece(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("banners").(*gallery[app.Banner])
	p := g.paper
	if !p.person.Hidden || !p.inner.Hidden {
		t.Error("what was not asked for is seen")
	}
	p.beside, p.safe = true, true
	p.ask()
	size := p.page.TrueSize()
	want := 1600 / float32(size.H)
	if got := p.person.Size().Height / p.sheet.Size().Height; p.person.Hidden || got < want*0.98 || got > want*1.02 {
		t.Errorf("the person is %.2f times as high as the piece, not %.2f", got, want)
	}
	if foot, edge := p.person.Position().Y+p.person.Size().Height, p.sheet.Position().Y+p.sheet.Size().Height; foot < edge-1 || foot > edge+1 {
		t.Errorf("the person stands at %.1f, the piece at %.1f", foot, edge)
	}
	if p.inner.Hidden || p.inner.Size().Width >= p.sheet.Size().Width || p.page.Safe.W >= p.page.Trim.W {
		t.Error("the safe area is not inside of the piece")
	}
	words := p.inner.Size().Width - 2*p.inner.StrokeWidth // the toolkit draws a line inside of its rectangle
	if want := p.sheet.Size().Width * float32(p.page.Safe.W/p.page.Trim.W); words < want-0.1 || words > want+0.1 {
		t.Errorf("the line leaves %.1f of %.1f for words", words, want)
	}
}

func TestAnAskIsSaidOnceAndUsedEverywhere(t *testing.T) {
	w := open(t, sample(t))
	v := newAsks(w)
	v.show(w.doc.Event())
	v.makePoster()
	e := w.doc.Event()
	poster := e.Posters[len(e.Posters)-1]
	if w.current != "posters" || poster.Ask != e.Asks[0].ID {
		t.Fatalf("%s, ask %s", w.current, poster.Ask)
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Asks[0].Points = []string{"Cùng nhau đọc sách."} })
	if body := w.doc.Event().PosterBody(poster); !strings.Contains(body, "Cùng nhau đọc sách.") {
		t.Errorf("the poster says %q", body)
	}
	list := posterAsks(w)
	if len(list) != len(e.Asks)+1 || !list[1].is(&poster) || list[0].is(&poster) {
		t.Errorf("%d asks are offered", len(list))
	}
}
