package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import fr.badgesiae.verifier.scan.ImageScanner;
import fr.badgesiae.verifier.scan.Pdfs;
import fr.badgesiae.verifier.scan.QrPhotos;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where reading ends: steps, addresses and sizes, each limit met exactly and passed by one. */
class FormatDetectorTest {
    private static final String BADGE = "{\"credentialSubject\":{}}";
    private final Map<String, byte[]> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private ReadResult read(Submission submission) {
        return new SubmissionReader(new ImageScanner()).read(submission, (uri, limits) -> {
            asked.add(uri.toString());
            byte[] body = web.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                    : new FetchResult.Fetched(uri, "", body, false, false);
        });
    }

    private ReadResult read(byte[] bytes) {
        return read(Submission.of(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pageTo(String address) {
        return bytes("<!doctype html><link rel=alternate type=application/vc href=" + address + ">");
    }

    @Test
    void threeStepsLeadToABadgeAndFourDoNot() {
        web.put("https://a.example/1", pageTo("https://a.example/2"));
        web.put("https://a.example/2", pageTo("https://a.example/3"));
        web.put("https://a.example/3", bytes(BADGE));
        ReadResult reading = read(bytes("https://a.example/1"));
        assertThat(reading.credential()).isPresent();
        assertThat(reading.findings())
                .extracting(Finding::value)
                .containsSubsequence("https://a.example/1", "https://a.example/2", "https://a.example/3");
        web.put("https://a.example/0", pageTo("https://a.example/1"));
        assertThat(read(bytes("https://a.example/0")).reason().code()).isEqualTo("format.too-many-steps");
    }

    @Test
    void aParameterOfAnAddressThatAParameterLedToIsNotFollowed() {
        web.put("https://b.example/1", bytes("https://c.example/x?certUrl=https://d.example/1"));
        read(bytes("https://a.example/x?certUrl=https://b.example/1"));
        assertThat(asked)
                .containsExactly(
                        "https://b.example/1",
                        "https://c.example/x?certUrl=https://d.example/1",
                        "https://a.example/x?certUrl=https://b.example/1");
    }

    @Test
    void theCarryingAddressIsLeftAloneOnceItsParameterLedToABadge() {
        web.put("https://b.example/1", bytes(BADGE));
        assertThat(read(bytes("https://a.example/x?certUrl=https://b.example/1"))
                        .credential())
                .isPresent();
        assertThat(asked).containsExactly("https://b.example/1");
    }

    @Test
    void theCarryingAddressMayServeTheBadgeItself() {
        web.put("https://a.example/x?certUrl=https://b.example/1", bytes(BADGE));
        assertThat(read(bytes("https://a.example/x?certUrl=https://b.example/1"))
                        .credential())
                .isPresent();
    }

    @Test
    void anAddressInAnImageMayServeAPdfWithABadge() throws BakingException {
        String address = "https://a.example/badge.pdf";
        web.put(address, new Pdfs().attach("badge.json", bytes(BADGE)).bytes());
        byte[] png = QrPhotos.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertThat(read(Baker.bake(png, BakeLocation.OB2, address)).credential())
                .isPresent();
        for (byte[] image : List.of(png, bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))) {
            web.put(address, image);
            assertThat(read(Baker.bake(png, BakeLocation.OB2, address)).reason().code())
                    .as("an image there is not searched for codes")
                    .isEqualTo("format.linked-image-not-searched");
        }
    }

    @Test
    void aFileThatIsNotExaminedIsNamed() {
        assertThat(read(bytes("GIF89a")).reason().code()).isEqualTo("format.image-type-not-examined");
        assertThat(read(bytes("%!PS")).reason().code()).isEqualTo("format.file-type-not-examined");
        assertThat(read(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}).kind())
                .isEqualTo(InputKind.JPEG);
    }

    @Test
    void aPdfMayStartLikeAToken() {
        assertThat(read(bytes("eyx\n%PDF-1.7\n")).kind()).isEqualTo(InputKind.PDF);
        assertThat(read(bytes("eyx\n")).kind()).isEqualTo(InputKind.UNKNOWN);
    }

    @Test
    void anAttachedFileIsAnImageATextOrNothing() {
        byte[] drawing = Samples.named("valid-baked-svg-json.svg").bytes();
        assertThat(attached(drawing).credential()).isPresent();
        for (String start : List.of("\u00ff\u00d8\u00ff", "%PDF-1.7 \u00ff", "\u001f\u008b\b\u00ff")) {
            assertThat(attached(start.getBytes(StandardCharsets.ISO_8859_1)).findings())
                    .contains(new Finding("format.otherResult", "format.not-json", ""));
        }
        assertThat(attached(new byte[] {(byte) 0xff}).findings())
                .contains(new Finding("format.otherResult", "format.not-utf8", ""));
    }

    private ReadResult attached(byte[] file) {
        return read(new Pdfs().attach("file", file).bytes());
    }

    @Test
    void anAddressThatIsGoneMayStateARevocation() {
        String assertion = "{\"type\":\"Assertion\",\"revoked\":true}";
        ReadResult reading = gone(assertion);
        assertThat(reading.credential()).isPresent();
        assertThat(reading.findings())
                .contains(new Finding("format.fetchedFrom", "https://a.example/1 410", "ob-2.0 Assertion"));
        for (String other :
                List.of("", "{\"type\":\"Assertion\"}", "{\"type\":\"XCredential\",\"revoked\":true}", "<html>")) {
            assertThat(gone(other).reason().code()).as(other).isEqualTo("format.not-fetched");
        }
    }

    private static ReadResult gone(String body) {
        return new SubmissionReader(new ImageScanner())
                .read(
                        Submission.of("https://a.example/1"),
                        (uri, limits) -> new FetchResult.Failed(FetchResult.Failure.GONE, "410", bytes(body)));
    }

    /** Eight baked addresses, each a page that leads to a badge. */
    @Test
    void sixteenAddressesAreFollowedForOneSubmission() {
        byte[] image = Samples.named("baked-png-eight-addresses.png").bytes();
        read(image);
        List<String> first = List.copyOf(asked);
        assertThat(first).hasSize(8);
        for (String address : first) {
            web.put(address, pageTo(address + "/badge"));
            web.put(address + "/badge", bytes(BADGE.replace("{}", "{\"id\":\"" + address + "\"}")));
        }
        assertThat(read(image).parts()).hasSize(8);

        web.put("https://a.example/image", image);
        ReadResult over = read(bytes("https://a.example/image"));
        assertThat(over.parts()).hasSize(7);
        assertThat(over.parts().get(0).findings())
                .contains(new Finding("format.otherResult", "format.too-many-addresses", ""));
    }

    @Test
    void aLargeImageIsNotOpened() {
        byte[] png = Samples.named("valid-baked-png-json.png").bytes();
        byte[] largest = Arrays.copyOf(png, SubmissionReader.MAX_IMAGE_BYTES);
        assertThat(read(largest).credential()).isPresent();
        assertThat(read(Arrays.copyOf(png, largest.length + 1)).reason().code()).isEqualTo("format.image-too-large");
    }

    @Test
    void aTextMayBeOfOneCharacter() {
        for (String text : List.of("e", "{", "x")) {
            assertThat(read(bytes(text)).reason().code()).as(text).isEqualTo("format.not-json");
        }
    }

    @Test
    void aPageThatWasBroughtAndOneThatWasFetchedAreToldApart() {
        assertThat(read(bytes("<!doctype html><p>")).reason().code()).isEqualTo("format.web-page");
        web.put("https://a.example/1", bytes("<!doctype html><p>"));
        ReadResult fetched = read(bytes("https://a.example/1"));
        assertThat(fetched.reason().code()).isEqualTo("format.page-without-badge");
        assertThat(fetched.reason().arguments()).containsExactly("https://a.example/1");
    }

    @Test
    void aRedirectIsToldWithBothAddresses() {
        ReadResult reading = new SubmissionReader(new ImageScanner())
                .read(
                        Submission.of("https://a.example/1"),
                        (uri, limits) -> new FetchResult.Fetched(
                                URI.create("https://a.example/2"), "", bytes(BADGE), false, false));
        assertThat(reading.findings())
                .contains(
                        new Finding("format.redirectedFrom", "https://a.example/1", ""),
                        new Finding("format.fetchedFrom", "https://a.example/2", ""));
        web.put("https://a.example/1", bytes(BADGE));
        assertThat(read(bytes("https://a.example/1")).findings())
                .extracting(Finding::key)
                .doesNotContain("format.redirectedFrom");
    }
}
