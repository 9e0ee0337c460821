/**
 * Pictures and PDFs: finds the QR codes and the attached files in them, under bounds on bytes, pixels and operations. Knows
 * nothing of badges and follows nothing. Start reading at {@link fr.badgesiae.verifier.scan.QrSearch} and
 * {@link fr.badgesiae.verifier.scan.PdfReader}.
 */
package fr.badgesiae.verifier.scan;
