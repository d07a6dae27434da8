package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/chromedp"

	"shuttle/cmd/shuttle/internal/store"
)

// noBrowser says what to do where nothing can print a page.
const noBrowser = "no Chromium or Chrome is installed to print %s: install one (Debian: apt install chromium), or open the page in any browser and print it from there"

// isMissing tells that no browser is installed.
func isMissing(err error) bool { return errors.Is(err, exec.ErrNotFound) }

// printPage has an installed browser print a page, as PDF on the paper that the page
// asks for.
func printPage(ctx context.Context, page, paper string) error {
	at, err := filepath.Abs(page)
	if err != nil {
		return err
	}
	ctx, stop := chromedp.NewContext(ctx)
	defer stop()
	err = chromedp.Do(ctx, chromedp.Navigate((&url.URL{Scheme: "file", Path: filepath.ToSlash(at)}).String()))
	switch {
	case isMissing(err):
		return fmt.Errorf(noBrowser, page)
	case err != nil:
		return fmt.Errorf("the browser could not open %s: %w", page, err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged()))
	if err != nil {
		return fmt.Errorf("the browser could not print %s: %w", page, err)
	}
	return store.WriteFile(paper, func(w io.Writer) error {
		_, err := w.Write(pdf)
		return err
	})
}
