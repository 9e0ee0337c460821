package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rights by page: a copy and the end of a space for its holder. */
class SpaceRightsPagesTest {
    @RegisterExtension
    final RightsPages rights = new RightsPages();

    @Test
    void theCopyOfASpaceHasItsBadgesImagesLinksAndWhatWasDone() throws Exception {
        rights.holder.post("/me/hide", Map.of());
        Map<String, String> files = rights.zip("/me/data/export", rights.holder);
        String badge = rights.tenant.ids.get("badge");
        assertThat(files)
                .containsKeys("index.html", "data.json", "badges/" + badge + ".json", "badges/" + badge + ".jwt");
        assertThat(files.get("index.html"))
                .contains(
                        "badges/" + badge + ".json", "Liens de partage", "Ce qui a été fait", "Vous avez tout caché.");
        assertThat(files.get("data.json")).contains("\"act\" : \"ALL_HIDDEN\"");
        assertThat(rights.count("audit_event WHERE code = 'SPACE_EXPORTED'")).isEqualTo(1);
    }

    @Test
    void hidingEverythingIsUndoneLaterToo() throws Exception {
        String again = "action=\"/me/show-again\"";
        rights.sql("UPDATE share_link SET switched_off_at = NULL, ends_at = now() + interval '90 days'");
        rights.holder.post("/me/hide", Map.of());
        assertThat(rights.holder.get("/me").body()).contains("Vos liens sont cachés", again);
        assertThat(rights.holder.get("/me").body()).contains("Vos liens sont cachés", again);

        rights.sql("UPDATE share_link SET switched_off_at = now() - interval '8 days'");

        assertThat(rights.holder.get("/me").body()).doesNotContain(again);
    }

    @Test
    void aLinkThatWasStoppedAloneIsNotEverything() throws Exception {
        rights.sql("UPDATE share_link SET switched_off_at = now(), ends_at = now() + interval '90 days'");

        assertThat(rights.holder.get("/me").body()).doesNotContain("Tout est caché", "sont cachés");
    }

    @Test
    void theCopyOfASpaceReadsAsTheBadgesDo() throws Exception {
        rights.sql("""
                UPDATE credential_document SET document = '{"issuer": {"name": "Atelier des Mots"},
                    "evidence": [{"narrative": "Fiche sept."}], "credentialSubject": {"narrative": "Peint seule.",
                    "achievement": {"description": "Prépare et peint.", "criteria": {"narrative": "Peindre dix murs."}}}}'
                """);
        Map<String, String> files = rights.zip("/me/data/export", rights.holder);
        String badge = "badges/" + rights.tenant.ids.get("badge") + ".json";
        assertThat(files.get("index.html"))
                .contains("Atelier des Mots", "Fiche sept.", "Peint seule.", "Prépare et peint.", "Peindre dix murs.")
                .contains("<a href=\"" + badge + "\">")
                .doesNotContain("privacy.");
    }

    @Test
    void theSpaceSaysWhichOrganisationWillEraseItsFileAndWhen() throws Exception {
        rights.sql("UPDATE worker SET holder_id = (SELECT holder_id FROM award WHERE award.worker_id = worker.id),"
                + " contract_ended_on = '2024-11-20', erasure_announced_on = '2026-11-03'");
        rights.sql("UPDATE pathway SET starts_on = '2024-01-08', ends_on = '2024-01-09'");
        for (String path : new String[] {"/me", "/me/data"}) {
            assertThat(rights.holder.get(path).body())
                    .as(path)
                    .contains("efface votre dossier le 3 décembre 2026", "Vos badges restent ici");
        }
        rights.sql("UPDATE worker SET erasure_held_on = '2026-11-02'");
        assertThat(rights.holder.get("/me/data").body()).doesNotContain("efface votre dossier");
        rights.sql("UPDATE worker SET erasure_held_on = NULL");
        rights.sql("UPDATE holder SET limited_to = (SELECT id FROM organisation WHERE id <> '"
                + rights.tenant.organisation + "' LIMIT 1)");
        assertThat(rights.holder.get("/me/data").body()).doesNotContain("efface votre dossier");
    }

    @Test
    void aHolderErasesTheirSpaceWithTheirPin() throws Exception {
        assertThat(rights.holder.get("/me/data/erase").body()).contains("empreinte", "définitif");
        assertThat(rights.holder.post("/me/data/erase", Map.of("pin", "271828")).statusCode())
                .isEqualTo(422);
        assertThat(rights.count("holder WHERE erased_at IS NULL")).isEqualTo(1);

        HttpResponse<String> erased = rights.holder.post("/me/data/erase", Map.of("pin", "314 159"));

        assertThat(erased.headers().firstValue("Location")).hasValue("/me/data/erased");
        assertThat(rights.holder.get("/me/data/erased").body()).contains("Votre espace est effacé", "empreinte");
        assertThat(rights.holder.get("/me").body()).doesNotContain("/me/badges/");
        URI share = rights.server.origin().resolve("/v/" + rights.tenant.shareCode.grouped());
        HttpResponse<String> link = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(share).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(link.statusCode()).isIn(404, 410);
    }
}
