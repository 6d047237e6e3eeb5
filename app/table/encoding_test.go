package table

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// list is what every encoding of the same list must give.
var list = [][]string{
	{"STT", "Họ và tên", "Lớp", "Nội dung khen thưởng"},
	{"1", "Nguyễn Thị Ánh Tuyết", "1A", "Đã hoàn thành tốt, được cô giáo khen"},
	nil,
	{"2", "Đặng Hữu Phước", "1A", "Ứng dụng công nghệ trong học tập; đọc “20 cuốn sách”"},
	{"3", "Quách Uyển Nhi", "1A"},
	{"4", "TRƯƠNG ĐỨC DŨNG", "1A", "Đã tích cực tham gia"},
}

// delimited writes rows as text.
func delimited(rows [][]string, comma string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString(comma)
			}
			if strings.ContainsAny(cell, comma+"\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// windows1258 writes text as Windows does: the vowel with its hat, then the tone.
func windows1258(t testing.TB, text string) []byte {
	var b strings.Builder
	for _, r := range text {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteRune(r)
			continue
		}
		marks := []rune(norm.NFD.String(string(r)))
		tone := slices.IndexFunc(marks, func(m rune) bool { return strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) })
		b.WriteString(norm.NFC.String(string(slices.Delete(slices.Clone(marks), tone, tone+1))) + string(marks[tone]))
	}
	return encode(t, charmap.Windows1258, b.String())
}

// oldText writes text in an old encoding: by the reverse of the tables that read it. TCVN3 has no toned capitals.
func oldText(t testing.TB, text string, letters map[rune]rune, pairs map[[2]rune]rune) []byte {
	back := map[rune]string{}
	for code, letter := range letters {
		back[letter] = string(code)
	}
	for codes, letter := range pairs {
		if codes[0] < 'a' == (codes[1] < 0xdf) { // the mark in the case of its vowel
			back[letter] = string(codes[:])
		}
	}
	var b strings.Builder
	for _, r := range text {
		small := []rune(strings.ToLower(string(r)))[0]
		switch {
		case back[r] != "":
			b.WriteString(back[r])
		case r > 0x7f && back[small] != "":
			b.WriteString(back[small])
		default:
			b.WriteRune(r)
		}
	}
	return encode(t, charmap.Windows1252, b.String())
}

func TestReadTellsEncodings(t *testing.T) {
	text := delimited(list, ",")
	for _, c := range []struct {
		encoding string
		data     []byte
	}{
		{"utf-8", []byte(text)},
		{"utf-8", append([]byte("\xef\xbb\xbf"), text...)},
		{"utf-16le", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text)},
		{"utf-16be", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text)},
		{"utf-16le", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text)},
		{"utf-16be", encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text)},
		{"windows-1258", windows1258(t, text)},
		{"tcvn3", oldText(t, text, tcvn3Letters, nil)},
		{"vni", oldText(t, text, vniSingles, vniPairs)},
	} {
		t.Run(c.encoding, func(t *testing.T) {
			table, err := Read("ds.csv", c.data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			s := table.Sheets[0]
			if s.Encoding != c.encoding || s.Name != "ds" {
				t.Errorf("encoding %q, sheet %q", s.Encoding, s.Name)
			}
			compare(t, s.Rows, list)
		})
	}
}

func TestTextReadsOldLists(t *testing.T) {
	const text = "Học, học nữa, học mãi\tLê-nin\r\n\r\nỨng dụng công nghệ\r\nĐọc sách mỗi ngày\r\n"
	got, name, err := Text("khau-hieu.txt", oldText(t, text, tcvn3Letters, nil))
	if want := strings.ReplaceAll(text, "\r", ""); err != nil || name != "tcvn3" || strings.ReplaceAll(got, "\r", "") != want {
		t.Errorf("%v %s %q", err, name, got)
	}
}

// A workbook first typed in .VnTime holds TCVN3 as Western letters, beside cells typed in Unicode later.
func TestReadRepairsOldTextInNewFiles(t *testing.T) {
	old, err := charmap.Windows1252.NewDecoder().Bytes(oldText(t, delimited(list, "\t"), tcvn3Letters, nil))
	if err != nil {
		t.Fatal(err)
	}
	text := string(old) + "5\tHà Thị Nụ\t1A\tMüller © 2025\r\n"
	table, err := Read("ds.txt", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, table.Sheets[0].Rows, append(slices.Clone(list), []string{"5", "Hà Thị Nụ", "1A", "Müller © 2025"}))
	if e := table.Sheets[0].Encoding; e != "utf-8+tcvn3" {
		t.Error(e)
	}
}

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		cell   string
		begins bool
		want   string
	}{
		{"Trần ánh Dương", true, "Trần Ánh Dương"},
		{"ánh", true, "Ánh"},
		{"ánh", false, "ánh"},
		{"TRầN VăN HảI", true, "TRẦN VăN HẢI"},
		{"TRầN THị ý", true, "TRẦN THỊ Ý"},
		{"Đã ứng dụng", true, "Đã ứng dụng"},
		{"ứng dụng công nghệ", true, "Ứng dụng công nghệ"},
		{"Lớp 1A", true, "Lớp 1A"},
		{"Hà Lý", true, "Hà Lý"},
		{"", true, ""},
	} {
		if got := capitals(c.cell, c.begins); got != c.want {
			t.Errorf("%q: %q instead of %q", c.cell, got, c.want)
		}
	}
}

// The headings of every administrative document, as old files have them.
func TestOldEncodingsInOnePass(t *testing.T) {
	for _, c := range []struct {
		fix       func(string) string
		old, want string
	}{
		{fromVNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{fromVNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"},
		{fromVNI, "Nguyeãn Thò Quyønh Nhö, lôùp 5A, ñöôïc khen thöôûng", "Nguyễn Thị Quỳnh Như, lớp 5A, được khen thưởng"},
		{fromTCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
		{fromTCVN3, "C¸c em häc sinh ®­îc khen th­ëng", "Các em học sinh được khen thưởng"},
	} {
		if got := c.fix(c.old); got != c.want {
			t.Errorf("%q: %q", c.old, got)
		}
	}
}
