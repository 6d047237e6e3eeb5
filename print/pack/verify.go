package pack

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strconv"
	"strings"

	"tiengtrong/print"
	"tiengtrong/print/pdf/conform"
)

// Finding is one thing that is wrong with a package.
type Finding struct {
	Code string            `json:"code"`           // the phrase "pack.CODE" tells it, with {file} and the holes of Args
	File string            `json:"file,omitempty"` // in the package
	Args map[string]string `json:"args,omitempty"`
}

// Report is what Verify found.
type Report struct {
	Ticket   print.Ticket `json:"ticket"`
	Files    int          `json:"files"` // whose sums were checked
	Findings []Finding    `json:"findings"`
}

// Unreadable says that a file is no package at all, or arrived cut off.
type Unreadable struct {
	Path   string
	Reason string // "cut", "foreign", "newer" or "too-large": the phrase "pack.unreadable-REASON" tells it
	Err    error
}

// Error describes the failure for a log.
func (u *Unreadable) Error() string {
	return fmt.Sprintf("read package %s: %s: %v", u.Path, u.Reason, u.Err)
}

// Unwrap returns the cause.
func (u *Unreadable) Unwrap() error { return u.Err }

// The limits that keep a hostile package from taking all memory or time.
const (
	maxEntries = 4000
	maxFile    = 512 << 20 // 100,000 certificates take a third
	maxTotal   = 2 << 30
	maxText    = 16 << 20 // tickets and sums
)

// Verify reads a package and tells what is wrong with it: files that are missing, changed or too many, and files that are
// not what the order says. What is no package is an *Unreadable error.
func Verify(ctx context.Context, name string) (Report, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		reason := "foreign"
		if errors.Is(err, zip.ErrFormat) || errors.Is(err, io.ErrUnexpectedEOF) {
			reason = cutOrForeign(name)
		}
		return Report{}, &Unreadable{name, reason, err}
	}
	defer z.Close()
	v := &verifier{ctx: ctx, files: map[string]*zip.File{}, sums: map[string]string{}, report: Report{Findings: []Finding{}}}
	if err := v.open(name, &z.Reader); err != nil {
		return Report{}, err
	}
	if err := v.readTicket(name); err != nil {
		return Report{}, err
	}
	v.checkSums()
	v.checkOrder()
	seen := map[string]bool{}
	for _, p := range v.report.Ticket.Pieces {
		if seen[p.File] {
			v.find("twice", p.File)
			continue
		}
		seen[p.File] = true
		v.checkPiece(p)
	}
	return v.report, ctx.Err()
}

// verifier is a package being verified.
type verifier struct {
	ctx    context.Context
	files  map[string]*zip.File
	sums   map[string]string // of the files that are as SHA256SUMS says
	report Report
}

func (v *verifier) find(code, file string, pairs ...string) {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	v.report.Findings = append(v.report.Findings, Finding{code, file, args})
}

// open lists the files, and refuses what would be too much to read.
func (v *verifier) open(name string, z *zip.Reader) error {
	total := uint64(0)
	for _, f := range z.File {
		total += f.UncompressedSize64
		if len(z.File) > maxEntries || f.UncompressedSize64 > maxFile || total > maxTotal {
			return &Unreadable{name, "too-large", fmt.Errorf("%d files, %d bytes or more", len(z.File), total)}
		}
		switch {
		case strings.HasSuffix(f.Name, "/"):
		case path.Clean(f.Name) != f.Name || path.IsAbs(f.Name) || strings.HasPrefix(f.Name, "..") || strings.ContainsAny(f.Name, "\\:"):
			v.find("odd-name", f.Name)
		case v.files[f.Name] != nil:
			v.find("twice", f.Name)
		default:
			v.files[f.Name] = f
		}
	}
	if v.files[ticketJSON] == nil && v.files[sumsFile] == nil {
		return &Unreadable{name, "foreign", errors.New("neither a ticket nor sums")}
	}
	return nil
}

// content reads a file of no more than a size.
func (v *verifier) content(name string, most uint64) ([]byte, error) {
	f := v.files[name]
	if f == nil {
		return nil, errors.New("it is missing")
	}
	if f.UncompressedSize64 > most {
		return nil, errors.New("it is too large")
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, int64(most)))
}

func (v *verifier) readTicket(name string) error {
	data, err := v.content(ticketJSON, maxText)
	if err != nil {
		v.find("no-ticket", ticketJSON)
		return nil
	}
	t := &v.report.Ticket
	if err := json.Unmarshal(data, t); err != nil {
		*t = print.Ticket{} // what was read of it is worth nothing
		v.find("no-ticket", ticketJSON)
		return nil
	}
	if t.Format != print.TicketFormat {
		return &Unreadable{name, "newer", fmt.Errorf("format %q", t.Format)}
	}
	return nil
}

