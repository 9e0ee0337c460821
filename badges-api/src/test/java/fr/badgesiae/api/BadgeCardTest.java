package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One card of a badge, wherever it is read before and after its signature. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgeCardTest {
    private static final String ALIGNMENTS = """
            [{"framework": "ROME", "code": "F1606", "version": "", "name": "Peinture en bâtiment",
              "url": "https://metiers.exemple.fr/F1606"},
             {"framework": "RNCP", "code": "RNCP39083BC01", "version": "", "name": "Peindre des ouvrages",
              "url": "https://titres.exemple.fr/RNCP39083"}]
            """;

    private static final String SIGNED = """
            {"issuer": {"id": "did:web:localhost:issuers:ORGANISATION", "name": "Atelier Deux-Rives"},
             "validFrom": "2026-03-01T09:00:00Z", "validUntil": "2028-03-01T22:59:59Z",
             "credentialSubject": {"narrative": "Alix peint dix murs.", "achievement": {
               "id": "ORIGIN/achievements/ACHIEVEMENT/1", "name": "Peindre", "description": "Prépare et peint.",
               "inLanguage": "fr", "criteria": {"narrative": "Peindre dix murs."},
               "image": {"id": "ORIGIN/achievements/ACHIEVEMENT/1/image", "type": "Image"},
               "alignment": [{"targetCode": "F1606", "targetName": "Peinture en bâtiment", "targetFramework": "ROME",
                              "targetUrl": "https://metiers.exemple.fr/F1606"}]}}}
            """;

    private TestServer server;
    private Tenant tenant;
    private Visitor counsellor;
    private Visitor admin;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        counsellor = new Visitor(server, "/app", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        admin = new Visitor(server, "/app", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
        update(
                "achievement_version SET content = jsonb_set(content, '{alignments}', :value::jsonb) WHERE id = :id::uuid",
                "version",
                ALIGNMENTS);
        update(
                "credential_document SET document = :value WHERE credential_id = :id::uuid",
                "badge",
                SIGNED.replace("ORIGIN", server.origin().toString())
                        .replace("ORGANISATION", tenant.organisation.toString())
                        .replace("ACHIEVEMENT", tenant.ids.get("achievement")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void update(String what, String id, String value) {
        server.database()
                .owner()
                .useHandle(handle -> handle.createUpdate("UPDATE " + what)
                        .bind("id", tenant.ids.get(id))
                        .bind("value", value)
                        .execute());
    }

    @Test
    void thePreviewShowsTheLinksWithTheirLabels() throws Exception {
        assertThat(preview())
                .contains("Peinture en bâtiment", "ROME, F1606", "https://metiers.exemple.fr/F1606")
                .contains("Peindre des ouvrages", "RNCP, RNCP39083BC01")
                .contains("/image?side=card\" alt=\"\" width=\"176\"", "/issuers/" + tenant.organisation + "/logo");
    }

    private String preview() throws Exception {
        return counsellor
                .post(
                        "/app/offers/preview",
                        Map.of(
                                "worker",
                                tenant.ids.get("worker"),
                                "version",
                                tenant.ids.get("version"),
                                "narrative",
                                "Alix peint dix murs.",
                                "evidence",
                                ""))
                .body();
    }

    @Test
    void theOfferIsReadOnTheSameCard() throws Exception {
        Visitor person = new Visitor(
                server,
                "/claim/badge/error",
                sessions -> sessions.openClaim(tenant.organisation, UUID.fromString(tenant.ids.get("offer"))));
        assertThat(person.get("/claim/badge").body())
                .contains("Peinture en bâtiment", "ROME, F1606", "Prépare et peint.", "Peindre dix murs.")
                .contains("Je pratique", "/image?side=card\" alt=\"\" width=\"176\"");
    }

    @Test
    void theHolderReadsTheWholeBadge() throws Exception {
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        assertThat(holder.get("/me/badges/" + tenant.ids.get("badge")).body())
                .contains("Peinture en bâtiment", "ROME, F1606", "Prépare et peint.", "Alix peint dix murs.")
                .contains("1er mars 2026", "1er mars 2028", "Peindre dix murs.")
                .contains("<a href=\"/issuers/" + tenant.organisation + "\">");
    }

    @Test
    void theDeskReadsTheSameCardAndTheSignedTextOnRequest() throws Exception {
        String page =
                counsellor.get("/app/credentials/" + tenant.ids.get("badge")).body();
        assertThat(page.replaceAll("(?s)<details>.*</details>", ""))
                .contains("Peinture en bâtiment", "ROME, F1606", "Prépare et peint.", "Alix peint dix murs.")
                .contains("https://metiers.exemple.fr/F1606", "/image?side=card\" alt=\"\" width=\"176\"")
                .contains("<a href=\"/issuers/" + tenant.organisation + "\">", "1er mars 2028", "/revoke\"")
                .contains("<a href=\"/app/workers/" + tenant.ids.get("worker") + "\">")
                .doesNotContain("credentialSubject");
        assertThat(page).contains("credentialSubject");
    }

    @Test
    void theTownOfTheIssuerStandsOnEveryCard() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE organisation SET town = 'Exempleville' WHERE id = ?", tenant.organisation.value()));
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        Visitor person = new Visitor(
                server,
                "/claim/badge/error",
                sessions -> sessions.openClaim(tenant.organisation, UUID.fromString(tenant.ids.get("offer"))));
        String town = "<div class=\"soft\" dir=\"auto\">Exempleville</div>";
        assertThat(preview()).contains(town);
        assertThat(person.get("/claim/badge").body()).contains(town);
        assertThat(holder.get("/me/badges/" + tenant.ids.get("badge")).body()).contains(town);
        assertThat(counsellor.get("/app/credentials/" + tenant.ids.get("badge")).body())
                .contains(town);
    }

    /** Before a link is made, and on the link: the words that the other person will read. */
    @Test
    void aHolderReadsWhatAnEmployerWillReadOfABadgeThatNoLongerCounts() throws Exception {
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        String badge = "/me/badges/" + tenant.ids.get("badge");
        String link = "/me/links/" + tenant.ids.get("link");
        badge("valid_until = '2100-03-01T11:00:00Z'");
        assertThat(holder.get(badge).body())
                .contains("Créer le lien", "Après cette date, les gens lisent\u00a0: expiré.")
                .doesNotContain("Les gens lisent");
        assertThat(holder.get(link).body()).doesNotContain("Les gens lisent");

        badge("valid_from = '2026-01-01T11:00:00Z', valid_until = '2026-02-01T11:00:00Z'");
        String expired = "Les gens lisent\u00a0: «\u00a0Authentique, expiré depuis le 1er février 2026\u00a0».";
        assertThat(holder.get(badge).body())
                .contains("Créer le lien", "Vous pouvez quand même le montrer.")
                .containsSubsequence("Qui peut le voir", expired, "Montrer ce badge", expired, "Créer le lien")
                .doesNotContain("Après cette date");
        assertThat(holder.get(link).body()).contains(expired, "Arrêter ce lien");

        badge("state = 'REVOKED', revoked_at = '2026-03-05T11:00:00Z', public_reason = 'WRONG_CONTENT'");
        String revoked = "Les gens lisent\u00a0: «\u00a0Retiré le 5 mars 2026\u00a0».";
        assertThat(holder.get(badge).body()).contains(revoked).doesNotContain("Créer le lien");
        assertThat(holder.get(link).body()).contains(revoked);

        badge("state = 'ISSUED', revoked_at = NULL, public_reason = NULL, valid_until = NULL");
    }

    @Test
    void thePublicPageOfABadgeSaysWhatItIsAndNamesNobodyWhoHasIt() throws Exception {
        String path = "/achievements/" + tenant.ids.get("achievement") + "/1";
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        assertThat(holder.get("/me/badges/" + tenant.ids.get("badge")).body()).contains("href=\"" + path + "\"");
        assertThat(holder.get(path).body())
                .contains("<meta property=\"og:title\" content=\"Peindre Deux-Rives\">", path + "/image?side=card\">")
                .contains("Prépare et peint.", "Peindre dix murs.", "Atelier Deux-Rives", "href=\"/v\"")
                .doesNotContain("Alix");
    }

    @Test
    void aHolderSeesWhatALinkWouldShowBeforeThereIsOne() throws Exception {
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        String path = "/me/badges/" + tenant.ids.get("badge");
        long before = editions();
        Map<String, String> full = Map.of("name", "FULL", "label", "Un garage", "days", "30");
        assertThat(holder.post(path + "/preview", full).body())
                .contains("Ceci est un aperçu", "Rien n’est signé.", "<strong dir=\"auto\">Alix Deux-Rives</strong>")
                .contains("name=\"label\" value=\"Un garage\"", "Peindre dix murs.", "Alix peint dix murs.")
                .doesNotContain("<svg class=\"qr");
        assertThat(holder.post(path + "/preview", Map.of("name", "NONE")).body())
                .contains("Ce lien ne montre aucun nom. L’autre écran montrera deux mots.")
                .doesNotContain("<strong dir=\"auto\">Alix");
        assertThat(holder.post(path + "/form", full).body()).contains("value=\"Un garage\"", "Créer le lien");
        assertThat(editions()).isEqualTo(before);
    }

    private long editions() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM credential")
                        .mapTo(Long.class)
                        .one());
    }

    private void badge(String change) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE credential SET " + change + " WHERE id = ?", UUID.fromString(tenant.ids.get("badge"))));
    }

    /** Each hint stands with its own button. */
    @Test
    void theHintOfAButtonOfALinkFollowsThatButton() throws Exception {
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        String page = holder.get("/me/links/" + tenant.ids.get("link")).body();
        String off = page.substring(page.indexOf("/off\""));
        assertThat(off.substring(0, off.indexOf("</form>")))
                .containsSubsequence("Arrêter ce lien", "Vous pourrez le relancer jusqu’au ");
    }

    @Test
    void theCodeStandsUnderItsQrCodeAndThePrivateLabelIsNotPrinted() throws Exception {
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        assertThat(holder.get("/me/links/" + tenant.ids.get("link")).body())
                .contains(tenant.shareCode.grouped() + "</strong>")
                .contains("<h1 class=\"no-print\" dir=\"auto\">Deux-Rives</h1>", "<p class=\"pictogram no-print\">");
    }

    @Test
    void everyOrganisationHasALogoAndTheTownOfItsProfile() throws Exception {
        String path = "/issuers/" + tenant.organisation + "/logo";
        assertThat(counsellor.get(path).headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(counsellor.get(path).body()).contains(">AD</text>");
        assertThat(counsellor
                        .get("/issuers/" + tenant.network.toString().replaceAll("[0-9a-f]", "a") + "/logo")
                        .statusCode())
                .isEqualTo(404);
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO organisation_logo (organisation_id, image_type, image, created_at, updated_at)"
                                + " VALUES (?, 'image/svg+xml', ?, now(), now())",
                        tenant.organisation.value(),
                        "<svg id=\"own\"/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(counsellor.get(path).body()).isEqualTo("<svg id=\"own\"/>");
        assertThat(admin.get("/app/organisation/logo").body()).contains("Enlever le logo");
        admin.post("/app/organisation/logo/remove", Map.of());
        assertThat(counsellor.get(path).body()).contains(">AD</text>");
    }
}
