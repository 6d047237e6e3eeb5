package export

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
)

// Progress is told how many of all pages are done, and of which piece the next one is.
type Progress func(done, total int, name string)

// Run exports what the plan says. The files appear in the folder together, when all are complete; after an
// error or a cancelled context none does. Errors of the proof stop it with a *BlockedError, unless the plan
// says Force; the Result tells the problems all the same.
func Run(ctx context.Context, plan Plan, progress Progress) (Result, error) {
	if err := plan.check(); err != nil {
		return Result{}, err
	}
	p := newProof(plan)
	if err := p.read(ctx, unmerged(plan.Event), plan.Studio); err != nil {
		return Result{Problems: p.found}, err
	}
	paper := paperworkJobs(plan)
	p.paperwork(paper)
	if !plan.Force && CountErrors(p.found) > 0 {
		return blocked(ctx, plan)
	}
	files, err := write(ctx, plan, paper, p, progress)
	if errors.Is(err, errProof) {
		return blocked(ctx, plan)
	}
	if isOfSystem(err) {
		err = &FolderError{plan.Dir, err}
	}
	return Result{files, p.found}, err
}

// errProof stops the writing of certificates when one has an error.
var errProof = errors.New("there is an error in the proof")

// blocked tells all that stands in the way of an export.
func blocked(ctx context.Context, plan Plan) (Result, error) {
	problems, err := ProofOf(ctx, plan)
	if err == nil {
		err = &BlockedError{problems}
	}
	return Result{Problems: problems}, err
}

// isOfSystem tells a refusal of the operating system from an error of our own and from a cancelled context.
func isOfSystem(err error) bool {
	path, link := (*fs.PathError)(nil), (*os.LinkError)(nil)
	return errors.As(err, &path) || errors.As(err, &link)
}

