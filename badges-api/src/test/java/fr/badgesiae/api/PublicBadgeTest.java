package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.assertion.PublishBadge;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A badge in the form of Open Badges 2.0, read over HTTP by our own verifier as anybody's would. */
class PublicBadgeTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    @Test
    void nothingIsAtAnAddressBeforeAHolderDecides() throws Exception {
        OrganisationId other = setting.server.organisation("Jardins fictifs", "44306184100047");
        for (String address :
                List.of("/v2/issuers/" + other, "/v2/revocations/" + other, "/v2/assertions/" + setting.badge)) {
            assertThat(setting.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void theHostedFormIsAuthenticAndEveryDocumentIsAtItsAddress() throws Exception {
        String address = setting.published();

        JsonNode assertion = setting.document(address);
        JsonNode badgeClass = setting.document(assertion.path("badge").asText());
        JsonNode issuer = setting.document(badgeClass.path("issuer").asText());
        JsonNode key = setting.document(issuer.path("publicKey").path(0).asText());
        JsonNode list = setting.document(issuer.path("revocationList").asText());

        assertThat(assertion.path("id").asText()).isEqualTo(address);
        assertThat(assertion.at("/recipient/type").asText()).isEqualTo("id");
        assertThat(assertion.at("/recipient/identity").asText()).startsWith("urn:uuid:");
        assertThat(assertion.at("/recipient/hashed").asBoolean(true)).isFalse();
        assertThat(assertion.toString()).doesNotContain("Alix", "Exemple", "gare", "seule");
        assertThat(badgeClass.path("name").asText()).isEqualTo("Peindre un mur");
        assertThat(issuer.path("email").asText()).isEqualTo("bonjour@exemple.invalid");
        assertThat(key.path("owner")).isEqualTo(issuer.path("id"));
        assertThat(key.path("publicKeyPem").asText()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(list.path("type").asText()).isEqualTo("RevocationList");
        setting.assertHeadline(Submission.of(setting.get(address).body()), Headline.AUTHENTIC);
        assertThat(setting.get(address).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void theSignedFormIsAuthenticAlsoFromItsPicture() throws Exception {
        String address = setting.published();

        String jws = setting.get(address + "/badge.jws").body();
        setting.assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        for (String picture : List.of("/picture", "/signed-picture")) {
            HttpResponse<String> answer = setting.get(address + picture);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
            setting.assertHeadline(Submission.of(answer.body()), Headline.AUTHENTIC);
        }
        assertThat(new String(Base64.getUrlDecoder().decode(jws.split("\\.", 2)[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\"}");
    }

    @Test
    void ourOwnPageJudgesThemWithoutARequestToOurselves() throws Exception {
        String address = setting.published();
        String body = "{\"url\":\"" + address + "\"}";
        HttpRequest request = HttpRequest.newBuilder(setting.server.origin().resolve("/api/v1/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        // Under another address than the rest of the organisation's, and not a stranger that resembles it.
        assertThat(setting.client
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"headline\":\"AUTHENTIC\"", "\"known\":true", "\"resembles\":null");

        setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge);
        assertThat(setting.client
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"headline\":\"REVOKED\"");
    }

    @Test
    void anIssuerWithoutAPublicEmailHasNoSuchForm() {
        setting.badges.execute(
                "UPDATE organisation SET public_email = NULL WHERE id = ?", setting.organisation.value());

        assertThat(setting.server.features().assertion().publish().apply(setting.holder, setting.badge))
                .isEqualTo(PublishBadge.Outcome.NO_EMAIL);
        assertThat(setting.badges.count("public_badge WHERE credential_id = ?", setting.badge.value()))
                .isZero();
    }

    @Test
    void theDecisionHasAPageThatSaysWhatBecomesPublic() throws Exception {
        String path = "/me/badges/" + setting.badge;
        Visitor phone = new Visitor(setting.server, path + "/public", sessions -> sessions.openHolder(setting.holder));

        assertThat(phone.get(path).body()).contains(path + "/public");
        assertThat(phone.get(path + "/public").body())
                .contains(
                        "Ce qui devient public",
                        "bonjour@exemple.invalid",
                        "Votre nom et les textes sur vous ne sont pas dedans.");
        assertThat(phone.get(path + "/public/withdraw").statusCode()).isEqualTo(404);
        HttpResponse<String> done = phone.post(path + "/public", Map.of());
        assertThat(done.headers().firstValue("Location").orElseThrow()).contains("done=assertion.public");
        assertThat(phone.get("/me").body()).contains("1 badge est public.", "Ce badge est public.");
        assertThat(phone.get(path + "/public").body())
                .contains("Ce badge est public", setting.server.origin() + "/v2/assertions/" + setting.number());
        assertThat(phone.get(path + "/public/withdraw").body()).contains("Cette adresse ne marchera plus jamais.");
        phone.post(path + "/public/withdraw", Map.of());
        assertThat(setting.badges.count("public_badge WHERE credential_id = ?", setting.badge.value()))
                .isZero();
        assertThat(setting.badges.count(
                        "audit_event WHERE subject_id = ? AND code IN ('BADGE_MADE_PUBLIC', 'PUBLIC_BADGE_WITHDRAWN')",
                        setting.badge.value()))
                .isEqualTo(2);
        assertThat(phone.get("/me/data").body())
                .contains(
                        "Vous avez rendu public le badge «\u00a0Peindre un mur\u00a0».",
                        "Vous avez arrêté de rendre public le badge «\u00a0Peindre un mur\u00a0».");
    }

    @Test
    void hidingEverythingLeavesPublicBadgesAndOffersToEndThem() throws Exception {
        String path = "/me/badges/" + setting.badge;
        Visitor phone = new Visitor(setting.server, path + "/public", sessions -> sessions.openHolder(setting.holder));
        phone.post(path + "/public", Map.of());
        phone.post(path + "/share", Map.of("label", "Pour une entreprise", "days", "30"));

        assertThat(phone.post("/me/hide", Map.of()).headers().firstValue("Location"))
                .hasValue("/me");
        assertThat(phone.get("/me").body())
                .contains("Vos liens sont cachés", "1 badge est public.", "href=\"/me/public\"")
                .doesNotContain("Tout est caché");
        assertThat(phone.get("/me/public").body()).contains("Ne plus rendre vos badges publics", "Oui, tout arrêter");
        assertThat(phone.post("/me/public", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("done=assertion.all-withdrawn");
        assertThat(setting.badges.count("public_badge WHERE credential_id = ?", setting.badge.value()))
                .isZero();
        assertThat(setting.badges.count("ended_public_badge")).isPositive();
        assertThat(phone.get("/me/public").body()).contains("Aucun badge n’est public.");
        assertThat(phone.get("/me").body()).doesNotContain("/me/public\"");
    }

    @Test
    void anotherHolderFindsNothing() throws Exception {
        String path = "/me/badges/" + setting.badge + "/public";
        HolderId mine = setting.holder;
        setting.accept();
        Visitor other = new Visitor(setting.server, "/me", sessions -> sessions.openHolder(setting.holder));

        assertThat(mine).isNotEqualTo(setting.holder);
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
    }
}
