package main

import (
	"context"
	"io"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf"
)

// BenchmarkBannerToPDF takes the text of a 10 × 2 m banner to the PDF for the shop: layout, finishing, marks, file.
func BenchmarkBannerToPDF(b *testing.B) {
	studio, err := newStudio()
	if err != nil {
		b.Fatal(err)
	}
	banner := app.NewBanner("Cổng trường", "Học để phát triển bản thân, làm chủ tri thức và công nghệ, góp phần xây dựng đất nước hùng cường, thịnh vượng")
	banner.WidthMM, banner.HeightMM, banner.Over = 10000, 2000, "Trường Tiểu học Lê Hồng Phong"
	meta := pdf.Meta{Title: banner.Name, Created: time.Now(), Standard: pdf.X4, Condition: studio.Condition}
	for b.Loop() {
		page, _ := studio.Banner(nil, banner)
		f, _ := studio.Finishing(nil, banner, page)
		page.Add(studio.FinishingLayer(f))
		marked := print.ForPDF(studio.Marked(page, "10 × 2 m"))
		pages := func(yield func(*print.Page, error) bool) { yield(marked, nil) }
		if err := pdf.Write(context.Background(), io.Discard, meta, pages); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSamplePack exports all of the sample event for a print shop.
func BenchmarkSamplePack(b *testing.B) {
	e, dir := sampleEvent(b), b.TempDir()
	for b.Loop() {
		studio, err := newStudio()
		if err != nil {
			b.Fatal(err)
		}
		plan := export.Plan{Event: e, Studio: studio, What: export.Kinds, For: export.Shop, Dir: dir}
		if _, err := export.Run(context.Background(), plan, nil); err != nil {
			b.Fatal(err)
		}
	}
}
