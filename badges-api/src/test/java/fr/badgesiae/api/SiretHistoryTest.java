package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A network changes the SIRET of an organisation; the earlier ones are kept, shown and found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiretHistoryTest {
    private static final String FIRST = "73282932000074";
    private static final String SECOND = "44306184100047";
    private static final String THIRD = "35600000049837";

    private AwardRunFixture desk;
    private Visitor network;
    private Visitor otherNetwork;
    private Visitor admin;
    private String page;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        network = desk("/app/organisations/new", desk.own);
        otherNetwork = desk("/app/organisations/new", desk.other);
        admin = new Visitor(
                desk.server, "/app/workers/new", sessions -> sessions.openDesk(desk.own.organisation, desk.own.admin));
        page = "/app/organisations/" + desk.own.organisation;
    }

    private Visitor desk(String form, Tenant tenant) throws Exception {
        return new Visitor(desk.server, form, sessions -> sessions.openDesk(tenant.network, tenant.networkAdmin));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @BeforeEach
    void forget() {
        desk.update("DELETE FROM earlier_siret");
        desk.update("DELETE FROM audit_event WHERE code = 'SIRET_CHANGED'");
        desk.update(
                "UPDATE organisation SET siret = ?, kind = 'EI' WHERE id = ?", FIRST, desk.own.organisation.value());
        desk.update(
                "UPDATE organisation SET siret = ?, kind = 'EI' WHERE id = ?",
                "00000000000018",
                desk.other.organisation.value());
    }

    private HttpResponse<String> change(Visitor by, String from, String siret, String day) throws Exception {
        return by.post(page + "/siret", Map.of("from", from, "siret", siret, "day", day));
    }

    private void changed(String from, String siret, String day) throws Exception {
        assertThat(AwardRunFixture.led(change(network, from, siret, day)))
                .isEqualTo(page + "?done=organisation.siret-changed");
    }

    @Test
    void theEarlierOnesAreShownToTheNetworkAndToTheOrganisation() throws Exception {
        changed(FIRST, "443 061 841 00047", "2024-03-01");
        changed(SECOND, THIRD, "2025-09-15");

        for (String body : new String[] {
            network.get(page).body(), admin.get("/app/organisation").body()
        }) {
            assertThat(body)
                    .contains(
                            "<dd>" + THIRD + "</dd>",
                            FIRST + ", jusqu’au 1er mars 2024",
                            SECOND + ", du 1er mars 2024 au 15 septembre 2025");
            assertThat(body.indexOf(SECOND)).as("the last first").isLessThan(body.indexOf(FIRST));
        }
        assertThat(desk.count("audit_event WHERE code = 'SIRET_CHANGED' AND actor_id = '"
                        + desk.own.networkAdmin.value() + "' AND organisation_id = '"
                        + desk.own.organisation.value() + "'"))
                .isEqualTo(2);
        assertThat(network.get("/app/journal").body()).contains("a changé le SIRET de la structure");
    }

    @Test
    void theSearchFindsTheOrganisationByAnEarlierOneTypedInGroups() throws Exception {
        changed(FIRST, SECOND, "2024-03-01");

        assertThat(network.get("/app/organisations?words=732%20829%20320").body())
                .contains(page);
        assertThat(network.get("/app/organisations?words=" + SECOND).body()).contains(page);
        assertThat(network.get("/app/organisations?words=" + THIRD).body()).doesNotContain(page);
        assertThat(otherNetwork.get("/app/organisations?words=" + FIRST).body()).doesNotContain(page);
    }

    @Test
    void aNumberThatAnotherOrganisationHasOrHadIsRefusedBesideTheFieldAndAnOwnEarlierOneIsNot() throws Exception {
        desk.update("UPDATE organisation SET siret = ? WHERE id = ?", SECOND, desk.other.organisation.value());
        HttpResponse<String> taken = change(network, FIRST, SECOND, "2024-03-01");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body())
                .contains("Une autre structure de ce type a ce SIRET, ou l’a eu avant", "value=\"" + SECOND + "\"");

        desk.update("UPDATE organisation SET siret = '00000000000018' WHERE id = ?", desk.other.organisation.value());
        desk.update(
                "INSERT INTO earlier_siret (id, organisation_id, siret, used_until_on, created_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, '2024-01-01', now())",
                desk.other.organisation.value(),
                SECOND);
        assertThat(change(network, FIRST, SECOND, "2024-03-01").statusCode()).isEqualTo(422);
        HttpResponse<String> created = network.post(
                "/app/organisations", Map.of("kind", "EI", "siret", SECOND, "legalName", "X", "publicName", "X"));
        assertThat(created.statusCode()).isEqualTo(422);
        assertThat(created.body()).contains("Une structure de ce type a ce SIRET, ou l’a eu avant");

        changed(FIRST, THIRD, "2024-03-01");
        changed(THIRD, FIRST, "2024-04-01");
    }

    @Test
    void aWrongNumberOrDayIsSaidAndNothingTypedIsLost() throws Exception {
        HttpResponse<String> wrong = change(network, FIRST, "44306184100048", "2999-01-01");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Ce SIRET n’est pas correct", "aujourd’hui au plus tard", "44306184100048", "2999-01-01");
        assertThat(change(network, FIRST, FIRST, "2024-01-01").body())
                .contains("C’est déjà le SIRET de cette structure");
        changed(FIRST, SECOND, "2024-03-01");
        assertThat(change(network, SECOND, THIRD, "2024-02-01").body())
                .contains("Choisissez un jour après le changement précédent");
        assertThat(desk.count("earlier_siret")).isEqualTo(1);
    }

    @Test
    void aChangeOfAColleagueIsNotWrittenOver() throws Exception {
        changed(FIRST, SECOND, "2024-03-01");
        HttpResponse<String> late = change(network, FIRST, THIRD, "2024-04-01");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Une autre personne a changé ce SIRET", "<dd>" + SECOND + "</dd>", "value=\"" + THIRD + "\"");
        changed(FIRST, SECOND, "2024-03-01");
        assertThat(desk.count("earlier_siret")).isEqualTo(1);
    }

    @Test
    void theNetworkOfAnotherOrganisationAndTheOrganisationItselfChangeNothing() throws Exception {
        assertThat(change(otherNetwork, FIRST, SECOND, "2024-03-01").statusCode())
                .isEqualTo(404);
        assertThat(change(admin, FIRST, SECOND, "2024-03-01").statusCode()).isEqualTo(403);
        assertThat(otherNetwork.get(page + "/siret").statusCode()).isEqualTo(404);
    }
}
