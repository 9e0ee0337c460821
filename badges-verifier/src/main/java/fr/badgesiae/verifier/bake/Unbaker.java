package fr.badgesiae.verifier.bake;

import java.util.Arrays;

/** Takes the badge out of an image. Never throws on bad bytes; the work is bounded by their length. */
public final class Unbaker {
    /** Size of a badge inside an image, unpacked. */
    public static final int MAX_CONTENT = 2 << 20;

    /** How deep an SVG may be nested. */
    public static final int MAX_DEPTH = 256;

    private Unbaker() {}

    /** The badge in a PNG or an SVG. An Open Badges 3.0 badge goes before one of an earlier version. */
    public static Unbaked unbake(byte[] image) {
        if (PngBadge.isPng(image)) {
            return PngBadge.unbake(image);
        }
        return SvgBadge.isSvg(image) ? SvgBadge.unbake(image) : Unbaked.none(Unbaked.State.NOT_AN_IMAGE, false);
    }

    /** Whether these bytes begin as a PNG does. */
    public static boolean isPng(byte[] bytes) {
        return PngBadge.isPng(bytes);
    }

    /** Whether these bytes are XML whose first element is {@code svg}. */
    public static boolean isSvg(byte[] bytes) {
        return SvgBadge.isSvg(bytes);
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
