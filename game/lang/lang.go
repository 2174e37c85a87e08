// Package lang is the one catalogue of every sentence that the screens say.
// Code holds keys; the words stand in en.toml, and a second language is a
// second file beside it.
package lang

import (
	"embed"
	"fmt"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed en.toml
var files embed.FS

// Catalog says sentences in one language.
type Catalog struct {
	tag string
	loc *i18n.Localizer
}

var bundle = sync.OnceValue(func() *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := b.LoadMessageFileFS(files, "en.toml"); err != nil {
		panic("lang: en.toml: " + err.Error()) // cannot be: a test reads it
	}
	return b
})

// For is the catalogue of a language, English where there is no such.
func For(tag string) *Catalog {
	return &Catalog{tag: tag, loc: i18n.NewLocalizer(bundle(), tag, "en")}
}

// Tag is the language asked for.
func (c *Catalog) Tag() string { return c.tag }

// T says a sentence. What follows the key is either one map or struct for the
// template, or pairs of a name and a value. A value named Count also chooses
// the plural form. A key that is missing comes back in brackets.
func (c *Catalog) T(key string, with ...any) string {
	cfg := &i18n.LocalizeConfig{MessageID: key, TemplateData: data(with)}
	if m, ok := cfg.TemplateData.(map[string]any); ok {
		if n, ok := m["Count"]; ok {
			cfg.PluralCount = fmt.Sprint(n) // of whatever whole type
		}
	}
	s, err := c.loc.Localize(cfg)
	if err != nil && cfg.PluralCount != nil { // a sentence with a count, but one form
		cfg.PluralCount = nil
		s, err = c.loc.Localize(cfg)
	}
	if err != nil {
		return "[" + key + "]"
	}
	return s
}

// Has says whether the catalogue holds a key.
func (c *Catalog) Has(key string) bool {
	_, err := c.loc.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: map[string]any{}, PluralCount: nil})
	return err == nil
}

func data(with []any) any {
	if len(with) == 1 {
		return with[0]
	}
	m := make(map[string]any, len(with)/2)
	for k := 0; k+1 < len(with); k += 2 {
		m[fmt.Sprint(with[k])] = with[k+1]
	}
	return m
}

// Source is the file of a language, for tests and tools.
func Source(tag string) ([]byte, error) { return files.ReadFile(tag + ".toml") }
