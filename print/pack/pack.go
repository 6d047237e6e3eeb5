// Package pack writes the package that a school sends to its print shop: one zip with the files to be printed, small
// pictures of them, the order as a sheet of paper, as JSON and as XJDF, and the sums of all files. It also verifies, on the
// shop's machine, that a package is whole and that its files are what the order says.
package pack

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf"
	"tiengtrong/print/raster"
)

// The files of a package besides those to be printed.
const (
	ticketJSON = "job-ticket.json"
	ticketPDF  = "job-ticket.pdf"
	ticketXJDF = "job-ticket.xjdf"
	sumsFile   = "SHA256SUMS"
)

// Kinds are the pieces that a shop prints.
var Kinds = []export.Kind{export.Banners, export.Posters, export.Certificates}

// Result is what Write made.
type Result struct {
	Path     string
	Ticket   print.Ticket
	Problems []app.Problem
}

// Write writes the package of the plan's event into the plan's folder. It appears when it is complete, in the place of an
// older one; after an error or a cancelled context there is none. The proof stops it as it stops export.Run.
func Write(ctx context.Context, plan export.Plan, progress export.Progress) (Result, error) {
	plan.For, plan.Options = export.Shop, export.Options{Outline: plan.Options.Outline}
	if len(plan.What) == 0 {
		plan.What = Kinds
	}
	aside, err := export.Aside(os.TempDir())
	if err != nil {
		return Result{}, fmt.Errorf("write the package: %w", err)
	}
	defer os.RemoveAll(aside)
	to, ready := plan.Dir, plan.Ready
	plan.Dir, plan.Ready = aside, nil
	exported, err := export.Run(ctx, plan, progress)
	result := Result{Problems: exported.Problems}
	if err != nil {
		return result, err
	}
	if len(exported.Files) == 0 {
		return result, errors.New("write the package: there is nothing to print")
	}
	b := &bundle{plan: plan, created: time.Now(), sums: &bytes.Buffer{}}
	result.Path = filepath.Join(to, Name(plan.Event))
	err = atomically(result.Path, func(w io.Writer) error {
		err := b.write(ctx, w, exported.Files)
		if err == nil && ready != nil {
			err = ready()
		}
		return err
	})
	result.Ticket = b.ticket
	if err != nil {
		return result, &export.FolderError{Dir: to, Err: err}
	}
	return result, nil
}

// Name returns the name of an event's package.
func Name(e *app.Event) string { return "goi-nha-in-" + export.Slug(e.Title) + ".zip" }

// atomically writes a file aside and moves it into place.
func atomically(name string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	export.Sweep(filepath.Dir(name))
	f, err := export.AsideFile(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// bundle is a package being written.
type bundle struct {
	plan    export.Plan
	created time.Time
	ticket  print.Ticket
	zip     *zip.Writer
	sums    *bytes.Buffer
}

func (b *bundle) write(ctx context.Context, w io.Writer, files []export.File) error {
	b.zip = zip.NewWriter(w)
	e, shop := b.plan.Event, b.plan.Event.Printer()
	b.ticket = print.Ticket{
		Format: print.TicketFormat, Created: b.created.Format(time.RFC3339), Job: e.ID.String(), Event: b.plan.Studio.Printable(e.Title),
		School: b.plan.Studio.Printable(e.School.Name), Shop: shop.Name, Condition: b.plan.Studio.Condition.Identifier,
	}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.piece(f); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(f.Path), err)
		}
	}
	if err := b.tickets(ctx); err != nil {
		return err
	}
	out, err := b.create(sumsFile, zip.Deflate)
	if err == nil {
		_, err = out.Write(b.sums.Bytes())
	}
	if err != nil {
		return err
	}
	return b.zip.Close()
}

func (b *bundle) create(name string, method uint16) (io.Writer, error) {
	return b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: b.created})
}

// add writes a file into the zip, notes its sum and returns it.
func (b *bundle) add(name string, from io.Reader) (string, error) {
	method := zip.Deflate
	if ending := path.Ext(name); ending == ".pdf" || ending == ".png" {
		method = zip.Store // they are small already
	}
	out, err := b.create(name, method)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	if _, err := io.Copy(io.MultiWriter(out, hash), from); err != nil {
		return "", err
	}
	sum := hex.EncodeToString(hash.Sum(nil))
	fmt.Fprintf(b.sums, "%s  %s\n", sum, name)
	return sum, nil
}

