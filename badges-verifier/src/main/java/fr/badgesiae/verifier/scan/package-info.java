/**
 * QR codes and attached files in PNG, JPEG, SVG and PDF, under bounds on bytes, pixels and operations. Implements {@link
 * fr.badgesiae.verifier.read.BadgeFinder}; fetches nothing. The only package that uses AWT, ZXing, PDFBox and jsvg; the last
 * three are optional at run time. Start reading at {@link fr.badgesiae.verifier.scan.ImageScanner}.
 */
package fr.badgesiae.verifier.scan;
