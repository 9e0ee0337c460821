package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Profile at an issuer's address, compared with the one in the badge. */
class IssuerProfileTest {
    private static final String ID = "https://badges.example/issuers/9";
    private static final String RESOLVED = "PASSED issuer.resolved";
    private static final String DIFFERS = "WARNING issuer.profile-differs";
    private static final String NOT_PUBLISHED = "WARNING issuer.profile-not-published";

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void aProfileThatSaysTheSameResolves() {
        assertThat(published("{\"id\":\"ID\",\"name\":\"Atelier\",\"url\":\"https://a.example\"}"))
                .isEqualTo(RESOLVED);
        assertThat(published("{\"name\":\"Atelier\"}")).isEqualTo(RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\":\"Autre\"", "\"url\":\"https://b.example\"", "\"email\":\"b@a.example\""})
    void aProfileThatSaysSomethingElseIsAWarning(String member) {
        assertThat(published("{\"id\":\"ID\"," + member + "}")).isEqualTo(DIFFERS);
    }

    @Test
    void whatOnlyOneOfThemSaysIsNoDifference() {
        ObjectNode bare = ReferenceData.parse("{\"type\":[\"Profile\"]}").put("id", ID);
        issuer.publish(ID, "{\"id\":\"" + ID + "\",\"name\":\"Atelier\",\"url\":1}");
        assertThat(told(bare, issuer.policy())).isEqualTo(RESOLVED);
        assertThat(published("{\"id\":\"ID\",\"type\":\"Profile\",\"name\":{\"fr\":\"Atelier\"}}"))
                .isEqualTo(RESOLVED);
    }

    @Test
    void aProfileOfAnotherIdIsSomebodyElses() {
        assertThat(published("{\"id\":\"ID/2\",\"name\":\"Atelier\"}")).isEqualTo("FAILED issuer.document-id-differs");
        assertThat(published("{\"id\":1,\"name\":\"Atelier\"}")).isEqualTo("FAILED issuer.document-id-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "[]", "{}", "{\"verificationMethod\":[]}"})
    void aPageAtTheAddressIsNoProfile(String text) {
        assertThat(published(text)).isEqualTo(NOT_PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"Profile\"}", "{\"name\":\"Atelier\"}", "{\"id\":\"ID\"}"})
    void anythingThatAProfileHasMakesItOne(String text) {
        assertThat(published(text)).isEqualTo(RESOLVED);
    }

    @Test
    void noCopyLeavesTheQuestionOpen() {
        assertThat(told(claimed(), VerificationPolicy.at(SignedBadges.AT, Fetcher.offline())))
                .isEqualTo("INCONCLUSIVE issuer.document-unreachable");
        assertThat(told(claimed(), issuer.policy())).as("not found").isEqualTo(NOT_PUBLISHED);
    }

    @Test
    void anOldCopyIsAWarning() {
        issuer.publish(ID, "{\"id\":\"" + ID + "\"}");
        assertThat(told(claimed(), issuer.stalePolicy())).isEqualTo("WARNING issuer.document-stale");
    }

    @Test
    void anIdThatIsNoAddressLeadsNowhere() {
        assertThat(told(claimed().put("id", "urn:x:1"), issuer.policy()))
                .isEqualTo("INCONCLUSIVE issuer.id-not-resolvable");
    }

    @Test
    void anIssuerWithoutIdIsNobody() {
        ObjectNode nobody = claimed();
        nobody.remove("id");
        assertThat(told(nobody, issuer.policy())).isEqualTo("FAILED issuer.missing");
    }

    private static ObjectNode claimed() {
        return ReferenceData.parse("{\"type\":[\"Profile\"],\"name\":\"Atelier\",\"url\":\"https://a.example\","
                        + "\"email\":\"a@a.example\"}")
                .put("id", ID);
    }

    private String published(String text) {
        issuer.publish(ID, text.replace("ID", ID));
        return told(claimed(), issuer.policy());
    }

    private String told(ObjectNode profile, VerificationPolicy policy) {
        ObjectNode badge = issuer.badge();
        badge.set("issuer", profile);
        byte[] bytes = badge.toString().getBytes(StandardCharsets.UTF_8);
        CheckResult result = new IssuerCheck(new PublicKeys(Crypto.best()))
                .run(new VerificationContext(CredentialReader.read(bytes), policy, policy.fetcher()));
        return result.outcome() + " " + result.reason().code();
    }
}