// piece puts a file to be printed into the zip, with its picture, and orders it.
func (b *bundle) piece(f export.File) error {
	in, err := os.Open(f.Path)
	if err != nil {
		return err
	}
	defer in.Close()
	base := filepath.Base(f.Path)
	p := print.TicketPiece{
		File: "pdf/" + base, Preview: "xem-truoc/" + strings.TrimSuffix(base, ".pdf") + ".png", Kind: string(f.Kind), Scale: f.Scale,
		WidthMM: tenth(f.WidthMM * float64(f.Scale)), HeightMM: tenth(f.HeightMM * float64(f.Scale)), BleedMM: tenth(f.BleedMM), Pages: f.Pages, Copies: 1,
	}
	page, price := b.order(f, &p)
	picture, err := preview(page, previewPixels)
	if err != nil {
		return err
	}
	var data bytes.Buffer
	if err := png.Encode(&data, picture); err != nil {
		return err
	}
	if p.SHA256, err = b.add(p.File, in); err != nil {
		return err
	}
	if p.Picture, err = b.add(p.Preview, &data); err != nil {
		return err
	}
	if picture, err = preview(page, thumbPixels); err != nil {
		return err
	}
	p.Thumb = b.plan.Studio.Condition.Separate(picture, nil)
	b.ticket.Add(p, price)
	return nil
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

// order tells what is ordered with a file, and returns the piece's layout and the price of a square metre.
func (b *bundle) order(f export.File, p *print.TicketPiece) (*print.Page, float64) {
	e, studio := b.plan.Event, b.plan.Studio
	switch f.Kind {
	case export.Banners:
		v := app.Find(e.Banners, f.ID)
		page, _ := studio.Banner(e, *v)
		return page, b.finished(v.Piece, *v, page, p)
	case export.Posters:
		v := app.Find(e.Posters, f.ID)
		page, _ := studio.Poster(e, *v)
		return page, b.finished(v.Piece, *v, page, p)
	}
	v := app.Find(e.Certificates, f.ID)
	batch := studio.Certificates(e, *v)
	page, _ := batch.Page(0)
	p.Name, p.Finishing = studio.Printable(v.Name), []string{"in 1 mặt", "cắt sát khổ"}
	return page, b.material(app.SheetPaper, p)
}

// finished tells how a banner or a poster is finished, and returns the price of a square metre.
func (b *bundle) finished(piece app.Piece, made print.Finished, page *print.Page, p *print.TicketPiece) float64 {
	finishing, _ := b.plan.Studio.Finishing(b.plan.Event, made, page)
	p.Name, p.Copies, p.Finishing = b.plan.Studio.Printable(piece.Name), max(piece.Copies, 1), finishing.Words()
	p.Drawing = &print.Drawing{Page: page, Finishing: finishing}
	return b.material(made.Finishing().Material, p)
}

// materialNames are materials that are ordered by name where the shop's profile does not have them.
var materialNames = map[string]string{app.SheetPaper: "Giấy C300", "pp": "PP cán màng"}

// material names what a piece is printed on and returns the price of a square metre, 0 where the shop has to be asked.
func (b *bundle) material(code string, p *print.TicketPiece) float64 {
	p.Stuff = code
	if m := b.plan.Event.Printer().Material(code); m != nil {
		p.Material = m.Name
		return m.Price
	}
	p.Material = cmp.Or(materialNames[code], code)
	return 0
}

// previewPixels and thumbPixels are the longer sides of a small picture, and of the one on the printed order.
const (
	previewPixels = 800
	thumbPixels   = 400
)

// preview draws the finished piece.
func preview(page *print.Page, pixels float64) (*image.RGBA, error) {
	density := pixels / float64(max(page.Trim.W, page.Trim.H))
	return raster.Draw(page, page.TrimBox(), density)
}

// tickets writes the order in its three forms.
func (b *bundle) tickets(ctx context.Context) error {
	data, err := marshal(b.ticket)
	if err != nil {
		return err
	}
	if _, err := b.add(ticketJSON, bytes.NewReader(data)); err != nil {
		return err
	}
	xjdf, err := XJDF(b.ticket)
	if err != nil {
		return err
	}
	if _, err := b.add(ticketXJDF, bytes.NewReader(xjdf)); err != nil {
		return err
	}
	pages, _ := b.plan.Studio.JobTicket(b.ticket, b.plan.Event.School, app.DateOf(b.created))
	meta := pdf.Meta{Title: "Phiếu đặt in – " + b.ticket.Event, Author: b.ticket.School, Lang: "vi", Created: b.created, Standard: pdf.A2b, Condition: b.plan.Studio.Condition}
	var paper bytes.Buffer
	err = pdf.Write(ctx, &paper, meta, func(yield func(*print.Page, error) bool) {
		for _, page := range pages {
			if !yield(page, nil) {
				return
			}
		}
	})
	if err != nil {
		return fmt.Errorf("%s: %w", ticketPDF, err)
	}
	_, err = b.add(ticketPDF, &paper)
	return err
}

// marshal writes a ticket as JSON for people to read.
func marshal(t print.Ticket) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(t)
	return out.Bytes(), err
}
