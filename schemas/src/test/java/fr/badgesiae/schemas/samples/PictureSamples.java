package fr.badgesiae.schemas.samples;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Pictures and PDFs with a badge in a QR code or attached, and some without a badge. */
final class PictureSamples {
    /** The address of the valid badge. */
    static final String ADDRESS = Badge.HOST + "/credentials/7K2MX0Q9TDWE";

    private static final int MODULE = 4;
    private static final String NONE = "FAILED format.image-without-badge";
    private static final String UNREADABLE = "FAILED format.image-unreadable";

    private PictureSamples() {}

    static List<Made> all() {
        return List.of(
                png("valid-picture-qr", "a QR code that leads to a badge", qr(ADDRESS), Expected.sound()),
                png(
                        "picture-qr-absent",
                        "a QR code that leads nowhere",
                        qr(Badge.HOST + "/absent"),
                        Expected.unread("INCONCLUSIVE format.not-fetched")),
                png(
                        "picture-qr-text",
                        "a QR code that is no address",
                        qr("Bravo !"),
                        Expected.unread("FAILED format.qr-without-badge")),
                png(
                        "picture-plain",
                        "no badge and no QR code",
                        Png.with(new byte[0], new byte[0]),
                        Expected.unread(NONE)),
                new Made(
                        "picture-webp.webp",
                        "a picture of a kind that is not read: WebP",
                        Png.joined(Png.utf8("RIFF"), new byte[] {4, 0, 0, 0}, Png.utf8("WEBP")),
                        Expected.unread("INCONCLUSIVE format.image-type-not-examined")),
                new Made(
                        "file-zip.zip",
                        "an archive",
                        Png.joined(Png.utf8("PK"), new byte[] {3, 4, 20, 0}),
                        Expected.unread("INCONCLUSIVE format.file-type-not-examined")),
                png("picture-broken", "pixels that cannot be unpacked", broken(), Expected.unread(UNREADABLE)),
                png(
                        "picture-too-many-pixels",
                        "a header of more than fifty million pixels",
                        wide(),
                        Expected.unread("INCONCLUSIVE format.too-many-pixels")),
                svg("valid-svg-qr", "a QR code drawn as a path", drawing(path(ADDRESS)), Expected.sound()),
                svg("valid-svg-qr-picture", "a QR code as a picture in it", drawing(image(ADDRESS)), Expected.sound()),
                svg(
                        "valid-svg-qr-path-with-an-error",
                        "a QR code drawn as a path with a number after its last end",
                        drawing(path(ADDRESS).replace("z\"/>", "z1\"/>")),
                        Expected.sound()),
                svg(
                        "svg-too-much-work",
                        "more to draw than the limit",
                        drawing("<path d=\"M0 0" + "h9v9h-9".repeat(12_000) + "\"/>"),
                        Expected.unread("INCONCLUSIVE format.svg-too-much-work")),
                svg(
                        "svg-without-size",
                        "a drawing of no size",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 0\"><path d=\"M0 0h9v9\"/></svg>",
                        Expected.unread(UNREADABLE)),
                pdf("valid-pdf-attachment", "an attached badge", new Pdf().attached(json()), Expected.sound()),
                pdf("valid-pdf-qr", "a QR code drawn on the page", new Pdf().drawn(squares(ADDRESS)), Expected.sound()),
                pdf(
                        "valid-pdf-attachment-lzw",
                        "an attached badge packed with LZW",
                        new Pdf().attached("/Filter[/ASCIIHexDecode/LZWDecode]", Packed.lzw(json())),
                        Expected.sound()),
                pdf(
                        "valid-pdf-qr-run-length",
                        "a drawing packed by run length",
                        new Pdf().drawn("/Filter[/ASCIIHexDecode/RunLengthDecode]", Packed.runs(squares(ADDRESS))),
                        Expected.sound()),
                pdf(
                        "pdf-lzw-bomb",
                        "a drawing that unpacks to more than the limit",
                        new Pdf().drawn("/Filter[/ASCIIHexDecode/LZWDecode]", Packed.lzwOfZeros()),
                        Expected.unread("INCONCLUSIVE format.pdf-too-much-work")),
                pdf(
                        "pdf-mask-too-large",
                        "a picture with a mask of more pixels than the limit",
                        masked(),
                        Expected.unread("INCONCLUSIVE format.pdf-too-much-work")),
                pdf(
                        "pdf-picture-jpeg-2000",
                        "a picture of a kind that is not read",
                        new Pdf()
                                .drawn("q 90 0 0 90 9 9 cm /I Do Q")
                                .resources("/XObject<</I 5 0 R>>")
                                .object(picture("/Width 9/Height 9/Filter/JPXDecode")),
                        Expected.unread("INCONCLUSIVE format.image-type-not-examined")),
                pdf("pdf-plain", "an empty page", new Pdf(), Expected.unread(NONE)),
                pdf(
                        "pdf-encrypted",
                        "encrypted",
                        new Pdf().trailer("/Encrypt 9 0 R"),
                        Expected.unread("INCONCLUSIVE format.pdf-encrypted")),
                pdf(
                        "pdf-packed-heavily",
                        "a way of packing behind a reference",
                        new Pdf().object("<</Filter 5 0 R/Length 0>>stream\n\nendstream"),
                        Expected.unread("INCONCLUSIVE format.pdf-too-much-work")),
                new Made(
                        "pdf-broken.pdf",
                        "PDF: nothing after the first line",
                        Png.utf8("%PDF-1.7\n"),
                        Expected.unread(UNREADABLE)));
    }

