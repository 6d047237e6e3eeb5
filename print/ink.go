package print

import "tiengtrong/app"

// Ink is a colour as a press prints it.
type Ink = app.Ink

// The inks that need no design.
var (
	White = Ink{}
	Black = Ink{K: 100}
	// Registration prints on every plate: printer's marks only.
	Registration = Ink{C: 100, M: 100, Y: 100, K: 100}
)
