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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status list tokens: the claims required before a value counts. */
class StatusTokensTest {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final String LIST = "https://badges.example/status/jetons";
    private static final String CLEAR = "PASSED status.not-set";
    private static final String NOT_CURRENT = "INCONCLUSIVE status.list-not-current";
    private static final String MALFORMED = "INCONCLUSIVE status.entry-malformed";
    private static final long NOW = SignedBadges.AT.getEpochSecond();

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void theFirstValueOfAListIsOneToo() {
        publish(list -> {});
        assertThat(status("0")).isEqualTo("FAILED status.revoked");
        assertThat(status("1")).isEqualTo(CLEAR);
    }

    @Test
    void anIndexThatIsNoWholeNumberIsMalformed() {
        publish(list -> {});
        assertThat(status("\"1\"")).isEqualTo(MALFORMED);
        assertThat(status("1.0")).isEqualTo(MALFORMED);
        assertThat(status("-1")).isEqualTo(MALFORMED);
        assertThat(status("18446744073709551617")).isEqualTo(MALFORMED);
    }

    @Test
    void anAddressThatLeadsNowhereIsMalformed() {
        assertThat(status("{\"idx\":1,\"uri\":\"jetons\"}", issuer.policy())).isEqualTo(MALFORMED);
        assertThat(status("{\"idx\":1}", issuer.policy())).isEqualTo(MALFORMED);
        assertThat(status("{\"idx\":1,\"uri\":\"" + LIST + "\"}", issuer.policy()))
                .isEqualTo("INCONCLUSIVE status.list-unreachable");
    }

    @Test
    void aTokenCountsFromItsIssueToItsEnd() {
        publish(list -> list.put("iat", NOW + 60));
        assertThat(status("1")).isEqualTo(CLEAR);
        publish(list -> list.put("iat", NOW + 61));
        assertThat(status("1")).isEqualTo(NOT_CURRENT);
        publish(list -> list.put("exp", NOW + 1));
        assertThat(status("1")).isEqualTo(CLEAR);
        publish(list -> list.put("exp", NOW));
        assertThat(status("1")).isEqualTo(NOT_CURRENT);
        publish(list -> list.remove("exp"));
        assertThat(status("1")).isEqualTo(CLEAR);
    }

    @Test
    void timesThatAreNoNumbersAreNoTimes() {
        publish(list -> list.remove("iat"));
        assertThat(status("1")).isEqualTo(NOT_CURRENT);
        publish(list -> list.put("iat", Long.toString(NOW)));
        assertThat(status("1")).isEqualTo(NOT_CURRENT);
        publish(list -> list.put("exp", Long.toString(NOW + 1)));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-not-proven");
    }

    @Test
    void onlyTheIssuersOwnKeySpeaksForIt() {
        publish(list -> list.remove("iss"));
        assertThat(status("1")).isEqualTo(CLEAR);
        publish(list -> list.put("iss", "https://intrus.example"));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-issuer-differs");
        publish(list -> list.putNull("iss"));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-issuer-differs");
        ObjectNode unnamed = list();
        unnamed.remove("iss");
        issuer.publish(LIST, new SignedBadges().token("statuslist+jwt", unnamed));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-not-proven");
    }

    @Test
    void aTokenAboutAnotherAddressSaysNothing() {
        publish(list -> list.put("sub", LIST + "/2"));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-id-differs");
        publish(list -> list.remove("sub"));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-id-differs");
    }

    @Test
    void aTokenAboutAnotherAddressStillRevokes() {
        publish(list -> list.put("sub", LIST + "/2"));
        assertThat(status("0")).isEqualTo("FAILED status.revoked");
        publish(list -> list.remove("sub"));
        assertThat(status("0")).isEqualTo("FAILED status.revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "a.b.c", "<html></html>"})
    void whatIsNoTokenIsNoList(String text) {
        issuer.publish(LIST, text);
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-unreadable");
    }

    @Test
    void aTokenOfAnotherTypeOrWithoutAListIsNoList() {
        issuer.publish(LIST, issuer.token("JWT", list()));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-unreadable");
        issuer.publish(LIST, issuer.token("application/statuslist+jwt", list()));
        assertThat(status("1")).isEqualTo(CLEAR);
        publish(list -> list.put("status_list", "eNrbuRgAAhcBXQ"));
        assertThat(status("1")).isEqualTo("INCONCLUSIVE status.list-unreadable");
    }

    @Test
    void anOldCopyIsUsedWithAWarningAndStillRevokes() {
        publish(list -> {});
        assertThat(status("{\"idx\":1,\"uri\":\"" + LIST + "\"}", issuer.stalePolicy()))
                .isEqualTo("WARNING status.list-stale");
        assertThat(status("{\"idx\":0,\"uri\":\"" + LIST + "\"}", issuer.stalePolicy()))
                .isEqualTo("FAILED status.revoked");
    }

    private void publish(Consumer<ObjectNode> change) {
        ObjectNode list = list();
        change.accept(list);
        issuer.publish(LIST, issuer.token("statuslist+jwt", list));
    }

    /** The list of the specification: its first value is set, its second is not. */
    private ObjectNode list() {
        return ReferenceData.parse("{\"status_list\":{\"bits\":1,\"lst\":\"eNrbuRgAAhcBXQ\"}}")
                .put("sub", LIST)
                .put("iss", issuer.did())
                .put("iat", NOW - 60)
                .put("exp", NOW + 3600);
    }

    private String status(String index) {
        return status("{\"idx\":" + index + ",\"uri\":\"" + LIST + "\"}", issuer.policy());
    }

    private String status(String reference, VerificationPolicy policy) {
        ObjectNode claims = JwsSigner.claimsOf(issuer.badge());
        claims.putObject("status").set("status_list", ReferenceData.parse(reference));
        CheckResult result = VERIFIER.verify(Submission.of(issuer.token("JWT", claims)), policy)
                .check(CheckName.STATUS);
        return result.outcome() + " " + result.reason().code();
    }
}
