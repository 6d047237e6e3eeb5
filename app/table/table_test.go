package table

import (
	"os"
	"testing"
)

func TestTry(t *testing.T) {
	for _, n := range []string{"danh-sach-khen-thuong.xlsx", "danh-sach-khen-thuong.csv", "danh-sach-khen-thuong-tcvn3.csv", "danh-sach-khen-thuong-utf16.txt", "chuong-trinh-le-phat-dong.csv"} {
		data, _ := os.ReadFile("../../assets/samples/" + n)
		tb, err := Read(n, data)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range tb.Sheets {
			t.Log(n, s.Name, s.Encoding, len(s.Rows), len(s.Rows[0]), s.Rows[0], s.Rows[min(16, len(s.Rows)-1)], s.Rows[len(s.Rows)-1])
		}
	}
}
