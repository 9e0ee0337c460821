package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.read.BadgeFinder.Codes;
import fr.badgesiae.verifier.read.BadgeFinder.Document;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the codes and files that a finder found. */
class PictureReaderTest {
    private static final String BADGE = "{\"credentialSubject\":{},\"id\":\"u:1\"}";
    private static final String OTHER = BADGE.replace("u:1", "u:2");
    private static final String FOUND = "PASSED format.read";
    private static final String NO_BADGE = "FAILED format.image-without-badge";
    private static final String MANY_PIXELS = "INCONCLUSIVE format.too-many-pixels";

    private final ScriptedFinder finder = new ScriptedFinder();
    private final PictureReader reader = new PictureReader(
            new FormatDetector((uri, limits) -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, ""), finder),
            finder);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String summary(ReadResult reading) {
        return reading.outcome() + " " + reading.reason().code();
    }

    private ReadResult picture() {
        return reader.picture(InputKind.JPEG, bytes("image"));
    }

    private ReadResult drawing() {
        return reader.drawing(bytes("<svg/>"));
    }

    private ReadResult pdf() {
        return reader.pdf(bytes("%PDF"));
    }

    @Test
    void aCodeOfAPictureLeadsToABadge() {
        finder.image("image", State.READ, BADGE);
        ReadResult reading = picture();
        assertThat(summary(reading)).isEqualTo(FOUND);
        assertThat(reading.kind()).isEqualTo(InputKind.JPEG);
        assertThat(reading.findings())
                .contains(new Finding("format.qr", BADGE, "iso-18004"))
                .noneMatch(finding -> finding.key().equals("format.page"));
    }

    @Test
    void aPictureWithoutACodeAndOneWithACodeThatIsIllegibleAreToldApart() {
        finder.image("image", State.READ);
        assertThat(summary(picture())).isEqualTo(NO_BADGE);
        finder.illegible("image");
        assertThat(summary(picture())).isEqualTo("INCONCLUSIVE format.qr-unreadable");
    }

    @Test
    void aCodeOfWordsIsNoBadge() {
        finder.image("image", State.READ, "Bonjour");
        assertThat(summary(picture())).isEqualTo("FAILED format.qr-without-badge");
        finder.image("image", State.READ, "https://a.example/1");
        assertThat(summary(picture())).isEqualTo("INCONCLUSIVE format.not-fetched");
    }

    @Test
    void anAddressThatServesWordsIsNotACodeOfWords() {
        PictureReader fetching = new PictureReader(
                new FormatDetector(
                        (uri, limits) -> new FetchResult.Fetched(uri, "", bytes("Bonjour"), false, false), finder),
                finder);
        finder.image("image", State.READ, "https://a.example/1");
        assertThat(summary(fetching.picture(InputKind.JPEG, bytes("image")))).isEqualTo("FAILED format.not-json");
    }

    @Test
    void aLongCodeIsToldByItsLengthAndDigest() {
        String longest = "é".repeat(500);
        finder.image("image", State.READ, longest);
        assertThat(picture().findings()).contains(new Finding("format.qr", longest, "iso-18004"));
        String longer = longest + "é";
        finder.image("image", State.READ, longer);
        assertThat(picture().findings())
                .contains(new Finding("format.qr", "501 characters, sha256 " + Sha256.hex(bytes(longer)), "iso-18004"));
    }

    @Test
    void aLongCodeThatIsAnAddressIsToldWhole() {
        String address = "https://a.example/o#" + "7".repeat(1000);
        finder.image("image", State.READ, address);
        assertThat(picture().findings()).contains(new Finding("format.qr", address, "iso-18004"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED, PDF, INCONCLUSIVE format.pdf-encrypted, ''",
        "TOO_MANY_PIXELS, JPEG, INCONCLUSIVE format.too-many-pixels, 50",
        "TOO_MUCH_WORK, SVG, INCONCLUSIVE format.svg-too-much-work, ''",
        "TOO_MUCH_WORK, PDF, INCONCLUSIVE format.pdf-too-much-work, ''",
        "NOT_IN_THIS_BUILD, JPEG, INCONCLUSIVE format.not-examined-by-this-build, JPEG",
        "UNREADABLE, JPEG, FAILED format.image-unreadable, ''",
    })
    void aFileThatIsNotOpenedSaysWhy(State state, InputKind kind, String answer, String argument) {
        finder.image("image", state).drawing(state, Codes.NONE).attachments(state, false);
        ReadResult reading = switch (kind) {
            case SVG -> drawing();
            case PDF -> reader.attachments(bytes("%PDF"));
            default -> picture();
        };
        assertThat(summary(reading)).isEqualTo(answer);
        assertThat(String.join("", reading.reason().arguments())).isEqualTo(argument);
        assertThat(reading.kind()).isEqualTo(kind);
        if (kind == InputKind.PDF) {
            assertThat(summary(pdf())).isEqualTo(answer);
        }
    }

    @Test
    void theCodesOfADrawingGoBeforeThoseOfItsImages() {
        finder.drawing(State.READ, ScriptedFinder.codes(BADGE), "data:image/png,one");
        finder.image("one", State.READ, OTHER);
        assertThat(drawing().parts())
                .extracting(part -> part.credential().orElseThrow().id())
                .containsExactly("u:1", "u:2");
        assertThat(drawing().kind()).isEqualTo(InputKind.SVG);
    }

    @Test
    void theAddressOfAnEmbeddedImageMayBeBroken() {
        finder.drawing(State.READ, Codes.NONE, " data:image/png;base64,b2\n  5l ", "https://a.example/1.png");
        finder.image("one", State.READ, BADGE);
        assertThat(summary(drawing())).isEqualTo(FOUND);
    }

    @Test
    void aDrawingThatIsNotRenderedMayHaveImages() {
        finder.drawing(State.UNREADABLE, Codes.NONE, "data:,one");
        finder.image("one", State.READ, BADGE);
        assertThat(summary(drawing())).isEqualTo(FOUND);
        finder.image("one", State.READ);
        assertThat(summary(drawing())).isEqualTo(NO_BADGE);
        finder.image("one", State.UNREADABLE);
        assertThat(summary(drawing())).isEqualTo("FAILED format.image-unreadable");
        finder.image("one", State.TOO_MANY_PIXELS);
        assertThat(summary(drawing())).isEqualTo(MANY_PIXELS);
    }

    @Test
    void anImageThatIsNotOpenedLeavesTheQuestionOpenUnlessABadgeIsFound() {
        finder.drawing(State.READ, Codes.NONE, "data:,one", "data:,two");
        finder.image("one", State.TOO_MANY_PIXELS).image("two", State.UNREADABLE);
        assertThat(summary(drawing())).isEqualTo(MANY_PIXELS);
        finder.image("two", State.READ, BADGE);
        assertThat(summary(drawing())).isEqualTo(FOUND);
        finder.image("one", State.UNREADABLE).image("two", State.UNREADABLE);
        assertThat(summary(drawing())).isEqualTo(NO_BADGE);
    }

    @Test
    void anAttachedBadgeGoesBeforeThoseOfThePages() {
        finder.attachments(State.READ, false, BADGE).pages(ScriptedFinder.codes(OTHER));
        ReadResult reading = pdf();
        assertThat(reading.credential().orElseThrow().id()).isEqualTo("u:1");
        assertThat(reading.kind()).isEqualTo(InputKind.PDF);
        int length = BADGE.length();
        assertThat(reading.findings())
                .contains(new Finding(
                        "format.attachment",
                        "file, " + length + " bytes, sha256 " + Sha256.hex(bytes(BADGE)),
                        "iso-32000-2 7.11.4"));
    }

    @Test
    void thePagesAreSearchedWhereNoBadgeIsAttached() {
        finder.attachments(State.READ, false, "Bonjour").pages(Codes.NONE, ScriptedFinder.codes(BADGE));
        ReadResult reading = pdf();
        assertThat(summary(reading)).isEqualTo(FOUND);
        assertThat(reading.findings())
                .contains(
                        new Finding("format.page", "2", ""), new Finding("format.otherResult", "format.not-json", ""));
        assertThat(summary(reader.attachments(bytes("%PDF")))).isEqualTo("FAILED format.not-json");
    }

    @Test
    void aPdfWithoutFilesAndWithoutCodesHasNoBadge() {
        assertThat(summary(pdf())).isEqualTo(NO_BADGE);
        assertThat(summary(reader.attachments(bytes("%PDF")))).isEqualTo(NO_BADGE);
    }

    @Test
    void anAttachedFileThatIsNotReadLeavesTheQuestionOpen() {
        finder.attachments(State.READ, false, "https://a.example/1").pages(ScriptedFinder.codes("Bonjour"));
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.not-fetched");
        finder.pages(ScriptedFinder.codes(BADGE));
        assertThat(summary(pdf())).isEqualTo(FOUND);
        finder.attachments(State.READ, false, "Bonjour").pages(ScriptedFinder.codes("Bonjour"));
        assertThat(summary(pdf())).isEqualTo("FAILED format.qr-without-badge");
    }

    @Test
    void aPdfThatIsNotOpenedIsNotSearched() {
        finder.attachments(State.ENCRYPTED, false).pages(ScriptedFinder.codes(BADGE));
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.pdf-encrypted");
        finder.attachments(State.READ, false).pages(Document.notOpened(State.TOO_MUCH_WORK));
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.pdf-too-much-work");
    }

    @Test
    void filesThatAreSkippedMayBeBadges() {
        finder.attachments(State.READ, true, BADGE);
        assertThat(summary(pdf())).isEqualTo("WARNING format.more-than-examined");
    }

    @Test
    void pagesWithoutTextSayWhatWasNotSeen() {
        finder.pages(new Codes(List.of(), true), Codes.NONE);
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.qr-unreadable");
        finder.pages(new Document(State.READ, List.of(), List.of(Codes.NONE), false, true));
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.image-type-not-examined");
        finder.pages(new Document(State.READ, List.of(), List.of(Codes.NONE), true, false));
        assertThat(summary(pdf())).isEqualTo("INCONCLUSIVE format.pdf-too-much-work");
    }
}
