package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print"
	"tiengtrong/print/export"
)

// calibrateCommand measures printers that are off, and keeps what is measured on this computer.
func calibrateCommand(say *speaker) *cobra.Command {
	cmd := &cobra.Command{Use: "calibrate", Args: arguments("calibrate", 0, 0), RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(sheetCommand(say), setCommand(say), listCommand(say), removeCommand(say))
	return cmd
}

// paperFlags are the flags that say on which paper, and how it lies.
type paperFlags struct {
	sheet   string
	upright bool
}

func (p *paperFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.sheet, "sheet", print.SheetPapers[0].Code, "")
	cmd.Flags().BoolVar(&p.upright, "upright", false, "")
}

// size is that of the paper as it lies: across, unless it is to stand upright.
func (p paperFlags) size() (print.Size, error) {
	paper, err := export.ParseSheet(p.sheet)
	switch {
	case err != nil:
		return print.Size{}, err
	case paper == nil:
		paper = &print.SheetPapers[0]
	}
	if p.upright {
		return paper.Size, nil
	}
	return print.Size{W: paper.Size.H, H: paper.Size.W}, nil
}

// sheetCommand writes the sheet that a printer is measured with.
func sheetCommand(say *speaker) *cobra.Command {
	var paper paperFlags
	var out string
	cmd := &cobra.Command{
		Use:  "sheet",
		Args: arguments("calibrate sheet", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			size, err := paper.size()
			if err != nil {
				return err
			}
			if out == "" {
				return sentence("calibrate-needs-out")
			}
			studio, err := newStudio()
			if err != nil {
				return err
			}
			err = file.WriteWhole(out, func(w io.Writer) error { return export.CalibrationSheet(cmd.Context(), w, studio, size) })
			if err == nil {
				fmt.Fprintln(cmd.OutOrStdout(), say.say("cli.saved", "path", out))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "")
	paper.register(cmd)
	return cmd
}

// setCommand keeps what was read at the corners of that sheet.
func setCommand(say *speaker) *cobra.Command {
	var paper paperFlags
	var tray, corners string
	cmd := &cobra.Command{
		Use:  "set",
		Args: arguments("calibrate set", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			size, err := paper.size()
			if err != nil {
				return err
			}
			read, err := parseCorners(corners)
			if err != nil {
				return err
			}
			c, err := app.Calibrate(float64(size.W), float64(size.H), read)
			if err != nil {
				return err
			}
			c.Printer, c.Tray = args[0], tray
			if err := changePrinters(func(p file.Printers) file.Printers { return p.Set(c) }); err != nil {
				return err
			}
			say.calibration(cmd.OutOrStdout(), c)
			return nil
		},
	}
	cmd.Flags().StringVar(&tray, "tray", "", "")
	cmd.Flags().StringVar(&corners, "corners", "", "")
	paper.register(cmd)
	return cmd
}

// parseCorners reads eight numbers, across and down at each corner from A to D: "20,3 19,8; 20,1 20; 20 20; 19,9 20,2". The
// decimal mark is a comma or a point.
func parseCorners(text string) (read [4]app.CornerReading, err error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ';' })
	if len(fields) != 8 {
		return read, sentence("calibrate-corners", "text", text)
	}
	for i, field := range fields {
		v, err := strconv.ParseFloat(strings.Replace(field, ",", ".", 1), 64)
		if err != nil {
			return read, sentence("calibrate-corners", "text", text)
		}
		if i%2 == 0 {
			read[i/2].Across = v
		} else {
			read[i/2].Down = v
		}
	}
	return read, nil
}

// printers reads the calibrations of this computer.
func printers() (file.Printers, string, error) {
	path, err := file.PrintersPath()
	if err != nil {
		return nil, "", err
	}
	p, err := file.ReadPrinters(path)
	return p, path, err
}

func changePrinters(change func(file.Printers) file.Printers) error {
	p, path, err := printers()
	if err != nil {
		return err
	}
	return change(p).Save(path)
}

func listCommand(say *speaker) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "list",
		Args: arguments("calibrate list", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, _, err := printers()
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{"printers": nonNil(p)})
			}
			if len(p) == 0 {
				fmt.Fprintln(cmd.OutOrStdout(), say.say("cli.calibrate-none"))
			}
			for _, c := range p {
				say.calibration(cmd.OutOrStdout(), c)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

func removeCommand(say *speaker) *cobra.Command {
	var tray string
	cmd := &cobra.Command{
		Use:  "remove",
		Args: arguments("calibrate remove", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := calibrated(args[0], tray); err != nil {
				return err
			}
			return changePrinters(func(p file.Printers) file.Printers { return p.Remove(args[0], tray) })
		},
	}
	cmd.Flags().StringVar(&tray, "tray", "", "")
	return cmd
}

// calibrated returns what is known of a printer's tray.
func calibrated(printer, tray string) (file.Printers, error) {
	p, _, err := printers()
	if err != nil {
		return nil, err
	}
	if of := p.Of(printer, tray); len(of) > 0 {
		return of, nil
	}
	if trays := p.Trays(printer); len(trays) > 0 {
		return nil, sentence("calibrate-which-tray", "printer", joinedName(printer, tray), "trays", strings.Join(trays, ", "))
	}
	return nil, sentence("calibrate-unknown", "printer", joinedName(printer, tray))
}

func joinedName(printer, tray string) string {
	if tray == "" {
		return printer
	}
	return printer + " · " + tray
}

// calibration tells how far a printer is off.
func (s *speaker) calibration(w io.Writer, c app.Calibration) {
	fmt.Fprintln(w, s.say("cli.calibration", "printer", joinedName(c.Printer, c.Tray), "width", millimetres(c.WidthMM), "height", millimetres(c.HeightMM),
		"x", s.signed(c.OffsetX), "y", s.signed(c.OffsetY), "sx", s.decimal(100*c.ScaleX), "sy", s.decimal(100*c.ScaleY), "degrees", s.signed(c.Degrees)))
}

// signed writes a number with its sign.
func (s *speaker) signed(v float64) string {
	if v < 0 {
		return "−" + s.decimal(-v)
	}
	return "+" + s.decimal(v)
}
