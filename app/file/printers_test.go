package file

import (
	"os"
	"path/filepath"
	"testing"

	"tiengtrong/app"
)

func TestPrinters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tiengtrong", "printers.json")
	p, err := ReadPrinters(path)
	if err != nil || len(p) != 0 {
		t.Fatal(p, err)
	}
	for _, c := range []app.Calibration{
		{Printer: "Máy văn thư", Tray: "2", WidthMM: 297, HeightMM: 210, OffsetX: 1},
		{Printer: "Máy văn thư", Tray: "2", WidthMM: 420, HeightMM: 297, OffsetX: 2},
		{Printer: "Máy văn thư", WidthMM: 297, HeightMM: 210, OffsetX: 3},
		{Printer: "máy văn  thư", Tray: "2", WidthMM: 297, HeightMM: 210, OffsetX: 4},
	} {
		p = p.Set(c)
	}
	if err := p.Save(path); err != nil {
		t.Fatal(err)
	}
	p, err = ReadPrinters(path)
	if err != nil || len(p) != 3 {
		t.Fatal(p, err)
	}
	if c := p.Of("MÁY VĂN THƯ", "2"); len(c) != 2 || c[1].OffsetX != 4 {
		t.Errorf("%+v", c)
	}
	if p = p.Remove("Máy văn thư", "2"); len(p) != 1 || p[0].OffsetX != 3 {
		t.Errorf("%+v", p)
	}
	if err := os.WriteFile(path, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadPrinters(path); err == nil {
		t.Error("a broken file was read")
	}
}
