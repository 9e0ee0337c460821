package fr.badgesiae.verifier.codec;

/** Variant without the shortcut: all bytes are decoded to text before they are parsed. */
public final class Utf8 {
    private Utf8() {}

    public static boolean isPlain(byte[] bytes) {
        return false;
    }
}
