/** QR codes as SVG and PNG. Start reading at {@link fr.badgesiae.api.platform.qr.QrCode}. */
package fr.badgesiae.api.platform.qr;
