package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/seal"
	"tiengtrong/assets"
)

// keyFlags say which keys a command is about.
type keyFlags struct {
	store  string
	school string
}

func (f *keyFlags) add(cmd *cobra.Command) {
	cmd.PersistentFlags().StringVar(&f.store, "store", "", "")
	cmd.PersistentFlags().StringVar(&f.school, "school", "", "")
}

func (f *keyFlags) open() (seal.Store, error) {
	if f.store != "" {
		return seal.Store(f.store), nil
	}
	return seal.DefaultStore()
}

// ring returns the keys of the school that the flags name, or of the only one that has any.
func (f *keyFlags) ring(store seal.Store) (*seal.Ring, error) {
	if f.school != "" {
		r, err := store.Ring(f.school)
		if err == nil && len(r.Keys) == 0 {
			err = seal.ErrNoKey
		}
		return r, err
	}
	rings, err := store.Rings()
	if err != nil {
		return nil, err
	}
	if len(rings) != 1 {
		return nil, sentence("which-school", "count", fmt.Sprint(len(rings)))
	}
	return rings[0], nil
}

// openRing returns the store and the keys in it that the flags name.
func (f *keyFlags) openRing() (seal.Store, *seal.Ring, error) {
	store, err := f.open()
	if err != nil {
		return "", nil, err
	}
	r, err := f.ring(store)
	return store, r, err
}

func today() string { return time.Now().Format(time.DateOnly) }

// keysCommand lists the keys with which schools sign their certificates; its subcommands make and look after them.
func keysCommand(say *speaker) *cobra.Command {
	f := &keyFlags{}
	cmd := &cobra.Command{Use: "keys", Args: arguments("keys", 0, 0), RunE: func(cmd *cobra.Command, _ []string) error {
		store, err := f.open()
		if err != nil {
			return err
		}
		rings, err := store.Rings()
		if err != nil {
			return err
		}
		for _, r := range rings {
			say.ring(cmd.OutOrStdout(), r)
		}
		return nil
	}}
	f.add(cmd)
	cmd.AddCommand(keysNew(say, f), keysSign(say, f), keysBackup(say, f), keysRestore(say, f), keysRevoke(say, f), keysPage(say, f))
	return cmd
}

// ring tells of a school's keys.
func (s *speaker) ring(out io.Writer, r *seal.Ring) {
	fmt.Fprintln(out, r.School)
	for _, k := range r.Keys {
		state := "in-use"
		switch {
		case k.Revoked != nil:
			state = "revoked"
		case k.Until != "":
			state = "replaced"
		}
		pairs := []string{"id", k.ID, "from", shortDay(k.From), "until", shortDay(k.Until)}
		if k.Revoked != nil {
			pairs = append(pairs, "date", shortDay(k.Revoked.Date), "reason", k.Revoked.Reason)
		}
		fmt.Fprintln(out, "    "+s.say("keys."+state, pairs...))
	}
}

// shortDay writes "2025-10-01" as people do.
func shortDay(text string) string {
	d, err := app.ParseDate(text)
	if err != nil {
		return text
	}
	return d.Short()
}

func keysNew(say *speaker, f *keyFlags) *cobra.Command {
	return &cobra.Command{Use: "new", Args: arguments("keys new", 0, 0), RunE: func(cmd *cobra.Command, _ []string) error {
		store, err := f.open()
		if err != nil {
			return err
		}
		if app.Clean(f.school) == "" {
			return sentence("keys-needs-school")
		}
		r, err := store.Rotate(f.school, today())
		if err != nil {
			return err
		}
		say.ring(cmd.OutOrStdout(), r)
		fmt.Fprintln(os.Stderr, say.say("cli.keys-back-up", "school", r.School))
		return nil
	}}
}

