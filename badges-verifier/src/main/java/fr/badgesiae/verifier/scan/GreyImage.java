package fr.badgesiae.verifier.scan;

/**
 * A greyscale image.
 *
 * @param pixels row by row, 0 black to 255 white; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a detector, never compared
record GreyImage(int width, int height, byte[] pixels) {
    private static final int SHADES = 256;

    int longSide() {
        return Math.max(width, height);
    }

    /** Downscales by averaging, upscales by interpolation. */
    GreyImage scaled(double factor) {
        int wide = Math.max(1, (int) (width * factor));
        int high = Math.max(1, (int) (height * factor));
        byte[] out = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                out[y * wide + x] = (byte) (factor < 1 ? average(x, y, factor) : between(x / factor, y / factor));
            }
        }
        return new GreyImage(wide, high, out);
    }

    private int average(int x, int y, double factor) {
        int left = (int) (x / factor);
        int top = (int) (y / factor);
        int right = Math.min(width, Math.max(left + 1, (int) ((x + 1) / factor)));
        int bottom = Math.min(height, Math.max(top + 1, (int) ((y + 1) / factor)));
        int sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += at(column, row);
            }
        }
        return sum / Math.max(1, (right - left) * (bottom - top));
    }

    private int between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double across = x - left;
        double down = y - top;
        double upper = at(left, top) * (1 - across) + at(left + 1, top) * across;
        double lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
        return (int) (upper * (1 - down) + lower * down);
    }

    /** A pixel; outside the image the nearest one. */
    private int at(int x, int y) {
        int column = Math.min(Math.max(x, 0), width - 1);
        int row = Math.min(Math.max(y, 0), height - 1);
        return pixels[row * width + column] & 0xFF;
    }

    /** The mean of nine pixels, against noise. */
    GreyImage smoothed() {
        byte[] out = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int i = 0; i < 9; i++) {
                    sum += at(x + i % 3 - 1, y + i / 3 - 1);
                }
                out[y * width + x] = (byte) (sum / 9);
            }
        }
        return new GreyImage(width, height, out);
    }

    /** Stretches the contrast so that the darkest and lightest hundredth become black and white, against low light. */
    GreyImage stretched() {
        int[] histogram = new int[SHADES];
        for (byte pixel : pixels) {
            histogram[pixel & 0xFF]++;
        }
        int dark = percentile(histogram, pixels.length / 100);
        int light = percentile(histogram, pixels.length - pixels.length / 100);
        byte[] out = new byte[pixels.length];
        for (int i = 0; i < out.length; i++) {
            int shade = ((pixels[i] & 0xFF) - dark) * (SHADES - 1) / Math.max(1, light - dark);
            out[i] = (byte) Math.min(Math.max(shade, 0), SHADES - 1);
        }
        return new GreyImage(width, height, out);
    }

    private static int percentile(int[] histogram, int rank) {
        int seen = 0;
        for (int shade = 0; shade < SHADES; shade++) {
            seen += histogram[shade];
            if (seen > rank) {
                return shade;
            }
        }
        return SHADES - 1;
    }
}
