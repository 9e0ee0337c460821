package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import fr.badgesiae.verifier.scan.QrPhotos;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Baked texts against the codes of the same image, which a finder has found. */
class BakedReaderTest {
    private static final String BADGE = "{\"credentialSubject\":{},\"id\":\"u:1\"}";
    private static final String OTHER = BADGE.replace("u:1", "u:2");
    private static final byte[] PNG = QrPhotos.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    private static final byte[] SVG = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    private static final String NO_BADGE = "FAILED format.image-without-badge";

    private final ScriptedFinder finder = new ScriptedFinder();
    private final BakedReader reader = new BakedReader(
            new FormatDetector((uri, limits) -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, ""), finder),
            finder);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] baked(String text) throws BakingException {
        return Baker.bake(PNG, BakeLocation.OB3, text);
    }

    private static String summary(ReadResult reading) {
        return reading.outcome() + " " + reading.reason().code();
    }

    private ReadResult png(byte[] image, String... codes) {
        finder.image(new String(image, StandardCharsets.UTF_8), State.READ, codes);
        return reader.read(InputKind.PNG, image);
    }

    @Test
    void aBakedBadgeIsToldWithItsPlaceAndGoesBeforeACode() throws BakingException {
        ReadResult reading = png(baked(BADGE), OTHER);
        assertThat(summary(reading)).isEqualTo("PASSED format.read");
        assertThat(reading.credential().orElseThrow().id()).isEqualTo("u:1");
        assertThat(reading.kind()).isEqualTo(InputKind.PNG);
        assertThat(reading.findings())
                .contains(
                        new Finding("format.bakedBytes", Integer.toString(BADGE.length()), "ob-3.0 5.3"),
                        new Finding("format.bakedSha256", Sha256.hex(bytes(BADGE)), "ob-3.0 5.3"))
                .anyMatch(finding -> finding.key().equals("format.baked"));
    }

    @Test
    void aCodeIsFollowedWhereNoBadgeIsBaked() throws BakingException {
        assertThat(png(PNG, BADGE).credential()).isPresent();
        ReadResult beside = png(baked("Bonjour"), BADGE);
        assertThat(beside.credential()).isPresent();
        assertThat(beside.findings()).contains(new Finding("format.otherResult", "format.not-json", ""));
        assertThat(summary(png(baked("Bonjour"), "Bonjour"))).isEqualTo("FAILED format.not-json");
    }

    @Test
    void aDrawingIsSearchedAsOne() {
        finder.drawing(State.READ, ScriptedFinder.codes(BADGE));
        assertThat(reader.read(InputKind.SVG, SVG).credential()).isPresent();
        assertThat(reader.read(InputKind.SVG, SVG).kind()).isEqualTo(InputKind.SVG);
    }

    @Test
    void theCodesOfAnImageThatWasLinkedAreIgnored() throws BakingException {
        finder.image(new String(PNG, StandardCharsets.UTF_8), State.READ, BADGE);
        assertThat(summary(reader.baked(InputKind.PNG, PNG))).isEqualTo(NO_BADGE);
        assertThat(reader.baked(InputKind.PNG, PNG).kind()).isEqualTo(InputKind.PNG);
        assertThat(reader.baked(InputKind.PNG, baked(BADGE)).credential()).isPresent();
    }

    @Test
    void anImageThatIsTooDeepIsNotRead() {
        byte[] deep = Samples.named("baked-svg-too-deep.svg").bytes();
        ReadResult reading = reader.read(InputKind.SVG, deep);
        assertThat(summary(reading)).isEqualTo("INCONCLUSIVE format.too-deep");
        assertThat(reading.reason().arguments()).containsExactly("256");
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        byte[] large = withPlainText("x".repeat(Unbaker.MAX_CONTENT + 1));
        ReadResult reading = png(large);
        assertThat(summary(reading)).isEqualTo("INCONCLUSIVE format.too-large");
        assertThat(reading.reason().arguments()).containsExactly(Integer.toString(Unbaker.MAX_CONTENT));
        assertThat(png(large, BADGE).credential()).isPresent();

        byte[] drawing = Arrays.copyOf(SVG, Unbaker.MAX_CONTENT + 1);
        assertThat(summary(reader.read(InputKind.SVG, drawing))).isEqualTo("INCONCLUSIVE format.too-large");
        assertThat(reader.read(InputKind.SVG, drawing).kind()).isEqualTo(InputKind.SVG);
    }

    /** The image with a tEXt chunk before its last chunk (PNG, 11.3.3.2). */
    private static byte[] withPlainText(String text) {
        byte[] typeAndText = bytes("tEXtopenbadges\0" + text);
        CRC32 checksum = new CRC32();
        checksum.update(typeAndText);
        int end = PNG.length - 12;
        return ByteBuffer.allocate(PNG.length + 8 + typeAndText.length)
                .put(PNG, 0, end)
                .putInt(typeAndText.length - 4)
                .put(typeAndText)
                .putInt((int) checksum.getValue())
                .put(PNG, end, 12)
                .array();
    }

    @Test
    void aBrokenTextDamagesTheImageAndIsNoBadge() {
        ReadResult broken = png(Samples.named("baked-png-packed-wrongly.png").bytes());
        assertThat(summary(broken)).isEqualTo("FAILED format.baked-badge-broken");
        ReadResult beside = png(Samples.named("baked-png-broken-first.png").bytes());
        assertThat(summary(beside)).isEqualTo("WARNING format.image-damaged");
        assertThat(summary(png(Samples.named("baked-png-wrong-checksum.png").bytes())))
                .isEqualTo("WARNING format.image-damaged");
    }

    @Test
    void oneTextAtTwoPlacesIsReadOnce() throws BakingException {
        ReadResult reading = png(Baker.bake(baked(BADGE), BakeLocation.OB2, BADGE));
        assertThat(reading.credential()).isPresent();
        assertThat(reading.findings()).contains(new Finding("format.otherResult", "the same bytes", ""));
    }

    @Test
    void eightTextsAreReadAndNoNinth() {
        ReadResult reading = png(Samples.named("baked-png-nine-texts.png").bytes());
        assertThat(summary(reading)).isEqualTo("WARNING format.more-than-examined");
    }
}
