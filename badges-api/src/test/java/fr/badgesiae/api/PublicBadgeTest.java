package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.assertion.PublishBadge;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A badge in the form of Open Badges 2.0, read over HTTP by our own verifier as anybody's would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicBadgeTest {
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;
    private OrganisationId organisation;
    private AccountId counsellor;
    private AchievementVersionId version;
    private HolderId holder;
    private CredentialId badge;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        organisation = server.organisation("Atelier des Deux Rives", "73282932000074");
        counsellor = server.member(organisation, "conseil", "COUNSELLOR", "une phrase assez longue");
        OrganisationId network = server.organisation("Réseau Exemple", "83282932000073");
        owner(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2025-01-01')",
                network.value(),
                organisation.value());
        UUID achievement = UUID.randomUUID();
        version = new AchievementVersionId(UUID.randomUUID());
        byte[] drawing = DefaultImage.draw(new AchievementContent(
                        "Peindre un mur", "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()))
                .bytes();
        owner(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                achievement,
                organisation.value(),
                BADGE);
        owner(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                        + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, 'image/svg+xml', ?, now())",
                version.value(),
                achievement,
                organisation.value(),
                BADGE,
                drawing);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void owner(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    @BeforeEach
    void accept() {
        owner("UPDATE organisation SET public_email = 'bonjour@exemple.invalid' WHERE id = ?", organisation.value());
        PersonId person = new PersonId(UUID.randomUUID());
        owner(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on, created_at,"
                        + " updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                person.value(),
                organisation.value(),
                UUID.randomUUID());
        Features features = server.features();
        OfferRequest request = new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.");
        OfferId offer =
                ((OfferBadge.Offered) features.offer().offer().apply(organisation, counsellor, request)).offer();
        String text = server.platform()
                .database()
                .inOrganisation(
                        organisation, handle -> features.offer().offers().find(handle, organisation, offer))
                .orElseThrow()
                .text()
                .fingerprint();
        var accepted = (AcceptOffer.Accepted) features.claim()
                .accept()
                .apply(organisation, offer, new AcceptOffer.Acceptance(NameChoice.FULL, true, text, null));
        holder = accepted.holder();
        badge = accepted.credential();
    }

    private String published() throws Exception {
        assertThat(server.features().assertion().publish().apply(holder, badge)).isEqualTo(PublishBadge.Outcome.PUBLIC);
        return server.origin() + "/v2/assertions/" + number();
    }

    private UUID number() {
        return server.database()
                .owner()
                .withHandle(
                        handle -> handle.select("SELECT id FROM public_badge WHERE credential_id = ?", badge.value())
                                .mapTo(UUID.class)
                                .one());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.origin().resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode document(String address) throws Exception {
        return json.readTree(get(address).body());
    }

    private VerificationReport judge(Submission submission) {
        HttpFetcher network = new HttpFetcher("test", Duration.ofSeconds(5), true);
        return new BadgeVerifier()
                .verify(
                        submission,
                        VerificationPolicy.at(Instant.now(), network).withLoopback());
    }

    private void assertHeadline(Submission submission, Headline expected) {
        VerificationReport report = judge(submission);
        assertThat(report.headline()).as(report.checks().toString()).isEqualTo(expected);
    }

    private void revoke() {
        server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> server.features()
                                .credential()
                                .revoke()
                                .revoke(handle, organisation, badge, PublicReason.WRONG_PERSON, "", Actor.SYSTEM));
    }

    @Test
    void nothingIsAtAnAddressBeforeAHolderDecides() throws Exception {
        OrganisationId other = server.organisation("Jardins fictifs", "44306184100047");
        for (String address : List.of("/v2/issuers/" + other, "/v2/revocations/" + other, "/v2/assertions/" + badge)) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void theHostedFormIsAuthenticAndEveryDocumentIsAtItsAddress() throws Exception {
        String address = published();

        JsonNode assertion = document(address);
        JsonNode badgeClass = document(assertion.path("badge").asText());
        JsonNode issuer = document(badgeClass.path("issuer").asText());
        JsonNode key = document(issuer.path("publicKey").path(0).asText());
        JsonNode list = document(issuer.path("revocationList").asText());

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
        assertHeadline(Submission.of(get(address).body()), Headline.AUTHENTIC);
        assertThat(get(address).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void theSignedFormIsAuthenticAlsoFromItsPicture() throws Exception {
        String address = published();

        String jws = get(address + "/badge.jws").body();
        assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        for (String picture : List.of("/picture", "/signed-picture")) {
            HttpResponse<String> answer = get(address + picture);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertHeadline(Submission.of(answer.body()), Headline.AUTHENTIC);
        }
        assertThat(new String(Base64.getUrlDecoder().decode(jws.split("\\.", 2)[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\"}");
    }

    @Test
    void whatIsWithdrawnSaysSoInEveryForm() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();

        assertThat(server.features().assertion().withdraw().apply(holder, badge))
                .isTrue();

        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(json.readTree(answer.body()).path("revoked").asBoolean()).isTrue();
        assertThat(answer.body()).doesNotContain("urn:uuid");
        assertThat(get(address + "/badge.jws").statusCode()).isEqualTo(410);
        assertThat(get(address + "/picture").statusCode()).isEqualTo(410);
        assertHeadline(Submission.of(hosted), Headline.REVOKED);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
        assertThat(server.features().assertion().withdraw().apply(holder, badge))
                .isFalse();
        assertThat(published()).isNotEqualTo(address);
        assertThat(get(address).statusCode()).isEqualTo(410);
    }

    @Test
    void aRevocationByTheIssuerEndsEveryForm() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();

        revoke();

        assertThat(get(address).statusCode()).isEqualTo(410);
        assertThat(get(address).body()).contains("Revoked by the issuer.");
        assertHeadline(Submission.of(hosted), Headline.REVOKED);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    @Test
    void ourOwnPageJudgesThemWithoutARequestToOurselves() throws Exception {
        String address = published();
        String body = "{\"url\":\"" + address + "\"}";
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve("/api/v1/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        // Under another address than the rest of the organisation's, and not a stranger that resembles it.
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"headline\":\"AUTHENTIC\"", "\"known\":true", "\"resembles\":null");

        server.features().assertion().withdraw().apply(holder, badge);
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"headline\":\"REVOKED\"");
    }

    @Test
    void anIssuerWithoutAPublicEmailHasNoSuchForm() {
        owner("UPDATE organisation SET public_email = NULL WHERE id = ?", organisation.value());

        assertThat(server.features().assertion().publish().apply(holder, badge))
                .isEqualTo(PublishBadge.Outcome.NO_EMAIL);
        assertThat(count("public_badge WHERE credential_id = ?", badge.value())).isZero();
    }

    @Test
    void theErasureOfTheSpaceLeavesANumberAndNothingElse() throws Exception {
        String address = published();
        UUID number = number();
        String signed = get(address + "/badge.jws").body();
        PersonalExport export = new PersonalExport();

        server.platform().database().inHolder(holder, handle -> {
            server.features().personalData().forEach(part -> part.exportSpace(handle, holder, export));
            server.features().personalData().stream()
                    .filter(part -> part.tables().contains("public_badge"))
                    .forEach(part -> part.eraseSpace(handle, holder, UUID.randomUUID(), Instant.now()));
            return true;
        });

        assertThat(export.sections()).extracting(PersonalExport.Section::name).contains("public_badges");
        assertThat(export.files()).containsKeys("public/" + number + ".json", "public/" + number + ".jws");
        assertThat(count("public_badge WHERE id = ?", number)).isZero();
        assertThat(count("ended_public_badge WHERE id = ? AND NOT revoked", number))
                .isEqualTo(1);
        assertThat(get(address).statusCode()).isEqualTo(410);
        assertHeadline(Submission.of(signed), Headline.REVOKED);
    }

    @Test
    void theDecisionHasAPageThatSaysWhatBecomesPublic() throws Exception {
        String path = "/me/badges/" + badge;
        Visitor phone = new Visitor(server, path + "/public", sessions -> sessions.openHolder(holder));

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
                .contains("Ce badge est public", server.origin() + "/v2/assertions/" + number());
        assertThat(phone.get(path + "/public/withdraw").body()).contains("Cette adresse ne marchera plus jamais.");
        phone.post(path + "/public/withdraw", Map.of());
        assertThat(count("public_badge WHERE credential_id = ?", badge.value())).isZero();
        assertThat(count(
                        "audit_event WHERE subject_id = ? AND code IN ('BADGE_MADE_PUBLIC', 'PUBLIC_BADGE_WITHDRAWN')",
                        badge.value()))
                .isEqualTo(2);
    }

    @Test
    void anotherHolderFindsNothing() throws Exception {
        String path = "/me/badges/" + badge + "/public";
        HolderId mine = holder;
        accept();
        Visitor other = new Visitor(server, "/me", sessions -> sessions.openHolder(holder));

        assertThat(mine).isNotEqualTo(holder);
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
    }

    private long count(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                        .mapTo(Long.class)
                        .one());
    }

    private void revoke(PublicReason reason) {
        server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> server.features()
                                .credential()
                                .revoke()
                                .revoke(handle, organisation, badge, reason, "", Actor.SYSTEM));
    }

    private String revocations() throws Exception {
        return get("/v2/revocations/" + organisation).body();
    }

    /** The reason that a list of revocations gives for one number. */
    private String listed(UUID number) throws Exception {
        for (JsonNode one : json.readTree(revocations()).path("revokedAssertions")) {
            if (one.path("id").asText().endsWith(number.toString())) {
                return one.path("revocationReason").asText();
            }
        }
        return "";
    }

    @Test
    void whatItsHolderEndedIsNotSaidToBeRevokedByTheIssuer() throws Exception {
        for (PublicReason reason : List.of(PublicReason.HOLDER_WITHDREW, PublicReason.HOLDER_REQUEST)) {
            accept();
            String address = published();
            UUID number = number();
            revoke(reason);

            assertThat(get(address).statusCode()).isEqualTo(410);
            assertThat(get(address).body()).contains("No longer published.").doesNotContain("issuer.\"");
            assertThat(get(address + "/badge.jws").statusCode()).isEqualTo(410);
            assertThat(listed(number)).isEqualTo("No longer published.");

            server.features().assertion().withdraw().apply(holder, badge);
            assertThat(get(address).body()).contains("No longer published.");
            assertThat(listed(number)).isEqualTo("No longer published.");
        }
        accept();
        String address = published();
        UUID number = number();
        revoke();
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        server.features().assertion().withdraw().apply(holder, badge);
        assertThat(listed(number)).isEqualTo("Revoked by the issuer.");
        assertThat(get(address).body()).contains("Revoked by the issuer.");
    }

    @Test
    void aRevokedBadgeIsNotSaidToBePublic() throws Exception {
        published();
        revoke();
        String path = "/me/badges/" + badge + "/public";
        Visitor phone = new Visitor(server, path, sessions -> sessions.openHolder(holder));

        assertThat(phone.get(path).body())
                .contains("Ce badge n’est plus valable.", path + "/withdraw")
                .doesNotContain("Ce badge est public", "Toute personne qui a l’adresse", "/v2/assertions/");
        assertThat(phone.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(phone.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
        assertThat(count("public_badge WHERE credential_id = ?", badge.value())).isZero();
    }

    private void endRsa(String state) {
        owner(
                "UPDATE signing_key SET state = ?, not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256' AND state = 'ACTIVE'",
                state,
                organisation.value());
    }

    @Test
    void whatIsHostedStaysAuthenticWhenTheOnlyKeyIsCompromised() throws Exception {
        String address = published();
        String hosted = get(address).body();
        String signed = get(address + "/badge.jws").body();
        owner(
                "UPDATE signing_key SET state = 'COMPROMISED', not_after = now() + interval '1 second'"
                        + " WHERE organisation_id = ? AND algorithm = 'RS256'",
                organisation.value());

        assertHeadline(Submission.of(hosted), Headline.AUTHENTIC);
        assertThat(judge(Submission.of(signed)).headline()).isNotEqualTo(Headline.AUTHENTIC);
        JsonNode issuer = document("/v2/issuers/" + organisation);
        assertThat(issuer.path("publicKey")).isEmpty();
        assertThat(get(issuer.path("revocationList").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void anEndedKeyIsReplacedAtTheNextPublicBadge() throws Exception {
        published();
        for (String state : List.of("RETIRED", "COMPROMISED")) {
            endRsa(state);
            accept();
            String jws = get(published() + "/badge.jws").body();
            assertHeadline(Submission.of(jws), Headline.AUTHENTIC);
        }
    }
}
