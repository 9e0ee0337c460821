package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Utf8;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.read.detect.AddressParameters;
import fr.badgesiae.verifier.read.detect.FileSignatures;
import fr.badgesiae.verifier.read.detect.LinkReader;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parsers of submissions: JSON, tokens, presentations, addresses, pages. */
public final class ReadTargets {
    private static final List<String> JSON = List.of(
            "null", "[]", "{}", "1e400", "1E-400", "\"\\ud800\"", "\"", ",", "-0", "\u0000", "\uFEFF", "[[[[[[[[[");
    private static final List<String> TOKEN = List.of(".", "=", "-", "_", "~", "ey", "e30", "\n");
    private static final List<String> WRAPPER = List.of(
            "[",
            "{",
            "\"",
            "]",
            "},{",
            "\"jwt\":",
            "\"credential\":",
            "\"verifiableCredential\":[",
            " ",
            "=\n",
            "“",
            "ey");
    private static final List<String> ADDRESS =
            List.of("%", "data:", ";base64,", "https://", "[", "\"", "<link ", "href=", "\uFEFF");
    private static final URI PAGE = URI.create("https://badges.example/v/1");

    private ReadTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.bytes("json", files(".*\\.json"), JSON, ReadTargets::json, JsonReader.class, Utf8.class),
                FuzzTarget.bytes(
                        "jws", files(".*\\.(jwt|jws)"), TOKEN, ReadTargets::token, JwsReader.class, TokenReader.class),
                FuzzTarget.document(
                        "payload", payloads(), ReadTargets::payload, JwsReader.class, CredentialReader.class),
                FuzzTarget.document(
                        "presentation",
                        files(".*(present|envelop).*json"),
                        ReadTargets::read,
                        CredentialReader.class,
                        EnvelopeReader.class,
                        Presentation.class),
                FuzzTarget.bytes(
                        "wrapper",
                        files(".*(wrapped|record).*"),
                        WRAPPER,
                        ReadTargets::wrapper,
                        WrapperReader.class,
                        JwsReader.class),
                FuzzTarget.document(
                        "credential",
                        files(".*\\.json"),
                        ReadTargets::read,
                        CredentialReader.class,
                        AssertionDetector.class,
                        SubmissionReader.class,
                        BadgeSummary.class,
                        BadgeSummary.Alignment.class,
                        BadgeSummary.Evidence.class),
                FuzzTarget.text("data-url", dataUrls(), ADDRESS, ReadTargets::dataUrl, DataUrl.class),
                FuzzTarget.text("carried-address", addresses(), ADDRESS, ReadTargets::address, AddressParameters.class),
                FuzzTarget.bytes(
                        "web-page", pages(), ADDRESS, ReadTargets::page, LinkReader.class, FormatDetector.class),
                FuzzTarget.bytes(
                        "signature",
                        signatures(),
                        List.of("%PDF-", "ftyp", "{", "<svg"),
                        ReadTargets::kind,
                        FileSignatures.class));
    }

    /** Parsed JSON, written and parsed again, is unchanged, also by the lenient parser. */
    private static void json(byte[] bytes) {
        JsonReader.plain(bytes).ifPresent(object -> assertThat(closer(bytes)).isEqualTo(object));
        Optional<ObjectNode> read = FuzzTarget.object(bytes);
        read.ifPresent(object -> assertThat(FuzzTarget.object(FuzzTarget.utf8(object.toString())))
                .map(ObjectNode::toString)
                .hasValue(object.toString()));
    }

    private static ObjectNode closer(byte[] bytes) {
        try {
            return JsonReader.object(JsonReader.text(bytes));
        } catch (UnreadableException e) {
            throw new AssertionError("only the short way reads this", e);
        }
    }

    /** The parts of a token are those of its text. */
    private static void token(byte[] bytes) {
        TokenReader.read(bytes)
                .ifPresent(token ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(token.compact()));
        read(bytes);
    }

    /** No more credentials than the limit, beside the records that hold them; none a copy of another's place. */
    private static void wrapper(byte[] bytes) {
        List<ReadResult> each =
                new SubmissionReader(new ImageScanner()).readEach(Submission.of(bytes), Fetcher.offline());
        assertThat(each).isNotEmpty().allMatch(reading -> reading.parts().isEmpty());
        assertThat(each.stream().filter(reading -> !reading.ofRecord()).count()).isLessThanOrEqualTo(40);
        read(bytes);
    }

    private static void payload(byte[] bytes) {
        FuzzTarget.object(bytes)
                .ifPresent(payload -> assertThat(JwsReader.credential(payload)).isNotNull());
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        read(FuzzTarget.utf8("eyJhbGciOiJFUzI1NiJ9." + claims + ".c2ln"));
    }

    /** A credential exists exactly where one was read. */
    private static void read(byte[] bytes) {
        for (ReadResult reading :
                new SubmissionReader(new ImageScanner()).readEach(Submission.of(bytes), Fetcher.offline())) {
            boolean read = reading.outcome() == Outcome.PASSED || reading.outcome() == Outcome.WARNING;
            assertThat(reading.credential().isPresent()).isEqualTo(read);
            reading.credential().ifPresent(ReadTargets::whole);
        }
    }

    private static void whole(ParsedCredential credential) {
        assertThat(credential.types()).doesNotContainNull();
        assertThat(credential.subject()).isNotNull();
        assertThat(BadgeSummary.ofCredential(credential.document())).isNotNull();
        assertThat(List.of(
                        String.valueOf(credential.id()),
                        String.valueOf(credential.issuerId()),
                        String.valueOf(credential.claimedIssuerName())))
                .doesNotContainNull();
    }

    private static void dataUrl(String text) {
        DataUrl.parse(text).ifPresent(url -> assertThat(url.bytes()).isNotEmpty());
        read(FuzzTarget.utf8(text));
    }

    /** A carried address is one that may be fetched, and the submission is read. */
    private static void address(String text) {
        Submission.address(text)
                .flatMap(address -> AddressParameters.of(address.uri()))
                .ifPresent(carried -> assertThat(carried.address().getHost()).isNotEmpty());
        read(FuzzTarget.utf8(text));
    }

    private static List<String> addresses() {
        return List.of(
                "https://www.linkedin.com/profile/add?name=a&certUrl=https%3A%2F%2Fa.example%2Fb%20c&certId=1",
                "https://v.example/?credential_url=https://a.example/b&certificationUrl=http://localhost:1/",
                " https://badges.example/mon badge.json ");
    }

    private static void page(byte[] page) {
        LinkReader.badgeOf(page, PAGE)
                .ifPresent(uri -> assertThat(uri.getScheme()).startsWithIgnoringCase("http"));
        Fetcher web = (uri, limits) -> new FetchResult.Fetched(uri, "text/html", page, false, false);
        assertThat(new SubmissionReader(new ImageScanner())
                        .read(new Submission.Address(PAGE), web)
                        .outcome())
                .isNotNull();
    }

    private static void kind(byte[] bytes) {
        boolean both = FileSignatures.isJpeg(bytes) && FileSignatures.isPdf(bytes);
        assertThat(both && FileSignatures.otherImage(bytes).isPresent()).isFalse();
    }

    private static List<byte[]> files(String pattern) {
        return Samples.all().stream()
                .filter(sample -> sample.file().matches(pattern) && sample.bytes().length < 20_000)
                .map(Sample::bytes)
                .toList();
    }

    private static List<byte[]> payloads() {
        return files(".*\\.(jwt|jws)").stream()
                .flatMap(bytes -> TokenReader.read(bytes).stream())
                .map(token -> FuzzTarget.utf8(token.payload().toString()))
                .toList();
    }

    private static List<String> dataUrls() {
        return List.of(
                "data:application/vc+jwt,"
                        + Samples.named("valid-jwt-es256.jwt").text(),
                "data:application/vc;base64,e30=",
                "data:a/b;c=d,%7B%22a%22:1%7D");
    }

    private static List<byte[]> pages() {
        return Stream.of(
                        "<!doctype html><html><head><link rel=\"alternate\" type='application/vc' href=/a.json>",
                        "<html><link href=\"?a=1&amp;b=2\" rel='up alternate' type=application/vc+jwt></html>")
                .map(FuzzTarget::utf8)
                .toList();
    }

    private static List<byte[]> signatures() {
        return Stream.of("GIF89a......", "....ftypheic", "junk %PDF-1.7", "{\"a\":\"%PDF-\"}")
                .map(FuzzTarget::utf8)
                .toList();
    }
}
