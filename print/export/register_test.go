package export_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/table"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
)

// issued returns the plan of an event whose certificates have their numbers.
func issued(t *testing.T, what ...export.Kind) export.Plan {
	t.Helper()
	p := plan(t, export.Office)
	p.What = what
	if _, err := p.Event.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	return p
}

func exportText(t *testing.T, p export.Plan) string {
	t.Helper()
	result, err := export.Run(context.Background(), p, nil)
	if err != nil || len(result.Files) == 0 {
		t.Fatalf("%v %+v", err, result)
	}
	return pdftest.Tool(t, "pdftotext", "-layout", result.Files[0].Path, "-")
}

func TestRegisterIsExportedForTheOffice(t *testing.T) {
	p := issued(t, export.Register)
	if err := p.Event.Void("2", "viết sai tên", app.Date{Year: 2025, Month: 10, Day: 2}); err != nil {
		t.Fatal(err)
	}
	text := exportText(t, p)
	if !strings.Contains(text, "SỔ KHEN THƯỞNG") || !strings.Contains(text, "Trần Thanh Vy") {
		t.Errorf("the book says\n%s", text)
	}
	files := names(t, p.Dir)
	if len(files) != 2 || strings.TrimSuffix(files[0], ".pdf") != strings.TrimSuffix(files[1], ".xlsx") {
		t.Fatalf("files %v", files)
	}
	pdftest.Check(t, filepath.Join(p.Dir, files[0]))
	pdftest.Conforms(t, filepath.Join(p.Dir, files[0]), conform.A2b)
	data, err := os.ReadFile(filepath.Join(p.Dir, files[1]))
	if err != nil {
		t.Fatal(err)
	}
	read, err := table.Read(files[1], data, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2", "2", "Trần Thanh Vy", "", "1A1", "Gương sáng tự học: Đã tự học", "", "2025-10-01", "", "Hủy 02/10/2025: viết sai tên"}
	if !slices.ContainsFunc(read.Sheets[0].Rows, func(row []string) bool { return slices.Equal(row, want) }) {
		t.Errorf("no line %q in %q", want, read.Sheets[0].Rows)
	}
	p.For, p.Dir = export.Shop, t.TempDir()
	misplaced := (*export.MisplacedOption)(nil)
	if result, err := export.Run(context.Background(), p, nil); !errors.As(err, &misplaced) || len(result.Files) > 0 {
		t.Errorf("for the shop: %v %v", result.Files, err)
	}
}

// TestShardsBearTheIssuedNumbers moves the list after issuing: each machine prints the numbers that the register has.
func TestShardsBearTheIssuedNumbers(t *testing.T) {
	p := issued(t, export.Certificates)
	slices.Reverse(p.Event.Rosters[0].Recipients)
	for i, want := range []string{"Số 3", "Số 2", "Số 1"} {
		p.Shard, p.Dir = export.Shard{Part: i + 1, Parts: 3}, t.TempDir()
		if text := exportText(t, p); !strings.Contains(text, want) {
			t.Errorf("shard %d lacks %q:\n%s", i+1, want, text)
		}
	}
}

// TestOnlyOneIsPrintedAgain: the sheet of one, in the batch's size of names, past the problems of others.
func TestOnlyOneIsPrintedAgain(t *testing.T) {
	p := issued(t, export.Certificates)
	changed := *p.Event.Rosters[0].Recipients[0]
	changed.Name = "Vũ Thùy Hà My" // not what the register says: an error, but another's
	p.Event.Rosters[0].Recipients[0] = &changed
	p.Only = []app.ID{p.Event.Rosters[0].Recipients[2].ID}
	text := exportText(t, p)
	if files := names(t, p.Dir); len(files) != 1 || !strings.HasSuffix(files[0], "-so-3.pdf") || !strings.Contains(text, "H'Hen Niê") || strings.Contains(text, "Vy") {
		t.Errorf("%v\n%s", files, text)
	}
	p.Only = []app.ID{changed.ID}
	if _, err := export.Run(context.Background(), p, nil); err == nil {
		t.Error("a sheet went out that the register contradicts")
	}
}

func TestProofTellsProvisionalNumbers(t *testing.T) {
	p := plan(t, export.Office)
	is := func(p app.Problem) bool {
		return p.Code == "number-provisional" && p.Args["count"] == "3" && p.Severity == app.Warning
	}
	if found := export.Proof(p.Event, p.Studio, p.What); !slices.ContainsFunc(found, is) {
		t.Errorf("%v", found)
	}
	p = issued(t, export.Certificates)
	if found := export.Proof(p.Event, p.Studio, p.What); slices.ContainsFunc(found, is) {
		t.Errorf("after issuing: %v", found)
	}
	p.Event.Register, p.Event.Certificates[0].Register = nil, "" // a certificate that prints no number needs none
	if found := export.Proof(p.Event, p.Studio, p.What); slices.ContainsFunc(found, is) {
		t.Errorf("without a line for the number: %v", found)
	}
}
