package export_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

func TestShardsAreTheWhole(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5} { // three certificates: some of five machines have nothing to do
		pages, others := 0, 0
		for i := range n {
			p := plan(t, export.Office)
			p.Shard = export.Shard{Part: i + 1, Parts: n}
			result, err := export.Run(context.Background(), p, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range result.Files {
				if f.Kind != export.Certificates {
					others++
					continue
				}
				pages += f.Pages
				if want := fmt.Sprintf("giay-khen-guong-sang-tu-hoc-phan-%d-tren-%d.pdf", i+1, n); filepath.Base(f.Path) != want {
					t.Errorf("%s, want %s", f.Path, want)
				}
			}
		}
		if pages != 3 || others != 4 {
			t.Errorf("%d shards have %d certificates and %d other pieces", n, pages, others)
		}
	}
}

func TestPicturesOfAShardKeepTheirNumbers(t *testing.T) {
	p := plan(t, export.Screen)
	p.What, p.Shard = []export.Kind{export.Certificates}, export.Shard{Part: 2, Parts: 2}
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range result.Files {
		got = append(got, filepath.Base(f.Path))
	}
	if !slices.Equal(got, []string{"0002.png", "0003.png"}) {
		t.Errorf("%q", got)
	}
}

// TestAnErrorOnPaperBlocksAMerge: what only layout finds is found while the file is being written.
func TestAnErrorOnPaperBlocksAMerge(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Certificates}
	r := *p.Event.Rosters[0].Recipients[2]
	r.Name = strings.Repeat("Nguyễn Thị Phương Thảo ", 20)
	p.Event.Rosters[0].Recipients[2] = &r
	p.Event.Certificates[0].Detail = "Học sinh lớp {lớp} {漢}" // of the design: it comes with the first page
	for _, shard := range []export.Shard{{}, {Part: 1, Parts: 3}, {Part: 3, Parts: 3}} {
		p.Shard = shard
		_, err := export.Run(context.Background(), p, nil)
		blocked := (*export.BlockedError)(nil)
		if !errors.As(err, &blocked) || len(names(t, p.Dir)) > 0 {
			t.Fatalf("%v; wrote %v", err, names(t, p.Dir))
		}
		if !slices.ContainsFunc(blocked.Problems, func(p app.Problem) bool { return p.Code == "name-too-long" }) {
			t.Errorf("shard %v: %v", shard, blocked.Problems)
		}
	}
	p.Force, p.Shard = true, export.Shard{}
	if result, err := export.Run(context.Background(), p, nil); err != nil || !result.Forced() {
		t.Errorf("forced: %v, %+v", err, result)
	}
}

// TestProofOfAnExport: the problems that an export tells are those of the proof, in its order.
func TestProofOfAnExport(t *testing.T) {
	p := plan(t, export.Office)
	p.Event.Certificates[0].Citation = "{nội dung} 漢字"
	p.Force = true
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := export.Proof(p.Event, p.Studio, p.What)
	if fmt.Sprint(result.Problems) != fmt.Sprint(want) || len(want) < 3 {
		t.Errorf("the export tells\n%v\nthe proof\n%v", result.Problems, want)
	}
}

// TestALargeMergeStopsAtOnce cancels in the middle of 100,000 certificates. It would take minutes to go on.
func TestALargeMergeStopsAtOnce(t *testing.T) {
	p := plan(t, export.Office)
	p.Event, p.What = crowd(100_000), []export.Kind{export.Certificates}
	ctx, cancel := context.WithCancel(context.Background())
	last := 0
	_, err := export.Run(ctx, p, func(done, _ int, _ string) {
		if last = done; done == 500 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || last > 600 || len(names(t, p.Dir)) > 0 {
		t.Errorf("%v after page %d; left %v", err, last, names(t, p.Dir))
	}
	ctx, cancel = context.WithCancel(context.Background())
	time.AfterFunc(time.Millisecond, cancel)
	if _, err := export.ProofContext(ctx, p.Event, p.Studio, p.What); !errors.Is(err, context.Canceled) {
		t.Errorf("the proof: %v", err)
	}
}
