package print

import (
	"os"
	"testing"

	"tiengtrong/app"
)

func studio(t testing.TB) *Studio {
	t.Helper()
	s, err := NewStudio(os.DirFS("../assets/fonts"), os.DirFS("../assets/styles"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// vietnameseLetters are the 134 precomposed letters that Vietnamese adds to ASCII.
const vietnameseLetters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

func TestEveryFaceOfAStyleHasAllLetters(t *testing.T) {
	if n := len([]rune(vietnameseLetters)); n != 134 {
		t.Fatalf("the list has %d letters", n)
	}
	s := studio(t)
	for _, list := range [][]Style{s.Styles().Certificates, s.Styles().Banners, s.Styles().Posters} {
		for _, style := range list {
			for _, name := range style.Faces.all() {
				if missing := s.face(name).Missing(vietnameseLetters); missing != nil {
					t.Errorf("style %s: %s lacks %s", style.Code, name, string(missing))
				}
			}
		}
	}
}

func TestPreflightOfAnEmptyEvent(t *testing.T) {
	if got := studio(t).Preflight(app.NewEvent()); len(got) != 0 {
		t.Errorf("problems: %v", got)
	}
}
