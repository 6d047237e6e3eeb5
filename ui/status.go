package ui

import (
	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// pieceOf returns the piece of a subject in a version of the event, or nil.
func pieceOf(e *app.Event, s app.Subject) *app.Piece {
	if b := app.Find(e.Banners, s.ID); b != nil {
		return &b.Piece
	}
	if p := app.Find(e.Posters, s.ID); p != nil {
		return &p.Piece
	}
	return nil
}

// setStatus notes how far a piece has come, today.
func (w *Window) setStatus(s app.Subject, status app.PieceStatus) {
	label := w.say("undo.edit", "field", w.say("field.piece-status"))
	w.doc.Edit(label, "", func(e *app.Event) {
		if p := pieceOf(e, s); p != nil {
			p.Advance(status, app.DateOf(w.now()))
		}
	})
}

// statusItems are the states of a piece as an entry of a menu, the present one ticked.
func (w *Window) statusItems(s app.Subject) []*fyne.MenuItem {
	p := pieceOf(w.doc.Event(), s)
	if p == nil {
		return nil
	}
	all := fyne.NewMenuItem(w.say("field.piece-status"), nil)
	all.ChildMenu = fyne.NewMenu("")
	for _, status := range app.PieceStatuses {
		one := w.item("status."+string(status), nil, func() { w.setStatus(s, status) })
		one.Checked = p.Status == status
		all.ChildMenu.Items = append(all.ChildMenu.Items, one)
	}
	return []*fyne.MenuItem{all}
}

// nextStatus is the state that follows, or "" after the last.
func nextStatus(status app.PieceStatus) app.PieceStatus {
	for i, one := range app.PieceStatuses[:len(app.PieceStatuses)-1] {
		if one == status {
			return app.PieceStatuses[i+1]
		}
	}
	return ""
}
