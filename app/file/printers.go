package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"tiengtrong/app"
)

// Printers are the calibrations of one computer's printers. They belong to the machine, and are kept outside of events.
type Printers []app.Calibration

// PrintersPath returns where a user's calibrations are kept.
func PrintersPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the user's settings: %w", err)
	}
	return filepath.Join(dir, "tiengtrong", "printers.json"), nil
}

// ReadPrinters reads the calibrations at path; there are none where there is no file.
func ReadPrinters(path string) (Printers, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var p Printers
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		return nil, fmt.Errorf("read calibrations: %w", err)
	}
	return p, nil
}

// Save writes the calibrations whole.
func (p Printers) Save(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("save calibrations: %w", err)
	}
	return WriteWhole(path, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(p)
	})
}

// Set returns the calibrations with c instead of the one of the same printer, tray and paper.
func (p Printers) Set(c app.Calibration) Printers {
	out := slices.DeleteFunc(slices.Clone(p), func(o app.Calibration) bool {
		return o.WidthMM == c.WidthMM && o.HeightMM == c.HeightMM && isOf(o, c.Printer, c.Tray)
	})
	return append(out, c)
}

// Remove returns the calibrations without those of a printer's tray.
func (p Printers) Remove(printer, tray string) Printers {
	return slices.DeleteFunc(slices.Clone(p), func(o app.Calibration) bool { return isOf(o, printer, tray) })
}

// Of returns the calibrations of a printer's tray, one for each paper.
func (p Printers) Of(printer, tray string) Printers {
	return slices.DeleteFunc(slices.Clone(p), func(o app.Calibration) bool { return !isOf(o, printer, tray) })
}

// Trays lists the trays of a printer that were measured, each once.
func (p Printers) Trays(printer string) []string {
	var trays []string
	for _, c := range p {
		if isOf(c, printer, c.Tray) && !slices.Contains(trays, c.Tray) {
			trays = append(trays, c.Tray)
		}
	}
	return trays
}

// isOf tells whether a calibration is of that printer and tray; case and marks don't count.
func isOf(c app.Calibration, printer, tray string) bool {
	return app.Fold(c.Printer) == app.Fold(printer) && app.Fold(c.Tray) == app.Fold(tray)
}
