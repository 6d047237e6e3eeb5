package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tiengtrong/app/seal"
)

// certificateCommand is `verify`: is what a certificate's code says what the school certified?
func certificateCommand(say *speaker) *cobra.Command {
	f, asJSON, rings := &keyFlags{}, false, []string(nil)
	cmd := &cobra.Command{Use: "verify", Args: arguments("verify", 0, 1), RunE: func(cmd *cobra.Command, args []string) error {
		known, err := f.known(rings)
		if err != nil {
			return &exitError{2, err}
		}
		text, err := readText(cmd, args)
		if err != nil {
			return &exitError{2, err}
		}
		v := seal.Verify(text, known...)
		if asJSON {
			err = writeJSON(cmd.OutOrStdout(), v)
		} else {
			say.verdict(cmd.OutOrStdout(), v)
		}
		if err == nil && v.State != seal.Genuine {
			err = &exitError{code: 1}
		}
		return err
	}}
	cmd.Flags().StringVar(&f.store, "store", "", "")
	cmd.Flags().StringArrayVar(&rings, "keys", nil, "")
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// known returns the keys by which to judge: those of the files, pages or lists that schools have published, or this machine's.
func (f *keyFlags) known(paths []string) ([]*seal.Ring, error) {
	if len(paths) == 0 {
		store, err := f.open()
		if err != nil {
			return nil, err
		}
		return store.Rings()
	}
	var rings []*seal.Ring
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		published, err := seal.ReadPublished(data)
		if err != nil {
			return nil, sentence("no-keys-in", "path", path)
		}
		rings = append(rings, published...)
	}
	return rings, nil
}

// readText reads what a code says from a file, or from standard input.
func readText(cmd *cobra.Command, args []string) (string, error) {
	in := cmd.InOrStdin()
	if len(args) == 1 && args[0] != "-" {
		data, err := readList(args[0])
		return string(data), err
	}
	data, err := io.ReadAll(io.LimitReader(in, 1<<20))
	return string(data), err
}

// verdict tells what a text is found to be, and what it says.
func (s *speaker) verdict(out io.Writer, v seal.Verdict) {
	fmt.Fprintln(out, s.say("seal."+string(v.State)))
	if v.Note != nil {
		fmt.Fprintln(out, s.say("seal.note", "date", shortDay(v.Note.Date), "reason", v.Note.Reason))
	}
	if v.School != "" {
		fmt.Fprintln(out, s.say("seal.key", "school", v.School, "id", v.Key))
	}
	if v.Text != "" {
		fmt.Fprintf(out, "\n%s\n", v.Text)
	}
}
