package typing

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// cut is a text without its last n runes.
func cut(text string, n int) string {
	for range n {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// write types keys one after another behind a text.
func write(t testing.TB, typist *Typist, text, keys string) string {
	for _, key := range keys {
		replace, with := typist.Type(text, key)
		if n := utf8.RuneCountInString(text); replace < 0 || replace > n {
			t.Fatalf("%q %q: %d runes of %d are replaced", text, key, replace, n)
		}
		text = cut(text, replace) + with
	}
	return text
}

func typed(t testing.TB, method Method, modern bool, keys string) string {
	return write(t, &Typist{Engine: Engine{method, modern}}, "", keys)
}

func TestTelex(t *testing.T) {
	for keys, want := range map[string]string{
		"Tieengs Vieetj": "Tiếng Việt", "tieesng": "tiếng", "tiengse": "tiếng", "TIEENGS": "TIẾNG", "ddangf": "đàng", "dangd": "đang",
		"thuowr": "thuở", "thuowngr": "thưởng", "nuwowcs": "nước", "nuocws": "nước", "nuwocs": "nước", "nhwng": "nhưng", "tw": "tư",
		"ruowuj": "rượu", "ruouwj": "rượu", "muaw": "mưa", "quaws": "quắ", "quawngj": "quặng", "muoons": "muốn", "muoonws": "mướn",
		"caacw": "căc", "hoafs": "hoá", "hoafz": "hoa", "nguyeenx": "nguyễn", "khuyur": "khuỷu", "quys": "quý", "gias": "giá", "gif": "gì",
		"gieengs": "giếng", "giuwx": "giữ", "thuys": "thuý", "hoafn": "hoàn", "hoaf": "hoà", "khoer": "khoẻ", "khuyar": "khuỷa", "ngoaof": "ngoào",
		"xooong": "xoong", "mooocs": "moóc", "ddaawks": "đắk", "DDawks Lawks": "Đắk Lắk", "Kroong": "Krông",
		"QDD-UBND": "QĐ-UBND", "GDDDDT": "GDĐT", "HDDND": "HĐND", "DDHSP": "ĐHSP", "THPT": "THPT", "Aa": "Â", "DDd": "Dd", "aw, aa, iee": "ă, â, iê",
		"truwowngf hocj": "trường học", "dduwowngf": "đường", "uwowcs": "ước", "yeeus": "yếu", "oanf": "oàn", "uyr": "uỷ", "ghees": "ghế",
	} {
		if got := typed(t, Telex, true, keys); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

func TestOldPlaces(t *testing.T) {
	for keys, want := range map[string]string{
		"hoaf": "hòa", "hoafn": "hoàn", "thuys": "thúy", "khoer": "khỏe", "uyr": "ủy", "quys": "quý", "xoays": "xoáy", "huynhf": "huỳnh", "thuees": "thuế",
	} {
		if got := typed(t, Telex, false, keys); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

func TestVNI(t *testing.T) {
	for keys, want := range map[string]string{
		"Tie61ng Vie65t": "Tiếng Việt", "tieng61": "tiếng", "d9ang": "đang", "dang9": "đang", "thuo73": "thuở", "nu7o7c1": "nước", "nuoc71": "nước",
		"ma8t5": "mặt", "hoa2": "hoà", "hoa21": "hoá", "hoa20": "hoa", "HSG2025": "HSG2025", "2A6": "2A6", "K12a1": "K12a1", "lop 6": "lop 6",
		"QD9-BGD9D9T": "QĐ-BGĐĐT", "a11": "a1", "tie6n11": "tiên1", "d99": "d9", "o77": "o7", "ca2t": "ca2t", "a1 b2": "á b2",
	} {
		if got := typed(t, VNI, true, keys); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

func TestUndo(t *testing.T) {
	for keys, want := range map[string]string{
		"ass": "as", "asss": "ass", "tieenss": "tiêns", "tieensss": "tiênss", "aaa": "aa", "aaaa": "aaa", "ddd": "dd", "eee": "ee", "ooo": "oo",
		"uww": "uw", "tww": "tw", "oww": "ow", "uoww": "uow", "aww": "aw", "dadd": "dad", "dataa": "data", "thuoww": "thuow", "hoafss": "hoas", "bass ": "bas ",
		"looo ": "loo ", "offfice": "office",
	} {
		if got := typed(t, Telex, true, keys); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

// Words of English, addresses and codes stay as they are. Those that are spelled like a syllable ("has": há) don't;
// people type their last key twice.
func TestForeign(t *testing.T) {
	words := `windows Google process class program school student teacher science physics chemistry English Facebook YouTube Zoom
		user uses users view views data database camera Canada video audio project report www.hcm.edu.vn http://sachhay.vn/as
		https://google.com/doas ai@moets.vn Excel text tests wow was web word world wifi win two twin switch swim show know draw law
		saw raw new news view review expression Microsoft PowerPoint print printer poster banner slogan stage screen sound light
		javascript python code games laptop desktop keyboard mouse network internet website email spam hashtag STEM robotics
		marathon festival workshop feedback deadline checklist backdrop standee roadshow talkshow gameshow livestream
		HSG2025 K12 A4 300dpi CMYK RGB PDF XJDF movie die dies lies ties banana dada papa free street speed
		wedding Friday Monday Wednesday January October Python Harvard Oxford Cambridge Australia Singapore Indonesia`
	for _, word := range strings.Fields(words) {
		if got := typed(t, Telex, true, word+" "); got != word+" " {
			t.Errorf("%q: %q", word, got)
		}
	}
}

func TestNewPlace(t *testing.T) {
	typist := &Typist{Engine: Engine{Telex, true}}
	for _, c := range []struct{ before, keys, want string }{
		{"học ", "sinhs", "học sính"},
		{"hoa", "f", "hoà"},
		{"hòa", "n", "hoàn"},
		{"tiến", "s", "tiêns"},
		{"tiê", "ngs", "tiếng"},
		{"class", "s", "classs"},
		{"as", "s", "ass"},
		{"đan", "g", "đang"},
		{"(ti", "ees", "(tiế"},
		{"tiế", "k ", "tiếk "},
		{"ba\u0301", "s", "ba\u0301s"},
		{"\xff\xfea", "s", "\xff\xfeá"},
	} {
		if got := write(t, typist, c.before, c.keys); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.before, c.keys, got, c.want)
		}
	}
}

func TestBackspace(t *testing.T) {
	typist := &Typist{Engine: Engine{Telex, true}}
	text := write(t, typist, "", "windows")
	text = write(t, typist, cut(text, 7), "tieesngf")
	if text != "tiềng" {
		t.Errorf("%q", text)
	}
	if text = write(t, typist, cut(text, 2), "ns"); text != "tiến" {
		t.Errorf("%q", text)
	}
}

// Another input method writes whole letters; what it writes, and takes back, is not written again.
func TestOtherMethod(t *testing.T) {
	typist := &Typist{Engine: Engine{Telex, true}}
	text := write(t, typist, "", "ti")
	text = write(t, typist, text, "ến")
	text = write(t, typist, cut(text, 2), "êns")
	if text = write(t, typist, text, " toois"); text != "tiêns tối" {
		t.Errorf("%q", text)
	}
}

func TestLeaving(t *testing.T) {
	typist := &Typist{Engine: Engine{Telex, true}}
	text := write(t, typist, "", "a user")
	if replace, with := typist.Type(text, 0); cut(text, replace)+with != "a user" {
		t.Errorf("%q: %d, %q", text, replace, with)
	}
	if replace, with := typist.Type("a user", 0); replace != 0 || with != "" {
		t.Errorf("twice: %d, %q", replace, with)
	}
	off := &Typist{}
	if text := write(t, off, "", "tieengs 1a"); text != "tieengs 1a" {
		t.Errorf("off: %q", text)
	}
}

func FuzzType(f *testing.F) {
	f.Add("học ", "tieengs", true)
	f.Add("\xff", "a\x00s", false)
	f.Add("www.as", "1a6", true)
	f.Fuzz(func(t *testing.T, before, keys string, telex bool) {
		method := VNI
		if telex {
			method = Telex
		}
		typist := &Typist{Engine: Engine{Method: method}}
		text := before
		for _, key := range keys {
			word := strings.TrimRightFunc(text, typist.isKey)
			replace, with := typist.Type(text, key)
			if replace > utf8.RuneCountInString(text[len(word):]) {
				t.Fatalf("%q %q: replaces %d runes", text, key, replace)
			}
			if text = cut(text, replace) + with; !strings.HasPrefix(text, word) {
				t.Fatalf("%q is no more before %q", word, text)
			}
		}
		if n := utf8.RuneCountInString(text); n > utf8.RuneCountInString(before)+utf8.RuneCountInString(keys) {
			t.Fatalf("%q and %q make more letters: %q", before, keys, text)
		}
	})
}

func BenchmarkType(b *testing.B) {
	before := strings.Repeat("Kính thưa quý vị đại biểu, ", 400)
	typist := &Typist{Engine: Engine{Method: Telex}}
	keys := []rune("nguyeenx vawn hocj process ")
	b.ReportAllocs()
	text := before
	for i := range b.N {
		if i%len(keys) == 0 {
			text = before
		}
		replace, with := typist.Type(text, keys[i%len(keys)])
		text = cut(text, replace) + with
	}
}
