package print

import (
	"os"
	"slices"
	"testing"
)

// TestKerningIsOfPairs compares, for every face, the kerns of pairs with those of whole lines.
func TestKerningIsOfPairs(t *testing.T) {
	lines := []string{
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG", "V", "Tặng",
		"Nguyễn Thị Phương Thảo, lớp 1A7; sinh ngày 15/03/2016", "“AVATAR” — To. Ty, Tý. Vỹ Lưu, Ýên… P. F, LT", "H'Hen Niê, Y Bhăm Êban",
		"Đã có thành tích xuất sắc trong học tập và rèn luyện", "Vào sổ khen thưởng: Số 000123/2025", "first office (fi fl ffi) Ạ Ẫ ỹ",
	}
	fonts := studio(t).Fonts
	for _, name := range fonts.Names() {
		face, err := fonts.Face(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			want := face.shape([]rune(line))
			for range 2 { // the second time, all pairs are known
				if got := face.Kerns(line); !slices.Equal(got, want) {
					t.Errorf("%s sets %q with kerns\n%v, as a line\n%v", name, line, got, want)
				}
			}
		}
	}
}

// TestPairsWithoutPlace checks that a pair for which there is no place any more is shaped all the same.
func TestPairsWithoutPlace(t *testing.T) {
	fonts, err := LoadFonts(os.DirFS("../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := fonts.Face("PlayfairDisplay_700Bold")
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(0x400); r < 0x800; r++ { // letters that the line hasn't
		for next := rune(0x400); next < 0x500; next++ {
			face.pairs.keep(r, next, 1000)
		}
	}
	const line = "ẤnẴng Vỹ"
	if _, known := face.pairs.of('V', 'ỹ'); known {
		t.Fatal("the places are not full")
	}
	if got, want := face.Kerns(line), face.shape([]rune(line)); !slices.Equal(got, want) {
		t.Errorf("%q has the kerns %v, as a line %v", line, got, want)
	}
}

// BenchmarkKerns measures a line whose pairs are known.
func BenchmarkKerns(b *testing.B) {
	face := studio(b).face("PlayfairDisplay_700Bold")
	for b.Loop() {
		face.Kerns("Nguyễn Thị Phương Thảo")
	}
}
