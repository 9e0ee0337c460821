package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.qr.QrCode;

/**
 * One share link.
 *
 * @param path of the page it leads to
 * @param address the same in full
 * @param words the two words of this minute for a badge without a name, or null
 */
public record ShareLinkPage(
        Share share, IssuedCredential badge, boolean open, String path, String address, QrCode qr, String words) {}
