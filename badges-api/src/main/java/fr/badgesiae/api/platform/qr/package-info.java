/** QR codes as drawings and pictures. Start reading at {@link fr.badgesiae.api.platform.qr.QrCode}. */
package fr.badgesiae.api.platform.qr;
