package ui

import (
	"tiengtrong/app"
	"tiengtrong/app/file"
)

// printers reads the printers of this computer that were measured. A file that can't be read is told.
func (w *Window) printers() file.Printers {
	path, err := file.PrintersPath()
	if err != nil {
		return nil // the system has no place for settings
	}
	p, err := file.ReadPrinters(path)
	if err != nil {
		w.tellError(w.say("calibrate.unreadable", "path", path))
	}
	return p
}

// changePrinters changes them, and tells whether that could be kept.
func (w *Window) changePrinters(change func(file.Printers) file.Printers) bool {
	path, err := file.PrintersPath()
	if err == nil {
		err = change(w.printers()).Save(path)
	}
	if err != nil {
		w.tellError(w.say("print.no-write", "path", path))
	}
	return err == nil
}

// printerName names a printer and its tray.
func printerName(c app.Calibration) string { return joined(" · ", c.Printer, c.Tray) }

// printerNames lists the printers and trays, each once however many papers it was measured with.
func printerNames(p file.Printers) (names []string, of []app.Calibration) {
	seen := map[string]bool{}
	for _, c := range p {
		if name := printerName(c); !seen[name] {
			seen[name] = true
			names, of = append(names, name), append(of, c)
		}
	}
	return names, of
}
