package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;

/** The declared size of a JPEG (ITU-T T.81, B.2.2), at any position in a file. */
final class JpegHeader {
    private static final int MARKER = 0xFF;

    private JpegHeader() {}

    /** Whether a frame header declares more pixels than are decoded. */
    static boolean isTooLarge(byte[] jpeg) {
        for (int at = 0; at + 8 < jpeg.length; at++) {
            int kind = jpeg[at + 1] & 0xFF;
            boolean frame = (jpeg[at] & 0xFF) == MARKER
                    && kind >= 0xC0
                    && kind <= 0xCF
                    && kind != 0xC4
                    && kind != 0xC8
                    && kind != 0xCC;
            boolean plain = frame && jpeg[at + 2] == 0 && (jpeg[at + 3] & 0xFF) <= 20;
            if (plain && (long) two(jpeg, at + 5) * two(jpeg, at + 7) > BadgeFinder.MAX_PIXELS) {
                return true;
            }
        }
        return false;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0);
    }
}
