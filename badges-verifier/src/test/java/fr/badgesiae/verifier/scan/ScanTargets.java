package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.read.BadgeFinder;
import java.util.List;

/** Parsers of documents and photographs. */
public final class ScanTargets {
    private static final List<String> PDF = List.of(
            "endobj",
            "stream\n",
            "endstream",
            "<<",
            ">>",
            "[",
            "]",
            "/Kids",
            " 1 0 R ",
            "/Length 99999999",
            "/Filter",
            "/Encrypt ");
    private static final List<String> PNG = List.of("IHDR", "IDAT", "IEND", "\u0000");
    private static final List<String> SVG = List.of(
            "z1",
            "<g>",
            "</g>",
            "\"",
            "1e38",
            "-",
            "NaN",
            "url(#c)",
            "<svg ",
            "<![CDATA[",
            "<!--",
            "&#0;",
            "href=\"#b\"");
    private static final int DEAR = 10;

    private ScanTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.bytes("pdf", pdfs(), PDF, ScanTargets::pdf, PdfReader.class)
                        .costing(DEAR),
                FuzzTarget.bytes("pdf-weight", pdfs(), PDF, ScanTargets::weight, PdfCost.class),
                FuzzTarget.bytes("svg", drawings(), SVG, ScanTargets::svg, SvgPicture.class, SvgDrawing.class)
                        .costing(DEAR),
                FuzzTarget.bytes("picture-header", photos(), PNG, ScanTargets::decode, ImageDecoder.class)
                        .costing(2),
                FuzzTarget.bytes("qr", photos(), PNG, ScanTargets::search, QrSearch.class)
                        .costing(DEAR));
    }

    private static void pdf(byte[] pdf) {
        assertThat(PdfReader.read(pdf, true).state()).isNotNull();
    }

    private static void svg(byte[] svg) {
        assertThat(SvgPicture.read(svg).pictures()).isNotNull();
    }

    private static void weight(byte[] pdf) {
        assertThat(PdfCost.of(pdf)).isNotNull();
    }

    private static void decode(byte[] image) {
        assertThat(ImageDecoder.decode(image).state()).isNotNull();
    }

    private static void search(byte[] image) {
        ImageDecoder.Decoded decoded = ImageDecoder.decode(image);
        if (decoded.state() == BadgeFinder.State.READ) {
            assertThat(QrSearch.search(decoded.picture().orElseThrow()).texts()).isNotNull();
        }
    }

    private static List<byte[]> photos() {
        return List.of(
                QrPhotos.jpeg(QrPhotos.code("https://badges.example/v/1", 3), 0.8f),
                QrPhotos.png(QrPhotos.image(QrPhotos.code("https://badges.example/v/1", 3))));
    }

    private static List<byte[]> drawings() {
        String start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
        return List.of(
                FuzzTarget.utf8(start + "<style>.a{fill:red}</style><g id=\"b\" class=\"a\"><path d=\"M0 0h1v1h-1z\"/>"
                        + "<circle r=\"2\"/></g><use href=\"#b\" x=\"3\" transform=\"rotate(9)\"/></svg>"),
                FuzzTarget.utf8(
                        start + "<image href=\"data:image/png;base64,AAAA\"/><clipPath id=\"c\"><rect rx=\"1\"/>"
                                + "</clipPath><rect clip-path=\"url(#c)\" style=\"stroke:#00f\" width=\"9\" height=\"5%\"/></svg>"));
    }

    private static List<byte[]> pdfs() {
        return List.of(
                new Pdfs().picture(QrPhotos.image(QrPhotos.code("x", 3))).bytes(),
                new Pdfs().pages(2).attach("badge.json", FuzzTarget.utf8("{}")).bytes(),
                new Pdfs().squares(QrPhotos.code("x", 3), 3).bytes());
    }
}
