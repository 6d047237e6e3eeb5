package print

import (
	"fmt"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"
	"rsc.io/qr/coding"
)

// sealedText is as long as what a certificate's code says.
const sealedText = "TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG\nSố 131/2025\nVũ Thùy Hà Mai\nLớp 1A1\nHọc sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện\nĐã hoàn thành tốt nội dung học tập và rèn luyện\nNgày 01/10/2025\n"

// TestCodesAreAsLargeAsAnothersAre compares with another encoder: no code is larger, and most have its size.
func TestCodesAreAsLargeAsAnothersAre(t *testing.T) {
	for _, text := range []string{"a", "https://thuvien.example.edu.vn/hoc-lieu-mo", sealedText, sealedText + "TT1:IKUK5OGF:" + strings.Repeat("A7BCDEFGHIJKLMNOPQRSTUVWXYZ", 4), strings.Repeat("ế", 700)} {
		other, err := qrcode.New(text, qrcode.Medium)
		if err != nil {
			t.Fatal(err)
		}
		other.DisableBorder = true
		if ours := codeOf(text); len(ours) > len(other.Bitmap()) {
			t.Errorf("%.20q: %d modules, another encoder has %d", text, len(ours), len(other.Bitmap()))
		}
	}
	if codeOf(strings.Repeat("ế", 2000)) != nil {
		t.Error("a code for more than any holds")
	}
}

// TestACodeIsThatOfItsMask: what is chosen is the whole code under one of the eight masks, and that of the least penalty.
func TestACodeIsThatOfItsMask(t *testing.T) {
	ours, found, least := codeOf(sealedText), false, 1<<30
	for mask := coding.Mask(0); mask < 8; mask++ {
		plan, err := coding.NewPlan(coding.Version((len(ours)-17)/4), codeLevel, mask)
		if err != nil {
			t.Fatal(err)
		}
		code, err := plan.Encode(segmentsOf(sealedText)...)
		if err != nil {
			t.Fatal(err)
		}
		m := modulesOf(code)
		found = found || fmt.Sprint(m) == fmt.Sprint(ours)
		least = min(least, codePenalty(m))
	}
	if !found || codePenalty(ours) != least {
		t.Errorf("of a mask: %v; penalty %d, least %d", found, codePenalty(ours), least)
	}
}

// TestCodePenalty adds up by hand.
func TestCodePenalty(t *testing.T) {
	line := func(s string) []bool {
		out := make([]bool, len(s))
		for i := range s {
			out[i] = s[i] == '#'
		}
		return out
	}
	for s, want := range map[string]int{"#.#.#.#": 0, "#####.": 3, "#######": 5, "#.###.#....": 40, "....#.###.#": 40, ".....": 3} {
		if got := linePenalty(line(s)); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
	if got := codePenalty([][]bool{line("##"), line("##")}); got != 3+100 {
		t.Errorf("a black square: %d", got)
	}
}

func BenchmarkCode(b *testing.B) {
	for b.Loop() {
		codeOf(sealedText + "TT1:IKUK5OGF:" + strings.Repeat("A7BCDEFGHIJKLMNOPQRSTUVWXYZ", 4))
	}
}

func BenchmarkCodeOfAnother(b *testing.B) {
	for b.Loop() {
		q, _ := qrcode.New(sealedText+"TT1:IKUK5OGF:"+strings.Repeat("A7BCDEFGHIJKLMNOPQRSTUVWXYZ", 4), qrcode.Medium)
		q.Bitmap()
	}
}
