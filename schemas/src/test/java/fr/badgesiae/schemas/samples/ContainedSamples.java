package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.BakedPngSamples.KEYWORD;
import static fr.badgesiae.schemas.samples.Png.international;
import static fr.badgesiae.schemas.samples.Png.joined;
import static fr.badgesiae.schemas.samples.Png.plainText;

import java.util.ArrayList;
import java.util.List;

/** Images and PDFs with several texts, files or codes: dead ones, equal ones, and different badges. */
final class ContainedSamples {
    private static final String OLD = "openbadges";
    private static final String ABSENT = Badge.HOST + "/absent";
    private static final byte[] NOTHING = {};
    private static final String SEVERAL = "INCONCLUSIVE format.several-badges";
    private static final String MORE = "format.more-than-examined";
    private static final int LIMIT = 8;

    private ContainedSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>(chunks());
        all.addAll(elements());
        all.addAll(others());
        return all;
    }

    private static List<Made> chunks() {
        byte[] whole = international(KEYWORD, BakedPngSamples.json());
        byte[] dead = plainText(OLD, ABSENT);
        return List.of(
                sound(
                        "dead-address-first",
                        "an address that leads nowhere, then a badge under the same keyword",
                        dead,
                        international(OLD, BakedPngSamples.json())),
                sound("empty-first", "an empty chunk, then a badge", international(KEYWORD, ""), whole),
                sound("nonsense-first", "a chunk that is no badge, then one", international(KEYWORD, "?"), whole),
                sound("same-twice", "one badge under both keywords", whole, international(OLD, BakedPngSamples.json())),
                sound("same-by-address", "a badge and the address of it", address(), whole),
                sound(
                        "same-written-otherwise",
                        "a badge and the same with other white space",
                        whole,
                        international(OLD, Json.compact(PresentationSamples.badge()))),
                sound(
                        "dead-address-and-address",
                        "an address that leads nowhere, then one of a badge",
                        dead,
                        address()),
                png(
                        "broken-first",
                        "a chunk of wrong compression, then a badge",
                        Expected.sound().but("FORMAT", "WARNING format.image-damaged"),
                        Png.packed(KEYWORD, Png.utf8("no zlib at all")),
                        whole),
                png("two-badges", "two badges", Expected.unread(SEVERAL), whole, international(KEYWORD, jwt()))
                        .holding(Expected.sound(), Expected.sound()),
                png(
                                "two-badges-forged-first",
                                "two badges, the first changed",
                                Expected.unread(SEVERAL),
                                international(KEYWORD, BakedPngSamples.tampered()),
                                whole)
                        .holding(Expected.sound().unproven("FAILED proof.signature-invalid"), Expected.sound()),
                png(
                                "two-badges-one-by-address",
                                "a badge, and the address of another",
                                Expected.unread(SEVERAL),
                                address(),
                                international(KEYWORD, jwt()))
                        .holding(Expected.sound(), Expected.sound()),
                png(
                        "eight-addresses",
                        "addresses that lead nowhere, as many as the limit",
                        Expected.unread("INCONCLUSIVE format.not-fetched"),
                        numbered(ABSENT + "/", LIMIT)),
                png(
                        "nine-texts",
                        "a badge and more texts than the limit",
                        Expected.sound().but("FORMAT", "WARNING " + MORE),
                        whole,
                        numbered("text ", LIMIT)),
                png(
                        "nine-texts-no-badge",
                        "no badge in the first texts, and more than the limit",
                        Expected.unread("INCONCLUSIVE " + MORE),
                        numbered("text ", LIMIT + 1)));
    }

    private static List<Made> elements() {
        String whole = BakedSvgSamples.cdata("openbadges:credential", BakedPngSamples.json());
        String dead = BakedSvgSamples.verify(ABSENT);
        String other = BakedSvgSamples.verify(jwt());
        return List.of(
                svg("valid-baked-svg-dead-address-first", "an address that leads nowhere, then a badge", dead + whole)
                        .made(Expected.sound()),
                svg("baked-svg-two-badges", "two badges", whole + other)
                        .made(Expected.unread(SEVERAL))
                        .holding(Expected.sound(), Expected.sound()));
    }

    private static List<Made> others() {
        byte[] codes = PictureSamples.sideBySide(ABSENT, PictureSamples.ADDRESS);
        return List.of(
                new Made(
                        "valid-pdf-attached-twice.pdf",
                        "PDF: one badge attached twice",
                        new Pdf()
                                .attachedBoth(BakedPngSamples.json(), BakedPngSamples.json())
                                .bytes(),
                        Expected.sound()),
                new Made(
                                "pdf-two-badges.pdf",
                                "PDF: two badges attached",
                                new Pdf()
                                        .attachedBoth(BakedPngSamples.json(), jwt())
                                        .bytes(),
                                Expected.unread(SEVERAL))
                        .holding(Expected.sound(), Expected.sound()),
                new Made(
                        "valid-picture-two-codes.png",
                        "PNG: a QR code that leads nowhere beside one that leads to a badge",
                        codes,
                        Expected.sound()),
                new Made(
                        "valid-baked-png-dead-and-code.png",
                        "PNG: a baked address that leads nowhere, and a QR code that leads to a badge",
                        Png.withChunk(plainText(OLD, ABSENT), PictureSamples.qr(PictureSamples.ADDRESS)),
                        Expected.sound()));
    }

    private record Drawing(String name, String about, String svg) {
        Made made(Expected expected) {
            return Made.text(name + ".svg", "SVG: " + about, svg, expected);
        }
    }

    private static Drawing svg(String name, String about, String inside) {
        return new Drawing(name, about, BakedSvgSamples.svg(inside));
    }

    private static Made sound(String name, String about, byte[]... chunks) {
        return new Made(
                "valid-baked-png-" + name + ".png",
                "PNG: " + about,
                Png.with(joined(chunks), NOTHING),
                Expected.sound());
    }

    private static Made png(String name, String about, Expected expected, byte[]... chunks) {
        return new Made("baked-png-" + name + ".png", "PNG: " + about, Png.with(joined(chunks), NOTHING), expected);
    }

    private static byte[] address() {
        return plainText(OLD, PictureSamples.ADDRESS);
    }

    private static String jwt() {
        return PresentationSamples.jwt();
    }

    private static byte[] numbered(String text, int count) {
        byte[][] chunks = new byte[count][];
        for (int i = 0; i < count; i++) {
            chunks[i] = international(OLD, text + i);
        }
        return joined(chunks);
    }
}
