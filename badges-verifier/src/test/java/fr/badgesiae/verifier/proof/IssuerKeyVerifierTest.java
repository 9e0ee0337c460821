package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a referenced key could be, and what a list out of reach, or a key of an unsupported form, leaves open. */
class IssuerKeyVerifierTest {
    private static final String DID = "did:web:badges.example";
    private static final String DID_JSON = "https://badges.example/.well-known/did.json";
    private static final String ISSUER = "https://badges.example/issuers/1";
    private static final String JWKS = "https://badges.example/.well-known/jwks.json";
    private static final String VERIFIED = "PASSED proof.verified";
    private static final String NOT_LISTED = "FAILED proof.key-not-listed-by-issuer";
    private static final String UNREACHABLE = "INCONCLUSIVE proof.issuer-keys-unreachable";

    private final ProofFixture bench = new ProofFixture(Crypto.best());
    private final KeyPair mine = bench.pair(KeyType.ED25519);
    private final KeyPair other = bench.pair(KeyType.ED25519);

    @Test
    void aListOutOfReachMattersOnlyWhereTheReferencedKeyCouldBeThere() {
        DocumentsFetcher web = new DocumentsFetcher()
                .with(ISSUER, document(ISSUER, method("#k", mine)))
                .down(JWKS);
        assertThat(embedded(ISSUER, ISSUER + "#k2", web)).isEqualTo(NOT_LISTED);
        assertThat(embedded(ISSUER, ISSUER + "/keys/2", web)).isEqualTo(NOT_LISTED);
        assertThat(embedded(ISSUER, "https://elsewhere.example/keys/2", web)).isEqualTo(NOT_LISTED);
        assertThat(embedded(ISSUER, JWKS + "#k2", web)).isEqualTo(UNREACHABLE);
        assertThat(token(ISSUER, "", web)).isEqualTo(UNREACHABLE);
    }

    @Test
    void aDocumentOutOfReachMayListTheKeysWithoutAnAddressOfTheirOwn() {
        ObjectNode jwk = bench.jwk(mine).put("kid", "k").put("iss", ISSUER);
        DocumentsFetcher web =
                new DocumentsFetcher().with(JWKS, "{\"keys\":[" + jwk + "]}").down(ISSUER);
        assertThat(embedded(ISSUER, ISSUER + "#k2", web)).isEqualTo(UNREACHABLE);
        assertThat(token(ISSUER, "", web)).isEqualTo(UNREACHABLE);
        assertThat(embedded(ISSUER, JWKS + "#k2", web)).isEqualTo(NOT_LISTED);
    }

    @Test
    void theIssuersIdAsReferenceMeansAnyOfItsKeys() {
        DocumentsFetcher web =
                new DocumentsFetcher().with(DID_JSON, document(DID, method("#k", mine) + "," + method("#k2", other)));
        assertThat(embedded(DID, DID, web)).isEqualTo(VERIFIED);
        assertThat(token(DID, "", web)).startsWith("WARNING proof.claims-absent");
    }

    @Test
    void noMoreThanThirtyKeysAreTried() {
        assertThat(embedded(DID, DID, afterOthers(29))).isEqualTo(VERIFIED);
        assertThat(embedded(DID, DID, afterOthers(30))).isEqualTo("INCONCLUSIVE proof.issuer-lists-too-many-keys");
    }

    @Test
    void withoutAReferenceTheKeyMayBeOneOfAnUnsupportedForm() {
        String unsupported = "{\"id\":\"#u\",\"type\":\"Multikey\",\"publicKeyMultibase\":\"zUnknown\"}";
        DocumentsFetcher both =
                new DocumentsFetcher().with(DID_JSON, document(DID, method("#k", mine) + "," + unsupported));
        assertThat(token(DID, "", both)).isEqualTo("INCONCLUSIVE proof.key-not-examined");
        assertThat(token(DID, ",\"kid\":\"k2\"", both)).isEqualTo(NOT_LISTED);
        DocumentsFetcher known = new DocumentsFetcher().with(DID_JSON, document(DID, method("#k", mine)));
        assertThat(token(DID, "", known)).isEqualTo(NOT_LISTED);
    }

