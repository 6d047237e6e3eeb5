package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tiengtrong/app/manual"
	"tiengtrong/assets"
)

// manualCommand writes the manual as a page for browsers.
func manualCommand(say *speaker) *cobra.Command {
	var out string
	cmd := &cobra.Command{Use: "manual", Args: arguments("manual", 0, 0), RunE: func(*cobra.Command, []string) error {
		if out == "" {
			return sentence("manual-needs")
		}
		book, err := manual.Load(assets.Sub("manual"), say.lang)
		if err == nil {
			err = book.Write(out)
		}
		if err == nil {
			fmt.Fprintln(os.Stderr, say.say("cli.saved", "path", filepath.Join(out, manual.PageName)))
		}
		return err
	}}
	cmd.Flags().StringVar(&out, "out", "", "")
	return cmd
}
