package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
)

// packName is what `export --what` calls the package for a print shop.
const packName = "pack"

// pack runs `export --what pack`: it writes the package of all that a shop prints.
func (f exportFlags) pack(cmd *cobra.Command, say report, plan export.Plan) error {
	result, err := pack.Write(cmd.Context(), plan, nil)
	say.problems(os.Stderr, result.Problems)
	if blocked := (*export.BlockedError)(nil); errors.As(err, &blocked) {
		return sentence("export-blocked", "count", fmt.Sprint(export.CountErrors(blocked.Problems)))
	}
	if err != nil {
		return err
	}
	if n := export.CountErrors(result.Problems); n > 0 {
		fmt.Fprintln(os.Stderr, say.say("cli.export-forced", "count", fmt.Sprint(n)))
	}
	if f.asJSON {
		return writeJSON(cmd.OutOrStdout(), map[string]any{"path": result.Path, "ticket": result.Ticket})
	}
	say.ticket(cmd, result)
	return nil
}

// ticket tells what a package orders.
func (s *speaker) ticket(cmd *cobra.Command, r pack.Result) {
	out := cmd.OutOrStdout()
	fmt.Fprintln(out, r.Path)
	for _, p := range r.Ticket.Pieces {
		fmt.Fprintf(out, "    %s: %s\n", p.Name, p.Order)
	}
	t := r.Ticket
	fmt.Fprintln(out, s.say("cli.pack-total"+string(t.Pricing()), "area", s.decimal(t.AreaM2), "price", print.Dong(t.Price),
		"priced", s.decimal(t.PricedM2()), "open", s.decimal(t.OpenM2), "unpriced", fmt.Sprint(t.Unpriced)))
}

// packCommand is `pack verify`, which a print shop runs on what it was sent.
func packCommand(say *speaker) *cobra.Command {
	cmd := &cobra.Command{Use: "pack", Args: arguments("pack", 0, 0), RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(verifyCommand(say))
	return cmd
}

func verifyCommand(say *speaker) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "verify",
		Args: arguments("pack verify", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := pack.Verify(cmd.Context(), args[0])
			if err != nil {
				return &exitError{2, err}
			}
			if asJSON {
				err = writeJSON(cmd.OutOrStdout(), report)
			} else {
				say.report(cmd, report)
			}
			if err == nil && len(report.Findings) > 0 {
				err = &exitError{code: 1}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// report tells what a package is found to be.
func (s *speaker) report(cmd *cobra.Command, r pack.Report) {
	out := cmd.OutOrStdout()
	for _, f := range r.Findings {
		fmt.Fprintln(out, s.finding(f))
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(out, s.say("pack.bad", "count", fmt.Sprint(len(r.Findings))))
		return
	}
	for _, p := range r.Ticket.Pieces {
		fmt.Fprintf(out, "    %s: %s\n", p.File, p.Order)
	}
	fmt.Fprintln(out, s.say("pack.good", "files", fmt.Sprint(r.Files), "pieces", fmt.Sprint(len(r.Ticket.Pieces))))
}

// finding is the sentence of one thing that is wrong with a package.
func (s *speaker) finding(f pack.Finding) string {
	pairs := []string{"file", f.File}
	for key, value := range f.Args {
		pairs = append(pairs, key, value)
	}
	if place := f.Args["place"]; place != "" {
		pairs = append(pairs, "where", s.say("pack.where-"+place, "number", f.Args["number"]))
	}
	return s.say("pack."+f.Code, pairs...)
}
