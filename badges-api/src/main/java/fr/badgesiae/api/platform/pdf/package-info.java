/**
 * Pages of our templates on paper: PDF/A-3u and PDF/UA-1, with files attached. Start reading at
 * {@link fr.badgesiae.api.platform.pdf.PdfWriter}.
 */
package fr.badgesiae.api.platform.pdf;