// checkSums holds every file against its sum.
func (v *verifier) checkSums() {
	data, err := v.content(sumsFile, maxText)
	if err != nil {
		v.find("no-sums", sumsFile)
		return
	}
	known := map[string]bool{sumsFile: true}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok || known[name] {
			v.find("no-sums", sumsFile)
			return
		}
		known[name] = true
		v.checkSum(name, sum)
	}
	for name := range sorted(v.files) {
		if !known[name] {
			v.find("unknown-file", name)
		}
	}
}

func (v *verifier) checkSum(name, want string) {
	f := v.files[name]
	if f == nil {
		v.find("missing", name)
		return
	}
	if v.ctx.Err() != nil {
		return
	}
	v.report.Files++
	in, err := f.Open()
	if err != nil {
		v.find("changed", name)
		return
	}
	defer in.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(in, maxFile))
	if err != nil || uint64(n) != f.UncompressedSize64 || hex.EncodeToString(sum.Sum(nil)) != want {
		v.find("changed", name)
		return
	}
	v.sums[name] = want
}

// checkPiece holds a file against what the order says of it.
func (v *verifier) checkPiece(p print.TicketPiece) {
	v.checkSame(p.Preview, p.Picture)
	v.checkSame(p.File, p.SHA256)
	if v.files[p.File] == nil || v.ctx.Err() != nil {
		return
	}
	data, err := v.content(p.File, maxFile)
	if err != nil {
		return // checkSum has told it
	}
	file, err := conform.Read(data)
	if err != nil {
		v.find("no-pdf", p.File)
		return
	}
	v.checkScale(p)
	v.checkPages(p, file.Pages())
	if t := v.report.Ticket; file.Condition() != t.Condition {
		v.find("other-condition", p.File, "actual", file.Condition(), "wanted", t.Condition)
	}
	v.checkStandard(p.File, file)
}

// checkSame finds a file that is missing, or not the one that was ordered.
func (v *verifier) checkSame(name, sum string) {
	if v.files[name] == nil {
		v.find("missing", name)
	} else if is, sound := v.sums[name]; sound && is != sum {
		v.find("other-file", name)
	}
}

// largestPageMM is the longest page of a PDF file: 14,400 units of 1/72 inch (ISO 32000-1, annex C.2).
const largestPageMM = 5080

// checkScale finds a scale that the file's name doesn't tell, or that makes pages too large.
func (v *verifier) checkScale(p print.TicketPiece) {
	named := strings.Contains(p.File, "-ti-le-1-"+strconv.Itoa(p.Scale)+".pdf")
	if p.Scale < 1 || named != (p.Scale > 1) || p.Scale == 1 && strings.Contains(p.File, "-ti-le-") {
		v.find("scale", p.File, "scale", strconv.Itoa(p.Scale))
	} else if max(p.WidthMM, p.HeightMM)/float64(p.Scale) > largestPageMM {
		v.find("scale", p.File, "scale", strconv.Itoa(p.Scale))
	}
}

// pageToleranceMM is how far a page may be off: a tenth of a millimetre.
const pageToleranceMM = 0.1

// checkPages finds pages that are too many, of another size or without the bleed.
func (v *verifier) checkPages(p print.TicketPiece, pages []conform.Page) {
	if len(pages) != p.Pages {
		v.find("pages", p.File, "actual", strconv.Itoa(len(pages)), "wanted", strconv.Itoa(p.Pages))
	}
	scale := float64(max(p.Scale, 1))
	for i, page := range pages {
		w, h := mm(page.Trim[2]-page.Trim[0]), mm(page.Trim[3]-page.Trim[1])
		if math.Abs(w-p.WidthMM/scale) > pageToleranceMM || math.Abs(h-p.HeightMM/scale) > pageToleranceMM {
			v.find("size", p.File, "page", strconv.Itoa(i+1), "actual", size(w*scale, h*scale), "wanted", size(p.WidthMM, p.HeightMM))
			return
		}
		bleed := min(page.Trim[0]-page.Bleed[0], page.Trim[1]-page.Bleed[1], page.Bleed[2]-page.Trim[2], page.Bleed[3]-page.Trim[3])
		if got := mm(bleed); math.Abs(got-p.BleedMM) > pageToleranceMM {
			v.find("bleed", p.File, "page", strconv.Itoa(i+1), "actual", decimal(got), "wanted", decimal(p.BleedMM))
			return
		}
	}
}

func mm(points float64) float64 { return float64(print.Pt(points).MM()) }

func decimal(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

func size(w, h float64) string { return decimal(w) + " × " + decimal(h) }

// maxDetails is how many findings about one file are told.
const maxDetails = 5

func (v *verifier) checkStandard(name string, file *conform.File) {
	found := file.Check(conform.X4)
	for i, f := range found {
		if i == maxDetails {
			v.find("more", name, "count", strconv.Itoa(len(found)-maxDetails))
			return
		}
		place, number := f.Place()
		v.find("x4-"+f.Rule, name, "place", place, "number", number, "what", f.What, "clause", f.Clause)
	}
}