    private static Made png(String name, String about, byte[] png, Expected expected) {
        return new Made(name + ".png", "PNG: " + about, png, expected);
    }

    private static Made svg(String name, String about, String svg, Expected expected) {
        return Made.text(name + ".svg", "SVG: " + about, svg, expected);
    }

    private static Made pdf(String name, String about, Pdf pdf, Expected expected) {
        return new Made(name + ".pdf", "PDF: " + about, pdf.bytes(), expected);
    }

    private static Pdf masked() {
        return new Pdf()
                .drawn("q 90 0 0 90 9 9 cm /I Do Q")
                .resources("/XObject<</I 5 0 R>>")
                .object(picture("/Width 1/Height 1/SMask 6 0 R"))
                .object(picture("/Width 40000/Height 40000"));
    }

    private static String picture(String entries) {
        return "<</Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray" + entries
                + "/Length 1>>stream\n0\nendstream";
    }

    private static String json() {
        return BakedPngSamples.json();
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] qr(String text) {
        BitMatrix matrix = matrix(text);
        int side = matrix.getWidth() * MODULE;
        byte[] rows = new byte[side * (side + 1)];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                rows[y * (side + 1) + 1 + x] = (byte) (matrix.get(x / MODULE, y / MODULE) ? 0 : 255);
            }
        }
        return Png.of(side, side, rows);
    }

    /** Two QR codes in one picture. */
    static byte[] sideBySide(String left, String right) {
        BitMatrix[] codes = {matrix(left), matrix(right)};
        int height = Math.max(codes[0].getHeight(), codes[1].getHeight()) * MODULE;
        int width = (codes[0].getWidth() + codes[1].getWidth()) * MODULE;
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int across = x / MODULE;
                boolean first = across < codes[0].getWidth();
                BitMatrix code = first ? codes[0] : codes[1];
                int column = first ? across : across - codes[0].getWidth();
                boolean dark = y / MODULE < code.getHeight() && code.get(column, y / MODULE);
                rows[y * (width + 1) + 1 + x] = (byte) (dark ? 0 : 255);
            }
        }
        return Png.of(width, height, rows);
    }

    private static String drawing(String inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 50\">" + inside + "</svg>";
    }

    private static String image(String text) {
        String png = Base64.getEncoder().encodeToString(qr(text));
        return "<image width=\"50\" height=\"50\" href=\"data:image/png;base64," + png + "\"/>";
    }

    private static String path(String text) {
        BitMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder("<path d=\"");
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                path.append(matrix.get(x, y) ? "M" + x + " " + y + "h1v1h-1z" : "");
            }
        }
        return path + "\"/>";
    }

    private static String squares(String text) {
        BitMatrix matrix = matrix(text);
        StringBuilder drawing = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int across = 60 + x * MODULE;
                drawing.append(matrix.get(x, y) ? across + " " + (400 - y * MODULE) + " 4 4 re\n" : "");
            }
        }
        return drawing + "f\n";
    }

    private static byte[] broken() {
        byte[] png = Png.with(new byte[0], new byte[0]);
        Arrays.fill(png, 45, 200, (byte) 0xAA);
        return png;
    }

    private static byte[] wide() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(50_001)
                .putInt(1000)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        byte[] png = Png.with(new byte[0], new byte[0]);
        byte[] wide = Png.chunk("IHDR", header);
        System.arraycopy(wide, 0, png, 8, wide.length);
        return png;
    }
}
