package seal

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// Store is the folder in which a machine keeps the keys of its schools: for each school a ring, NAME.json, and for each key
// that may sign a secret, ID.key, which nobody else on the machine can read.
type Store string

// DefaultStore is the folder of the person who runs the program.
func DefaultStore() (Store, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the folder of keys: %w", err)
	}
	return Store(filepath.Join(dir, "tiengtrong", "keys")), nil
}

// Errors of a store.
var (
	ErrNoKey      = errors.New("the school has no key to sign with")
	ErrLostSecret = errors.New("the key that signs isn't on this machine")
	ErrBadName    = errors.New("the school's name has no letters")
	ErrOtherName  = errors.New("the machine keeps keys of a school whose name differs in its marks only")
)

// Rings returns the rings of all schools.
func (s Store) Rings() ([]*Ring, error) {
	paths, err := filepath.Glob(filepath.Join(string(s), "*.json"))
	if err != nil {
		return nil, fmt.Errorf("list keys: %w", err)
	}
	var rings []*Ring
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read keys: %w", err)
		}
		r, err := ReadRing(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		rings = append(rings, r)
	}
	return rings, nil
}

// Ring returns the ring of a school, an empty one where it has none yet. No school gets the keys of another: ErrOtherName
// tells that the names differ in their marks only, which most often is a slip of the pen.
func (s Store) Ring(school string) (*Ring, error) {
	data, err := os.ReadFile(s.ringPath(school))
	if errors.Is(err, fs.ErrNotExist) {
		return &Ring{School: app.Clean(school), Keys: []Key{}}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	r, err := ReadRing(data)
	if err == nil && !strings.EqualFold(app.Clean(r.School), app.Clean(school)) {
		err = fmt.Errorf("%w: %s", ErrOtherName, r.School)
	}
	return r, err
}

// Save keeps a ring.
func (s Store) Save(r *Ring) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("write keys: %w", err)
	}
	return s.write(s.ringPath(r.School), data, 0o644)
}

// Signer returns the secret with which a school signs now: ErrNoKey where it has none, ErrLostSecret where the secret is not
// on this machine.
func (s Store) Signer(school string) (*Secret, error) {
	r, err := s.Ring(school)
	if err != nil {
		return nil, err
	}
	key := r.Current()
	if key == nil {
		return nil, ErrNoKey
	}
	return s.secret(key.ID)
}

// Rotate makes a school's first key, or a new one that takes the place of the one before.
func (s Store) Rotate(school, today string) (*Ring, error) {
	if !strings.ContainsFunc(school, unicode.IsLetter) {
		return nil, ErrBadName
	}
	r, err := s.Ring(school)
	if err != nil {
		return nil, err
	}
	secret, err := r.rotate(today)
	if err != nil {
		return nil, err
	}
	if err := s.keep(secret); err != nil {
		return nil, err
	}
	return r, s.Save(r)
}

func (s Store) secret(id string) (*Secret, error) {
	data, err := os.ReadFile(s.secretPath(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrLostSecret, id)
	}
	if err != nil {
		return nil, fmt.Errorf("read the key %s: %w", id, err)
	}
	seed, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(data)))
	if err != nil {
		return nil, fmt.Errorf("read the key %s: %w", id, err)
	}
	secret, err := secretOf(seed)
	if err == nil && secret.ID != id {
		err = errors.New("it is another one")
	}
	if err != nil {
		return nil, fmt.Errorf("read the key %s: %w", id, err)
	}
	return secret, nil
}

func (s Store) keep(secret *Secret) error {
	text := base64.StdEncoding.EncodeToString(secret.private.Seed()) + "\n"
	return s.write(s.secretPath(secret.ID), []byte(text), 0o600)
}

func (s Store) write(path string, data []byte, mode fs.FileMode) error {
	if err := os.MkdirAll(string(s), 0o700); err != nil {
		return fmt.Errorf("make the folder of keys: %w", err)
	}
	if err := file.WriteWhole(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

func (s Store) secretPath(id string) string {
	return filepath.Join(string(s), filepath.Base(id)+".key")
}

func (s Store) ringPath(school string) string {
	name := strings.Join(strings.FieldsFunc(app.Fold(school), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	return filepath.Join(string(s), name+".json")
}
