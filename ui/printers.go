package ui

import (
	"tiengtrong/app"
	"tiengtrong/app/file"
)

// readPrinters reads the printers of this computer that were measured.
func readPrinters() (p file.Printers, path string, err error) {
	if path, err = file.PrintersPath(); err == nil {
		p, err = file.ReadPrinters(path)
	}
	return p, path, err
}

// printers are those that were measured. That they can't be read is told to who calibrates.
func (w *Window) printers() file.Printers {
	p, _, err := readPrinters()
	if err != nil {
		return nil
	}
	return p
}

// changePrinters changes them, and tells whether that could be kept.
func (w *Window) changePrinters(change func(file.Printers) file.Printers) bool {
	p, path, err := readPrinters()
	if err != nil {
		w.tellError(w.say("calibrate.unreadable", "path", path))
		return false
	}
	if err := change(p).Save(path); err != nil {
		w.tellError(w.say("print.no-write", "path", path))
		return false
	}
	return true
}

// calibrations are those of the printer and tray that certificates are printed with; none for one that isn't off.
func (w *Window) calibrations() []app.Calibration {
	if w.printer.Printer == "" {
		return nil
	}
	return w.printers().Of(w.printer.Printer, w.printer.Tray)
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
