package fr.badgesiae.verifier.ob2.signed;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.read.SubmissionReader;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proof of an assertion of an issuer with one Ed25519 key; each test changes one document. */
class SignedProofTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String SITE = "https://ob2.example/";
    private static final String ISSUER = SITE + "issuers/1";
    private static final String BADGE = SITE + "badges/1";
    private static final String KEY = SITE + "keys/1";
    private static final String VERIFIED = "PASSED proof.verified []";
    private static final Crypto CRYPTO = Crypto.best();
    private static final PublicKeys KEYS = new PublicKeys(CRYPTO);
    private static final KeyPair PAIR = CRYPTO.generate(KeyType.ED25519, new SecureRandom());
    private static final KeyPair OTHER = CRYPTO.generate(KeyType.ED25519, new SecureRandom());

    private final Map<String, ObjectNode> web = new HashMap<>();
    private final ObjectNode badge = document("BadgeClass", BADGE).put("issuer", ISSUER);
    private final ObjectNode profile = document("Profile", ISSUER).put("publicKey", KEY);
    private final ObjectNode key = key(KEY, PAIR);
    private final ObjectNode assertion = document("Assertion", "urn:uuid:1").put("badge", BADGE);
    private String header = "{\"alg\":\"EdDSA\"}";

    @BeforeEach
    void publish() {
        web.put(BADGE, badge);
        web.put(ISSUER, profile);
        web.put(KEY, key);
        assertion.putObject("verification").put("type", "SignedBadge").put("creator", KEY);
    }

    private static ObjectNode document(String type, String id) {
        return json("{\"@context\":\"https://w3id.org/openbadges/v2\"}")
                .put("type", type)
                .put("id", id);
    }

    private static ObjectNode key(String id, KeyPair pair) {
        return document("CryptographicKey", id)
                .put("owner", ISSUER)
                .put("publicKeyMultibase", KEYS.toMultikey(KEYS.of(pair.getPublic())));
    }

    private CheckResult verify() {
        String input = base64(bytes(header)) + "." + base64(bytes(assertion.toString()));
        byte[] signature = CRYPTO.signer(AllowedAlgorithms.ED25519, PAIR.getPrivate())
                .sign(input.getBytes(StandardCharsets.US_ASCII));
        Fetcher fetcher = (uri, limits) -> {
            ObjectNode served = web.get(uri.toString());
            return served == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                    : new FetchResult.Fetched(uri, "", bytes(served.toString()), false, false);
        };
        ReadResult reading =
                new SubmissionReader(new ImageScanner()).read(Submission.of(input + "." + base64(signature)), fetcher);
        VerificationContext context = new VerificationContext(reading, VerificationPolicy.at(AT, fetcher), fetcher);
        return new SignedProof(new CryptographicKeys(KEYS), BadgeGraph.of(context), AT)
                .verify(context.credential().jws().orElseThrow());
    }

    private String proof() {
        CheckResult result = verify();
        return result.outcome() + " " + result.reason().code() + " "
                + result.reason().arguments();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void aSignatureByAListedKeyOfTheIssuerIsVerified() {
        assertThat(proof()).isEqualTo(VERIFIED);
        assertThat(verify().findings())
                .contains(
                        new Finding("proof.alg", "EdDSA", "rfc7515 4.1"),
                        new Finding("proof.verificationMethod", KEY, "ob-2.0 SignedBadge"),
                        new Finding(
                                "proof.keyThumbprint", KEYS.of(PAIR.getPublic()).thumbprint(), "rfc7638 3"))
                .anyMatch(finding -> finding.key().equals("proof.signingInputHash")
                        && finding.value().length() == 64);
    }

    @Test
    void aHeaderThatIsRefusedEndsIt() {
        header = "{\"alg\":\"EdDSA\",\"crit\":[\"x\"]}";
        assertThat(proof()).isEqualTo("FAILED proof.critical-header-unknown []");
    }

    @Test
    void withoutBadgeClassOrIssuerNobodyIsKnownToHaveSigned() {
        badge.remove("issuer");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-missing []");
        web.remove(BADGE);
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.badge-class-unreachable [" + BADGE + "]");
        assertion.remove("badge");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-missing []");
    }

    @Test
    void aProfileThatIsNotReachedListsNoKey() {
        web.remove(ISSUER);
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable [" + ISSUER + "]");
    }

    @Test
    void theNamedKeyIsOneThatTheProfileLists() {
        assertion.withObject("/verification").put("creator", KEY + "/2");
        assertThat(proof()).isEqualTo("FAILED proof.key-not-listed-by-issuer []");
        profile.remove("publicKey");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys [" + ISSUER + "]");
    }

    @Test
    void theKeysThatDoNotFitSayWhy() {
        web.put(KEY, key(KEY, OTHER));
        assertThat(proof()).isEqualTo("FAILED proof.signature-invalid []");
        web.put(KEY, key(KEY, OTHER).put("owner", ISSUER + "/2"));
        assertThat(proof()).isEqualTo("FAILED proof.key-owner-differs []");
        web.put(KEY, key(KEY, OTHER).put("publicKeyMultibase", "z"));
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.key-not-usable [" + ISSUER + "]");
        web.remove(KEY);
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable [" + ISSUER + "]");
    }

    @Test
    void ofSeveralKeysOneThatLeavesTheQuestionOpenIsTold() {
        assertion.withObject("/verification").remove("creator");
        String foreign = KEY + "/foreign";
        web.put(foreign, key(foreign, PAIR).put("owner", ISSUER + "/2"));
        web.put(KEY, key(KEY, OTHER));
        profile.putArray("publicKey").add(foreign).add(KEY);
        assertThat(proof()).isEqualTo("FAILED proof.signature-invalid []");
        web.put(KEY, key(KEY, OTHER).put("publicKeyMultibase", "z"));
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.key-not-usable [" + ISSUER + "]");
        profile.withArray("publicKey").add(KEY + "/absent");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable [" + ISSUER + "]");
        web.put(KEY, key);
        assertThat(proof()).as("one that fits").isEqualTo(VERIFIED);
    }

    @Test
    void aKeyIsRevokedFromItsInstantOn() {
        for (String before : List.of("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z", "un jour")) {
            key.put("revoked", before);
            assertThat(proof()).isEqualTo("FAILED proof.key-revoked [" + before + "]");
        }
        key.put("revoked", "2026-11-21T00:00:00Z");
        assertThat(proof()).isEqualTo(VERIFIED);
    }

    @Test
    void aSignedBadgeClassOfAnotherSiteIsPublishedThere() {
        String elsewhere = "https://ailleurs.example/badges/1";
        ObjectNode other = badge.deepCopy().put("id", elsewhere);
        assertion.set("badge", other);
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.badge-class-unreachable [" + elsewhere + "]");
        web.put(elsewhere, other);
        assertThat(proof()).isEqualTo(VERIFIED);
        for (String id : List.of(SITE + "badges/absent", "urn:uuid:2")) {
            assertion.set("badge", badge.deepCopy().put("id", id));
            assertThat(proof()).isEqualTo(VERIFIED);
        }
        assertion.set("badge", badge.deepCopy().without("id"));
        assertThat(proof()).isEqualTo(VERIFIED);
    }

    @Test
    void aSignedAssertionThatSaysOtherwiseIsGoodForAWarning() {
        assertion.withObject("/verification").put("type", "HostedBadge");
        assertThat(proof()).isEqualTo("WARNING proof.verification-type-differs [HostedBadge]");
    }

    @Test
    void theOwnerOfAKeyIsStatedByTheKeyOrByTheProfileThatHoldsIt() {
        key.remove("owner");
        assertThat(proof()).isEqualTo("WARNING proof.key-owner-missing [" + KEY + "]");
        assertion.withObject("/verification").put("creator", ISSUER + "#1");
        profile.set("publicKey", key.put("id", ISSUER + "#1"));
        assertThat(proof()).isEqualTo(VERIFIED);
    }

    @Test
    void aKeyThatIsFoundElsewhereIsGoodForAWarning() {
        String moved = KEY + "/moved";
        key.put("id", moved);
        web.put(moved, key);
        assertThat(proof()).isEqualTo("WARNING proof.key-address-differs [" + KEY + ", " + moved + "]");

        String http = KEY.replace("https", "http");
        web.put(http, key.put("id", http));
        profile.put("publicKey", http);
        assertThat(proof()).isEqualTo("WARNING proof.key-address-differs [" + http + ", " + http + "]");
    }

    @Test
    void theKeyOfAnIssuerOf1IsOnItsSite() {
        badge.remove(List.of("@context", "type", "id"));
        profile.remove(List.of("@context", "type", "id", "publicKey"));
        profile.put("name", "Atelier").put("url", SITE);
        assertion.remove(List.of("@context", "type", "id", "verification"));
        assertion.put("uid", "1").putObject("recipient").put("type", "email").put("identity", "lea@exemple.example");
        assertion.putObject("verify").put("type", "signed").put("url", KEY);
        assertThat(proof()).isEqualTo("WARNING proof.ob1-key-of-site [" + KEY + "]");
    }
}
