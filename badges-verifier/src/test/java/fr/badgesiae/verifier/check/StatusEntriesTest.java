package fr.badgesiae.verifier.check;

import static fr.badgesiae.verifier.SignedBadges.entry;
import static fr.badgesiae.verifier.SignedBadges.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.JwsSigner;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.status.BitListKind;
import fr.badgesiae.verifier.status.BitstringStatusList;
import fr.badgesiae.verifier.status.StatusEntry;
import fr.badgesiae.verifier.status.StatusTokenVerifier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StatusEntriesTest {
    private static final String REVOKED = "https://badges.example/status/r";
    private static final String SUSPENDED = "https://badges.example/status/s";

    private final SignedBadges issuer = new SignedBadges();

    StatusEntriesTest() {
        issuer.publish(REVOKED, issuer.signed(list(REVOKED, "revocation", 7, issuer.did())));
        issuer.publish(SUSPENDED, issuer.signed(list(SUSPENDED, "suspension", 8, issuer.did())));
    }

    @Test
    void aClearBitPasses() {
        assertThat(status(judged(entry(REVOKED, "revocation", 8)))).isEqualTo("PASSED status.not-set");
    }

    @Test
    void aSuspendedBadgeIsCalledSuspendedAndNothingWorse() {
        VerificationReport report = judged(entry(SUSPENDED, "suspension", 8));
        assertThat(status(report)).isEqualTo("FAILED status.suspended");
        assertThat(report.headline()).isEqualTo(Headline.SUSPENDED);
    }

    @Test
    void everyEntryIsAskedAndTheGravestAnswerCounts() {
        assertThat(status(judged(entry(SUSPENDED, "suspension", 8), entry(REVOKED, "revocation", 7))))
                .isEqualTo("FAILED status.revoked");
        assertThat(status(judged(entry(REVOKED, "revocation", 1), entry(SUSPENDED, "suspension", 8))))
                .isEqualTo("FAILED status.suspended");
        assertThat(status(judged(entry(REVOKED, "revocation", 1), entry(REVOKED + "/absent", "suspension", 8))))
                .isEqualTo("INCONCLUSIVE status.list-unreachable");
        assertThat(status(judged(entry(REVOKED, "revocation", 1), entry(SUSPENDED, "suspension", 1))))
                .isEqualTo("PASSED status.not-set");
    }

    @Test
    void aListOfAnotherIssuerSaysNothing() {
        SignedBadges other = new SignedBadges();
        issuer.publish(REVOKED, other.signed(list(REVOKED, "revocation", 7, other.did())));
        assertThat(status(judged(entry(REVOKED, "revocation", 7))))
                .isEqualTo("INCONCLUSIVE status.list-issuer-differs");
    }

    @Test
    void aListThatNamesTheIssuerAndIsSignedByAnotherSaysNothing() {
        SignedBadges other = new SignedBadges();
        issuer.publish(REVOKED, other.signed(list(REVOKED, "revocation", 1, issuer.did())));
        VerificationReport report = judged(entry(REVOKED, "revocation", 7));
        assertThat(status(report)).isEqualTo("INCONCLUSIVE status.list-not-proven");
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aListServedForAnotherAddressOrPurposeSaysNothing() {
        issuer.publish(REVOKED + "/2", issuer.signed(list(REVOKED, "revocation", 1, issuer.did())));
        assertThat(status(judged(entry(REVOKED + "/2", "revocation", 7))))
                .isEqualTo("INCONCLUSIVE status.list-id-differs");
        assertThat(status(judged(entry(REVOKED, "suspension", 7))))
                .isEqualTo("INCONCLUSIVE status.list-purpose-differs");
    }

    @Test
    void anUnknownTypeOfStatusIsNeverPassed() {
        ObjectNode unknown =
                ReferenceData.parse("{\"type\":\"ExempleStatus2099\"}").put("statusListCredential", REVOKED);
        ObjectNode badge = issuer.badge();
        badge.set("credentialStatus", unknown);
        ReadResult reading = CredentialReader.read(badge.toString().getBytes(StandardCharsets.UTF_8));
        CheckResult result = new StatusCheck(new FormatCheck(null, null), noTokens())
                .run(new VerificationContext(reading, issuer.policy(), Fetcher.offline()));
        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.reason().code()).isEqualTo("status.type-unknown");
    }

    private static StatusTokenVerifier noTokens() {
        return (token, issuer, context) -> {
            throw new AssertionError("no token to prove");
        };
    }

    @Test
    void severalEntriesOfOneListAreAnsweredEachByItsOwnBit() {
        assertThat(status(judged(entry(REVOKED, "revocation", 1), entry(REVOKED, "revocation", 7))))
                .isEqualTo("FAILED status.revoked");
        assertThat(status(judged(entry(REVOKED, "revocation", 1), entry(REVOKED, "revocation", 2))))
                .isEqualTo("PASSED status.not-set");
    }

    @Test
    void aListProvenBeforeIsAskedAgainForItsDatesAndItsBits() {
        assertThat(status(judged(entry(REVOKED, "revocation", 1)))).isEqualTo("PASSED status.not-set");
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("FAILED status.revoked");
        ObjectNode badge = issuer.badge();
        badge.set("credentialStatus", entry(REVOKED, "revocation", 1));
        VerificationPolicy later = VerificationPolicy.at(
                SignedBadges.AT.plus(java.time.Duration.ofDays(30)),
                issuer.policy().fetcher());
        assertThat(status(SignedBadges.judge(issuer.signed(badge), later)))
                .isEqualTo("INCONCLUSIVE status.list-not-current");
    }

    @Test
    void aListThatUnpacksPastTheBoundSaysNothing() {
        ObjectNode list = list(REVOKED, "revocation", 1, issuer.did());
        ((ObjectNode) list.get("credentialSubject"))
                .put("encodedList", BitstringStatusList.encode(new byte[BitstringStatusList.MAX_BYTES + 1]));
        issuer.publish(REVOKED, issuer.signed(list));
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("INCONCLUSIVE status.list-too-large");
    }

    @Test
    void membersWrittenAsListsOfOneAreRead() {
        ObjectNode entry = entry(REVOKED, "revocation", 7);
        for (String member : List.of("statusListCredential", "statusPurpose", "statusListIndex")) {
            JsonNode value = entry.get(member);
            entry.putArray(member).add(value);
        }
        assertThat(status(judged(entry))).isEqualTo("FAILED status.revoked");
    }

    @Test
    void moreEntriesThanAnybodyHasAreNotAsked() {
        ObjectNode[] entries = new ObjectNode[StatusCheck.MAX_ENTRIES + 1];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(REVOKED, "revocation", i + 100);
        }
        assertThat(status(judged(entries))).isEqualTo("INCONCLUSIVE status.too-many-entries");
    }

    @Test
    void aListMadeOfManyEmptyGzipMembersIsNoListAndNoOverflow() {
        ObjectNode list = list(REVOKED, "revocation", 1, issuer.did());
        byte[] empty = Base64.getUrlDecoder().decode("H4sIAAAAAAAAAAMAAAAAAAAAAAA");
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 30_000; i++) {
            members.write(empty, 0, empty.length);
        }
        ((ObjectNode) list.get("credentialSubject"))
                .put(
                        "encodedList",
                        "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(members.toByteArray()));
        issuer.publish(REVOKED, issuer.signed(list));
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("INCONCLUSIVE status.list-too-short");
    }

    @Test
    void aListIsOneByItsTypesAndItsBits() {
        assertThat(changed(list -> list.putArray("type").add("VerifiableCredential")))
                .isEqualTo("INCONCLUSIVE status.list-unreadable");
        assertThat(changed(list -> ((ObjectNode) list.get("credentialSubject")).put("encodedList", 1)))
                .isEqualTo("INCONCLUSIVE status.list-unreadable");
        assertThat(changed(list -> list.remove("validFrom"))).isEqualTo("PASSED status.not-set");
    }

    @Test
    void aListAsATokenIsOneByItsSubjectsTypeToo() {
        ObjectNode list = list(REVOKED, "revocation", 7, issuer.did());
        issuer.publish(REVOKED, issuer.token("vc+jwt", JwsSigner.claimsOf(list)));
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("FAILED status.revoked");
        ((ObjectNode) list.get("credentialSubject")).put("type", "StatusList2021");
        issuer.publish(REVOKED, issuer.token("vc+jwt", JwsSigner.claimsOf(list)));
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("INCONCLUSIVE status.list-unreadable");
    }

    @Test
    void asManyEntriesAsMayBeAreAsked() {
        ObjectNode[] entries = new ObjectNode[StatusCheck.MAX_ENTRIES];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(REVOKED, "revocation", 7 + i);
        }
        assertThat(status(judged(entries))).isEqualTo("FAILED status.revoked");
    }

    @Test
    void ofSetBitsTheNameOfTheGravestCounts() {
        String own = REVOKED + "/exemple";
        issuer.publish(own, issuer.signed(list(own, "exemple", 8, issuer.did())));
        assertThat(status(judged(entry(own, "exemple", 8), entry(SUSPENDED, "suspension", 8))))
                .isEqualTo("FAILED status.suspended");
    }

    @Test
    void anEntryHasFromOneToEightBitsWrittenAsANumber() {
        assertThat(parsed(entry -> entry.put("statusSize", 1))).isEqualTo(1);
        assertThat(parsed(entry -> entry.put("statusSize", 8))).isEqualTo(8);
        assertThat(parsed(entry -> {})).isEqualTo(1);
        assertThat(parsed(entry -> entry.put("statusSize", 0))).isZero();
        assertThat(parsed(entry -> entry.put("statusSize", 9))).isZero();
        assertThat(parsed(entry -> entry.put("statusSize", "2"))).isZero();
        assertThat(parsed(entry -> entry.put("statusListIndex", "1".repeat(16))))
                .isZero();
        assertThat(parsed(entry -> entry.remove("statusPurpose"))).isZero();
        assertThat(parsed(entry -> entry.put("statusListIndex", true))).isZero();
        assertThat(StatusEntry.parse(
                                BitListKind.STATUS_LIST_2021,
                                entry(REVOKED, "revocation", 1).put("statusSize", 2))
                        .orElseThrow()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theIssuersWordsForAValueAreFoundByItInHexadecimal() {
        ObjectNode node = entry(REVOKED, "message", 1);
        node.putArray("statusMessage")
                .add(ReferenceData.parse("{\"status\":\"b\",\"message\":\"sans préfixe\"}"))
                .add(ReferenceData.parse("{\"status\":\"0xA\",\"message\":\"dix\"}"))
                .add(ReferenceData.parse("{\"status\":\"0xb\",\"message\":\"onze\"}"));
        StatusEntry entry = StatusEntry.parse(BitListKind.BITSTRING, node).orElseThrow();
        assertThat(entry.message(10)).contains("dix");
        assertThat(entry.message(11)).contains("onze");
        assertThat(entry.message(12)).isEmpty();
    }

    /** The size of an entry with a change, or zero when it is invalid. */
    private static int parsed(Consumer<ObjectNode> change) {
        ObjectNode node = entry(REVOKED, "revocation", 1);
        change.accept(node);
        return StatusEntry.parse(BitListKind.BITSTRING, node)
                .map(StatusEntry::size)
                .orElse(0);
    }

    /** The answer of a list changed before it was signed. */
    private String changed(Consumer<ObjectNode> change) {
        ObjectNode list = list(REVOKED, "revocation", 7, issuer.did());
        change.accept(list);
        issuer.publish(REVOKED, issuer.signed(list));
        return status(judged(entry(REVOKED, "revocation", 1)));
    }

    private VerificationReport judged(ObjectNode... entries) {
        ObjectNode badge = issuer.badge();
        ArrayNode statuses = badge.putArray("credentialStatus");
        for (ObjectNode entry : entries) {
            statuses.add(entry);
        }
        if (entries.length == 1) {
            badge.set("credentialStatus", entries[0]);
        }
        return SignedBadges.judge(issuer.signed(badge), issuer.policy());
    }

    private static String status(VerificationReport report) {
        CheckResult result = report.check(CheckName.STATUS);
        return result.outcome() + " " + result.reason().code();
    }
}
