package export

import (
	"context"
	"fmt"
	"io"
	"math"
	"time"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/pdf"
)

// NotCalibrated says that a printer was not measured with paper of that size.
type NotCalibrated struct {
	Printer string
	Paper   print.Size
}

// Error describes the failure for a log.
func (n *NotCalibrated) Error() string {
	return fmt.Sprintf("%s is not calibrated for %g × %g mm", n.Printer, n.Paper.W, n.Paper.H)
}

// aimFor returns where a printer has to be told to put pages on paper of a size; no matrix for one that isn't off.
func aimFor(printer []app.Calibration, paper print.Size) (print.Matrix, error) {
	if len(printer) == 0 {
		return print.Matrix{}, nil
	}
	const near = 1
	for _, c := range printer {
		if math.Abs(c.WidthMM-float64(paper.W)) < near && math.Abs(c.HeightMM-float64(paper.H)) < near {
			m := c.Correction()
			return print.Matrix{A: m[0], B: m[1], C: m[2], D: m[3], E: m[4], F: m[5]}, nil
		}
	}
	return print.Matrix{}, &NotCalibrated{printer[0].Printer, paper}
}

// CalibrationSheet writes the sheet with which a printer is measured on paper of a size, as a PDF file.
func CalibrationSheet(ctx context.Context, w io.Writer, studio *print.Studio, paper print.Size) error {
	meta := pdf.Meta{Title: "Tờ căn chỉnh máy in", Lang: "vi", Created: time.Now()}
	return pdf.Write(ctx, w, meta, func(yield func(*print.Page, error) bool) { yield(studio.CalibrationSheet(paper), nil) })
}
