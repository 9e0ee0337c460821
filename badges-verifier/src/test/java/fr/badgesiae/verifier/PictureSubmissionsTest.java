package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import fr.badgesiae.verifier.scan.Pdfs;
import fr.badgesiae.verifier.scan.QrPhotos;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSubmissionsTest {
    private static final String SHARE = "https://badges.example/v/7K2MX0Q9TDWE";
    private static final String BADGE = SHARE + "/badge.json";

    private final BadgeVerifier verifier = new BadgeVerifier();
    private final Map<String, byte[]> web = new HashMap<>();

    @BeforeEach
    void publish() {
        web.putAll(Samples.documents());
        web.put(BADGE, Samples.named("valid-did-web.json").bytes());
        page(SHARE, "<link rel=alternate href=\"/v/7K2MX0Q9TDWE/badge.json\" type='application/vc'>");
    }

    private void page(String address, String head) {
        String html = "<!doctype html>\n<html lang=\"fr\"><head><link rel=\"stylesheet\" href=\"/x.css\">" + head
                + "</head><body>…</body></html>";
        web.put(address, html.getBytes(StandardCharsets.UTF_8));
    }

    private Fetcher fetcher() {
        return (uri, limits) -> {
            byte[] body = web.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                    : new FetchResult.Fetched(uri, "", body, false, false);
        };
    }

    private VerificationReport judge(Submission submission) {
        return verifier.verify(submission, VerificationPolicy.at(Samples.at(), fetcher()));
    }

    private VerificationReport judge(byte[] bytes) {
        return judge(Submission.of(bytes));
    }

    private static byte[] photo(String text) {
        return QrPhotos.jpeg(QrPhotos.code(text, 5), 0.7f);
    }

    private static String format(VerificationReport report) {
        CheckResult format = report.check(CheckName.FORMAT);
        return format.outcome() + " " + format.reason().code();
    }

    @Test
    void aPhotographedCodeIsFollowedToTheBadgeAndTheReportSaysWhere() {
        VerificationReport report = judge(photo(SHARE));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.input().kind()).isEqualTo("JPEG");
        assertThat(report.check(CheckName.FORMAT).findings())
                .contains(
                        new Finding("format.qr", SHARE, "iso-18004"),
                        new Finding("format.fetchedFrom", SHARE, ""),
                        new Finding("format.fetchedFrom", BADGE, ""));
    }

    @Test
    void theAddressOfAPageAloneIsFollowedToo() {
        assertThat(judge(Submission.of(SHARE)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(judge(new Submission.Address(URI.create(SHARE))).verdict()).isEqualTo(Verdict.VALID);
        assertThat(judge(new Submission.Address(URI.create("https://badges.example/absent")))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aPngWithoutBakedBadgeIsSearchedForACode() {
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code(BADGE, 4)));

        assertThat(judge(png).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void theBakedBadgeGoesBeforeTheCode() throws BakingException {
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code(BADGE, 4)));
        String tampered = Samples.named("presented-tampered.json").text();

        assertThat(judge(Baker.bake(png, BakeLocation.OB3, tampered)).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aBakedAddressIsFollowed() throws BakingException {
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code("?", 4)));

        assertThat(judge(Baker.bake(png, BakeLocation.OB2, BADGE)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aCodeThatLeadsNowhereGetsItsOwnReason() {
        page("https://autre.example/", "");
        page("https://boucle.example/", "<link rel=alternate type=application/vc href=https://boucle.example/>");

        assertThat(format(judge(photo("Bonjour")))).isEqualTo("FAILED format.qr-without-badge");
        assertThat(format(judge(photo("https://autre.example/")))).isEqualTo("INCONCLUSIVE format.page-without-badge");
        assertThat(format(judge(photo("https://absent.example/")))).isEqualTo("INCONCLUSIVE format.not-fetched");
        assertThat(format(judge(photo("https://boucle.example/")))).isEqualTo("INCONCLUSIVE format.too-many-steps");
    }

    @Test
    void aPictureOfNothingHoldsNoBadge() {
        byte[] plain =
                QrPhotos.png(new java.awt.image.BufferedImage(60, 60, java.awt.image.BufferedImage.TYPE_INT_RGB));

        assertThat(format(judge(plain))).isEqualTo("FAILED format.image-without-badge");
        assertThat(format(judge(java.util.Arrays.copyOf(plain, 20)))).isEqualTo("FAILED format.image-unreadable");
    }

    @Test
    void whatIsAttachedToAPdfGoesBeforeItsCodes() {
        byte[] json = Samples.named("valid-did-web.json").bytes();
        byte[] baked = Samples.named("valid-baked-png-jwt.png").bytes();
        java.awt.image.BufferedImage code = QrPhotos.image(QrPhotos.code("https://absent.example/", 4));

        assertThat(judge(new Pdfs().picture(code).attach("badge.json", json).bytes())
                        .verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(judge(new Pdfs().picture(code).attach("badge.png", baked).bytes())
                        .verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(format(judge(new Pdfs()
                        .picture(code)
                        .attach("note.txt", new byte[] {65})
                        .bytes())))
                .isEqualTo("INCONCLUSIVE format.not-fetched");
    }

    @Test
    void aPdfLeadsToTheBadgeByItsCodeOrSaysWhyNot() {
        java.awt.image.BufferedImage code = QrPhotos.image(QrPhotos.code(SHARE, 4));

        VerificationReport third = judge(new Pdfs().pages(2).picture(code).bytes());
        assertThat(third.verdict()).isEqualTo(Verdict.VALID);
        assertThat(third.check(CheckName.FORMAT).findings())
                .contains(new Finding("format.qr", SHARE, "iso-18004"), new Finding("format.page", "3", ""));
        assertThat(format(judge(new Pdfs().pages(1).bytes()))).isEqualTo("FAILED format.image-without-badge");
        assertThat(format(judge(new Pdfs().pages(1).encrypted("x").bytes())))
                .isEqualTo("INCONCLUSIVE format.pdf-encrypted");
        assertThat(format(judge("%PDF-1.7".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("FAILED format.image-unreadable");
    }

    @Test
    void aCodeThatIsSeenAndNotReadLeavesTheQuestionOpen() {
        int cell = 20;
        BufferedImage marks = new BufferedImage(cell * 60, cell * 60, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < marks.getWidth() * marks.getHeight(); i++) {
            int x = Math.abs(i % marks.getWidth() % cell - cell / 2) / 2;
            int y = Math.abs(i / marks.getWidth() % cell - cell / 2) / 2;
            int ring = Math.max(x, y);
            int colour = ring <= 1 || ring == 3 ? 0 : 0xFFFFFF;
            marks.setRGB(i % marks.getWidth(), i / marks.getWidth(), colour);
        }
        assertThat(format(judge(QrPhotos.png(marks)))).isEqualTo("INCONCLUSIVE format.qr-unreadable");
    }

    @Test
    void aDocumentWhosePackingCannotBeWeighedIsNotOpened() {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<</Length 3 /Filter 5 0 R>>\nstream\nabc\nendstream\nendobj\n"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(format(judge(pdf))).isEqualTo("INCONCLUSIVE format.pdf-too-much-work");
    }

    @Test
    void anImageOfAnotherKindIsNotCalledWrong() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] gif = "GIF89a\u0001\0\u0001".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(format(judge(heic))).isEqualTo("INCONCLUSIVE format.image-type-not-examined");
        assertThat(format(judge(gif))).isEqualTo("INCONCLUSIVE format.image-type-not-examined");
    }

    @Test
    void aPdfMayHaveAFewBytesBeforeItsHeader() {
        byte[] pdf = "\n\n%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);
        byte[] json = Samples.named("valid-did-web.json")
                .text()
                .replaceFirst("\\{", "{\"note\":\"%PDF-<html\",")
                .getBytes(StandardCharsets.UTF_8);
        web.put("https://badges.example/note", json);

        assertThat(judge(pdf).input().kind()).isEqualTo("PDF");
        assertThat(judge(json).input().kind()).isEqualTo("OB3_JSON");
        assertThat(judge(Submission.of("https://badges.example/note")).input().kind())
                .isEqualTo("OB3_JSON");
    }

    @Test
    void eachLimitHasItsOwnReason() {
        byte[] large = new byte[(15 << 20) + 1];
        System.arraycopy(photo("x"), 0, large, 0, 100);
        byte[] svg = ("<svg>" + " ".repeat(2 << 20) + "</svg>").getBytes(StandardCharsets.UTF_8);
        byte[] text = ("{" + " ".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8);
        byte[] pixels = Samples.named("baked-png-cut-off.png").bytes();

        assertThat(format(judge(large))).isEqualTo("INCONCLUSIVE format.image-too-large");
        assertThat(format(judge(svg))).isEqualTo("INCONCLUSIVE format.too-large");
        assertThat(format(judge(text))).isEqualTo("INCONCLUSIVE format.too-large");
        assertThat(format(judge(widened(pixels)))).isEqualTo("INCONCLUSIVE format.too-many-pixels");
    }

    /** The header alone, with another size. */
    private static byte[] widened(byte[] png) {
        byte[] header = java.util.Arrays.copyOf(png, 33);
        java.nio.ByteBuffer.wrap(header).putInt(16, 50_001).putInt(20, 1000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(header, 12, 17);
        java.nio.ByteBuffer.wrap(header).putInt(29, (int) crc.getValue());
        return header;
    }

    @Test
    void ofSeveralCodesTheOneThatLeadsToABadgeIsFollowedAndTheOthersAreTold() {
        BufferedImage shop = QrPhotos.image(QrPhotos.code("https://shop.example/menu", 5));
        BufferedImage ours = QrPhotos.image(QrPhotos.code(SHARE, 5));
        BufferedImage both = new BufferedImage(
                shop.getWidth() + ours.getWidth(), Math.max(shop.getHeight(), ours.getHeight()), shop.getType());
        both.getGraphics().drawImage(shop, 0, 0, null);
        both.getGraphics().drawImage(ours, shop.getWidth(), 0, null);

        VerificationReport report = judge(QrPhotos.png(both));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.check(CheckName.FORMAT).findings())
                .contains(
                        new Finding("format.qr", SHARE, "iso-18004"),
                        new Finding("format.otherQr", "https://shop.example/menu", "iso-18004"));
    }

    @ParameterizedTest
    @CsvSource({
        "424d3600000000000000, BMP",
        "0000002066747970686576630000, HEIC",
        "0000002066747970617669660000, AVIF",
        "0000000c4a584c200d0a870a, JPEG XL",
        "0000000c6a5020200d0a870a, JPEG 2000",
        "384250530001000000000000, Photoshop",
        "524946460400000057454250, WebP"
    })
    void anImageOfAKindThatIsNotExaminedIsNamed(String bytes, String name) {
        CheckResult format = judge(HexFormat.of().parseHex(bytes)).check(CheckName.FORMAT);

        assertThat(format.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(format.reason()).isEqualTo(ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with(name));
    }

    @ParameterizedTest
    @CsvSource({
        "252150532d41646f62652d33, PostScript",
        "504b03041400000000000000, ZIP",
        "524946460400000057415645, RIFF",
        "00000020667479706d703432, ISO BMFF"
    })
    void aFileOfAKindThatIsNotOpenedIsNamed(String bytes, String name) {
        CheckResult format = judge(HexFormat.of().parseHex(bytes)).check(CheckName.FORMAT);

        assertThat(format.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(format.reason()).isEqualTo(ReasonCode.FORMAT_FILE_TYPE_NOT_EXAMINED.with(name));
    }
}
