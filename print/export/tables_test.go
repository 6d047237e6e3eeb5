package export_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/app/table"
	"tiengtrong/print/export"
)

// TestAProgramIsImportedAsItWasExported writes a running order that uses every column as a workbook and reads it again.
func TestAProgramIsImportedAsItWasExported(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Workbooks}
	c := app.NewCeremony("Lễ khai giảng", app.Date{Year: 2025, Month: 9, Day: 5})
	it := app.NewItem("=Văn nghệ: “chào mừng”")
	it.Minutes, it.Who, it.Where, it.Notes, it.Script = 12, "Đội văn nghệ", "Sân khấu", "bài 1\nbài 2", "Kính thưa quý vị!\n\nXin mời."
	it.Part, it.Optional, it.MinMinutes = "Phần hội", true, 5
	for _, crew := range app.Crews {
		it.SetCue(crew, "hiệu lệnh "+string(crew)+"\n007")
	}
	hard := app.NewItem("Truyền hình trực tiếp")
	hard.HardStart = 8 * 60
	c.Program.Items = []app.Item{it, hard, app.NewItem("2025")}
	p.Event.Ceremonies = []app.Ceremony{c}
	result, err := export.Run(context.Background(), p, nil)
	if err != nil || len(result.Files) != 1 {
		t.Fatal(err, result)
	}
	data, err := os.ReadFile(result.Files[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := intake.Program(result.Files[0].Path, data)
	if err != nil || len(r.Items) != 3 || r.Start != c.Start || len(r.LeftOut)+len(r.Remarks) > 0 {
		t.Fatal(err, r)
	}
	for i, got := range r.Items {
		want := c.Program.Items[i]
		if got.ID, got.PartID = want.ID, want.PartID; !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

func TestCalendarOfAnEvent(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Calendars}
	result, err := export.Run(context.Background(), p, nil)
	if err != nil || len(result.Files) != 1 || filepath.Ext(result.Files[0].Path) != ".ics" {
		t.Fatal(err, result)
	}
	text, err := os.ReadFile(result.Files[0].Path)
	if got := strings.Count(string(text), "BEGIN:VEVENT"); err != nil || got != len(p.Event.Ceremonies) {
		t.Errorf("%d entries, %v", got, err)
	}
}

// TestAReportIsAWorkbookToo reads back what became of a ceremony whose first item was over time and whose second one was
// left out.
func TestAReportIsAWorkbookToo(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Reports}
	c := &p.Event.Ceremonies[0]
	c.Program.Items = append(c.Program.Items, app.NewItem("Văn nghệ"), app.NewItem("Bế mạc"))
	run := app.NewRun(*c)
	items := run.Plan.Program.Items
	at := time.Date(2025, 10, 1, 7, 0, 0, 0, time.FixedZone("+07", 7*3600))
	for _, a := range []app.Action{{Step: app.StepStart}, {Step: app.StepDrop, Item: items[1].ID, Reason: "trời mưa"}, {Step: app.StepNext}} {
		a.At = at
		run, _ = run.Do(a)
		if a.Step == app.StepStart {
			at = at.Add(time.Duration(items[0].Minutes+3) * time.Minute)
		}
	}
	p.Run = &run
	result, err := export.Run(context.Background(), p, nil)
	if err != nil || len(result.Files) != 2 || filepath.Ext(result.Files[1].Path) != ".xlsx" {
		t.Fatal(err, result)
	}
	data, err := os.ReadFile(result.Files[1].Path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := table.Read("bao-cao.xlsx", data, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, row := range read.Sheets[0].Rows {
		all += strings.Join(row, "|") + "\n"
	}
	for _, want := range []string{
		fmt.Sprintf("1|%s|07:30|07:00|07:%02d|%d|%d|3\n", items[0].Title, items[0].Minutes+3, items[0].Minutes, items[0].Minutes+3),
		"2|" + items[1].Title + "|", "Không thực hiện. Lý do: trời mưa.", "Tổng hợp: ",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in:\n%s", want, all)
		}
	}
}

func TestCountsOfTheKinds(t *testing.T) {
	e := event()
	e.Ceremonies = append(e.Ceremonies, app.NewCeremony("Chưa có chương trình", e.From))
	e.Asks = []app.Ask{{Points: []string{"Đọc sách"}}, {Points: []string{" "}}}
	want := map[export.Kind]int{
		export.Programs: 1, export.Banners: 2, export.Posters: 1, export.Certificates: len(e.Rosters[0].Recipients), export.RunSheets: 1, export.Scripts: 1,
		export.Pledges: 1, export.Speeches: 1, export.Workbooks: 1, export.Calendars: 1, export.Reports: 1, export.Register: len(e.Entries()),
	}
	for _, kind := range export.All() {
		if got, ok := want[kind]; !ok || export.Count(e, kind) != got {
			t.Errorf("%s: %d, not %d", kind, export.Count(e, kind), got)
		}
	}
}
