//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/print/pdf/pdftest"
)

// TestShardsUnderParallel has GNU parallel print the sample's certificates in seven parts, as machines would, and
// compares them with the whole.
func TestShardsUnderParallel(t *testing.T) {
	path, whole, parts := sampleFile(t), t.TempDir(), t.TempDir()
	bin := filepath.Join(t.TempDir(), "tiengtrong")
	if out, err := exec.Command("go", "build", "-tags", "nogui", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	pdftest.Tool(t, "parallel", "--will-cite", "--halt", "now,fail=1", bin, "export", path, "--out", parts,
		"--what", "certificates", "--shard", "{}/7", ":::", "1", "2", "3", "4", "5", "6", "7")
	if _, stderr, code := run(t, "export", path, "--out", whole, "--what", "certificates"); code != 0 {
		t.Fatal(stderr)
	}
	want, _ := filepath.Glob(filepath.Join(whole, "*.pdf"))
	shards, _ := filepath.Glob(filepath.Join(parts, "*-phan-[1-7]-tren-7.pdf"))
	if len(want) != 1 || len(shards) != 7 {
		t.Fatalf("%q and %q", want, shards)
	}
	slices.Sort(shards)
	var text strings.Builder
	for i, shard := range shards {
		pdftest.Check(t, shard)
		if n := pdftest.Pages(t, shard); n != (i+1)*412/7-i*412/7 {
			t.Errorf("%s has %d pages", shard, n)
		}
		text.WriteString(pdftest.Text(t, shard))
	}
	if text.String() != pdftest.Text(t, want[0]) {
		t.Error("the shards, one after the other, don't say what the whole says")
	}
}

func TestAShardThatIsNone(t *testing.T) {
	path := sampleFile(t)
	for _, bad := range []string{"0/3", "4/3", "3", "a/b", "1/", "1/2/3", "-1/2", "1/100000"} {
		if _, stderr, code := run(t, "export", path, "--out", t.TempDir(), "--shard", bad); code != 1 || !strings.Contains(stderr, bad) {
			t.Errorf("%s: %d %s", bad, code, stderr)
		}
	}
}
