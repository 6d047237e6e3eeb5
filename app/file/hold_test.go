package file

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// holdingName names the file that the test's other self holds until it is killed.
const holdingName = "TIENGTRONG_TEST_HOLDING"

func TestHoldLastsAsLongAsItsProgram(t *testing.T) {
	if name := os.Getenv(holdingName); name != "" {
		if _, err := HoldFile(name); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("held\n")
		io.Copy(io.Discard, os.Stdin) // until it is killed
	}
	name := filepath.Join(t.TempDir(), "folder", "held")
	other := exec.Command(os.Args[0], "-test.run", "^TestHoldLastsAsLongAsItsProgram$")
	other.Env = append(os.Environ(), holdingName+"="+name)
	in, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other program said %q: %v", line, err)
	}
	if _, err := HoldFile(name); !errors.Is(err, ErrHeld) {
		t.Errorf("while the other program runs: %v", err)
	}
	other.Process.Kill()
	other.Wait()
	hold, err := HoldFile(name)
	if err != nil {
		t.Fatalf("after it was killed: %v", err)
	}
	if _, err := HoldFile(name); !errors.Is(err, ErrHeld) {
		t.Errorf("twice in one program: %v", err)
	}
	hold.Release()
	if _, err := os.Stat(name); err == nil {
		t.Error("a released file lies around")
	}
}

func TestProgramsKeepTheirCopiesApart(t *testing.T) {
	root := RecoveryFolder(t.TempDir())
	begin := func() (RecoveryFolder, *Hold) {
		t.Helper()
		own, hold, err := root.Begin()
		if err != nil {
			t.Fatal(err)
		}
		return own, hold
	}
	e := sample()
	if err := (&Copier{Folder: root}).Keep(e, "trước đây.trong"); err != nil { // by a program from before there were folders
		t.Fatal(err)
	}
	first, held := begin()
	if found := first.List(); len(found) != 1 {
		t.Fatalf("the first program finds %d copies", len(found))
	}
	second, heldToo := begin()
	if found := second.List(); len(found) != 0 || second == first {
		t.Errorf("beside a program that runs, the second finds %d copies in %s", len(found), second)
	}
	if err := (&Copier{Folder: second}).Keep(e, "của chương trình thứ hai.trong"); err != nil { // the same event
		t.Fatal(err)
	}
	heldToo.Release() // as after a crash
	third, heldAgain := begin()
	if found := third.List(); len(found) != 1 || found[0].Path != "của chương trình thứ hai.trong" {
		t.Errorf("after a crash the third finds %+v", found)
	}
	held.Release()
	heldAgain.Release()
	last, _ := begin()
	if found := last.List(); len(found) != 1 {
		t.Fatalf("of one event %d copies are offered at once", len(found))
	}
	if err := last.Drop(e.ID); err != nil {
		t.Fatal(err)
	}
	fourth, _ := begin()
	if found := fourth.List(); len(found) != 1 {
		t.Errorf("the other copy of the event is not offered later: %d", len(found))
	}
}

func TestHoldEventKnowsItsFile(t *testing.T) {
	dir, holds := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "tuan-le.trong")
	if err := Save(path, sample()); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.trong")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	hold, err := HoldEvent(holds, path)
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Release()
	for name, want := range map[string]error{path: ErrHeld, link: ErrHeld, filepath.Join(dir, "other.trong"): nil} {
		h, err := HoldEvent(holds, name)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
		h.Release()
	}
}

func TestStampTellsVersionsApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tuan-le.trong")
	if StampOf(path) != (Stamp{}) {
		t.Error("no file has a stamp")
	}
	e := sample()
	if err := Save(path, e); err != nil {
		t.Fatal(err)
	}
	before := StampOf(path)
	e.Title += " (sửa)"
	if err := Save(path, e); err != nil {
		t.Fatal(err)
	}
	if now := StampOf(path); now == before || now == (Stamp{}) {
		t.Errorf("the stamp is still %v", now)
	}
}

func TestCantWriteSaysWhy(t *testing.T) {
	dir := t.TempDir()
	err := Save(filepath.Join(dir, "gone", "tuan-le.trong"), sample())
	if f := (*Error)(nil); !errors.As(err, &f) || f.Code != NoFolder {
		t.Errorf("into a folder that is gone: %v", err)
	}
	if err := cantWrite("x", &os.PathError{Op: "write", Err: os.ErrPermission}); err.Code != ReadOnly {
		t.Errorf("without permission: %v", err.Code)
	}
	if full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		defer full.Close()
		_, err = full.WriteString("x")
		if got := cantWrite("x", err); got.Code != DiskFull {
			t.Errorf("onto a full disk: %v", got)
		}
	}
}
