package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages of a desk and of a space say days and times where the organisation is; two organisations differ at one instant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalTimeTest {
    /** 23:30 on the day before in Guyane, 06:30 in La Réunion, 04:30 in Paris. */
    private static final String INSTANT = "2026-07-14T02:30:00Z";

    private TestServer server;
    private Tenant guyane;
    private Tenant paris;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        guyane = tenant("Deux-Rives", 4);
        paris = tenant("Trois-Ponts", 5);
        zone(guyane, "America/Cayenne");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Tenant tenant(String mark, int digit) {
        Tenant tenant = new Tenant(server, mark, digit);
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE offer SET created_at = ?::timestamptz, ends_at = ?::timestamptz + interval '2 years' WHERE id = ?",
                    INSTANT,
                    INSTANT,
                    UUID.fromString(tenant.ids.get("offer")));
            handle.execute(
                    "INSERT INTO holder_visit (id, holder_id, how, created_at)"
                            + " VALUES (gen_random_uuid(), ?, 'CARD', ?::timestamptz)",
                    tenant.holder.value(),
                    INSTANT);
        });
        return tenant;
    }

    private void zone(Tenant tenant, String zone) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE organisation SET time_zone = ? WHERE id = ?", zone, tenant.organisation.value()));
    }

    private Visitor desk(Tenant tenant) throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
    }

    private Visitor admin(Tenant tenant) throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }

    private static String offer(Tenant tenant) {
        return "/app/offers/" + tenant.ids.get("offer");
    }

    private static String text(String body) {
        return body.replace('\u00a0', ' ');
    }

    @Test
    void aDeskReadsItsOwnTimeWithoutTheNameOfItsZone() throws Exception {
        assertThat(text(desk(guyane).get(offer(guyane)).body()))
                .contains("13 juillet 2026 à 23:30")
                .doesNotContain("(heure de");
        assertThat(text(desk(paris).get(offer(paris)).body())).contains("14 juillet 2026 à 04:30");
    }

    @Test
    void aSpaceReadsTheTimeOfItsBadgesOrganisation() throws Exception {
        assertThat(text(space(guyane).get("/me/history").body()))
                .contains("13 juillet 2026 à 23:30 (heure de la Guyane)");
        assertThat(text(space(paris).get("/me/history").body()))
                .contains("14 juillet 2026 à 04:30")
                .doesNotContain("(heure de");
    }

    @Test
    void aRevocationIsOfTheDayOfTheOrganisationWhereverTheHolderHasOtherBadges() throws Exception {
        for (Tenant tenant : new Tenant[] {guyane, paris}) {
            server.database()
                    .owner()
                    .useHandle(handle -> handle.execute(
                            "UPDATE credential SET state = 'REVOKED', revoked_at = ?::timestamptz, public_reason = 'WRONG_PERSON'"
                                    + " WHERE id = ?",
                            INSTANT,
                            UUID.fromString(tenant.ids.get("badge"))));
        }
        assertThat(space(guyane).get("/me").body()).contains("13 juillet 2026").doesNotContain("14 juillet 2026");
        assertThat(space(guyane).get("/me/badges/" + guyane.ids.get("badge")).body())
                .contains("13 juillet 2026")
                .doesNotContain("14 juillet 2026");
        assertThat(space(paris).get("/me").body()).contains("14 juillet 2026");
    }

    private Visitor space(Tenant tenant) throws Exception {
        return new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
    }

    @Test
    void anAdministratorSetsTheLocalTimeAndTheNextPageIsInIt() throws Exception {
        Tenant moved = tenant("Quatre-Vents", 6);
        Visitor admin = admin(moved);
        Map<String, String> profile = new HashMap<>(Map.of("publicName", "Atelier Quatre-Vents", "revision", "1"));
        profile.put("timeZone", "America/New_York");
        assertThat(admin.post("/app/organisation", profile).body())
                .contains("Choisissez une heure locale de la liste.", "e-timeZone");

        profile.put("timeZone", "Indian/Reunion");
        assertThat(admin.post("/app/organisation", profile).statusCode()).isEqualTo(303);
        assertThat(admin.get("/app/organisation").body())
                .contains("<option value=\"Indian/Reunion\" selected>La Réunion</option>");
        assertThat(text(desk(moved).get(offer(moved)).body())).contains("14 juillet 2026 à 06:30");
    }
}