// keysSign signs the numbers of an event's register, and notes on the school's list those that were made void.
func keysSign(say *speaker, f *keyFlags) *cobra.Command {
	return &cobra.Command{Use: "sign", Args: arguments("keys sign", 1, 1), RunE: func(_ *cobra.Command, args []string) error {
		e, err := openFile(args[0])
		if err != nil {
			return err
		}
		store, err := f.open()
		if err != nil {
			return err
		}
		done, err := store.SignRegister(e)
		if err == nil {
			err = file.Save(args[0], e)
		} else if done.Void > 0 { // nothing in the event changed
			fmt.Fprintln(os.Stderr, say.say("cli.keys-noted", "void", fmt.Sprint(done.Void), "school", app.Clean(e.School.Name)))
			err = cmp.Or(done.Note(), err)
		}
		if err == nil {
			err = done.Note()
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, say.say("cli.keys-signed", "count", fmt.Sprint(done.Signed), "void", fmt.Sprint(done.Void), "school", app.Clean(e.School.Name)))
		report{say, args[0], false}.problems(os.Stderr, app.Provisional(e))
		return nil
	}}
}

func keysBackup(say *speaker, f *keyFlags) *cobra.Command {
	var out, passphrase string
	cmd := &cobra.Command{Use: "backup", Args: arguments("keys backup", 0, 0), RunE: func(cmd *cobra.Command, _ []string) error {
		store, r, err := f.openRing()
		if err != nil {
			return err
		}
		secret, err := readPassphrase(cmd, passphrase)
		if err != nil {
			return err
		}
		data, err := store.Backup(r.School, secret)
		if err != nil {
			return err
		}
		return writeFile(say, out, data)
	}}
	cmd.Flags().StringVar(&out, "out", "", "")
	cmd.Flags().StringVar(&passphrase, "passphrase-file", "", "")
	return cmd
}

func keysRestore(say *speaker, f *keyFlags) *cobra.Command {
	var passphrase string
	cmd := &cobra.Command{Use: "restore", Args: arguments("keys restore", 1, 1), RunE: func(cmd *cobra.Command, args []string) error {
		store, err := f.open()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		secret, err := readPassphrase(cmd, passphrase)
		if err != nil {
			return err
		}
		r, err := store.Restore(data, secret)
		if err != nil {
			return err
		}
		say.ring(cmd.OutOrStdout(), r)
		return nil
	}}
	cmd.Flags().StringVar(&passphrase, "passphrase-file", "", "")
	return cmd
}

func keysRevoke(say *speaker, f *keyFlags) *cobra.Command {
	var reason string
	cmd := &cobra.Command{Use: "revoke", Args: arguments("keys revoke", 1, 1000), RunE: func(cmd *cobra.Command, args []string) error {
		if app.Clean(reason) == "" {
			return sentence("keys-needs-reason")
		}
		store, r, err := f.openRing()
		if err != nil {
			return err
		}
		var registered []string
		for _, path := range args[1:] {
			e, err := openFile(path)
			if err != nil {
				return err
			}
			registered = append(registered, e.SealedTexts()...)
		}
		if err := r.Revoke(args[0], seal.Act{Date: today(), Reason: app.Clean(reason)}, registered); err != nil {
			return err
		}
		if err := store.Save(r); err != nil {
			return err
		}
		say.ring(cmd.OutOrStdout(), r)
		fmt.Fprintln(os.Stderr, say.say("cli.keys-revoked", "kept", fmt.Sprint(len(r.Key(args[0]).Revoked.Kept)), "school", r.School))
		return nil
	}}
	cmd.Flags().StringVar(&reason, "reason", "", "")
	return cmd
}

func keysPage(say *speaker, f *keyFlags) *cobra.Command {
	var out string
	cmd := &cobra.Command{Use: "page", Args: arguments("keys page", 0, 0), RunE: func(*cobra.Command, []string) error {
		_, r, err := f.openRing()
		if err != nil {
			return err
		}
		page, err := seal.Page(assets.Sub("verify"), []*seal.Ring{r})
		if err != nil {
			return err
		}
		return writeFile(say, out, page)
	}}
	cmd.Flags().StringVar(&out, "out", "", "")
	return cmd
}

// writeFile writes a file of the user's choice whole, and says so.
func writeFile(say *speaker, path string, data []byte) error {
	if path == "" {
		return sentence("needs-out")
	}
	if err := file.WriteWhole(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, say.say("cli.saved", "path", path))
	return nil
}

// readPassphrase reads the first line of a file, or of standard input.
func readPassphrase(cmd *cobra.Command, path string) (string, error) {
	if path == "" {
		return "", sentence("keys-needs-passphrase")
	}
	in := cmd.InOrStdin()
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, 1<<16))
	line, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimRight(line, "\r"), err
}
