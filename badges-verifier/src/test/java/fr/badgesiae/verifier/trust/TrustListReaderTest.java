package fr.badgesiae.verifier.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.proof.JwsSigner;
import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import fr.badgesiae.verifier.trust.SignedTrustList.State;
import fr.badgesiae.verifier.trust.TrustListReader.Accepted;
import fr.badgesiae.verifier.trust.TrustListReader.Answer;
import fr.badgesiae.verifier.trust.TrustListReader.Pinned;
import fr.badgesiae.verifier.trust.TrustListReader.Problem;
import fr.badgesiae.verifier.trust.TrustListReader.Refused;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustListReaderTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant ISSUED = AT.minusSeconds(3600);
    private static final Entry KNOWN =
            new Entry("did:web:atelier.example", "Atelier", "12345678901234", State.ACTIVE, LocalDate.of(2026, 1, 2));
    private static final Entry GONE =
            new Entry("https://r.example/issuers/1", "Recyclerie", null, State.SUSPENDED, LocalDate.of(2026, 5, 6));

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final KeyPair other = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final String did = did(pair);
    private final TrustListReader reader = new TrustListReader();

    @Test
    void aListThatIsSignedAndCurrentNamesWhoIsKnown() {
        SignedTrustList list = list(ISSUED, ISSUED.plus(Duration.ofDays(7)), 5);
        Answer answer = read(sign(list), pinned(AT, 4));
        assertThat(answer).isEqualTo(new Accepted(list));
        TrustRegistry registry = ((Accepted) answer).list().registry("Réseau");
        assertThat(registry.find(KNOWN.id()))
                .contains(new TrustRegistry.Entry("Atelier", "12345678901234", "Réseau", KNOWN.since(), null));
        assertThat(registry.find(GONE.id()))
                .contains(new TrustRegistry.Entry("Recyclerie", null, "Réseau", null, GONE.since()));
        assertThat(registry.find("did:web:atelier.example:more")).isEmpty();
        assertThat(registry.find("did:web:atelier.exampl")).isEmpty();
    }

    @Test
    void aListCountsFromItsIssueToItsEnd() {
        byte[] list = sign(list(ISSUED, ISSUED.plusSeconds(7200), 5));
        assertThat(read(list, pinned(ISSUED.plusSeconds(7199), 0))).isInstanceOf(Accepted.class);
        assertThat(problem(list, pinned(ISSUED.plusSeconds(7200), 0))).isEqualTo(Problem.LAPSED);
        assertThat(read(list, pinned(ISSUED.minusSeconds(60), 0))).isInstanceOf(Accepted.class);
        assertThat(problem(list, pinned(ISSUED.minusSeconds(61), 0))).isEqualTo(Problem.NOT_YET);
    }

    @Test
    void aListThatWouldLiveLongerThanSevenDaysIsRefused() {
        byte[] list = edited(claims -> claims.put("exp", ISSUED.getEpochSecond() + 7 * 86400 + 1));
        assertThat(problem(list, pinned(AT, 0))).isEqualTo(Problem.LIVES_TOO_LONG);
        assertThatThrownBy(() -> list(ISSUED, ISSUED.plus(Duration.ofDays(7)).plusSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListHasOneSpelling() {
        String list = text(sign(list(ISSUED, ISSUED.plusSeconds(7200), 5)));
        // The last letter of 64 bytes in base64url has four unused bits: 0 in the canonical form.
        char last = list.charAt(list.length() - 1);
        String other = list.substring(0, list.length() - 1) + (char) (last + 1);
        assertThat(problem(bytes(other), pinned(AT, 0))).isEqualTo(Problem.MALFORMED);
    }

    @Test
    void theSequenceNumberNeverFalls() {
        byte[] list = sign(list(ISSUED, ISSUED.plusSeconds(7200), 5));
        assertThat(read(list, pinned(AT, 5))).as("the same again").isInstanceOf(Accepted.class);
        assertThat(problem(list, pinned(AT, 6))).isEqualTo(Problem.OUTDATED);
    }

    @Test
    void onlyThePinnedSignerCounts() {
        byte[] list = sign(list(ISSUED, ISSUED.plusSeconds(7200), 5));
        assertThat(((Refused) read(list, new Pinned(did(other), AT, 0, false))).problem())
                .isEqualTo(Problem.WRONG_SIGNER);
        byte[] claimed = TrustListWriter.sign(
                        list(ISSUED, ISSUED.plusSeconds(7200), 5),
                        "EdDSA",
                        did + did.replace("did:key:", "#"),
                        crypto.signer(AllowedAlgorithms.ED25519, other.getPrivate()))
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(problem(claimed, pinned(AT, 0))).isEqualTo(Problem.NOT_SIGNED);
    }

    @Test
    void aListThatWasTamperedWithIsRefused() {
        String[] parts = text(sign(list(ISSUED, ISSUED.plusSeconds(7200), 5))).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("Atelier", "Atelie2").getBytes(StandardCharsets.UTF_8));
        assertThat(problem(bytes(parts[0] + "." + forged + "." + parts[2]), pinned(AT, 0)))
                .isEqualTo(Problem.NOT_SIGNED);
    }

    @Test
    void anotherThingThatTheSignerSignedIsNoList() {
        ObjectNode claims = ReferenceData.parse("{\"sequence\":1,\"entries\":[]}")
                .put("iss", did)
                .put("iat", ISSUED.getEpochSecond())
                .put("exp", ISSUED.getEpochSecond() + 9999);
        String jwt = new JwsSigner()
                .sign(
                        claims,
                        "EdDSA",
                        did + did.replace("did:key:", "#"),
                        crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()));
        assertThat(problem(bytes(jwt), pinned(AT, 0))).isEqualTo(Problem.MALFORMED);
    }

    @Test
    void aSignerOnTheWebIsAskedForItsKeysAndMayBeOutOfReach() {
        String web = "did:web:network.example";
        ObjectNode document = ReferenceData.parse("{}").put("id", web);
        document.putArray("assertionMethod")
                .addObject()
                .put("id", web + "#1")
                .put("type", "Multikey")
                .put("controller", web)
                .put("publicKeyMultibase", keys.toMultikey(keys.of(pair.getPublic())));
        Fetcher fetcher = (uri, limits) -> new FetchResult.Fetched(uri, "", bytes(document.toString()), true, false);
        SignedTrustList list = new SignedTrustList(web, ISSUED, ISSUED.plusSeconds(7200), 1, List.of(KNOWN));
        byte[] jws = bytes(TrustListWriter.sign(
                list, "EdDSA", web + "#1", crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate())));
        Pinned pinned = new Pinned(web, AT, 0, false);
        assertThat(reader.read(jws, pinned, fetcher)).isEqualTo(new Accepted(list));
        assertThat(problem(jws, pinned)).isEqualTo(Problem.SIGNER_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "a.b", "a.b.c", "....", "e30.e30.e30", "\u0000", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoListIsRefused(String text) {
        assertThat(problem(bytes(text), pinned(AT, 0))).isEqualTo(Problem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"did:web:a.example#key\",\"name\":\"A\",\"state\":\"ACTIVE\",\"since\":\"2026-01-01\"}",
                "{\"id\":\"http://a.example/\",\"name\":\"A\",\"state\":\"ACTIVE\",\"since\":\"2026-01-01\"}",
                "{\"id\":\"a.example\",\"name\":\"A\",\"state\":\"ACTIVE\",\"since\":\"2026-01-01\"}",
                "{\"id\":\"did:web:a.example\",\"name\":\" \",\"state\":\"ACTIVE\",\"since\":\"2026-01-01\"}",
                "{\"id\":\"did:web:a.example\",\"name\":\"A\",\"state\":\"FINE\",\"since\":\"2026-01-01\"}",
                "{\"id\":\"did:web:a.example\",\"name\":\"A\",\"state\":\"ACTIVE\",\"since\":\"soon\"}",
                "{\"id\":\"did:web:a.example\",\"name\":\"A\",\"state\":\"ACTIVE\"}",
                "{\"id\":\"did:web:a.example\",\"name\":\"A\",\"siret\":\"12\",\"state\":\"ACTIVE\",\"since\":\"2026-01-01\"}",
                "\"did:web:a.example\""
            })
    void aListWithAnEntryThatIsNoneIsRefusedWhole(String entry) {
        byte[] list = edited(claims -> {
            claims.putArray("entries")
                    .add(ReferenceData.parse("{\"e\":" + entry + "}").get("e"));
            return claims;
        });
        assertThat(problem(list, pinned(AT, 0))).isEqualTo(Problem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entries\":{}}",
                "{\"entries\":null}",
                "{\"sequence\":\"7\"}",
                "{\"sequence\":7.5}",
                "{\"sequence\":0}",
                "{\"sequence\":18446744073709551621}",
                "{\"iat\":1795132830,\"exp\":1795132830}"
            })
    void aListWithAMemberThatIsNoneIsRefused(String members) {
        byte[] list = edited(claims -> claims.setAll(ReferenceData.parse(members)));
        assertThat(problem(list, pinned(AT, 0))).isEqualTo(Problem.MALFORMED);
    }

    @Test
    void aListHasAtMostItsBytes() {
        String list = text(sign(list(ISSUED, ISSUED.plusSeconds(7200), 5)));
        String full = list + " ".repeat(TrustListReader.MAX_BYTES - list.length());
        assertThat(read(bytes(full), pinned(AT, 0))).isInstanceOf(Accepted.class);
        assertThat(problem(bytes(full + " "), pinned(AT, 0))).isEqualTo(Problem.TOO_LARGE);
    }

    /** A list with other claims, signed correctly. */
    private byte[] edited(UnaryOperator<ObjectNode> edit) {
        String[] parts = text(sign(list(ISSUED, ISSUED.plusSeconds(7200), 5))).split("\\.", -1);
        ObjectNode claims =
                ReferenceData.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        String input = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(edit.apply(claims).toString().getBytes(StandardCharsets.UTF_8));
        byte[] signature =
                crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()).sign(bytes(input));
        return bytes(input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    private SignedTrustList list(Instant issued, Instant expires, long sequence) {
        return new SignedTrustList(did, issued, expires, sequence, List.of(KNOWN, GONE));
    }

    private byte[] sign(SignedTrustList list) {
        return bytes(TrustListWriter.sign(
                list,
                "EdDSA",
                did + did.replace("did:key:", "#"),
                crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate())));
    }

    private Pinned pinned(Instant at, long seen) {
        return new Pinned(did, at, seen, false);
    }

    private Answer read(byte[] list, Pinned pinned) {
        return reader.read(list, pinned, Fetcher.offline());
    }

    private Problem problem(byte[] list, Pinned pinned) {
        Answer answer = read(list, pinned);
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer).problem();
    }

    private String did(KeyPair of) {
        return "did:key:" + keys.toMultikey(keys.of(of.getPublic()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
