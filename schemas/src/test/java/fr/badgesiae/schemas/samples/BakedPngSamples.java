package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Png.international;
import static fr.badgesiae.schemas.samples.Png.utf8;

import java.util.Arrays;
import java.util.List;

/** Badges baked into PNG (Open Badges 3.0, 5.3.1; PNG 11.3.3). */
final class BakedPngSamples {
    static final String KEYWORD = "openbadgecredential";
    private static final String OLD = "openbadges";
    private static final byte[] NOTHING = {};
    private static final String DAMAGED = "WARNING format.image-damaged";
    private static final String BROKEN = "FAILED format.baked-badge-broken";

    private BakedPngSamples() {}

    static List<Made> all() {
        byte[] chunk = international(KEYWORD, json());
        byte[] forged = international(KEYWORD, tampered());
        return List.of(
                sound("json", "signed JSON", Png.with(chunk, NOTHING)),
                sound("jwt", "a VC-JWT", Png.with(international(KEYWORD, PresentationSamples.jwt()), NOTHING)),
                sound("after-pixels", "the badge after the pixels", Png.with(NOTHING, chunk)),
                sound("packed", "a compressed chunk", Png.with(Png.packed(KEYWORD, packed(json())), NOTHING)),
                sound("plain-text-chunk", "a tEXt chunk", Png.with(Png.plainText(KEYWORD, json()), NOTHING)),
                sound("old-keyword", "under the keyword of version 2.0", Png.with(international(OLD, json()), NOTHING)),
                sound("both-keywords", "nonsense under the other keyword", Png.with(international(OLD, "?"), chunk)),
                made("wrong-checksum", "a chunk with a wrong checksum", wrongChecksum(chunk), damaged()),
                made("cut-off-later", "the file breaks off after the badge", cut(chunk, 20), damaged()),
                made("cut-off", "the file breaks off inside the badge", cut(chunk, -300), Expected.unread(BROKEN)),
                made("length-past-end", "a length past the end of the file", longer(chunk), Expected.unread(BROKEN)),
                made("packed-wrongly", "compression that is none", badlyPacked(), Expected.unread(BROKEN)),
                made("tampered", "the badge changed", Png.with(forged, NOTHING), forged()),
                made(
                        "not-json",
                        "neither JSON nor a JWS",
                        Png.with(international(KEYWORD, "Bravo !"), NOTHING),
                        Expected.unread("FAILED format.not-json")),
                made(
                        "empty",
                        "an empty chunk",
                        Png.with(international(KEYWORD, ""), NOTHING),
                        Expected.unread("FAILED format.empty")));
    }

    private static Made sound(String name, String about, byte[] png) {
        return new Made("valid-baked-png-" + name + ".png", "PNG: " + about, png, Expected.sound());
    }

    private static Made made(String name, String about, byte[] png, Expected expected) {
        return new Made("baked-png-" + name + ".png", "PNG: " + about, png, expected);
    }

    private static Expected damaged() {
        return Expected.sound().but("FORMAT", DAMAGED);
    }

    private static Expected forged() {
        return Expected.sound().unproven("FAILED proof.signature-invalid");
    }

    static String json() {
        return Json.pretty(PresentationSamples.badge()).strip();
    }

    static String tampered() {
        return Json.pretty(Badge.tampered(b -> b.put("name", "Diriger une équipe")));
    }

    private static byte[] packed(String text) {
        return Png.stored(utf8(text));
    }

    private static byte[] badlyPacked() {
        return Png.with(Png.packed(KEYWORD, utf8("no zlib at all")), NOTHING);
    }

    private static byte[] wrongChecksum(byte[] chunk) {
        byte[] changed = chunk.clone();
        changed[changed.length - 1] ^= 0x55;
        return Png.with(changed, NOTHING);
    }

    /** The file with the badge in front, up to a number of bytes past the badge. */
    private static byte[] cut(byte[] chunk, int past) {
        byte[] whole = Png.with(chunk, NOTHING);
        return Arrays.copyOf(whole, 8 + Png.header().length + chunk.length + past);
    }

    private static byte[] longer(byte[] chunk) {
        byte[] changed = chunk.clone();
        changed[0] = 0x7F;
        return Png.with(changed, NOTHING);
    }
}
