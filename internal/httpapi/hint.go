package httpapi

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
)

// hints say how to get in, in the language the browser asks for first.
var hints = map[string]string{
	"nl": "Start klantreis en open de link die het programma toont; die link geeft je toegang.",
	"en": "Start klantreis and open the link that it prints; that link lets you in.",
}

// hintStyle is allowed by its hash, so that this one page needs no file.
const hintStyle = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{margin:0;min-height:100vh;display:grid;place-items:center}` +
	`main{max-width:26rem;padding:2rem}h1{font-size:1.25rem;margin:0 0 .5rem;letter-spacing:-.01em}p{margin:0}`

const hintPage = `<!doctype html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>klantreis</title><style>%s</style></head><body><main><h1>klantreis</h1><p>%s</p></main></body></html>
`

func hint(w http.ResponseWriter, r *http.Request) {
	lang := "en"
	if strings.HasPrefix(strings.ToLower(r.Header.Get("Accept-Language")), "nl") {
		lang = "nl"
	}
	sum := sha256.Sum256([]byte(hintStyle))
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusUnauthorized)
	_, _ = fmt.Fprintf(w, hintPage, lang, hintStyle, hints[lang]) // a reader who left cannot be told
}
