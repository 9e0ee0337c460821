package fr.badgesiae.schemas.samples;

import java.nio.charset.Charset;
import java.util.List;

/** Badges baked into SVG (Open Badges 3.0, 5.3.2). */
final class BakedSvgSamples {
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String DRAWING = "<rect width=\"64\" height=\"64\" rx=\"8\" fill=\"#2a6\"/>\n";
    private static final String WITHOUT = "FAILED format.image-without-badge";
    private static final String DOCTYPE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://ailleurs.example/svg11.dtd" [
              <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY ns "http://ns.example/">
              <!ENTITY file SYSTEM "file:///etc/hostname">
              <!-- a bracket ]> in a comment -->
            ]>
            """;

    private BakedSvgSamples() {}

    static List<Made> all() {
        String cdata = cdata("openbadges:credential", BakedPngSamples.json());
        return List.of(
                sound("json", "signed JSON", svg(cdata)),
                sound("jwt", "a VC-JWT in the attribute verify", svg(verify(PresentationSamples.jwt()))),
                sound("doctype", "a DOCTYPE with entities, never processed", DOCTYPE + svg("<t>&c;&file;</t>" + cdata)),
                sound("escaped", "JSON escaped instead of in a CDATA section", svg(escaped())),
                sound("other-prefix", "the namespace under another prefix", otherPrefix()),
                sound("in-metadata", "deeper in the file", svg("<g><metadata>" + cdata + "</metadata></g>")),
                new Made(
                        "valid-baked-svg-windows-1252.svg",
                        "SVG: in an encoding that its declaration names",
                        ("<?xml version='1.0' encoding='windows-1252'?>" + svg(cdata))
                                .getBytes(Charset.forName("windows-1252")),
                        Expected.sound()),
                made(
                        "tampered",
                        "the badge changed",
                        svg(cdata("openbadges:credential", BakedPngSamples.tampered())),
                        Expected.sound().unproven("FAILED proof.signature-invalid")),
                made(
                        "entity",
                        "an entity in place of the badge",
                        DOCTYPE + svg("<openbadges:credential>&file;</openbadges:credential>"),
                        Expected.unread("FAILED format.not-json")),
                made(
                        "other-namespace",
                        "an element of the right name and of another namespace",
                        svg(cdata).replace(NAMESPACE, "https://ailleurs.example/ob"),
                        Expected.unread(WITHOUT)),
                made("plain", "no badge", svg(""), Expected.unread(WITHOUT)),
                made(
                        "cut-off",
                        "the file breaks off inside the badge",
                        start(svg(cdata), "</openbadges"),
                        Expected.unread("FAILED format.baked-badge-broken")),
                made(
                        "cut-off-later",
                        "the file breaks off after the badge",
                        start(svg(cdata), "</svg>"),
                        Expected.sound().but("FORMAT", "WARNING format.image-damaged")),
                made(
                        "too-deep",
                        "nested deeper than the limit",
                        svg("<g>".repeat(300) + cdata + "</g>".repeat(300)),
                        Expected.unread("INCONCLUSIVE format.too-deep")));
    }

    private static Made sound(String name, String about, String svg) {
        return Made.text("valid-baked-svg-" + name + ".svg", "SVG: " + about, svg, Expected.sound());
    }

    private static Made made(String name, String about, String svg, Expected expected) {
        return Made.text("baked-svg-" + name + ".svg", "SVG: " + about, svg, expected);
    }

    static String svg(String inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"" + NAMESPACE
                + "\" viewBox=\"0 0 64 64\">\n" + inside + "\n" + DRAWING + "</svg>\n";
    }

    static String cdata(String element, String json) {
        return "<" + element + "><![CDATA[\n" + json + "\n]]></" + element + ">";
    }

    static String verify(String jwt) {
        return "<openbadges:credential verify=\"" + jwt + "\"></openbadges:credential>";
    }

    private static String escaped() {
        String json = BakedPngSamples.json()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
        return "<openbadges:credential>" + json.replace("é", "&#233;") + "</openbadges:credential>";
    }

    private static String otherPrefix() {
        return svg("<b:credential xmlns:b='" + NAMESPACE + "' verify = '" + PresentationSamples.jwt() + "' />")
                .replace("xmlns:openbadges=\"" + NAMESPACE + "\" ", "");
    }

    private static String start(String text, String until) {
        return text.substring(0, text.indexOf(until));
    }
}
