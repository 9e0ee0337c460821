package fr.badgesiae.verifier.bake;

import java.util.Arrays;

/** Extracts the badge of an image. Never throws on bad bytes; the work is bounded by their length. */
public final class Unbaker {
    /** The largest baked badge, decompressed, in bytes. */
    public static final int MAX_CONTENT = 2 << 20;

    /** The deepest nesting of an SVG. */
    public static final int MAX_DEPTH = 256;

    private Unbaker() {}

    /** The first whole badge of a PNG or an SVG. Open Badges 3.0 takes precedence over earlier versions. */
    public static Unbaked unbake(byte[] image) {
        return unbakeAll(image).first();
    }

    /** Every badge of a PNG or an SVG. */
    public static BakedTexts unbakeAll(byte[] image) {
        if (PngBadge.isPng(image)) {
            return PngBadge.unbake(image);
        }
        return SvgBadge.isSvg(image) ? SvgBadge.unbake(image) : BakedTexts.none(Unbaked.State.NOT_AN_IMAGE, false);
    }

    /** Whether the bytes start with the PNG signature. */
    public static boolean isPng(byte[] bytes) {
        return PngBadge.isPng(bytes);
    }

    /** Whether the bytes are XML with the root element {@code svg}. */
    public static boolean isSvg(byte[] bytes) {
        return SvgBadge.isSvg(bytes);
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
