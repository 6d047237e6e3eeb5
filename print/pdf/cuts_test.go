package pdf_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
)

// TestFilesShareCuts: a later file has the font of an earlier one where that holds its letters, and a larger one where it doesn't;
// each says what it should.
func TestFilesShareCuts(t *testing.T) {
	f, cuts := face(t, "Lora_400Regular"), &pdf.Cuts{}
	var tags []string
	for _, text := range []string{"Vũ Hà Mai", "Mai Hà", "Đỗ Bình", "Vũ Bình"} {
		path := write(t, pdf.Meta{Cuts: cuts}, &print.Page{Trim: a4, Scale: 1, Items: []print.Item{line(f, 20, 30, 30, text)}})
		if got := strings.TrimSpace(pdftest.Text(t, path)); got != text {
			t.Errorf("%q reads %q", text, got)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tags = append(tags, string(bytes.TrimSpace(regexp.MustCompile(`[A-Z]{6}\+Lora`).Find(data))))
	}
	if tags[0] == "" || tags[0] != tags[1] || tags[1] == tags[2] || tags[2] != tags[3] {
		t.Error("cuts:", tags)
	}
}
