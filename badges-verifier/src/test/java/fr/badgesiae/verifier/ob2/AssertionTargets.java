package fr.badgesiae.verifier.ob2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.HttpsAddress;
import fr.badgesiae.verifier.codec.Iso8601Dates;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.keys.PemSeeds;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.TermMap;
import fr.badgesiae.verifier.ob2.form.Upgrade;
import fr.badgesiae.verifier.ob2.form.VerificationScope;
import fr.badgesiae.verifier.ob2.signed.IssuerKeys;
import fr.badgesiae.verifier.ob2.signed.RevocationList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parsers of Open Badges 2.0 and 1.x assertions and their linked documents. */
public final class AssertionTargets {
    private static final CryptographicKeys KEYS = new CryptographicKeys(new PublicKeys(Crypto.best()));
    private static final Submission SHOWN =
            Submission.of(Samples.named("valid-ob2-hosted.json").text());
    private static final ClassSchemas SCHEMAS = new ClassSchemas(Catalogue.OPEN_BADGES_2);

    private AssertionTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.json(
                        "assertion",
                        documents(),
                        AssertionTargets::normal,
                        NormalForm.class,
                        TermMap.class,
                        VerificationScope.class),
                FuzzTarget.json("upgrade", documents(), AssertionTargets::upgrade, Upgrade.class, Iso8601Dates.class),
                FuzzTarget.json("revocations", documents(), AssertionTargets::revocations, RevocationList.class),
                FuzzTarget.json("class-schema", documents(), AssertionTargets::violations, ClassSchemas.class),
                FuzzTarget.json(
                        "cryptographic-key", keys(), AssertionTargets::key, CryptographicKeys.class, IssuerKeys.class),
                FuzzTarget.json("published", documents(), AssertionTargets::published),
                FuzzTarget.text(
                        "address",
                        List.of("https://a.example:8443/b/../c?d#e", "http://[::1]/"),
                        List.of("%2e", "@", "//", "\\", " ", "[", "é"),
                        AssertionTargets::address,
                        WebAddresses.class));
    }

    /** Normalising twice changes nothing, and equal values are written equally. */
    private static void normal(ObjectNode document) {
        ObjectNode normal = NormalForm.of(document);
        assertThat(NormalForm.canonical(normal)).isEqualTo(NormalForm.canonical(normal.deepCopy()));
        VerificationScope scope = VerificationScope.of(normal, "https://ob2.example/issuers/1");
        assertThat(scope.holds("https://ob2.example/assertions/1"))
                .isEqualTo(VerificationScope.of(normal.deepCopy(), "https://ob2.example/issuers/1")
                        .holds("https://ob2.example/assertions/1"));
        assertThat(scope.finding().value()).isNotNull();
    }

    private static void upgrade(ObjectNode document) {
        ObjectNode assertion = Upgrade.assertion(NormalForm.of(document), "https://a.example/1");
        assertThat(assertion.path("verification").isMissingNode()).isFalse();
        assertThat(Iso8601Dates.parse(assertion.path("issuedOn").asText())).isNotNull();
        assertThat(Iso8601Dates.parse(assertion.path("expires").asText())).isNotNull();
        assertThat(Upgrade.document(NormalForm.of(document), "https://a.example/1"))
                .isNotNull();
    }

    /** An unreadable list neither revokes nor clears a badge. */
    private static void revocations(ObjectNode document) {
        ObjectNode normal = NormalForm.of(document);
        for (RevocationList list : List.of(RevocationList.of(normal), RevocationList.of(normal, document))) {
            assertThat(list.entry("https://ob2.example/assertions/1", "uid-1")).isNotNull();
            assertThat(list.entry(null, null)).isEmpty();
        }
    }

    private static void violations(ObjectNode document) {
        ObjectNode normal = NormalForm.of(document);
        for (String type : List.of("Assertion", "BadgeClass", "Profile")) {
            assertThat(SCHEMAS.has(type)).isTrue();
            assertThat(SCHEMAS.violations(type, normal, "")).isNotNull();
        }
    }

    private static void key(ObjectNode key) {
        assertThat(IssuerKeys.entries(key)).isNotNull();
        KEYS.read(NormalForm.of(key))
                .ifPresent(read -> assertThat(read.thumbprint()).isNotBlank());
    }

    /** Whatever an address serves, a badge that is called valid is the published one, at this address or at its declared one. */
    private static void published(ObjectNode document) {
        VerificationReport report =
                new Ob2Fixture().serve(Ob2Fixture.ASSERTION, document).verify(SHOWN);
        assertThat(report.checks()).noneMatch(check -> ReasonCode.INTERNAL_ERROR.is(check.reason()));
        if (report.verdict() == Verdict.VALID) {
            String id = NormalForm.of(document).path("id").asText();
            byte[] declared = Samples.documents().get(HttpsAddress.spelled(id));
            ObjectNode elsewhere = declared == null ? document : Ob2Fixture.json(declared);
            assertThat(report.credential()).isIn(document, elsewhere);
        }
    }

    private static void address(String text) {
        String https = HttpsAddress.spelled(text);
        assertThat(HttpsAddress.spelled(https)).isEqualTo(https);
        assertThat(WebAddresses.sameResource(text, https)).isTrue();
        WebAddresses.web(text)
                .ifPresent(uri -> assertThat(WebAddresses.authority(uri)).isNotNull());
        assertThat(WebAddresses.sameOrigin(text, "https://a.example/"))
                .isEqualTo(WebAddresses.sameOrigin("https://a.example/", text));
        if (WebAddresses.startsWith(text, "https://a.example/x")) {
            assertThat(WebAddresses.sameOrigin(text, "https://a.example/")).isTrue();
        }
        if (WebAddresses.sameOrigin(text, "https://other.example:99/")) {
            assertThat(text.toLowerCase(java.util.Locale.ROOT)).contains("other.example");
        }
    }

    private static List<byte[]> documents() {
        Stream<byte[]> shown = Samples.all().stream()
                .filter(sample -> sample.file().matches("(valid-)?ob[12]-.*json"))
                .map(Sample::bytes);
        Stream<byte[]> hosted = Samples.documents().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("https://ob2.example/"))
                .map(Map.Entry::getValue);
        return Stream.concat(shown, hosted)
                .filter(bytes -> FuzzTarget.object(bytes).isPresent())
                .toList();
    }

    private static List<byte[]> keys() {
        return PemSeeds.all().stream()
                .map(pem -> FuzzTarget.utf8(
                        "{\"type\":\"CryptographicKey\",\"owner\":\"https://a.example/1\",\"publicKeyPem\":\""
                                + pem.replace("\n", "\\n") + "\"}"))
                .toList();
    }
}
