package seal

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/quick"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app"
)

const certified = "GIẤY KHEN\nTrường Tiểu học Lê Hồng Phong\nH'Hen Niê\nLớp 5A1\nHọc sinh Xuất sắc\nSố 012/GK-THLHP"

const school = "Trường Tiểu học Lê Hồng Phong"

func newKey(t *testing.T, s Store) (*Ring, *Secret) {
	t.Helper()
	ring, err := s.Rotate(school, "2025-10-01")
	if err != nil {
		t.Fatal(err)
	}
	secret, err := s.Signer(school)
	if err != nil {
		t.Fatal(err)
	}
	return ring, secret
}

func TestASealedTextIsGenuineHoweverItsLinesAreBroken(t *testing.T) {
	ring, secret := newKey(t, Store(t.TempDir()))
	whole := secret.Sign(certified)
	for name, text := range map[string]string{
		"as it is":        whole,
		"in one line":     strings.ReplaceAll(whole, "\n", " "),
		"of Windows":      strings.ReplaceAll(whole, "\n", "\r\n"),
		"decomposed":      norm.NFD.String(whole),
		"with space":      "\n " + whole + " \n",
		"with more lines": strings.ReplaceAll(whole, "\n", "\n\n"),
	} {
		if v := Verify(text, ring); v.State != Genuine || v.School != school {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestEveryChangedLetterIsSeen(t *testing.T) {
	ring, secret := newKey(t, Store(t.TempDir()))
	whole := []rune(secret.Sign(certified))
	for i, r := range whole {
		if r == ' ' || r == '\n' {
			continue
		}
		changed := append([]rune(nil), whole...)
		if changed[i] = 'x'; r == 'x' {
			changed[i] = 'y'
		}
		if v := Verify(string(changed), ring); v.State == Genuine {
			t.Errorf("letter %d, %q, can be changed to %q", i, r, changed[i])
		}
	}
}

func TestAnyTextCanBeSealed(t *testing.T) {
	ring, secret := newKey(t, Store(t.TempDir()))
	genuine := func(text string) bool {
		text = strings.ToValidUTF8(text, "?")
		return Verify(secret.Sign(text), ring).State == Genuine
	}
	if err := quick.Check(genuine, nil); err != nil {
		t.Error(err)
	}
}

func TestVerdicts(t *testing.T) {
	store := Store(t.TempDir())
	_, first := newKey(t, store)
	old, stolen := first.Sign(certified), first.Sign("GIẤY KHEN\nviết bằng khóa bị lộ")
	ring, second := newKey(t, store)
	fresh := second.Sign(certified)

	if v := Verify(old, ring); v.State != Genuine {
		t.Error("a new key makes what the old one signed", v.State)
	}
	if err := ring.Revoke(first.ID, Act{"2025-11-01", "mất máy"}, []string{old, fresh}); err != nil {
		t.Fatal(err)
	}
	ring.Withdraw(fresh, Act{"2025-11-02", "trao nhầm"})
	_, stranger := newKey(t, Store(t.TempDir()))
	for _, c := range []struct {
		name, text string
		want       State
	}{
		{"in the register when its key was revoked", old, Genuine},
		{"not in the register then", stolen, Revoked},
		{"withdrawn", fresh, Void},
		{"of a stranger", stranger.Sign(certified), UnknownKey},
		{"without a seal", certified, NoSeal},
		{"a part of a seal", old[:len(old)-3], NoSeal},
		{"with the seal of another text", certified + "!" + old[strings.LastIndex(old, "\n"):], Altered},
		{"empty", "", NoSeal},
	} {
		if v := Verify(c.text, ring); v.State != c.want {
			t.Errorf("%s: %s, want %s", c.name, v.State, c.want)
		}
	}
	if v := Verify(fresh, ring); v.Note == nil || v.Note.Reason != "trao nhầm" {
		t.Error("the reason is not told:", v.Note)
	}
}

func TestAKeyIsKeptFromOthersAndOnlyTheRingIsPublic(t *testing.T) {
	dir := t.TempDir()
	_, secret := newKey(t, Store(dir))
	info, err := os.Stat(filepath.Join(dir, secret.ID+".key"))
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error("others can read the key:", info.Mode())
	}
	key, _ := os.ReadFile(filepath.Join(dir, secret.ID+".key"))
	rings, _ := filepath.Glob(filepath.Join(dir, "*.json"))
	public, _ := os.ReadFile(rings[0])
	if strings.Contains(string(public), strings.TrimSpace(string(key))) {
		t.Error("the public list holds the secret")
	}
}

func TestALostKeyLosesNoCertificate(t *testing.T) {
	dir := t.TempDir()
	store := Store(dir)
	_, secret := newKey(t, store)
	whole := secret.Sign(certified)
	os.Remove(filepath.Join(dir, secret.ID+".key"))
	if _, err := store.Signer(school); !errors.Is(err, ErrLostSecret) {
		t.Fatal(err)
	}
	ring, _ := newKey(t, store)
	if v := Verify(whole, ring); v.State != Genuine {
		t.Error(v.State)
	}
}

// TestASheetThatIsMadeAgainWithdrawsTheOneBefore holds also on a machine that has lost the secret.
func TestASheetThatIsMadeAgainWithdrawsTheOneBefore(t *testing.T) {
	store := Store(t.TempDir())
	_, secret := newKey(t, store)
	roster := app.NewRoster("")
	roster.Recipients = []*app.Recipient{{ID: app.NewID(), Name: "Nguyễn Văn An"}}
	e := &app.Event{School: app.School{Name: school}, Rosters: []*app.Roster{roster}}
	cert := app.NewCertificate("Giấy khen")
	cert.RosterID, cert.Code = roster.ID, true
	e.Certificates = []app.Certificate{cert}
	if _, err := e.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	if done, err := store.SignRegister(e); done.Signed != 1 || done.Void != 0 || err != nil {
		t.Fatal(done, err)
	}
	before := e.Entries()[0].Sealed
	e.EditRoster(roster.ID, func(r *app.Roster) { r.Recipients[0].Name = "Nguyễn Văn Anh" })
	if err := e.Reprint(e.Entries()[0].Number, "sai tên", app.Date{Year: 2025, Month: 10, Day: 3}); err != nil {
		t.Fatal(err)
	}
	os.Remove(store.secretPath(secret.ID))
	done, err := store.SignRegister(e)
	if done.Void != 1 || !errors.Is(err, ErrLostSecret) {
		t.Error(done, err)
	}
	ring, err := store.Ring(school)
	if v := Verify(before, ring); err != nil || v.State != Genuine {
		t.Errorf("the list is told before the event can be saved: %+v %v", v, err)
	}
	if err := done.Note(); err != nil {
		t.Fatal(err)
	}
	ring, err = store.Ring(school)
	if err != nil {
		t.Fatal(err)
	}
	if v := Verify(before, ring); v.State != Void || v.Note.Reason != "sai tên" {
		t.Errorf("%+v", v)
	}
}

func TestNoSchoolGetsTheKeysOfAnother(t *testing.T) {
	store := Store(t.TempDir())
	newKey(t, store)
	if _, err := store.Rotate("Trường Tiểu học Lê Hồng Phọng", "2025-10-01"); !errors.Is(err, ErrOtherName) {
		t.Error(err)
	}
	if r, err := store.Ring(strings.ToUpper(school)); err != nil || len(r.Keys) != 1 {
		t.Error("in capitals:", err)
	}
}

func TestABackupBringsTheKeysToAnotherMachine(t *testing.T) {
	here, there := Store(t.TempDir()), Store(t.TempDir())
	_, secret := newKey(t, here)
	data, err := here.Backup(school, "trống trường 2025")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "public") {
		t.Error("a backup can be read without its passphrase")
	}
	if _, err := there.Restore(data, "trống trường 2026"); !errors.Is(err, ErrWrongPassphrase) {
		t.Error(err)
	}
	if _, err := there.Restore(data, "trống trường 2025"); err != nil {
		t.Fatal(err)
	}
	again, err := there.Signer(school)
	if err != nil || again.Sign("a") != secret.Sign("a") {
		t.Error("another key came back", err)
	}
}

func TestABackupTakesNothingBack(t *testing.T) {
	store := Store(t.TempDir())
	_, first := newKey(t, store)
	data, _ := store.Backup(school, "trống trường 2025")
	ring, second := newKey(t, store)
	if err := ring.Revoke(first.ID, Act{"2025-11-01", "mất máy"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := store.Save(ring); err != nil {
		t.Fatal(err)
	}
	ring, err := store.Restore(data, "trống trường 2025")
	if err != nil {
		t.Fatal(err)
	}
	if ring.Current().ID != second.ID || ring.Key(first.ID).Revoked == nil {
		t.Errorf("%+v", ring.Keys)
	}
}

func TestWhatIsNoBackupOrRingIsRefused(t *testing.T) {
	store := Store(t.TempDir())
	ring, _ := newKey(t, store)
	if _, err := store.Backup(school, "ngắn"); !errors.Is(err, ErrShortPassphrase) {
		t.Error(err)
	}
	if _, err := store.Backup("Trường khác", "trống trường 2025"); !errors.Is(err, ErrNoKey) {
		t.Error(err)
	}
	if _, err := store.Restore([]byte("{}"), "trống trường 2025"); !errors.Is(err, ErrNotBackup) {
		t.Error(err)
	}
	ring.Keys[0].Public[0] ^= 1
	data, _ := json.Marshal(ring)
	if _, err := ReadRing(data); err == nil {
		t.Error("a ring with another key under an old name was read")
	}
}

func FuzzVerify(f *testing.F) {
	store := Store(f.TempDir())
	ring, err := store.Rotate(school, "2025-10-01")
	if err != nil {
		f.Fatal(err)
	}
	secret, _ := store.Signer(school)
	whole := secret.Sign(certified)
	f.Add(whole)
	f.Add("tt1.A.B")
	f.Fuzz(func(t *testing.T, text string) {
		v := Verify(text, ring)
		if v.State == Genuine && string(canonical(v.Text)) != string(canonical(certified)) {
			t.Errorf("%q passes for genuine", text)
		}
	})
}
