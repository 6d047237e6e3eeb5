package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// describe writes a reading as a person would check it.
func describe(r ProgramReading) string {
	var b strings.Builder
	fmt.Fprintf(&b, "start %s\n", r.Start)
	for i, slot := range (Program{Items: r.Items}).Schedule(r.Start) {
		it := r.Items[i]
		hard := ""
		if it.HardStart != NoClock {
			hard = fmt.Sprintf(" hard, gap %d", slot.Gap)
		}
		fmt.Fprintf(&b, "%s %d' %s%s\n", slot.Start, it.Minutes, strings.Join([]string{it.Title, it.Who, it.Where, it.Notes}, "/"), hard)
	}
	for _, l := range r.LeftOut {
		fmt.Fprintf(&b, "left out %d %s: %s\n", l.Row, l.Reason, l.Text)
	}
	for _, m := range r.Remarks {
		fmt.Fprintf(&b, "remark %d %s %s: %s\n", m.Row, m.Field, m.Code, m.Text)
	}
	return b.String()
}

func rowsOf(text string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		rows = append(rows, strings.Split(line, "|"))
	}
	return rows
}

func TestReadProgram(t *testing.T) {
	for _, c := range []struct{ name, list, want string }{
		{"minutes decide, a broadcast starts hard", `
CHƯƠNG TRÌNH LỄ KHAI GIẢNG
Bắt đầu|Số phút|Nội dung|Người thực hiện|Địa điểm|Ghi chú
07:30|15|Đón đại biểu|Ban tổ chức|Cổng|
07:45|10|Văn nghệ|Đội văn nghệ|Sân khấu|
08:00|30|Truyền hình trực tiếp|Toàn thể||đúng giờ
|5|Bế mạc|MC||
08:30|5|Ra về|||`, `
start 07:30
07:30 15' Đón đại biểu/Ban tổ chức/Cổng/
07:45 10' Văn nghệ/Đội văn nghệ/Sân khấu/
08:00 30' Truyền hình trực tiếp/Toàn thể//đúng giờ hard, gap 5
08:30 5' Bế mạc/MC//
08:30 5' Ra về/// hard, gap -5
`},
		{"the printed columns, lengths from ends and next starts", `
STT|Thời gian|Nội dung|Người phụ trách|Ghi chú
1|07:00 - 07:15|Ổn định|Ban tổ chức|loa
2|7h15|Chào cờ|Tổng phụ trách|
3|7h20 – 7 giờ 30|Diễn văn|Hiệu trưởng|
4|10 phút|Trao giấy khen|Hiệu trưởng|
5||Bế mạc|MC|
|||Phù Liễn, ngày 30 tháng 9 năm 2025|
|||HIỆU TRƯỞNG|`, `
start 07:00
07:00 15' Ổn định/Ban tổ chức//loa
07:15 5' Chào cờ/Tổng phụ trách//
07:20 10' Diễn văn/Hiệu trưởng//
07:30 10' Trao giấy khen/Hiệu trưởng//
07:40 5' Bế mạc/MC//
left out 7 footer: Phù Liễn, ngày 30 tháng 9 năm 2025
left out 8 footer: HIỆU TRƯỞNG
remark 6 minutes no-minutes: Bế mạc
`},
		{"what can't be read is said", `
Giờ|Thời lượng|Nội dung
sáng sớm|15'|Đón khách
|lâu|Văn nghệ
07:00|5|
Giờ|Thời lượng|Nội dung`, `
start 
00:00 15' Đón khách///
00:15 5' Văn nghệ///
left out 4 no-title: 07:00 | 5
left out 5 repeated-header: Giờ | Thời lượng | Nội dung
remark 2 start unreadable-time: sáng sớm
remark 3 minutes unreadable-minutes: lâu
remark 3 minutes no-minutes: Văn nghệ
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := ReadProgram(rowsOf(c.list))
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(r); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got:\n%s", got)
			}
		})
	}
	if _, err := ReadProgram(rowsOf("Họ và tên|Lớp\nLê Văn Bình|1A")); err == nil {
		t.Error("a list of pupils was taken for a program")
	}
}

func TestReadSlogans(t *testing.T) {
	catalogue := []Slogan{{Text: "Học, học nữa, học mãi", Lang: "vi", Source: "V.I. Lênin", Tags: []string{"danh ngôn"}}}
	slogans, leftOut := ReadSlogans("- Học, học nữa, học mãi!\r\n\r\nTự học | Sổ tay trường\nDạy tốt - học tốt\tĐoàn trường\nTự  học\n", catalogue)
	var got []string
	for _, s := range slogans {
		got = append(got, s.Text+" ("+s.Source+") "+strings.Join(s.Tags, ","))
	}
	want := []string{"Học, học nữa, học mãi! (V.I. Lênin) danh ngôn", "Tự học (Sổ tay trường) ", "Dạy tốt - học tốt (Đoàn trường) "}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(leftOut) != 1 || leftOut[0] != (LeftOut{5, "Tự học", ReasonDuplicate}) {
		t.Errorf("%v", leftOut)
	}
	if slogans[0].ID == catalogue[0].ID {
		t.Error("the catalogue's identity was given away")
	}
}

func FuzzReadProgram(f *testing.F) {
	f.Add("Thời gian|Nội dung|Người phụ trách\n07:00 - 07:15|Ổn định|Ban tổ chức\n7h15|Chào cờ|\n23:59|Hết|")
	f.Add("Bắt đầu|Số phút|Nội dung\n07:00|15|Ổn định\n|999|Đi\n00:00|-|Về")
	f.Fuzz(func(t *testing.T, list string) {
		rows := rowsOf(list)
		r, err := ReadProgram(rows)
		if err != nil {
			return
		}
		if rest := len(r.Items) + len(r.LeftOut); rest > len(rows) {
			t.Errorf("%d rows gave %d items and left out %d", len(rows), len(r.Items), len(r.LeftOut))
		}
		for _, it := range r.Items {
			if it.Minutes < 0 || it.Title == "" || it.HardStart != NoClock && (it.HardStart < 0 || it.HardStart >= 24*60) {
				t.Errorf("%+v", it)
			}
		}
	})
}

func TestAProgramWithoutHeaderIsToldAsAProgram(t *testing.T) {
	_, err := ReadProgram([][]string{{"Chỉ", "Có", "Lạ"}, {"1", "2", "3"}})
	if e := (*HeaderError)(nil); !errors.As(err, &e) || e.Code != NoProgramHeader {
		t.Error(err)
	}
}
