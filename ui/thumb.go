package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/ui/widget"
)

// thumbs keeps small pictures of pieces, drawn one after another beside the UI goroutine. A picture is drawn anew
// when the value that it was drawn from changes.
type thumbs struct {
	jobs    *jobs
	drawn   map[app.ID]thumb
	waiting []thumbWish
	busy    bool
	show    func() // after a picture was drawn
}

type thumb struct {
	value   any // what the picture was drawn from
	picture image.Image
}

type thumbWish struct {
	id    app.ID
	value any
	page  func() *print.Page
}

// thumbPixels is the longer side of a small picture.
const thumbPixels = 220

// of returns the picture of a piece, an old one while a new one is being drawn, or nil.
func (t *thumbs) of(id app.ID, value any, page func() *print.Page) image.Image {
	have := t.drawn[id]
	if have.value != value {
		t.drawn[id] = thumb{value, have.picture}
		t.waiting = append(t.waiting, thumbWish{id, value, page})
		t.next()
	}
	return have.picture
}

func (t *thumbs) next() {
	if t.busy || len(t.waiting) == 0 {
		return
	}
	wish := t.waiting[0]
	t.waiting = t.waiting[1:]
	if t.drawn[wish.id].value != wish.value {
		t.next() // a newer one waits behind it
		return
	}
	t.busy = true
	var picture image.Image
	t.jobs.run(func() { picture = drawThumb(wish.page()) }, func() {
		t.busy = false
		if t.drawn[wish.id].value == wish.value {
			t.drawn[wish.id] = thumb{wish.value, picture}
		}
		t.show()
		t.next()
	})
}

func drawThumb(page *print.Page) image.Image {
	if page == nil {
		return nil
	}
	box := page.TrimBox()
	picture, err := raster.Draw(page, box, thumbPixels/float64(max(box.W, box.H)))
	if err != nil {
		return nil // the large preview says why
	}
	return picture
}

// pieceRow is one piece in a gallery: its picture, name, size and state.
type pieceRow struct {
	fynewidget.BaseWidget
	picture     *canvas.Image
	name, about *widget.Words
	state       *widget.Chip
	box         fyne.CanvasObject
}

func newPieceRow() fyne.CanvasObject {
	r := &pieceRow{
		picture: canvas.NewImageFromImage(nil),
		name:    widget.NewWords("", widget.Look{Bold: true, Wrap: true, Size: widget.SizeSmall}),
		about:   widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
		state:   widget.NewChip("–", widget.Quiet),
	}
	r.picture.FillMode = canvas.ImageFillContain
	frame := widget.Surface(widget.ColorDesk, "", 6, widget.Inset(widget.Fixed(r.picture, 0, 74), 6, 6))
	line := container.NewBorder(nil, nil, nil, r.state, r.about)
	r.box = widget.Inset(widget.Column(6, frame, r.name, line), 8, 8)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *pieceRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.box) }

func (r *pieceRow) set(w *Window, p app.Piece, picture image.Image) {
	r.name.SetText(p.Name)
	r.about.SetText(sizeWords(p.WidthMM, p.HeightMM))
	r.state.Set(w.say("status."+string(p.Status)), statusTones[p.Status])
	if r.picture.Image != picture {
		r.picture.Image = picture
		r.picture.Refresh()
	}
}