    @Test
    void aKidIsAFragmentWithOrWithoutItsSignAndNoFragmentWithAColon() {
        DocumentsFetcher web =
                new DocumentsFetcher().with(DID_JSON, document(DID, method("#k", other) + "," + method("#:k", other)));
        assertThat(token(DID, ",\"kid\":\"#k\"", web)).isEqualTo("WARNING proof.claims-absent");
        assertThat(token(DID, ",\"kid\":\"k\"", web)).isEqualTo("WARNING proof.claims-absent");
        assertThat(token(DID, ",\"kid\":\":k\"", web)).isEqualTo("WARNING proof.key-name-unknown");
    }

    @Test
    void theFindingsNameTheAlgorithmAndTheHeadersThatAreNotFollowed() {
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, document(DID, method("#k", other)));
        assertThat(bench.judge(compact(DID, ",\"jku\":\"https://a.example\",\"x5c\":[]"), web)
                        .findings())
                .extracting(found -> found.key() + "=" + found.value())
                .contains("proof.alg=EdDSA", "proof.ignoredHeader=jku", "proof.ignoredHeader=x5c")
                .doesNotContain("proof.ignoredHeader=jwk");
    }

    @Test
    void everyStatementHasItsSignatureAndEverySignatureItsStatement() {
        KeyPair pair = bench.pair(KeyType.P256);
        byte[] multikey = Base58.decode(bench.multikey(pair).substring(1)).orElseThrow();
        byte[] signature = bench.crypto
                .signer(AllowedAlgorithms.ES256, pair.getPrivate())
                .sign("a".getBytes(StandardCharsets.UTF_8));
        assertThat(covers(multikey, List.of("a"), List.of(signature))).isTrue();
        assertThat(covers(multikey, List.of("b"), List.of(signature))).isFalse();
        assertThat(covers(multikey, List.of("a", "a"), List.of(signature))).isFalse();
        assertThat(covers(multikey, List.of("a"), List.of(signature, signature)))
                .isFalse();
        assertThat(covers(new byte[35], List.of("a"), List.of(signature))).isFalse();
    }

    private boolean covers(byte[] multikey, List<String> statements, List<byte[]> signatures) {
        Cryptosuite.Signable base =
                new Cryptosuite.Signable(AllowedAlgorithms.ES256, new byte[0], new byte[0], List.of());
        return bench.signatures(Fetcher.offline())
                .coversAll(new Cryptosuite.Disclosed(base, multikey, statements, signatures));
    }

    /** A document with so many keys before the one that signs. */
    private DocumentsFetcher afterOthers(int count) {
        String others = IntStream.range(0, count)
                .mapToObj(i -> method("#o" + i, mine) + ",")
                .collect(Collectors.joining());
        return new DocumentsFetcher().with(DID_JSON, document(DID, others + method("#k", other)));
    }

    /** A badge signed by the other key. */
    private String embedded(String issuer, String method, Fetcher fetcher) {
        return told(bench.judge(bench.embedded(issuer, method, other), fetcher));
    }

    private String token(String issuer, String header, Fetcher fetcher) {
        return told(bench.judge(compact(issuer, header), fetcher));
    }

    /** A token signed by the other key, without registered claims. */
    private String compact(String issuer, String header) {
        String input = encoded(("{\"alg\":\"EdDSA\"" + header + "}").getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(ProofFixture.badge(issuer).toString().getBytes(StandardCharsets.UTF_8));
        byte[] signature = bench.crypto
                .signer(AllowedAlgorithms.ED25519, other.getPrivate())
                .sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + encoded(signature);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String told(ProofResult result) {
        return result.outcome() + " " + result.reason().code();
    }

    private static String document(String id, String methods) {
        return "{\"id\":\"%s\",\"assertionMethod\":[%s]}".formatted(id, methods);
    }

    private String method(String id, KeyPair pair) {
        return "{\"id\":\"%s\",\"type\":\"Multikey\",\"publicKeyMultibase\":\"%s\"}"
                .formatted(id, bench.multikey(pair));
    }
}