// write writes all files aside, in the folder that they are for, and moves them in place. The paperwork is laid out.
func write(ctx context.Context, plan Plan, paper []job, p *proof, progress Progress) (files []File, err error) {
	if _, missing := os.Stat(plan.Dir); missing != nil {
		defer func() {
			if err != nil {
				os.Remove(plan.Dir) // it was made here, and is empty
			}
		}()
	}
	if err := os.MkdirAll(plan.Dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	aside, err := Aside(plan.Dir)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(aside)
	w := writer{ctx: ctx, plan: plan, proof: p, aside: aside, progress: progress}
	list, err := jobs(plan, paper)
	if err == nil {
		err = w.all(list)
	}
	if err == nil && plan.Ready != nil {
		err = plan.Ready()
	}
	if err != nil {
		return nil, err
	}
	return w.publish()
}

// writer writes the files of one export aside.
type writer struct {
	ctx         context.Context
	plan        Plan
	proof       *proof
	aside       string
	progress    Progress
	done, total int
	files       []File // their paths are relative to the folder
}

func (w *writer) all(list []job) error {
	for _, j := range list {
		w.total += j.count
	}
	for _, j := range list {
		write := w.pdf
		switch {
		case j.write != nil:
			write = w.plain
		case w.plan.For == Screen:
			write = w.pngs
		}
		if err := write(j); err != nil {
			return fmt.Errorf("%s: %w", j.title, err)
		}
	}
	return w.ctx.Err()
}

// step reports that one more page is being made, and stops when the export was cancelled or the page has an error.
func (w *writer) step(j job, laid print.Laid) error {
	w.proof.add(laid.Problems)
	if !w.plan.Force && CountErrors(laid.Problems) > 0 {
		return errProof
	}
	if w.progress != nil {
		w.progress(w.done, w.total, j.title)
	}
	w.done++
	return w.ctx.Err()
}

// pdf writes a job as one file, or each of its pages as a file of its own.
func (w *writer) pdf(j job) error {
	if j.names != nil {
		return w.singles(j)
	}
	return w.pdfFile(j, j.name, cmp.Or(strings.TrimSpace(j.title), j.name), j.count, j.pages(w.ctx), nil)
}

// singles writes each page of a job as a file of its own.
func (w *writer) singles(j job) error {
	i, cuts := 0, &pdf.Cuts{}
	for laid := range j.pages(w.ctx) {
		one := func(yield func(print.Laid) bool) { yield(laid) }
		if err := w.pdfFile(j, filepath.Join(j.name, j.names[i]), path.Base(j.names[i]), 1, one, cuts); err != nil {
			return err
		}
		i++
	}
	return w.ctx.Err()
}

// pdfFile writes a file with the pages; it shares cuts with others where they are given.
func (w *writer) pdfFile(j job, name, title string, count int, pages iter.Seq[print.Laid], cuts *pdf.Cuts) error {
	file := File{Path: name + ".pdf", Kind: j.kind, ID: j.id, Pages: count, Detail: j.detail}
	meta := pdf.Meta{Title: title, Author: w.plan.Event.School.Name, Subject: w.plan.Event.Title, Lang: "vi", Created: time.Now(),
		Standard: standard(j.kind, w.plan.For), Condition: w.plan.Studio.Condition, Cuts: cuts}
	err := w.create(file.Path, func(out io.Writer) error {
		return pdf.Write(w.ctx, out, meta, w.pages(j, pages, &file))
	})
	w.files = append(w.files, file)
	return err
}

// plain writes a file that has no pages.
func (w *writer) plain(j job) error {
	if err := w.step(j, print.Laid{}); err != nil {
		return err
	}
	w.files = append(w.files, File{Path: j.name, Kind: j.kind})
	return w.create(j.name, j.write)
}

// standard is what a file has to keep: what goes to a print shop is PDF/X-4, and what a school keeps for its archive
// PDF/A-2b.
func standard(kind Kind, use Use) pdf.Standard {
	switch {
	case use == Shop:
		return pdf.X4
	case slices.Contains(Archived(), kind):
		return pdf.A2b
	}
	return pdf.None
}

// pages hands out the pages of a file, and notes the size of the first.
func (w *writer) pages(j job, pages iter.Seq[print.Laid], file *File) iter.Seq2[*print.Page, error] {
	return func(yield func(*print.Page, error) bool) {
		var curves print.Outliner
		for laid := range pages {
			if file.Scale == 0 {
				file.measure(laid.Page)
			}
			page := laid.Page
			if w.plan.Options.Outline {
				page = curves.Page(page)
			}
			if !yield(page, w.step(j, laid)) {
				return
			}
		}
	}
}

func (f *File) measure(p *print.Page) {
	f.WidthMM, f.HeightMM, f.Scale = float64(p.Trim.W), float64(p.Trim.H), max(p.Scale, 1)
	f.BleedMM = float64(min(p.Bleed.Top, p.Bleed.Right, p.Bleed.Bottom, p.Bleed.Left))
}

// create writes one file aside.
func (w *writer) create(name string, write func(io.Writer) error) error {
	path := filepath.Join(w.aside, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<18)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// publish moves the files that are complete into the folder, after a look that nothing stands in the way of any.
func (w *writer) publish() ([]File, error) {
	for _, f := range w.files {
		to := filepath.Join(w.plan.Dir, f.Path)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return nil, fmt.Errorf("put the files in place: %w", err)
		}
		if info, err := os.Stat(to); err == nil && info.IsDir() {
			return nil, fmt.Errorf("put the files in place: %w", &fs.PathError{Op: "rename", Path: to, Err: syscall.EISDIR})
		}
	}
	for i := range w.files {
		from := filepath.Join(w.aside, w.files[i].Path)
		w.files[i].Path = filepath.Join(w.plan.Dir, w.files[i].Path)
		if err := os.Rename(from, w.files[i].Path); err != nil {
			return nil, fmt.Errorf("put the files in place: %w", err)
		}
	}
	return w.files, nil
}
