package table

import (
	"strings"
	"testing"
)

// repaired reads one column of cells, and returns it with what was repaired.
func repaired(t *testing.T, encoding string, cells ...string) ([]string, []Repair) {
	t.Helper()
	s := Sheet{Encoding: encoding}
	for _, cell := range cells {
		s.Rows = append(s.Rows, []string{cell})
	}
	s.repair("")
	var out []string
	for _, row := range s.Rows {
		out = append(out, row[0])
	}
	return out, s.Repairs
}

func TestRepairsWhatWasDamagedBefore(t *testing.T) {
	for _, c := range []struct{ name, encoding, cells, want string }{
		{"UTF-8 read as Western text", "utf-8", "Nguyá»…n Thá»‹ Hoa|Lá»›p 5A|LÃª VÄƒn BÃ¬nh", "Nguyễn Thị Hoa|Lớp 5A|Lê Văn Bình"},
		{"UTF-8 read as Vietnamese Windows text", "utf-8", "LĂª VÄƒn BĂ¬nh", "Lê Văn Bình"},
		{"what only looks so", "utf-8", "Müller – “An”|Lê Văn Bình ©|H'Hen Niê|Y Bhăm Êban", "Müller – “An”|Lê Văn Bình ©|H'Hen Niê|Y Bhăm Êban"},
		{"TCVN3 read twice", "utf-8", "Chỳng tụi xin trõn trọng|Cỏc em lớp 5A|Lờ Thị Hoa|được khen", "Chúng tôi xin trân trọng|Các em lớp 5A|Lê Thị Hoa|được khen"},
		{"one cell of it", "utf-8", "Lê Văn Bình|Trần Thị Dũng|Chỳng tụi xin trõn trọng|Tự", "Lê Văn Bình|Trần Thị Dũng|Chúng tôi xin trân trọng|Tự"},
		{"one wrong letter is none", "utf-8", "Lê Văn Bình|Đỗ Hỳng|Nguyễn Thị Ánh", "Lê Văn Bình|Đỗ Hỳng|Nguyễn Thị Ánh"},
		{"TCVN3 without its ư", "tcvn3", "Trờng Tiểu học|Nguyễn Thị Phơng|đợc khen thởng|ngời|NƠNG", "Trường Tiểu học|Nguyễn Thị Phương|được khen thưởng|ngời|NƯƠNG"},
		{"TCVN3 without a last ư", "tcvn3", "Nguyễn Minh Th|Nh Quỳnh|th viện|THƯ KÝ: TH KÝ|Trờng TH Lê Lợi|giáo s|GIÁO S|s|S|Đội viên t tưởng tốt|thứ t", "Nguyễn Minh Thư|Như Quỳnh|thư viện|THƯ KÝ: THƯ KÝ|Trường TH Lê Lợi|giáo sư|GIÁO SƯ|s|S|Đội viên tư tưởng tốt|thứ tư"},
		{"what nobody sees", "utf-8", "Nguy\u00adễn V\u200băn An|Lê\u00a0Hoa|\ufeffVũ An\u00a0|Trần\u200d Vy", "Nguyễn Văn An|Lê Hoa|\ufeffVũ An\u00a0|Trần Vy"},
		{"names that other encodings keep", "utf-8", "Y Bơng|Trờng|Nguyễn Th", "Y Bơng|Trờng|Nguyễn Th"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, want := strings.Split(c.cells, "|"), strings.Split(c.want, "|")
			got, repairs := repaired(t, c.encoding, before...)
			marked := map[int]Repair{}
			for _, r := range repairs {
				marked[r.Row] = r
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%q: %q instead of %q", before[i], got[i], want[i])
				}
				if r, ok := marked[i]; ok != (before[i] != got[i]) || ok && (r.Before != before[i] || r.After != got[i]) {
					t.Errorf("%q is marked as %+v", before[i], r)
				}
			}
		})
	}
}

// A forced encoding is taken at its word, and what it makes of the text is shown.
func TestForcedEncoding(t *testing.T) {
	data := oldText(t, delimited(list, ";"), tcvn3Letters, nil)
	told, err := Read("ds.csv", data, Options{})
	must(t, err)
	forced, err := Read("ds.csv", data, Options{Encoding: "windows-1252"})
	must(t, err)
	if s := told.Sheets[0]; s.Encoding != "tcvn3" || len(s.Samples) == 0 || s.Samples[0] != (Sample{"Hä vµ tªn", "Họ và tên"}) {
		t.Errorf("%s %v", s.Encoding, s.Samples)
	}
	if s := forced.Sheets[0]; s.Encoding != "windows-1252" {
		t.Errorf("%s %q", s.Encoding, s.Rows)
	}
	if _, err := Read("ds.csv", data, Options{Encoding: "utf-8"}); err == nil {
		t.Error("TCVN3 was read as UTF-8")
	}
	pasted, err := Paste("Lớp\nHä vµ tªn", Options{Encoding: "tcvn3"})
	must(t, err)
	if s := pasted.Sheets[0]; s.Encoding != "paste+tcvn3" || s.Rows[1][0] != "Họ và tên" {
		t.Errorf("%s %q", s.Encoding, s.Rows)
	}
}

func TestPaste(t *testing.T) {
	pasted, err := Paste("Họ và tên\tLớp\r\n\"Lê\nLan\"\t5A\r\n\"Vũ \"\"Bi\"\" Sơn\"\t5B\r\n", Options{})
	must(t, err)
	compare(t, pasted.Sheets[0].Rows, [][]string{{"Họ và tên", "Lớp"}, {"Lê\nLan", "5A"}, {`Vũ "Bi" Sơn`, "5B"}})
}
