package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Empty says that there is nothing yet, and offers to begin.
func Empty(icon fyne.Resource, title, hint string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	picture := widget.NewIcon(icon)
	things := []fyne.CanvasObject{
		container.NewCenter(Fixed(picture, 56, 56)),
		NewWords(title, Look{Size: SizeHeading, Bold: true, Align: fyne.TextAlignCenter, Wrap: true}),
		NewWords(hint, Look{Color: ColorMuted, Align: fyne.TextAlignCenter, Wrap: true}),
	}
	if len(actions) > 0 {
		things = append(things, container.NewCenter(Row(8, actions...)))
	}
	return container.NewCenter(Fixed(Column(10, things...), 360, 0))
}
