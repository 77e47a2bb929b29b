// Package render draws a journey. Start at [Map], which lays the whole map out and gives a
// [Drawing]: a scene of rectangles, paths and measured text in back-to-front order that knows
// nothing of a file format. [Drawing.SVG] writes it down; other formats read the same scene.
//
// It promises a complete picture: every visible card is there with its whole title as text,
// nothing overlaps, and what is drawn is measured with the very fonts that go into the file.
// The same journey gives the same bytes. Order and content are those of the map in the browser.
package render
