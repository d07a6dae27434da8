// Package page writes a result as one HTML page that needs nothing else: question
// and answer, figures, tables, assumptions, and how to make it all again.
//
//	err := page.Write(w, page.Data{Command: "run", Case: c, Summary: rows, …})
//
// The page loads nothing: its style and its one script stand in it, and a policy in
// its head forbids the browser to fetch or to run anything else. Without the script
// it loses only the sorting of tables. It is made for the screen and for A4.
//
// The package knows the files of a result and what a page is. It touches no disk,
// cannot simulate, knows no party and no mediator, and trusts no text: names come
// from users, and every one is escaped where it stands. The same data give the
// same bytes.
package page
