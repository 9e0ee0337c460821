package fr.badgesiae.verifier.check;

import static fr.badgesiae.verifier.SignedBadges.entry;
import static fr.badgesiae.verifier.SignedBadges.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.status.BitstringStatusList;
import org.junit.jupiter.api.Test;

/** A proven list that may not be the one meant: a set bit counts, a clear one proves nothing. */
class DoubtfulListTest {
    private static final String REVOKED = "https://badges.example/status/r";

    private final SignedBadges issuer = new SignedBadges();

    DoubtfulListTest() {
        issuer.publish(REVOKED, issuer.signed(list(REVOKED, "revocation", 7, issuer.did())));
    }

    @Test
    void aSetBitCountsWhateverIdTheListGivesItself() {
        issuer.publish(REVOKED + "/2", issuer.signed(list(REVOKED, "revocation", 7, issuer.did())));
        assertThat(status(judged(entry(REVOKED + "/2", "revocation", 7)))).isEqualTo("FAILED status.revoked");
        issuer.publish(REVOKED + "/3", issuer.signed(list(REVOKED, "refresh", 7, issuer.did())));
        assertThat(status(judged(entry(REVOKED + "/3", "refresh", 7))))
                .as("a set bit that says nothing against the badge")
                .isEqualTo("INCONCLUSIVE status.list-id-differs");
    }

    @Test
    void listsOfOneIdAtTwoAddressesAreTwoLists() {
        issuer.publish(REVOKED + "/2", issuer.signed(list(REVOKED, "revocation", 9, issuer.did())));
        ObjectNode here = entry(REVOKED, "revocation", 9);
        ObjectNode there = entry(REVOKED + "/2", "revocation", 9);
        assertThat(status(judged(here))).isEqualTo("PASSED status.not-set");
        assertThat(status(judged(there))).isEqualTo("FAILED status.revoked");
        assertThat(status(judged(here, there))).isEqualTo("FAILED status.revoked");
        assertThat(status(judged(there, here))).isEqualTo("FAILED status.revoked");
        assertThat(status(judged(entry(REVOKED + "/2", "revocation", 7))))
                .isEqualTo("INCONCLUSIVE status.list-id-differs");
    }

    @Test
    void aSetBitOfAListThatIsTooShortCounts() {
        byte[] bits = BitstringStatusList.empty(1024);
        BitstringStatusList.set(bits, 7, true);
        ObjectNode list = list(REVOKED, "revocation", 7, issuer.did());
        ((ObjectNode) list.get("credentialSubject")).put("encodedList", BitstringStatusList.encode(bits));
        issuer.publish(REVOKED, issuer.signed(list));
        assertThat(status(judged(entry(REVOKED, "revocation", 7)))).isEqualTo("FAILED status.revoked");
        assertThat(status(judged(entry(REVOKED, "revocation", 8)))).isEqualTo("INCONCLUSIVE status.list-too-short");
        assertThat(status(judged(entry(REVOKED, "revocation", 1024)))).isEqualTo("INCONCLUSIVE status.list-too-short");
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
