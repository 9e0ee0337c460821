package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.Dids;
import fr.badgesiae.verifier.keys.KeyType;
import java.security.KeyPair;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyBindingTest {
    private static final String DID = "did:web:badges.example%3A8443:issuers:1";
    private static final String DID_JSON = "https://badges.example:8443/issuers/1/did.json";
    private static final String HTTPS = "https://badges.example/issuers/1";
    private static final String JWKS = "https://badges.example/.well-known/jwks.json";

    private final ProofFixture bench = new ProofFixture(Crypto.best());
    private final KeyPair mine = bench.pair(KeyType.ED25519);
    private final KeyPair other = bench.pair(KeyType.ED25519);

    @Test
    void aKeyUnderAssertionMethodOfTheDidDocumentPasses() {
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, did(DID, mine, "\"#k\"", ""));
        assertThat(embedded(DID, DID + "#k", mine, web)).isEqualTo("PASSED proof.verified");
    }

    @Test
    void aKeyThatTheDidDocumentDoesNotListFailsEvenWhenItsOwnDocumentNamesTheIssuer() {
        DocumentsFetcher web = new DocumentsFetcher()
                .with(DID_JSON, did(DID, mine, "\"#k\"", ""))
                .with("https://thief.example/key", method("https://thief.example/key", DID, other, ""));
        assertThat(embedded(DID, "https://thief.example/key", other, web))
                .isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void aListedKeyUnderAnotherNamePassesAndAWrongSignatureUnderThatNameFails() {
        String name = "https://badges.example/keys/1";
        DocumentsFetcher web = new DocumentsFetcher()
                .with(DID_JSON, did(DID, mine, "\"#k\"", ""))
                .with(name, bench.jwk(mine).put("kid", name).toString());
        assertThat(embedded(DID, name, mine, web)).isEqualTo("PASSED proof.verified");
        assertThat(embedded(DID, name, other, web)).isEqualTo("FAILED proof.signature-invalid");
    }

    @Test
    void aProofThatNamesOneListedKeyIsNotByAnother() {
        String keys = did(DID, mine, "\"#k\",\"#k2\"", "")
                .replace(
                        "\"verificationMethod\":[",
                        "\"verificationMethod\":[" + method(DID + "#k2", DID, other, "") + ",");
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, keys);
        assertThat(embedded(DID, DID + "#k2", other, web)).isEqualTo("PASSED proof.verified");
        assertThat(embedded(DID, DID + "#k", other, web)).isEqualTo("FAILED proof.signature-invalid");
    }

    @Test
    void aKeyThatIsNotForAssertionFails() {
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, did(DID, mine, "", ""));
        assertThat(embedded(DID, DID + "#k", mine, web)).isEqualTo("FAILED proof.key-not-for-assertion");
    }

    @Test
    void aDidDocumentWithoutTheListOffersNothing() {
        DocumentsFetcher silent =
                new DocumentsFetcher().with(DID_JSON, did(DID, mine, "", "").replace(",\"assertionMethod\":[]", ""));
        assertThat(embedded(DID, DID + "#k", mine, silent)).isEqualTo("FAILED proof.key-not-for-assertion");
    }

    @Test
    void anHttpsDocumentWithoutTheListOffersEverything() {
        DocumentsFetcher silent =
                new DocumentsFetcher().with(HTTPS, did(HTTPS, mine, "", "").replace(",\"assertionMethod\":[]", ""));
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, silent)).isEqualTo("PASSED proof.verified");
        DocumentsFetcher listing = new DocumentsFetcher().with(HTTPS, did(HTTPS, mine, "", ""));
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, listing)).isEqualTo("FAILED proof.key-not-for-assertion");
    }

    @Test
    void anHttpsDocumentOfAnotherIdProvesNothing() {
        DocumentsFetcher another = new DocumentsFetcher()
                .with(HTTPS, did(HTTPS, mine, "\"#k\"", "").replaceFirst("1\"", "2\""));
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, another))
                .isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
    }

    @Test
    void anHttpsDocumentWithoutAnIdIsOfItsAddress() {
        DocumentsFetcher unnamed = new DocumentsFetcher()
                .with(HTTPS, did(HTTPS, mine, "\"#k\"", "").replaceFirst("\"id\":\"[^\"]*\",", ""));
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, unnamed)).isEqualTo("PASSED proof.verified");
    }

    @Test
    void aKeyCountsUntilItsEndWhichIsNotPartOfIt() {
        assertThat(ending("expires", "2026-11-20T00:00:01Z")).isEqualTo("PASSED proof.verified");
        assertThat(ending("expires", ProofFixture.AT.toString())).isEqualTo("FAILED proof.key-expired");
        assertThat(ending("revoked", ProofFixture.AT.toString())).isEqualTo("FAILED proof.key-revoked");
        assertThat(ending("expires", "bientôt")).isEqualTo("FAILED proof.key-expired");
        assertThat(ending("revoked", "oui")).isEqualTo("FAILED proof.key-revoked");
    }

    @Test
    void aNullDateIsNone() {
        DocumentsFetcher web =
                new DocumentsFetcher().with(DID_JSON, did(DID, mine, "\"#k\"", ",\"revoked\":null,\"expires\":null"));
        assertThat(embedded(DID, DID + "#k", mine, web)).isEqualTo("PASSED proof.verified");
    }

    @Test
    void ofAHundredMethodsTheLastCountsAndTheNextIsNotRead() {
        assertThat(embedded(DID, DID + "#k", mine, afterOthers(99))).isEqualTo("PASSED proof.verified");
        assertThat(embedded(DID, DID + "#k", mine, afterOthers(100)))
                .isEqualTo("INCONCLUSIVE proof.issuer-lists-too-many-keys");
    }

    /** A document with so many other assertion methods before ours. */
    private DocumentsFetcher afterOthers(int count) {
        String others =
                IntStream.range(0, count).mapToObj(i -> "\"#o" + i + "\",").collect(Collectors.joining());
        return new DocumentsFetcher().with(DID_JSON, did(DID, mine, others + "\"#k\"", ""));
    }

    private String ending(String property, String date) {
        String more = ",\"" + property + "\":\"" + date + "\"";
        return embedded(DID, DID + "#k", mine, new DocumentsFetcher().with(DID_JSON, did(DID, mine, "\"#k\"", more)));
    }

    @Test
    void aRevokedKeyFailsFromItsDateOn() {
        DocumentsFetcher past =
                new DocumentsFetcher().with(DID_JSON, did(DID, mine, "", ",\"revoked\":\"2026-11-19T00:00:00Z\""));
        DocumentsFetcher future = new DocumentsFetcher()
                .with(DID_JSON, did(DID, mine, "\"#k\"", ",\"revoked\":\"2026-11-21T00:00:00Z\""));
        assertThat(embedded(DID, DID + "#k", mine, past)).isEqualTo("FAILED proof.key-revoked");
        assertThat(embedded(DID, DID + "#k", mine, future)).isEqualTo("PASSED proof.verified");
    }

    @Test
    void aDidDocumentOfAnotherIdProvesNothing() {
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, did("did:web:other.example", mine, "\"#k\"", ""));
        assertThat(embedded(DID, DID + "#k", mine, web)).isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
    }

    @Test
    void anIssuerOutOfReachLeavesTheQuestionOpen() {
        assertThat(embedded(DID, DID + "#k", mine, Fetcher.offline()))
                .isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable");
        assertThat(embedded("did:example:1", "did:example:1#k", mine, Fetcher.offline()))
                .isEqualTo("INCONCLUSIVE proof.issuer-id-not-resolvable");
    }

    @Test
    void anHttpsIssuerListsKeysInItsDocument() {
        DocumentsFetcher web = new DocumentsFetcher().with(HTTPS, did(HTTPS, mine, "\"#k\"", ""));
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, web)).isEqualTo("PASSED proof.verified");
        assertThat(embedded(HTTPS, HTTPS + "#k2", other, web)).isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void aJwksOfTheAuthorityCountsForTheIssuerItNames() {
        String claimed = bench.jwk(mine).put("kid", "k").put("iss", HTTPS).toString();
        String silent = bench.jwk(mine).put("kid", "k").toString();
        String foreign = bench.jwk(mine)
                .put("kid", "k")
                .put("iss", "https://badges.example/issuers/2")
                .toString();
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, jwks(claimed))).isEqualTo("PASSED proof.verified");
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, jwks(silent))).isEqualTo("WARNING proof.key-of-authority-only");
        assertThat(embedded(HTTPS, HTTPS + "#k", mine, jwks(foreign)))
                .isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
    }

    @Test
    void aKeyAddressCountsOnlyUnderTheIssuersOwnAddressAndAfterRedirectsToo() {
        String under = HTTPS + "/keys/1";
        String beside = "https://badges.example/issuers/2/keys/1";
        DocumentsFetcher web = new DocumentsFetcher()
                .with(under, method(under, HTTPS, mine, ""))
                .with(beside, method(beside, HTTPS, mine, ""));
        assertThat(embedded(HTTPS, under, mine, web)).isEqualTo("PASSED proof.verified");
        assertThat(embedded(HTTPS, beside, mine, web)).isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
        assertThat(embedded(HTTPS, HTTPS + "/../2/keys/1", mine, web))
                .isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
        DocumentsFetcher moved = new DocumentsFetcher().redirected(under, beside, method(under, HTTPS, mine, ""));
        assertThat(embedded(HTTPS, under, mine, moved)).isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
    }

    @Test
    void aKeyWrittenInTheFragmentProvesNothingByItself() {
        String method = HTTPS + "#" + bench.multikey(mine);
        assertThat(embedded(HTTPS, method, mine, new DocumentsFetcher()))
                .isEqualTo("INCONCLUSIVE proof.issuer-publishes-no-keys");
    }

    @Test
    void didKeyAndDidJwkAreTheirOwnList() {
        String key = "did:key:" + bench.multikey(mine);
        String encoded = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bench.jwk(mine).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(embedded(key, key + "#" + bench.multikey(mine), mine, Fetcher.offline()))
                .isEqualTo("PASSED proof.verified");
        assertThat(embedded("did:jwk:" + encoded, "did:jwk:" + encoded + "#0", mine, Fetcher.offline()))
                .isEqualTo("PASSED proof.verified");
        String thief = "did:key:" + bench.multikey(other);
        assertThat(embedded(key, thief + "#" + bench.multikey(other), other, Fetcher.offline()))
                .isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void plainHttpIsForThisMachineOnlyAndOnlyWhenAllowed() {
        assertThat(Dids.webAddress("did:web:localhost%3A8080:i:1", true))
                .hasToString("Optional[http://localhost:8080/i/1/did.json]");
        assertThat(Dids.webAddress("did:web:localhost%3A8080:i:1", false))
                .hasToString("Optional[https://localhost:8080/i/1/did.json]");
        assertThat(Dids.webAddress("did:web:badges.example", true))
                .hasToString("Optional[https://badges.example/.well-known/did.json]");
        assertThat(Dids.webAddress("did:web:badges.example:..:x", true)).isEmpty();
        assertThat(Dids.address("http://badges.example/1", true)).isEmpty();
        assertThat(Dids.address("https://u@badges.example/1", true)).isEmpty();
    }

    private DocumentsFetcher jwks(String jwk) {
        return new DocumentsFetcher().with(JWKS, "{\"keys\":[" + jwk + "]}");
    }

    private String embedded(String issuer, String method, KeyPair pair, Fetcher fetcher) {
        ProofResult result = bench.judge(bench.embedded(issuer, method, pair), fetcher);
        assertThat(result.proven())
                .isEqualTo(result.outcome() == Outcome.PASSED || result.outcome() == Outcome.WARNING);
        return result.outcome() + " " + result.reason().code();
    }

    private String did(String id, KeyPair pair, String assertion, String more) {
        return "{\"id\":\"%s\",\"verificationMethod\":[%s],\"assertionMethod\":[%s]}"
                .formatted(id, method(id + "#k", id, pair, more), assertion);
    }

    private String method(String id, String controller, KeyPair pair, String more) {
        return "{\"id\":\"%s\",\"type\":\"Multikey\",\"controller\":\"%s\",\"publicKeyMultibase\":\"%s\"%s}"
                .formatted(id, controller, bench.multikey(pair), more);
    }
}
