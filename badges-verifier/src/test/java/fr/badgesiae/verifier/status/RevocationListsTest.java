package fr.badgesiae.verifier.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.proof.JwsSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 1EdTech revocation lists, whose members other implementations write in several ways. */
class RevocationListsTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final String LIST = "https://badges.example/retraits";
    private static final String BADGE = "https://badges.example/credentials/1";
    private static final String CLEAR = "PASSED status.not-set";
    private static final String REVOKED = "FAILED status.revoked";

    private final SignedBadges issuer = new SignedBadges();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ID\"",
                "\"http://badges.example/credentials/1\"",
                "{\"id\":\"ID\"}",
                "{\"id\":\"ID\",\"revoked\":true}",
                "{\"id\":\"ID\",\"revoked\":null}",
                "{\"id\":\"ID\",\"revoked\":\"2026-10-01\"}",
                "\"urn:x:1\",{\"id\":\"ID\",\"revoked\":false},{\"id\":\"ID\"}"
            })
    void aListThatNamesTheBadgeRevokesIt(String entries) {
        publish("{\"revokedCredentials\":[" + entries.replace("ID", BADGE) + "]}");
        assertThat(status()).isEqualTo(REVOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"ID/2\"", "{\"id\":\"ID\",\"revoked\":false}", "{\"id\":\"ID\",\"revoked\":\"false\"}"})
    void aListThatDoesNotNameTheBadgeClearsIt(String entries) {
        publish("{\"revokedCredentials\":[" + entries.replace("ID", BADGE) + "]}");
        assertThat(status()).isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}", "1", "{}", "\"urn:x:1\",null"})
    void aListWithAnEntryThatNamesNobodyIsNotRead(String entries) {
        publish("{\"revokedCredentials\":[" + entries + "]}");
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-unreadable");
    }

    @Test
    void aListOfNobodyMayLeaveItsEntriesOutWhereItSaysWhatItIs() {
        publish("{\"id\":\"LIST\",\"issuer\":\"DID\"}");
        assertThat(status()).isEqualTo(CLEAR);
        publish("{\"id\":\"LIST\",\"issuer\":{\"id\":\"DID\"}}");
        assertThat(status()).isEqualTo(CLEAR);
        publish("{\"id\":\"LIST\",\"issuer\":\"DID\",\"revokedCredentials\":[]}");
        assertThat(status()).isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"id\":\"LIST\"}",
                "{\"issuer\":\"DID\"}",
                "{\"id\":\"LIST\",\"issuer\":{}}",
                "{\"id\":\"LIST\",\"issuer\":\"DID\",\"revokedCredentials\":\"aucun\"}"
            })
    void whatDoesNotSayThatItIsAListIsNone(String list) {
        publish(list);
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-unreadable");
    }

    @Test
    void aListOfAnotherAddressOrAnotherIssuerSaysNothing() {
        publish("{\"id\":\"LIST/2\",\"revokedCredentials\":[]}");
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-id-differs");
        publish("{\"issuer\":\"https://intrus.example\",\"revokedCredentials\":[]}");
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-issuer-differs");
        publish("{\"issuer\":{\"name\":\"DID\"},\"revokedCredentials\":[]}");
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-issuer-differs");
    }

    @Test
    void aListOfAnotherIdStillRevokes() {
        publish("{\"id\":\"LIST/2\",\"revokedCredentials\":[\"" + BADGE + "\"]}");
        assertThat(status()).isEqualTo(REVOKED);
        publish("{\"id\":\"LIST/2\",\"issuer\":\"https://intrus.example\",\"revokedCredentials\":[\"" + BADGE + "\"]}");
        assertThat(status()).isEqualTo("INCONCLUSIVE status.list-issuer-differs");
    }

    @Test
    void anOldCopyIsUsedWithAWarningAndStillRevokes() {
        publish("{\"revokedCredentials\":[]}");
        assertThat(status(entry(), issuer.stalePolicy())).isEqualTo("WARNING status.list-stale");
        publish("{\"revokedCredentials\":[\"" + BADGE + "\"]}");
        assertThat(status(entry(), issuer.stalePolicy())).isEqualTo(REVOKED);
    }

    @Test
    void membersWrittenAsListsOfOneAreRead() {
        publish("{\"issuer\":[{\"id\":\"DID\"}],\"revokedCredentials\":[\"" + BADGE + "\"]}");
        ObjectNode entry = entry();
        entry.putArray("id").add(LIST);
        assertThat(status(entry, issuer.policy())).isEqualTo(REVOKED);
    }

    @Test
    void anEntryWithoutAnAddressIsMalformed() {
        ObjectNode nowhere = entry();
        nowhere.remove("id");
        assertThat(status(nowhere, issuer.policy())).isEqualTo("INCONCLUSIVE status.entry-malformed");
        assertThat(status(entry().put("id", "retraits"), issuer.policy()))
                .isEqualTo("INCONCLUSIVE status.entry-malformed");
    }

    private void publish(String list) {
        issuer.publish(LIST, list.replace("LIST", LIST).replace("DID", issuer.did()));
    }

    private static ObjectNode entry() {
        return ReferenceData.parse("{\"type\":\"1EdTechRevocationList\"}").put("id", LIST);
    }

    private String status() {
        return status(entry(), issuer.policy());
    }

    private String status(ObjectNode entry, VerificationPolicy policy) {
        ObjectNode badge = issuer.badge();
        badge.set("credentialStatus", entry);
        // As a token, because no context defines the type.
        String token = issuer.token("JWT", JwsSigner.claimsOf(badge));
        CheckResult result = VERIFIER.verify(Submission.of(token), policy).check(CheckName.STATUS);
        return result.outcome() + " " + result.reason().code();
    }
}
