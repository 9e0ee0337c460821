package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The recovery card as an image to save, and who sees what: pages name the organisation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardToSaveTest {
    private static final String CLAIM = "/claim/badge/card.png";
    private static final String SPACE = "/me/card.png";

    private TestServer server;
    private int tenants = 3;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Tenant tenant(String mark) {
        return new Tenant(server, mark, ++tenants);
    }

    private static UUID offer(Tenant tenant) {
        return UUID.fromString(tenant.ids.get("offer"));
    }

    private Visitor claim(Tenant tenant) throws Exception {
        return new Visitor(server, "/claim", sessions -> sessions.openClaim(tenant.organisation, offer(tenant)));
    }

    private Visitor space(Tenant tenant) throws Exception {
        return new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
    }

    private void accepted(Tenant tenant) {
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE offer SET state = 'ACCEPTED', code_sealed = NULL, pin_sealed = NULL WHERE id = ?",
                    offer(tenant));
            handle.execute(
                    "INSERT INTO acceptance (id, organisation_id, offer_id, holder_id, credential_id, how, name_choice,"
                            + " show_evidence, text_hash, created_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, 'SLIP',"
                            + " 'FULL', true, sha256(''), now())",
                    tenant.organisation.value(),
                    offer(tenant),
                    tenant.holder.value(),
                    UUID.fromString(tenant.ids.get("badge")));
            handle.execute(
                    "UPDATE worker SET holder_id = ? WHERE id = ?",
                    tenant.holder.value(),
                    UUID.fromString(tenant.ids.get("worker")));
        });
    }

    private static void isImage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"ma-carte.png\"");
    }

    @Test
    void theCardIsSavedFromTheClaimAndFromTheSpaceUntilItWasUsed() throws Exception {
        Tenant tenant = tenant("Deux-Rives");
        accepted(tenant);
        Visitor claim = claim(tenant);
        assertThat(claim.get(CLAIM).statusCode()).as("before there is a card").isEqualTo(404);
        claim.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));

        assertThat(claim.get("/claim/badge/next").body())
                .contains("<a href=\"/claim/badge/card.png\" download=\"ma-carte.png\">Enregistrer l’image</a>");
        isImage(claim.get(CLAIM));
        Visitor space = space(tenant);
        assertThat(space.get("/me/card").body()).contains("href=\"/me/card.png\"");
        isImage(space.get(SPACE));

        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE holder_access SET code_sealed = NULL WHERE holder_id = ?", tenant.holder.value()));
        assertThat(claim.get(CLAIM).statusCode()).isEqualTo(404);
        assertThat(space.get(SPACE).statusCode()).isEqualTo(404);
        assertThat(space.get("/me/card").body()).doesNotContain("card.png");
    }

    @Test
    void aDeviceThatWasPassedOverKeepsNoImage() throws Exception {
        Tenant tenant = tenant("Trois-Ponts");
        Visitor desk = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        desk.post("/app/offers/" + offer(tenant) + "/in-person", Map.of());
        accepted(tenant);
        desk.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));

        assertThat(desk.get("/claim/badge/next").body())
                .contains("class=\"slip wallet\"")
                .doesNotContain("card.png");
        assertThat(desk.get(CLAIM).statusCode()).isEqualTo(404);
    }

    @Test
    void theClaimSaysByNameWhoSeesTheBadge() throws Exception {
        Tenant tenant = tenant("Quatre-Vents");
        Visitor claim = claim(tenant);
        assertThat(claim.get("/claim/badge/answer?name=FULL").body())
                .contains("Vous et Atelier Quatre-Vents voyez ce badge, personne d’autre.");
        assertThat(claim.get("/claim/badge/answer?name=FULL&lang=en").body())
                .contains("You and Atelier Quatre-Vents see this badge, nobody else.");

        accepted(tenant);
        claim.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE holder_access SET code_sealed = NULL, confirmed_at = now() WHERE holder_id = ?",
                        tenant.holder.value()));
        assertThat(claim.get("/claim/badge/next").body())
                .contains("Vous et Atelier Quatre-Vents le voyez, personne d’autre.");
    }

    @Test
    void aCancelledBadgeSaysByNameWhoCancelledIt() throws Exception {
        Tenant tenant = tenant("Cinq-Chemins");
        Visitor claim = claim(tenant);
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE offer SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL"
                                + " WHERE id = ?",
                        offer(tenant)));
        assertThat(claim.get("/claim/badge").body()).contains("Atelier Cinq-Chemins a annulé ce badge.");
    }

    @Test
    void theSpaceSaysByNameWhoSeesTheBadges() throws Exception {
        Tenant tenant = tenant("Six-Fours");
        server.database().owner().useHandle(handle -> {
            handle.execute("UPDATE share_link SET ends_at = now() WHERE holder_id = ?", tenant.holder.value());
            handle.execute("DELETE FROM public_badge");
            handle.execute(
                    "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'HOLDER_REQUEST'"
                            + " WHERE wallet IS NOT NULL AND state = 'ISSUED'");
        });
        Visitor space = space(tenant);
        assertThat(space.get("/me").body()).contains("Vous et Atelier Six-Fours voyez vos badges, personne d’autre.");

        Tenant other = tenant("Sept-Lacs");
        server.database().owner().useHandle(handle -> {
            handle.execute("DELETE FROM share_link WHERE holder_id = ?", other.holder.value());
            handle.execute("DELETE FROM public_badge");
            handle.execute(
                    "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'HOLDER_REQUEST'"
                            + " WHERE wallet IS NOT NULL AND state = 'ISSUED'");
            handle.execute("DELETE FROM openid_offer");
            handle.execute("DELETE FROM credential_document WHERE holder_id = ?", other.holder.value());
            handle.execute(
                    "UPDATE award SET holder_id = ? WHERE holder_id = ?", tenant.holder.value(), other.holder.value());
            handle.execute(
                    "UPDATE credential SET holder_id = ? WHERE id = ?",
                    tenant.holder.value(),
                    UUID.fromString(other.ids.get("badge")));
        });
        assertThat(space.get("/me").body())
                .contains("Chaque structure voit ceux qu’elle a remis\u00a0: Atelier Sept-Lacs, Atelier Six-Fours.");

        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE credential SET hidden_at = now() WHERE holder_id = ?", tenant.holder.value()));
        assertThat(space.get("/me").body()).contains("Personne d’autre que vous ne voit vos badges.");
    }
}
