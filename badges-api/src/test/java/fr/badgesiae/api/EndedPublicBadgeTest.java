package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Public badges that their holder, their issuer, an erasure or an ended key takes back. */
class EndedPublicBadgeTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    @Test
    void whatIsWithdrawnSaysSoInEveryForm() throws Exception {
        String address = setting.published();
        String hosted = setting.get(address).body();
        String signed = setting.get(address + "/badge.jws").body();

        assertThat(setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge))
                .isTrue();

        HttpResponse<String> answer = setting.get(address);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(setting.json.readTree(answer.body()).path("revoked").asBoolean())
                .isTrue();
        assertThat(answer.body()).doesNotContain("urn:uuid");
        assertThat(setting.get(address + "/badge.jws").statusCode()).isEqualTo(410);
        assertThat(setting.get(address + "/picture").statusCode()).isEqualTo(410);
        setting.assertHeadline(Submission.of(hosted), Headline.REVOKED);
        setting.assertHeadline(Submission.of(signed), Headline.REVOKED);
        assertThat(setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge))
                .isFalse();
        assertThat(setting.published()).isNotEqualTo(address);
        assertThat(setting.get(address).statusCode()).isEqualTo(410);
    }

    @Test
    void aRevocationByTheIssuerEndsEveryForm() throws Exception {
        String address = setting.published();
        String hosted = setting.get(address).body();
        String signed = setting.get(address + "/badge.jws").body();

        setting.revoke();

        assertThat(setting.get(address).statusCode()).isEqualTo(410);
        assertThat(setting.get(address).body()).contains("Revoked by the issuer.");
        setting.assertHeadline(Submission.of(hosted), Headline.REVOKED);
        setting.assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    @Test
    void theErasureOfTheSpaceLeavesANumberAndNothingElse() throws Exception {
        String address = setting.published();
        UUID number = setting.number();
        String signed = setting.get(address + "/badge.jws").body();
        PersonalExport export = new PersonalExport();

        setting.server.platform().database().inHolder(setting.holder, handle -> {
            setting.server
                    .features()
                    .contributions()
                    .personalData()
                    .forEach(part -> part.exportSpace(handle, setting.holder, export));
            setting.server.features().contributions().personalData().stream()
                    .filter(part -> part.tables().contains("public_badge"))
                    .forEach(part -> part.eraseSpace(handle, setting.holder, UUID.randomUUID(), Instant.now()));
            return true;
        });

        assertThat(export.sections()).extracting(PersonalExport.Section::name).contains("public_badges");
        assertThat(export.files()).containsKeys("public/" + number + ".json", "public/" + number + ".jws");
        assertThat(setting.badges.count("public_badge WHERE id = ?", number)).isZero();
        assertThat(setting.badges.count("ended_public_badge WHERE id = ? AND NOT revoked", number))
                .isEqualTo(1);
        assertThat(setting.get(address).statusCode()).isEqualTo(410);
        setting.assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    private String revocations() throws Exception {
        return setting.get("/v2/revocations/" + setting.organisation).body();
    }

    /** The reason that a list of revocations gives for one number. */
    private String listed(UUID number) throws Exception {
        for (JsonNode one : setting.json.readTree(revocations()).path("revokedAssertions")) {
            if (one.path("id").asText().endsWith(number.toString())) {
                return one.path("revocationReason").asText();
            }
        }
        return "";
    }

    @Test
    void whatItsHolderEndedIsNotSaidToBeRevokedByTheIssuer() throws Exception {
        for (PublicReason reason : List.of(PublicReason.HOLDER_WITHDREW, PublicReason.HOLDER_REQUEST)) {
            setting.accept();
            String address = setting.published();
            UUID number = setting.number();
            setting.revoke(reason);

            assertThat(setting.get(address).statusCode()).isEqualTo(410);
            assertThat(setting.get(address).body())
                    .contains("No longer published.")
                    .doesNotContain("issuer.\"");
            assertThat(setting.get(address + "/badge.jws").statusCode()).isEqualTo(410);
            assertThat(listed(number)).isEqualTo("No longer published.");

            setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge);
            assertThat(setting.get(address).body()).contains("No longer published.");
            assertThat(listed(number)).isEqualTo("No longer published.");
        }
        setting.accept();
        String address = setting.published();
        UUID number = setting.number();
        setting.revoke();
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge);
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        assertThat(setting.get(address).body()).contains("Revoked by the issuer.");
    }

    @Test
    void aRevokedBadgeIsNotSaidToBePublic() throws Exception {
        setting.published();
        setting.revoke();
        String path = "/me/badges/" + setting.badge + "/public";
        Visitor phone = new Visitor(setting.server, path, sessions -> sessions.openHolder(setting.holder));

        assertThat(phone.get(path).body())
                .contains("Ce badge n’est plus valable.", path + "/withdraw")
                .doesNotContain("Ce badge est public", "Toute personne qui a l’adresse", "/v2/assertions/");
        assertThat(phone.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(phone.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
        assertThat(setting.badges.count("public_badge WHERE credential_id = ?", setting.badge.value()))
                .isZero();
    }

    private void endRsa(String state) {
        setting.badges.execute(
                "UPDATE signing_key SET state = ?, not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256' AND state = 'ACTIVE'",
                state,
                setting.organisation.value());
    }

    @Test
    void whatIsHostedStaysAuthenticWhenTheOnlyKeyIsCompromised() throws Exception {
        String address = setting.published();
        String hosted = setting.get(address).body();
        String signed = setting.get(address + "/badge.jws").body();
        setting.badges.execute(
                "UPDATE signing_key SET state = 'COMPROMISED', not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256'",
                setting.organisation.value());

        setting.assertHeadline(Submission.of(hosted), Headline.AUTHENTIC);
        assertThat(setting.judge(Submission.of(signed)).headline()).isNotEqualTo(Headline.AUTHENTIC);
        JsonNode issuer = setting.document("/v2/issuers/" + setting.organisation);
        assertThat(issuer.path("publicKey")).isEmpty();
        assertThat(setting.get(issuer.path("revocationList").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEndedKeyIsReplacedAtTheNextPublicBadge() throws Exception {
        setting.published();
        for (String state : List.of("RETIRED", "COMPROMISED")) {
            endRsa(state);
            setting.accept();
            String jws = setting.get(setting.published() + "/badge.jws").body();
            setting.assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        }
    }
}
