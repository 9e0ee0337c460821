package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contents of the holder's space and of the desk's home page after sign-in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpaceAndDeskTest {

    private TestServer server;
    private Tenant tenant;
    private Visitor holder;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String badge() {
        return "/me/badges/" + tenant.ids.get("badge");
    }

    @Test
    void theHolderTakesTheSignedBadgeAwayAsFiles() throws Exception {
        HttpResponse<String> json = holder.get(badge() + "/badge.json");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).isEqualTo("{}");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/vc");
        assertThat(json.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"badge.json\"");
        assertThat(json.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> jwt = holder.get(badge() + "/badge.jwt");
        assertThat(jwt.body()).isEqualTo("-");
        assertThat(jwt.headers().firstValue("Content-Type")).contains("application/vc+jwt");
        assertThat(holder.get(badge()).body()).contains(badge() + "/badge.json", badge() + "/badge.jwt");
    }

    @Test
    void aBadgeThatIsBeingMadeIsNoFileYet() throws Exception {
        state("state = 'PREPARED', issued_at = NULL, lease = gen_random_uuid(), lease_until = now()");
        signed("document = NULL, jwt = NULL, payload = '{}'");
        try {
            assertThat(holder.get(badge() + "/badge.json").statusCode()).isEqualTo(404);
            assertThat(holder.get(badge()).body())
                    .contains("Votre badge se prépare")
                    .doesNotContain("badge.json");
        } finally {
            state("state = 'ISSUED', issued_at = now(), lease = NULL, lease_until = NULL");
            signed("document = '{}', jwt = '-', payload = NULL");
        }
    }

    @Test
    void aBadgeTakenBackSaysWhenWhyAndWhomToAsk() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE organisation SET public_phone = '01 99 00 00 00' WHERE id = ?",
                        tenant.organisation.value()));
        state("state = 'REVOKED', revoked_at = '2026-03-01T09:00:00Z', public_reason = 'WRONG_CONTENT'");
        try {
            assertThat(holder.get(badge()).body())
                    .contains("Retiré le 1er mars 2026", "Il y avait une erreur dans le texte.", "Il ne compte plus.")
                    .contains("Parlez avec Atelier Deux-Rives.", "tel:0199000000");
            assertThat(holder.get("/me").body()).contains("Retiré le 1er mars 2026");
        } finally {
            state("state = 'ISSUED', revoked_at = NULL, public_reason = NULL");
        }
    }

    private void state(String changes) {
        update("credential SET " + changes + " WHERE id = :id::uuid");
    }

    private void signed(String changes) {
        update("credential_document SET " + changes + " WHERE credential_id = :id::uuid");
    }

    private void update(String what) {
        server.database()
                .owner()
                .useHandle(handle -> handle.createUpdate("UPDATE " + what)
                        .bind("id", tenant.ids.get("badge"))
                        .execute());
    }

    @Test
    void aFormThatIsAllInSightSaysAnErrorOnce() throws Exception {
        String answer = holder.post("/me/pin", Map.of("old", "407193", "pin", "407193", "again", "104060"))
                .body();
        assertThat(answer.split("Les deux codes secrets sont différents", -1)).hasSize(2);
    }

    @Test
    void theHomeOfTheDeskHasOneNextStepForEachRole() throws Exception {
        for (String role : new String[] {"network", "admin", "counsellor"}) {
            String home = visitor(role).get("/app").body();
            assertThat(home.split("class=\"button primary", -1)).as(role).hasSize(2);
        }
    }

    private Visitor visitor(String role) throws Exception {
        return switch (role) {
            case "network" ->
                new Visitor(
                        server, "/app/password", sessions -> sessions.openDesk(tenant.network, tenant.networkAdmin));
            case "admin" ->
                new Visitor(server, "/app/password", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
            default ->
                new Visitor(
                        server, "/app/password", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        };
    }

    @Test
    void whatWasPublishedIsPublishedAgainOnlyAfterAChange() throws Exception {
        Visitor counsellor = visitor("counsellor");
        String badge = "/app/badges/" + tenant.ids.get("achievement");
        assertThat(counsellor.get(badge).body()).contains("Publier la version 2");
        for (int times = 0; times < 2; times++) {
            assertThat(counsellor.post(badge + "/publish", Map.of()).statusCode())
                    .isEqualTo(303);
        }
        assertThat(counsellor.get(badge).body()).contains("Publié, version 2").doesNotContain("Publier la version");
    }

    @Test
    void onlyAnOrganisationThatNobodyAdministersIsOfferedAFirstAdministrator() throws Exception {
        Visitor network = visitor("network");
        String organisation = "/app/organisations/" + tenant.organisation;
        assertThat(network.get(organisation).body())
                .contains(organisation + "/first-admin/again\"")
                .doesNotContain("action=\"" + organisation + "/first-admin");
        administrators("DEACTIVATED");
        try {
            assertThat(network.get(organisation).body()).contains("action=\"" + organisation + "/first-admin\"");
        } finally {
            administrators("ACTIVE");
        }
    }

    private void administrators(String state) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE membership SET state = ?, deactivated_at = CASE ? WHEN 'ACTIVE' THEN NULL ELSE now() END"
                                + " WHERE organisation_id = ? AND role = 'ORG_ADMIN'",
                        state,
                        state,
                        tenant.organisation.value()));
    }
}
