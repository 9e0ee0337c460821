/**
 * Proof without a network: a QR code that holds a badge itself, and the page that reads it. {@code code} is the format, {@code
 * known} what readers keep. Its scripts are {@code assets/scan.js} and {@code assets/code.js}. Start reading at {@link
 * fr.badgesiae.api.offline.code.MakeCode} and {@link fr.badgesiae.api.offline.ReaderPages}.
 */
package fr.badgesiae.api.offline;
