package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"
	"golang.org/x/text/unicode/norm"
)

// browse opens a page in headless Chromium, with a script at its end, and returns the text of the element "out" that the
// script makes.
func browse(t *testing.T, page []byte, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "xac-minh.html")
	page = bytes.Replace(page, []byte("</body>"), []byte("<pre id=out></pre><script>"+script+"</script></body>"), 1)
	if err := os.WriteFile(path, page, 0o644); err != nil {
		t.Fatal(err)
	}
	dom, err := exec.Command("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+path).Output()
	if err != nil {
		t.Fatal("chromium, which .ci/setup installs: ", err)
	}
	out := regexp.MustCompile(`(?s)<pre id="out">(.*?)</pre>`).FindSubmatch(dom)
	if out == nil {
		t.Fatalf("the page has no answer:\n%.2000s", dom[max(0, len(dom)-2000):])
	}
	return html.UnescapeString(string(out[1]))
}

func TestThePageDecidesAsTheProgramDoes(t *testing.T) {
	store := Store(t.TempDir())
	_, first := newKey(t, store)
	ring, second := newKey(t, store)
	old, fresh := first.Sign(certified), second.Sign(certified)
	texts := []string{
		old, fresh, certified, "", "tt1.", second.Sign(""), second.Sign("</script><b>&"), strings.ReplaceAll(fresh, "\n", " "),
		norm.NFD.String(fresh), strings.Replace(fresh, "Niê", "Nie", 1), fresh + ".", fresh[:len(fresh)-1], first.Sign("viết bằng khóa bị lộ"),
		strings.Replace(fresh, second.ID, "AAAAAAAA", 1), fresh[:len(fresh)-1] + "x",
	}
	if err := ring.Revoke(first.ID, Act{"2025-11-01", "mất máy"}, []string{old}); err != nil {
		t.Fatal(err)
	}
	ring.Withdraw(second.Sign("hủy"), Act{"2025-11-02", "trao nhầm"})
	texts = append(texts, second.Sign("hủy"))

	other, err := Store(t.TempDir()).Rotate("Trường </script> khác", "2025-10-01")
	if err != nil {
		t.Fatal(err)
	}
	page, err := Page(os.DirFS("../../assets/verify"), []*Ring{other, ring})
	if err != nil {
		t.Fatal(err)
	}
	given, _ := json.Marshal(texts)
	got := browse(t, page, fmt.Sprintf(`
		const rings = JSON.parse(document.getElementById('rings').textContent);
		document.getElementById('out').textContent = JSON.stringify(%s.map((text) => verify(text, rings)));`, given))
	var verdicts []Verdict
	if err := json.Unmarshal([]byte(got), &verdicts); err != nil {
		t.Fatal(err, got)
	}
	seen := map[State]bool{}
	for i, text := range texts {
		want := Verify(text, ring)
		seen[want.State] = true
		if verdicts[i].State != want.State || verdicts[i].Text != want.Text || verdicts[i].School != want.School {
			t.Errorf("%q:\n page    %+v\n program %+v", text, verdicts[i], want)
		}
	}
	if len(seen) != 6 {
		t.Error("not every verdict was tried:", seen)
	}
}

func TestThePageReadsAPhoto(t *testing.T) {
	ring, secret := newKey(t, Store(t.TempDir()))
	code, err := qrcode.Encode(secret.Sign(certified), qrcode.Medium, 900)
	if err != nil {
		t.Fatal(err)
	}
	page, err := Page(os.DirFS("../../assets/verify"), []*Ring{ring})
	if err != nil {
		t.Fatal(err)
	}
	picture := `<img id="picture" src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(code) + `">`
	page = bytes.Replace(page, []byte("<main>"), []byte("<main>"+picture), 1)
	got := browse(t, page, `window.addEventListener('load', () => {
		const rings = JSON.parse(document.getElementById('rings').textContent);
		document.getElementById('out').textContent = verify(scan(document.getElementById('picture')), rings).state;
	});`)
	if got != string(Genuine) {
		t.Error("the photo of a code is found to be", got)
	}
}
