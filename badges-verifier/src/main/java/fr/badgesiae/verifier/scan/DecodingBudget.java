package fr.badgesiae.verifier.scan;

/**
 * The memory that one picture, one image of a page or one stream may take when it is decoded. It is computed from the declared
 * size before anything is decoded: libraries allocate what a file declares, and a process without memory cannot go on.
 */
final class DecodingBudget {
    /** Two files are decoded at a time in a heap of 384 MiB, each with a grey copy. */
    static final long MOST_BYTES = 64L << 20;

    private static final int BITS = 8;

    private DecodingBudget() {}

    /** Whether a raster of this size may be decoded whole. */
    static boolean allows(long pixels, int bytesAPixel) {
        return pixels <= MOST_BYTES / bytesAPixel;
    }

    /**
     * Of how many rows and columns one is read, so that the raster fits.
     *
     * @param enough pixels that suffice, even where more would fit
     */
    static int step(long pixels, int bytesAPixel, long enough) {
        double most = Math.min(enough, MOST_BYTES / bytesAPixel);
        return Math.max(1, (int) Math.ceil(Math.sqrt(pixels / most)));
    }

    /** Whole bytes. */
    static int bytes(int bitsAPixel) {
        return Math.max(1, (bitsAPixel + BITS - 1) / BITS);
    }
}
