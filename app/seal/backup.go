package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// rounds of PBKDF2 with SHA-256, as the OWASP Password Storage Cheat Sheet asks for.
const rounds = 600_000

// ShortestPassphrase is how many letters a backup's passphrase has at least.
const ShortestPassphrase = 8

// Errors of backups.
var (
	ErrShortPassphrase = errors.New("the passphrase is too short")
	ErrWrongPassphrase = errors.New("the passphrase is wrong, or the backup is damaged")
	ErrNotBackup       = errors.New("not a backup of keys")
)

// backup is the file that keeps a school's keys away from the machine.
type backup struct {
	Format string `json:"format"`
	School string `json:"school"` // told before the passphrase is asked for
	Rounds int    `json:"rounds"`
	Salt   []byte `json:"salt"`
	Nonce  []byte `json:"nonce"`
	Sealed []byte `json:"sealed"` // an AES-256-GCM message: contents
}

// contents are what a backup holds.
type contents struct {
	Ring    *Ring             `json:"ring"`
	Secrets map[string][]byte `json:"secrets"` // seeds by the key's ID
}

const backupFormat = "tiengtrong-keys-1"

// Backup returns a school's keys, those of before too, locked with a passphrase.
func (s Store) Backup(school, passphrase string) ([]byte, error) {
	if utf8.RuneCountInString(passphrase) < ShortestPassphrase {
		return nil, ErrShortPassphrase
	}
	r, err := s.Ring(school)
	if err != nil {
		return nil, err
	}
	if len(r.Keys) == 0 {
		return nil, ErrNoKey
	}
	c := contents{Ring: r, Secrets: map[string][]byte{}}
	for _, key := range r.Keys {
		secret, err := s.secret(key.ID)
		if err == nil {
			c.Secrets[key.ID] = secret.private.Seed()
		} else if key.InUse() {
			return nil, err
		}
	}
	plain, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("write the backup: %w", err)
	}
	b := backup{Format: backupFormat, School: r.School, Rounds: rounds, Salt: make([]byte, 16)}
	rand.Read(b.Salt)
	lock, err := b.lock(passphrase)
	if err != nil {
		return nil, err
	}
	b.Nonce = make([]byte, lock.NonceSize())
	rand.Read(b.Nonce)
	b.Sealed = lock.Seal(nil, b.Nonce, plain, []byte(b.School))
	return json.MarshalIndent(b, "", "  ")
}

// Restore brings the keys of a backup back, and returns whose they are. What this machine knows beyond the backup, keys that
// were made or revoked since, stays.
func (s Store) Restore(data []byte, passphrase string) (*Ring, error) {
	var b backup
	if err := json.Unmarshal(data, &b); err != nil || b.Format != backupFormat {
		return nil, ErrNotBackup
	}
	c, err := b.open(passphrase)
	if err != nil {
		return nil, err
	}
	for id, seed := range c.Secrets {
		secret, err := secretOf(seed)
		if err != nil || secret.ID != id {
			return nil, ErrNotBackup
		}
		if err := s.keep(secret); err != nil {
			return nil, err
		}
	}
	here, err := s.Ring(c.Ring.School)
	if err != nil {
		return nil, err
	}
	merged := merge(here, c.Ring)
	return merged, s.Save(merged)
}

func (b *backup) open(passphrase string) (*contents, error) {
	lock, err := b.lock(passphrase)
	if err != nil {
		return nil, err
	}
	if len(b.Nonce) != lock.NonceSize() {
		return nil, ErrNotBackup
	}
	plain, err := lock.Open(nil, b.Nonce, b.Sealed, []byte(b.School))
	if err != nil {
		return nil, ErrWrongPassphrase
	}
	var c contents
	if err := json.Unmarshal(plain, &c); err != nil || c.Ring == nil {
		return nil, ErrNotBackup
	}
	return &c, nil
}

// lock returns the cipher that a passphrase opens.
func (b *backup) lock(passphrase string) (cipher.AEAD, error) {
	if b.Rounds < 1 || b.Rounds > 100*rounds {
		return nil, ErrNotBackup
	}
	key, err := pbkdf2.Key(sha256.New, passphrase, b.Salt, b.Rounds, 32)
	if err != nil {
		return nil, fmt.Errorf("lock the backup: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("lock the backup: %w", err)
	}
	return cipher.NewGCM(block)
}

// merge adds to a ring what another copy of it knows. Of a key that both know, the one that ended it holds.
func merge(here, other *Ring) *Ring {
	for _, key := range other.Keys {
		known := here.Key(key.ID)
		switch {
		case known == nil:
			here.Keys = append(here.Keys, key)
		case known.Revoked == nil && key.Revoked != nil, known.InUse() && !key.InUse():
			*known = key
		}
	}
	sortKeys(here.Keys)
	for digest, act := range other.Void {
		if _, ok := here.Void[digest]; !ok {
			if here.Void == nil {
				here.Void = map[string]Act{}
			}
			here.Void[digest] = act
		}
	}
	return here
}
